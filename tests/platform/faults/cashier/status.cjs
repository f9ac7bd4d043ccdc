'use strict';
// Mistakes about the conversation with getOrderStatus and the result page.

const { isObject } = require('../../cashier/options.cjs');
const { changeAnswer, replace } = require('../plant.cjs');

const fault = (name, breaks, note, plant) => ({ name, operation: 'tt.pay', breaks, note, plant });

const asks = (question) => replace('statusQuestion', question);

/** One status is not taken for a terminal one: the desk stays. */
const stays = (status) => changeAnswer('isTerminal', (terminal, code) => terminal && code !== status);

/** The question is put where nobody should ask. */
const asksToo = (method) => (cashier) => {
  const real = cashier[method];
  cashier[method] = function too(...given) {
    const request = given[0].request ?? given[0];
    this.callStatus(request);
    return real.apply(this, given);
  };
};

module.exports = [
  fault(
    'pay-status-not-asked',
    'after WeChat the cashier asks getOrderStatus (getOrderStatus, first paragraph)',
    'takes the return from WeChat for a payment',
    replace('askStatus', function paid(visit) {
      this.endVisit(visit, 0);
    }),
  ),
  fault(
    'pay-status-of-the-wallet',
    'the cashier cannot hear from WeChat, and follows getOrderStatus (getOrderStatus, first paragraph)',
    'asks, and then follows what happened in the wallet',
    replace('askStatus', function wallet(visit, outcome) {
      this.callStatus(visit.request);
      this.later(() => this.hearStatus(visit, { pays: 0, payment_fails: 2 }[outcome] ?? 9));
    }),
  ),
  fault(
    'pay-status-asked-once',
    'after 9 the user can confirm again, and the state is asked again (getOrderStatus, last paragraph)',
    'keeps the first answer',
    (cashier) => {
      let first;
      changeAnswer('callStatus', (answer) => (first ??= answer))(cashier);
    },
  ),
  fault(
    'pay-status-asked-of-alipay',
    'getOrderStatus is for WeChat (getOrderStatus, first paragraph; option getOrderStatus)',
    'also asked after Alipay, whose result is known',
    asksToo('backFromAlipay'),
  ),
  fault(
    'pay-status-asked-at-opening',
    'getOrderStatus is asked after WeChat (getOrderStatus, first paragraph)',
    'asked when the desk opens, to see whether it is paid',
    asksToo('openDesk'),
  ),
  fault(
    'pay-status-asked-at-closing',
    'getOrderStatus is asked after WeChat (getOrderStatus, first paragraph)',
    'asked when the user closes the desk',
    asksToo('closeDesk'),
  ),
  fault(
    'pay-status-asked-before-wechat',
    'getOrderStatus is asked after WeChat (getOrderStatus, first paragraph)',
    'asked before the wallet is called, and not again',
    replace('payByWeChat', function early(visit) {
      this.askStatus(visit);
      this.callWallet('wx', visit.request);
    }),
  ),
  fault(
    'pay-status-asked-of-service-3',
    'getOrderStatus counts with service 1 only (option getOrderStatus)',
    'also asked after direct payment by WeChat',
    asksToo('backFromWeChat'),
  ),
  fault(
    'pay-status-used-by-service-3',
    'getOrderStatus counts with service 1 only (option getOrderStatus)',
    'direct payment by WeChat ends as getOrderStatus says',
    (cashier) => {
      const real = cashier.backFromWeChat;
      cashier.backFromWeChat = function follows(request, outcome) {
        const tell = (code) => this.later(() => this.conclude(request, code ?? 9));
        const answer = outcome === 'pays' || outcome === 'unpaid' ? this.callStatus(request) : undefined;
        if (typeof answer?.then === 'function') answer.then((value) => tell(this.statusOf(value)), () => tell(9));
        else real.call(this, request, outcome);
      };
    },
  ),
  fault(
    'pay-status-asked-of-service-4',
    'getOrderStatus counts with service 1 only (option getOrderStatus)',
    'also asked after direct payment by Alipay',
    asksToo('afterAlipay'),
  ),
  fault(
    'pay-status-argument-text',
    'getOrderStatus is given an object (getOrderStatus, argument)',
    'given the number of the order itself',
    asks(({ out_order_no: number }) => number),
  ),
  fault(
    'pay-status-argument-camel-case',
    'the argument has out_order_no (getOrderStatus, argument)',
    'named outOrderNo',
    asks(({ out_order_no: outOrderNo }) => ({ outOrderNo })),
  ),
  fault('pay-status-argument-empty', 'out_order_no must be passed (getOrderStatus, argument)', 'an empty object', asks(() => ({}))),
  fault('pay-status-argument-missing', 'out_order_no must be passed (getOrderStatus, argument)', 'no argument', (cashier) => {
    cashier.callStatus = function bare({ given: { getOrderStatus } }) {
      try {
        return typeof getOrderStatus === 'function' ? getOrderStatus() : undefined;
      } catch {
        return undefined;
      }
    };
  }),
  fault(
    'pay-status-argument-number',
    'out_order_no is the number of the order, as it was given (getOrderStatus, argument)',
    'digits become a number',
    asks(({ out_order_no: number }) => ({ out_order_no: Number(number) })),
  ),
  fault(
    'pay-status-argument-merchant',
    'out_order_no is the number of the order (getOrderStatus, argument)',
    'the number of the merchant is passed',
    asks(({ merchant_id: number }) => ({ out_order_no: number })),
  ),
  fault(
    'pay-status-first-order',
    'out_order_no is the number of this order (getOrderStatus, argument)',
    'remembers the first order of the page',
    (cashier) => {
      let first;
      changeAnswer('statusQuestion', (question) => (first ??= question))(cashier);
    },
  ),
  fault(
    'pay-status-not-awaited',
    'getOrderStatus answers with a promise (option getOrderStatus)',
    'reads the code of the promise itself',
    replace('askStatus', function unawaited(visit) {
      this.hearStatus(visit, this.statusOf(this.callStatus(visit.request)));
    }),
  ),
  ...[0, 1, 2, 3].map((status) =>
    fault(
      `pay-status-${status}-stays`,
      `${status} is a terminal state: the result page comes (getOrderStatus, last paragraph)`,
      'the desk stays open',
      stays(status),
    ),
  ),
  fault(
    'pay-status-1-is-2',
    'the state of getOrderStatus is the code of success: 1 is a timeout (getOrderStatus, answer; success, code)',
    'whatever is not paid is told as 2',
    changeAnswer('statusOf', (code) => (code === 1 ? 2 : code)),
  ),
  fault(
    'pay-status-3-is-4',
    'the state of getOrderStatus is the code of success: 3 is a closed order (getOrderStatus, answer; success, code)',
    'told as cancelled',
    replace('endVisit', function ends(visit, code) {
      this.showResult(code);
      this.conclude(visit.request, code === 3 ? 4 : code);
    }),
  ),
  fault(
    'pay-status-9-closes',
    '9 leaves the desk open (getOrderStatus, last paragraph)',
    'every answer closes the desk',
    replace('stayAfterUnknown', function closes(visit) {
      this.conclude(visit.request, 9);
    }),
  ),
  fault(
    'pay-status-9-is-cancel',
    '9 leaves the desk open (getOrderStatus, last paragraph)',
    'told as cancelled at once',
    replace('stayAfterUnknown', function closes(visit) {
      this.conclude(visit.request, 4);
    }),
  ),
  fault(
    'pay-status-9-shows-result',
    'only a terminal state brings the result page (getOrderStatus, last paragraph)',
    'shows 9 on the result page',
    replace('stayAfterUnknown', function shows(visit) {
      this.endVisit(visit, 9);
    }),
  ),
  fault(
    'pay-status-9-blocks',
    'after 9 the user can confirm again (getOrderStatus, last paragraph)',
    'the button stays grey: only closing is left',
    replace('stayAfterUnknown', function blocks(visit) {
      visit.offered = [];
      this.goOn(visit);
    }),
  ),
  fault(
    'pay-no-result-page',
    'a terminal state brings the result page (getOrderStatus, last paragraph)',
    'the desk just closes',
    replace('showResult', () => {}),
  ),
  fault(
    'pay-result-page-says-paid',
    'the result page shows the state (getOrderStatus, last paragraph)',
    'one page for all, and it says paid',
    replace('showResult', function paid() {
      this.stage.shown({ result: 0 });
    }),
  ),
  fault(
    'pay-status-text-is-number',
    'the code of getOrderStatus is an Int: "0" is none (getOrderStatus, answer)',
    'compares loosely: "0" counts as paid',
    replace('statusOf', (answer) => (isObject(answer) && typeof answer.code === 'string' ? Number(answer.code) : answer?.code)),
  ),
  fault(
    'pay-status-bare-number',
    'getOrderStatus answers {code}: a bare 0 does not mean paid (getOrderStatus, answer)',
    'takes the number itself for the state',
    changeAnswer('statusOf', (code, answer) => (typeof answer === 'number' ? answer : code)),
  ),
  fault(
    'pay-status-missing-code-is-paid',
    'only 0 means paid (getOrderStatus, answer)',
    '`if (!code)`: a missing code counts as 0',
    changeAnswer('statusOf', (code, answer) => (isObject(answer) && !answer.code ? 0 : code)),
  ),
  fault(
    'pay-status-rejection-is-paid',
    'only 0 means paid (getOrderStatus, answer)',
    'both ends of the promise go the same way',
    replace('statusOfRejection', () => 0),
  ),
  fault(
    'pay-status-4-is-terminal',
    'the states are 0, 1, 2, 3 and 9: 4 is none (getOrderStatus, answer)',
    'shows 4 on the result page',
    changeAnswer('isTerminal', (terminal, code) => terminal || code === 4),
  ),
];
