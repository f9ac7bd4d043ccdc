'use strict';
// Mistakes about direct payment, service 3 and 4, and the texts of fail.

const { changeAnswer, replace } = require('../plant.cjs');

const fault = (name, breaks, note, plant) => ({ name, operation: 'tt.pay', breaks, note, plant });

/** One of the three codes is told in another way. */
const failures = (change) => changeAnswer('failure', change);
const without = (code, text) =>
  failures(function changed(answer, asked) {
    return asked === code ? this.refusal(text) : answer;
  });

/** One outcome of WeChat ends with another code of success. */
const wechatIs = (outcome, code) => (cashier) => {
  const real = cashier.backFromWeChat;
  cashier.backFromWeChat = function told(request, happened) {
    if (happened === outcome) this.conclude(request, code);
    else real.call(this, request, happened);
  };
};
const alipayIs = (outcome, code) => (cashier) => {
  const real = cashier.afterAlipay;
  cashier.afterAlipay = function told(request, happened) {
    if (happened === outcome) this.conclude(request, code);
    else real.call(this, request, happened);
  };
};

module.exports = [
  fault(
    'pay-default-channel-of-service-3',
    'default_pay_channel counts with service 1 only (payChannel, default_pay_channel)',
    'service 3 pays by the default channel',
    changeAnswer('directChannel', (channel, { given, info }) => {
      const wanted = given.payChannel?.default_pay_channel;
      return ['wx', 'alipay'].includes(wanted) && info[`${wanted}_url`] ? wanted : channel;
    }),
  ),
  fault('pay-wechat-paid-is-0', 'nobody tells the cashier how WeChat ended (getOrderStatus, first paragraph; success, code 9)', 'the user came back, so 0', wechatIs('pays', 0)),
  fault('pay-wechat-unpaid-is-0', 'nobody tells the cashier how WeChat ended (getOrderStatus, first paragraph; success, code 9)', 'the user came back, so 0', wechatIs('unpaid', 0)),
  fault('pay-wechat-missing-is-success', 'WeChat is not installed: fail with 10002 (fail, errMsg)', 'told as success with 9', wechatIs('missing', 9)),
  fault('pay-wechat-stuck-is-success', 'WeChat cannot be started: fail with 10001 (fail, errMsg)', 'told as success with 9', wechatIs('does_not_start', 9)),
  fault('pay-direct-alipay-paid-is-9', 'a payment that succeeded is 0 (success, code)', 'both wallets are treated alike', alipayIs('pays', 9)),
  fault('pay-direct-alipay-timeout-is-2', 'a payment that timed out is 1 (success, code)', 'told as failed', alipayIs('times_out', 2)),
  fault('pay-direct-alipay-closed-is-4', 'an order that was closed is 3 (success, code)', 'told as cancelled', alipayIs('closed', 4)),
  fault('pay-direct-alipay-unpaid-is-0', 'a cancelled payment is 4, and only 0 means paid (success, code)', 'the user came back, so 0', alipayIs('unpaid', 0)),
  fault('pay-direct-alipay-failure-is-0', 'only 0 means paid (success, code)', 'the user came back, so 0', alipayIs('payment_fails', 0)),
  fault('pay-direct-alipay-missing-is-0', 'only 0 means paid (success, code)', 'a wallet that is not there went wrong in no way', alipayIs('missing', 0)),
  fault(
    'pay-10001-and-10002-swapped',
    '10001: WeChat cannot be started, 10002: it is not installed (fail, errMsg)',
    'neighbouring codes swapped',
    (cashier) => {
      const real = cashier.failure;
      cashier.failure = function swapped(code) {
        return real.call(this, { 10001: 10002, 10002: 10001 }[code] ?? code);
      };
    },
  ),
  fault('pay-10001-is-10000', 'WeChat cannot be started: 10001 (fail, errMsg)', 'one code for every failure', without(10001, '10000 支付失败')),
  fault('pay-10002-is-10000', 'WeChat is not installed: 10002 (fail, errMsg)', 'one code for every failure', without(10002, '10000 支付失败')),
  fault('pay-10001-without-code', 'errMsg holds 10001 (fail, errMsg)', 'the words alone', without(10001, '调起微信失败')),
  fault('pay-10002-without-code', 'errMsg holds 10002 (fail, errMsg)', 'the words alone', without(10002, '微信未安装')),
  fault('pay-10000-without-code', 'errMsg holds 10000 when the payment failed (fail, errMsg)', 'the words alone', without(10000, '支付失败')),
  fault('pay-10000-is-10001', 'the payment failed: 10000 (fail, errMsg)', 'a failure in the wallet is told as one to start it', without(10000, '10001 调起微信失败')),
  fault(
    'pay-code-beside-message',
    'the code stands in errMsg (fail, errMsg)',
    'told as errCode, as newer APIs do',
    failures((_answer, code) => ({ errMsg: 'pay:fail', errCode: code })),
  ),
  fault(
    'pay-message-is-number',
    'errMsg is a text (fail, errMsg)',
    'the bare code',
    failures((_answer, code) => ({ errMsg: code })),
  ),
  fault(
    'pay-missing-wechat-is-called',
    'WeChat is not installed: fail, and no success (fail, errMsg)',
    'never looks whether it is installed',
    changeAnswer('callWallet', (outcome) => (outcome === 'missing' ? 'unpaid' : outcome)),
  ),
  fault(
    'pay-direct-both-wallets',
    'service 3 calls WeChat, service 4 calls Alipay (option service)',
    'calls every wallet that has a url',
    changeAnswer('callWallet', function both(outcome, channel, request) {
      const other = channel === 'wx' ? 'alipay' : 'wx';
      const wanted = !this.opensDesk(request) && this.urlOf(request.info, `${other}_url`) !== undefined;
      if (wanted) this.stage.shown({ wallet: other });
      return outcome;
    }),
  ),
];
