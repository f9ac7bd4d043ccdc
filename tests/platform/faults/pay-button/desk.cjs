'use strict';
// Mistakes about the cashier and what bind:pay is told.

const { assume, changeAnswer, replace } = require('../plant.cjs');
const { fault, row } = require('./sentence.cjs');

const CODE = ['bind:pay, result', '0:支付成功 1:支付超时 2:支付失败 3:支付关闭 4:支付取消 9:订单状态开发者自行获取'];
const ALWAYS = ['bind:pay, result', '只要调起收银台成功,支付都会回调成功'];
const STATUS = ['bind:pay', '是否成功拉起小程序收银台 success:成功 fail:失败'];
const CALLED = ['bind:pay 说明', '当用户实际完成了支付或选择关闭收银台取消支付'];
const ORDER_ID = ['bind:pay', 'orderId string 抖音交易系统内部订单号'];
const OUT_NO = ['bind:pay', 'outOrderNo string 开发者传入的开发者系统交易订单号'];
const RESULT = ['bind:pay, result', 'orderId string 抖音交易系统内部交易订单号'];
const MESSAGE = ['bind:pay, result', 'errMsg string API 支付错误码 10000: 支付失败 10001: 调起微信失败 10002: 微信未安装'];
const CONTINUES = ['效果示例', 'order-status为 0 或不填时 点击后拉起收银台。'];

/** One ending has the code of another. */
const codeOf = (end, code) => changeAnswer('deskCode', (real, given) => (given === end ? code : real));

/** An ending is told as a failure of the cashier. */
const failsAt = (...ends) =>
  changeAnswer('paidDetail', function fails(detail, order, code) {
    return ends.includes(code) ? this.failedDetail(this.fault(10000), order) : detail;
  });

const tells = (change) => changeAnswer('paidDetail', change);
const fails = (change) => changeAnswer('failedDetail', change);

/** bind:pay is not told of some endings. */
const silentAt = (which) => (button) => {
  const real = button.endPayment;
  button.endPayment = function silent(given, order, code) {
    if (!which(code)) real.call(this, given, order, code);
  };
};

