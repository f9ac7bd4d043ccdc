'use strict';
// Mistakes about what the desk shows, and about how it ends without getOrderStatus.

const { isObject } = require('../../cashier/options.cjs');
const { changeAnswer, replace } = require('../plant.cjs');

const fault = (name, breaks, note, plant) => ({ name, operation: 'tt.pay', breaks, note, plant });

const offers = (channel, check) =>
  changeAnswer('isOffered', (offered, asked, { info }) => (asked === channel ? check(info, offered) : offered));
const shows = (change) => changeAnswer('deskFields', (fields, visit) => change(fields, visit));
const wantedOf = ({ given: { payChannel } }) => (isObject(payChannel) ? payChannel.default_pay_channel : undefined);
const codes = (changes) => changeAnswer('alipayCode', (code, outcome) => changes[outcome] ?? code);

module.exports = [
  fault(
    'pay-wx-shown-without-url',
    'without wx_url WeChat is not shown (orderInfo, wx_url)',
    'both channels are always shown',
    offers('wx', () => true),
  ),
  fault(
    'pay-alipay-shown-without-url',
    'without alipay_url Alipay is not shown (orderInfo, alipay_url)',
    'both channels are always shown',
    offers('alipay', () => true),
  ),
  fault(
    'pay-wx-shown-for-empty-url',
    'an empty wx_url means that WeChat is not wanted (notes on orderInfo, wx_url)',
    'only looks whether the field is there',
    offers('wx', (info) => info.wx_url !== undefined),
  ),
  fault(
    'pay-alipay-shown-for-empty-url',
    'an empty alipay_url means that Alipay is not wanted (notes on orderInfo, alipay_url)',
    'only looks whether the field is there',
    offers('alipay', (info) => info.alipay_url !== undefined),
  ),
  fault(
    'pay-wx-never-shown',
    'the correct wx_url is all that WeChat needs (notes on orderInfo, wx_url)',
    'a switch elsewhere is off',
    offers('wx', () => false),
  ),
  fault(
    'pay-alipay-never-shown',
    'the correct alipay_url is all that Alipay needs (notes on orderInfo, alipay_url)',
    'a switch elsewhere is off',
    offers('alipay', () => false),
  ),
  fault(
    'pay-channels-swapped',
    'wx_url shows WeChat, alipay_url shows Alipay (orderInfo, wx_url, alipay_url)',
    'each shows the other',
    replace('isOffered', function swapped(channel, { info }) {
      return this.urlOf(info, channel === 'wx' ? 'alipay_url' : 'wx_url') !== undefined;
    }),
  ),
  fault(
    'pay-amount-in-yuan',
    'total_amount is in fen (orderInfo, total_amount)',
    'the desk takes it for yuan',
    shows((fields) => ({ ...fields, fen: fields.fen * 100 })),
  ),
  fault(
    'pay-amount-divided',
    'total_amount is in fen (orderInfo, total_amount)',
    'the desk shows yuan as fen',
    shows((fields) => ({ ...fields, fen: fields.fen / 100 })),
  ),
  fault(
    'pay-default-ignored',
    'default_pay_channel is ticked (payChannel, default_pay_channel)',
    'the first channel is always ticked',
    replace('tickedOf', (offered) => offered[0]),
  ),
  fault(
    'pay-default-swapped',
    'default_pay_channel is ticked (payChannel, default_pay_channel)',
    'ticks the other one',
    changeAnswer('tickedOf', (ticked, offered, request) =>
      offered.includes(wantedOf(request)) ? offered.find((channel) => channel !== ticked) ?? ticked : ticked,
    ),
  ),
  fault(
    'pay-default-on-hidden-channel',
    'a channel without its url is not shown, so it is not ticked (orderInfo, wx_url, alipay_url)',
    'ticks what the caller says',
    replace('tickedOf', function ticked(offered, request) {
      return wantedOf(request) ?? offered[0];
    }),
  ),
  fault(
    'pay-default-shows-channel',
    'without its url a channel is not shown, even as the default (orderInfo, wx_url, alipay_url)',
    'offers the default in any case',
    changeAnswer('isOffered', (offered, channel, request) => offered || wantedOf(request) === channel),
  ),
  fault(
    'pay-default-from-option',
    'default_pay_channel stands in payChannel (option payChannel; payChannel, default_pay_channel)',
    'takes payChannel itself for the channel',
    replace('tickedOf', (offered, { given: { payChannel } }) => (offered.includes(payChannel) ? payChannel : offered[0])),
  ),
  fault(
    'pay-desk-of-one-act',
    'after 9 the user can confirm again (getOrderStatus, last paragraph)',
    'the desk takes one act of the user and closes',
    changeAnswer('userActs', (acts) => acts.slice(0, 1)),
  ),
  fault(
    'pay-cancel-is-9',
    'closing the desk is 4 (success, code)',
    'nothing is known, so 9',
    replace('closeDesk', function close(visit) {
      this.conclude(visit.request, 9);
    }),
  ),
  fault(
    'pay-cancel-is-3',
    'closing the desk is 4 (success, code)',
    'takes "支付关闭" for the closed desk',
    replace('closeDesk', function close(visit) {
      this.conclude(visit.request, 3);
    }),
  ),
  fault(
    'pay-cancel-is-paid',
    'closing the desk is 4, and only 0 means paid (success, code; sample)',
    'the desk was used, so done',
    replace('closeDesk', function close(visit) {
      this.conclude(visit.request, 0);
    }),
  ),
  fault(
    'pay-cancel-fails',
    'once the desk has opened, success tells the state (success, code)',
    'a cancelled payment goes to fail',
    replace('closeDesk', function close({ request }) {
      this.fail(request.callbacks, this.refusal('cancelled'));
    }),
  ),
  fault(
    'pay-cancel-silent',
    'once the desk has opened, success tells the state (success, code)',
    'closing tells nobody',
    replace('closeDesk', () => {}),
  ),
  fault(
    'pay-alipay-paid-is-9',
    'a payment that succeeded is 0 (success, code)',
    'treats Alipay like WeChat',
    codes({ pays: 9 }),
  ),
  fault('pay-alipay-timeout-is-failure', 'a payment that timed out is 1 (success, code)', 'told as 2', codes({ times_out: 2 })),
  fault('pay-alipay-failure-is-timeout', 'a payment that failed is 2 (success, code)', 'told as 1', codes({ payment_fails: 1 })),
  fault('pay-alipay-failure-is-paid', 'a payment that failed is 2 (success, code)', 'the wallet was used, so done', codes({ payment_fails: 0 })),
  fault('pay-alipay-closed-is-cancel', 'an order that was closed is 3 (success, code)', 'told as 4', codes({ closed: 4 })),
  fault('pay-alipay-closed-is-failure', 'an order that was closed is 3 (success, code)', 'told as 2', codes({ closed: 2 })),
  fault(
    'pay-alipay-failure-fails',
    'once the desk has opened, success tells the state (success, code)',
    'a failed payment at the desk goes to fail',
    (cashier) => {
      const real = cashier.endVisit;
      cashier.endVisit = function ends(visit, code) {
        if (code === 2) this.fail(visit.request.callbacks, this.failure(10000));
        else real.call(this, visit, code);
      };
    },
  ),
  fault(
    'pay-wx-calls-alipay',
    'who ticks WeChat pays by WeChat (payChannel, default_pay_channel)',
    'the desk always pays by Alipay when it is there',
    (cashier) => {
      const real = cashier.payByWeChat;
      cashier.payByWeChat = function byAlipay(visit) {
        if (visit.offered.includes('alipay')) this.payByAlipay(visit);
        else real.call(this, visit);
      };
    },
  ),
];
