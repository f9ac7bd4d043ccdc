'use strict';
// The cashier that the button opens, the payment of an order that goes on, and what bind:pay is told. Methods of the button.

/** "result 属性说明" */
const CODES = { pays: 0, times_out: 1, payment_fails: 2, closed: 3, cancels: 4, unknown: 9 };
/** "API 支付错误码": the cashier cannot be opened. */
const FAILURES = { fails: 10000, wechat_fails: 10001, wechat_missing: 10002 };
const ORDER_QUERY = { internal_error: 21526, rejects: 21527 };

const GOING_ON = 19800; // fen of the order whose payment goes on
const TOLD = { 'error-pay': ['error', 'pay'], 'pay-error': ['pay', 'error'], pay: ['pay'], error: ['error'] };

module.exports = {
  methods: {
    /** "继续支付": straight to the cashier. */
    continuePayment(button) {
      const [fault, told] = this.continuingFault(button);
      if (fault) this.tellFailure(button, fault, told, this.continuedIds(button));
      else this.openDesk(button, { fen: GOING_ON, ...this.continuedIds(button) });
    },

    continuingFault(button) {
      if (this.readings['continue-ability'] === 'asked') {
        const { faults, there } = this.abilityOf({ ...button, goodsType: 1 });
        if (!there) return [faults[0] ?? this.fault(21515), ['error']];
      }
      const code = ORDER_QUERY[this.world.order_query];
      return code ? [this.fault(code), this.readings['continue-query-told'] === 'both' ? ['error', 'pay'] : ['error']] : [];
    },

    /** The page's own number, "开发者传入的开发者系统交易订单号". */
    continuedIds({ given }) {
      return { orderId: this.world.order_id, outOrderNo: given['order-id'], goesOn: true };
    },

    /** How the cashier of this step ends; the last entry repeats. */
    deskEnd() {
      const { button_desk: ends } = this.world;
      return ends[Math.min(this.stage.step, ends.length - 1)];
    },

    deskFailure(end) {
      return FAILURES[end];
    },

    deskCode(end) {
      return CODES[end];
    },

    openDesk(button, order) {
      const end = this.deskEnd();
      const failure = this.deskFailure(end);
      if (failure) {
        this.tellFailure(button, this.fault(failure), this.failureTold(), order);
        return;
      }
      this.stage.shown({ desk: 'pay-button', fen: order.fen });
      if (end !== 'leaves') this.endPayment(button, order, this.deskCode(end));
      else if (this.readings['never-finishes'] === 'timed-out') this.afterAWhile(() => this.endPayment(button, order, 1));
    },

    endPayment(button, order, code) {
      this.notify(button, 'pay', this.paidDetail(order, code));
    },

    /** "只要调起收银台成功,支付都会回调成功" */
    paidDetail(order, code) {
      return { status: 'success', ...this.idsOf(order), result: { code, orderId: order.orderId } };
    },

    /** orderId stands in the table, but not in the sample of "继续支付". */
    idsOf({ orderId, outOrderNo, goesOn }) {
      return goesOn && this.readings['continue-order-id'] === 'absent' ? { outOrderNo } : { orderId, outOrderNo };
    },

    /** Where no order was made, there are no numbers. */
    noIds() {
      return this.readings['no-order-ids'] === 'empty' ? { orderId: '', outOrderNo: '' } : {};
    },

    /** "errMsg … API 支付错误码": the code is in the text. */
    payFailureText(fault) {
      return `${fault.code} ${this.messageOf(fault)}`;
    },

    failedDetail(fault, order) {
      const ids = order ? this.idsOf(order) : this.noIds();
      return { status: 'fail', ...ids, result: { errMsg: this.payFailureText(fault) } };
    },

    /** Who hears of 10000 to 10002 and of 21517, and in which order. */
    failureTold() {
      return TOLD[this.readings['payment-failure-told']];
    },

    tellFailure(button, fault, told, order = undefined) {
      const ways = {
        error: () => this.tellError(button, fault),
        pay: () => this.notify(button, 'pay', this.failedDetail(fault, order)),
      };
      this.inTurn(told.map((name) => ways[name]));
    },
  },
};