module.exports = [
  fault('pay-timeout-is-2', CODE, 'a timeout is 1', 'whatever is not paid has failed', codeOf('times_out', 2)),
  fault('pay-failure-is-1', CODE, 'a failed payment is 2', 'the rows are mixed up', codeOf('payment_fails', 1)),
  fault('pay-closed-is-4', CODE, 'a closed payment is 3', 'the same as cancelling', codeOf('closed', 4)),
  fault('pay-cancel-is-3', CODE, 'a cancelled payment is 4', 'the same as closing', codeOf('cancels', 3)),
  fault('pay-unknown-is-0', CODE, 'a state that is not known is 9', 'taken for paid', codeOf('unknown', 0)),
  fault('pay-unknown-is-5', CODE, 'a state that is not known is 9', 'the next number', codeOf('unknown', 5)),
  fault('pay-success-is-1', CODE, 'a payment is 0', '1 for yes', codeOf('pays', 1)),
  fault('pay-always-paid', CODE, 'the code says how the payment ended', 'the answer of the cashier is not looked at',
    assume('button_desk', ['pays']),
  ),
  fault('pay-first-step-for-all', CODE, 'the code says how this payment ended', 'remembers the first', (button) => {
    let first;
    changeAnswer('deskEnd', (end) => (first ??= end))(button);
  }),
  fault('pay-cancel-is-fail', ALWAYS, 'a cancelled payment has status success', 'told as fail', failsAt(4)),
  fault('pay-failure-is-fail', ALWAYS, 'a failed payment has status success', 'told as fail', failsAt(2)),
  fault('pay-not-paid-is-fail', ALWAYS, 'the cashier opened: status success', '`code !== 0`', failsAt(1, 2, 3, 4, 9)),
  fault('pay-told-of-success-only', CALLED, 'bind:pay is told of every ending', 'only when paid', silentAt((code) => code !== 0)),
  fault('pay-not-told-of-cancel', CALLED, 'bind:pay is told that the user cancelled', 'the user knows', silentAt((code) => code === 4)),
  fault('pay-not-told-of-closing', CALLED, 'bind:pay is told that the cashier was closed', 'the user knows', silentAt((code) => code === 3)),
  fault('pay-told-twice', ALWAYS, 'one payment is told once', 'by the cashier and by the page', (button) => {
    const real = button.endPayment;
    button.endPayment = function twice(given, order, code) {
      real.call(this, given, order, code);
      real.call(this, given, order, code);
    };
  }),
  fault('pay-told-at-opening', CALLED, 'bind:pay is told when the payment has ended', 'as soon as the cashier is there', (button) => {
    const real = button.openDesk;
    button.openDesk = function early(given, order) {
      this.notify(given, 'pay', this.paidDetail(order, 0));
      return real.call(this, given, order);
    };
  }),
  fault('pay-leaving-is-cancel', CALLED, 'a user who still pays has not cancelled', 'told as cancelled when the cashier opens',
    (button) => {
      const real = button.deskEnd;
      button.deskEnd = function leaves() {
        const end = real.call(this);
        return end === 'leaves' ? 'cancels' : end;
      };
    },
  ),
  fault('pay-status-ok', STATUS, 'status is success or fail', '"ok"', tells((detail) => ({ ...detail, status: 'ok' }))),
  fault('pay-status-boolean', ['bind:pay', 'status string'], 'status is a text', 'true', tells((detail) => ({ ...detail, status: true }))),
  fault('pay-code-text', ['bind:pay, result', 'code number'], 'code is a number', 'a text',
    tells((detail) => ({ ...detail, result: { ...detail.result, code: String(detail.result.code) } })),
  ),
  fault('pay-code-outside-result', ['bind:pay', 'result object'], 'code is in result', 'beside it',
    tells(({ result, ...detail }) => ({ ...detail, ...result })),
  ),
  fault('pay-result-without-order', RESULT, 'result has orderId', 'only the code',
    tells((detail) => ({ ...detail, result: { code: detail.result.code } })),
  ),
  fault('pay-ids-exchanged', ORDER_ID, 'orderId is the number of the platform', 'exchanged with outOrderNo',
    tells((detail) => ({ ...detail, orderId: detail.outOrderNo, outOrderNo: detail.orderId })),
  ),
  fault('pay-without-order-id', ORDER_ID, 'bind:pay is told orderId', 'only the own number',
    tells(({ orderId, ...detail }, { goesOn }) => (goesOn ? { orderId, ...detail } : detail)),
  ),
  fault('pay-without-out-order-no', OUT_NO, 'bind:pay is told outOrderNo', 'only the number of the platform',
    tells(({ outOrderNo, ...detail }) => detail),
  ),
  fault('pay-snake-case', OUT_NO, 'it is named outOrderNo', 'out_order_no',
    tells(({ outOrderNo, ...detail }) => ({ ...detail, out_order_no: outOrderNo })),
  ),
  fault('continue-other-number', OUT_NO, 'outOrderNo is what the page passed', 'a number of the platform',
    changeAnswer('continuedIds', (ids) => ({ ...ids, outOrderNo: ids.orderId })),
  ),
  fault('continue-query-unheard', row('21526 继续支付获取订单信息失败,服务端内部错误'), 'an order that cannot be got is told', 'the answer is not looked at',
    assume('order_query', 'answers'),
  ),
  fault('continue-query-goes-on', row('21526 继续支付获取订单信息失败,服务端内部错误'), 'without the order no cashier',
    'tells the error and opens the cashier',
    (button) => {
      const real = button.continuePayment;
      button.continuePayment = function goesOn(given) {
        const [found] = this.continuingFault(given);
        real.call(this, given);
        if (found) this.openDesk(given, { fen: 19800, ...this.continuedIds(given) });
      };
    },
  ),
  fault('continue-order-page', CONTINUES, 'a payment goes on at the cashier', 'shows the order page first', (button) => {
    const real = button.continuePayment;
    button.continuePayment = function detour(given) {
      this.stage.shown({ page: 'order', goodsId: given.given['order-id'] });
      return real.call(this, given);
    };
  }),
  fault('continue-at-attach', CONTINUES, 'a payment goes on at a tap', 'opens the cashier by itself', (button) => {
    const real = button.display;
    button.display = function hasty(given, state) {
      real.call(this, given, state);
      if (state === 'pay') this.continuePayment(given);
    };
  }),
  fault('continue-new-order', ['bind:pay 说明', 'handleContinutePay(event)'], 'the payment of the order goes on', 'a new order is made',
    (button) => {
      const real = button.continuePayment;
      button.continuePayment = function again(given) {
        this.stage.sent({ to: 'order', goodsId: given.given['order-id'], quantity: 1, fen: 19800 });
        return real.call(this, given);
      };
    },
  ),
  fault('desk-price-of-one', ['currentPrice', '商品单价 单位:分'], 'the cashier asks for the price of the order', 'shows the price of one piece',
    (button) => {
      const real = button.openDesk;
      button.openDesk = function one(given, order) {
        const { page: _page, goods } = given;
        return real.call(this, given, goods ? { ...order, fen: this.priceOf(given) } : order);
      };
    },
  ),
  fault('desk-failure-silent', ['bind:pay 说明', 'const { errMsg } = result;'], 'a cashier that does not open is told', 'nobody hears of it',
    (button) => {
      const real = button.tellFailure;
      button.tellFailure = function silent(given, found, told, order) {
        if (found.code > 10002) real.call(this, given, found, told, order);
      };
    },
  ),
  fault('desk-failure-opens', STATUS, 'a cashier that does not open is not there', 'tells the error and shows it', (button) => {
    const real = button.tellFailure;
    button.tellFailure = function shows(given, found, told, order) {
      if (order && found.code <= 10002) this.stage.shown({ desk: 'pay-button', fen: order.fen });
      real.call(this, given, found, told, order);
    };
  }),
  fault('desk-failure-is-2', STATUS, 'a cashier that does not open is fail', 'told as a failed payment', (button) => {
    button.deskFailure = () => undefined;
    changeAnswer('deskCode', (code) => code ?? 2)(button);
  }),
  fault('desk-failure-all-10000', MESSAGE, 'three failures have three codes', 'one code for all',
    changeAnswer('deskFailure', (code) => code && 10000),
  ),
  fault('desk-wechat-exchanged', MESSAGE, '10001: WeChat did not start, 10002: it is not there', 'exchanged',
    changeAnswer('deskFailure', (code) => ({ 10001: 10002, 10002: 10001 })[code] ?? code),
  ),
  fault('fail-status-success', STATUS, 'status is fail if the cashier did not open', 'always success', (button) => {
    fails((detail) => ({ ...detail, status: 'success' }))(button);
    button.failureTold = () => ['error', 'pay'];
  }),
  fault('fail-without-message', MESSAGE, 'result has errMsg', 'an empty result', (button) => {
    fails((detail) => ({ ...detail, result: {} }))(button);
    button.failureTold = () => ['error', 'pay'];
  }),
  fault('fail-message-is-number', ['bind:pay, result', 'errMsg string'], 'errMsg is a text', 'the bare number', (button) => {
    fails((detail) => ({ ...detail, result: { errMsg: Number(detail.result.errMsg.split(' ')[0]) } }))(button);
    button.failureTold = () => ['error', 'pay'];
  }),
  fault('fail-message-without-code', MESSAGE, 'errMsg has the code', 'a word of comfort', (button) => {
    fails((detail) => ({ ...detail, result: { errMsg: '支付失败' } }))(button);
    button.failureTold = () => ['error', 'pay'];
  }),
];
