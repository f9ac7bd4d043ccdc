'use strict';
// A refund: the queries at the tap, the refund page, the request, and what bind:refund is told; and the page that shows the
// details of a refund. Methods of the button.

const REFUND_QUERY = { internal_error: 21528, rejects: 21529, no_goods: 21530, nothing_left: 21531 };
const REFUND_DETAIL = { not_got: 21532, query_fails: 21537 };

module.exports = {
  methods: {
    async askForRefund(button) {
      const fault = this.refundObstacle(button);
      if (fault) {
        this.tellError(button, fault);
        return;
      }
      const early = this.readings['apply-refund-at'] === 'tap' ? await this.askExtra(button) : undefined;
      if (early?.fault) {
        this.tellRefundFault(button, early.fault);
        return;
      }
      button.page = { submit: () => this.submitRefund(button, early) };
      this.stage.shown({ page: 'refund', orderId: button.given['order-id'] });
    },

    /** What keeps the refund page from opening. */
    refundObstacle(button) {
      const code = REFUND_QUERY[this.world.refund_query];
      if (code) return this.fault(code);
      if (this.nothingLeft()) return this.fault(21531);
      if (this.lacksTotal(button)) return this.fault(21524);
      return this.world.app_name_server === 'internal_error' ? this.fault(21536) : undefined;
    },

    /** "订单可退份数等于0": what the orders from before the trading system hold is not known here. */
    nothingLeft() {
      return !this.world.old_order && this.itemIds().every((id) => this.leftOf(id) <= 0);
    },

    /** "针对交易系统之前的老订单申请退款,该属性必传" */
    lacksTotal({ given }) {
      const total = given['refund-total-amount'];
      const right = this.readings['refund-total-value'] === '21524' ? this.isTotal(total) : typeof total === 'number';
      return this.world.old_order && !right;
    },

    isTotal(total) {
      return Number.isInteger(total) && total > 0;
    },

    /** Over what was paid, or, where that is left to the server, no amount at all. */
    isRefusedTotal(total) {
      const { item_1_paid: first, item_2_paid: second } = this.world;
      return !this.isTotal(total) || (this.readings['refund-total-more'] === '21535' && total > first + second);
    },

    async submitRefund(button, early) {
      button.page = undefined;
      const { extra, fault } = early ?? (await this.askExtra(button));
      const request = fault ? { fault } : this.requestOf(button, extra);
      if (request.fault) {
        this.tellRefundFault(button, request.fault);
        return;
      }
      this.stage.sent({ to: 'refund', orderId: button.given['order-id'], ...request.fields });
      if (this.world.refund_server === 'internal_error') this.tellRefundFault(button, this.fault(21535));
      else this.refunded(button, request.fields);
    },

    /** What is asked of the server: `{ fields }`, or a `fault`. */
    requestOf(button, extra) {
      const { fields, fault } = this.fieldsOfExtra(extra);
      if (fault || !this.world.old_order) return { fields, fault };
      const total = button.given['refund-total-amount'];
      return this.isRefusedTotal(total) ? { fault: this.fault(21535) } : { fields: { ...fields, refundTotalAmount: total } };
    },

    refunded(button, fields) {
      this.rememberRefund(fields.itemOrderList);
      this.notify(button, 'refund', { status: 'success', result: this.refundResult() });
    },

    /** "注意:融合链路不返回outRefundNo" */
    refundResult() {
      const { refund_id: refundId, out_refund_no: outRefundNo, order_id: orderId } = this.world;
      return this.world.merged_order ? { refundId, orderId } : { refundId, outRefundNo, orderId };
    },

    /** "发起失败:'fail'" is certain of 21535 only. */
    tellRefundFault(button, fault) {
      const both = fault.code === 21535 || this.readings['apply-refund-failure-told'] === 'both';
      const ways = [() => this.tellError(button, fault)];
      if (both) ways.push(() => this.notify(button, 'refund', this.refundFailure(fault)));
      this.inTurn(ways);
    },

    refundFailure(fault) {
      return { status: 'fail', result: { errMsg: this.messageOf(fault) } };
    },

    /** "order-status 为 2、3、4 时:点击后进入退款详情页面" */
    openRefundDetail(button) {
      const code = this.detailCode(this.world.refund_detail);
      if (code) this.tellError(button, this.fault(code));
      else this.stage.shown({ page: 'refund_detail', refundId: button.given['refund-id'] });
    },

    /** Two rows that say nearly the same. */
    detailCode(failure) {
      const code = REFUND_DETAIL[failure];
      return code && this.readings['refund-detail-code'] !== 'own' ? Number(this.readings['refund-detail-code']) : code;
    },
  },
};
