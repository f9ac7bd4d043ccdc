'use strict';
// Mistakes about which callbacks of tt.pay are called, when, and with what.

const { changeAnswer, replace } = require('../plant.cjs');

const fault = (name, breaks, note, plant) => ({ name, operation: 'tt.pay', breaks, note, plant });

const answers = (change) => changeAnswer('successAnswer', (answer, code) => change(code, answer));

/** Only some of the callbacks hear of an outcome. */
const tells = (names, concerned) => (cashier) => {
  const real = cashier.settle;
  cashier.settle = function told(callbacks, outcome, answer) {
    const heard = concerned(outcome, answer) ? Object.fromEntries(names.map((name) => [name, callbacks[name]])) : callbacks;
    real.call(this, heard, outcome, answer);
  };
};

module.exports = [
  fault('pay-code-text', 'code is a number (success, code)', 'told as text', answers((code) => ({ code: String(code) }))),
  fault('pay-code-missing', 'success is told code (success, code)', 'told errMsg alone', answers(() => ({ errMsg: 'pay:ok' }))),
  fault('pay-code-misnamed', 'success is told code (success, code)', 'named status', answers((status) => ({ status }))),
  fault(
    'pay-codes-merged',
    'code says whether it timed out, failed, was closed or cancelled (success, code)',
    '0 for paid, and -1 for everything else',
    answers((code) => ({ code: code === 0 ? 0 : -1 })),
  ),
  fault('pay-code-always-0', 'only 0 means paid (success, code; sample)', 'success is success', answers(() => ({ code: 0 }))),
  fault(
    'pay-success-only-when-paid',
    'success tells every state (success, code)',
    'success and complete are called with 0 only',
    tells([], (outcome, { code }) => outcome === 'success' && code !== 0),
  ),
  fault(
    'pay-unpaid-is-fail',
    'once the desk has opened, success tells the state (success, code)',
    'everything but 0 goes to fail',
    (cashier) => {
      const real = cashier.settle;
      cashier.settle = function told(callbacks, outcome, answer) {
        const failed = outcome === 'success' && answer.code !== 0;
        real.call(this, callbacks, failed ? 'fail' : outcome, failed ? this.refusal('not paid') : answer);
      };
    },
  ),
  fault(
    'pay-refusal-is-success',
    'a call that fails calls fail (option fail)',
    'told to success with code 2',
    replace('fail', function fail(callbacks) {
      this.settle(callbacks, 'success', { code: 2 });
    }),
  ),
  fault(
    'pay-success-and-fail',
    'success and fail exclude each other (options success, fail)',
    'a refusal calls both',
    changeAnswer('fail', function also(_nothing, { success }) {
      this.invoke(success, [{ code: 2 }]);
    }),
  ),
  fault(
    'pay-fail-after-success',
    'success and fail exclude each other (options success, fail)',
    'a state that is not paid calls both',
    changeAnswer('settle', function also(_nothing, { fail }, outcome, { code }) {
      if (outcome === 'success' && code !== 0) this.invoke(fail, [this.refusal('not paid')]);
    }),
  ),
  fault(
    'pay-success-twice',
    'success is called once for a call (option success)',
    'called when the desk closes and again at the end',
    changeAnswer('settle', function again(_nothing, { success }, outcome, answer) {
      if (outcome === 'success') this.invoke(success, [answer]);
    }),
  ),
  fault(
    'pay-success-at-opening',
    'success tells how the payment ended (success, code)',
    'called when the desk opens, and not again',
    (cashier) => {
      const real = cashier.openDesk;
      cashier.openDesk = function early(request) {
        this.conclude(request, 9);
        real.call(this, { ...request, callbacks: {} });
      };
    },
  ),
  fault(
    'pay-complete-forgotten-after-success',
    'complete is called after a success (option complete)',
    'an early return',
    tells(['success'], (outcome) => outcome === 'success'),
  ),
  fault(
    'pay-complete-forgotten-after-fail',
    'complete is called after a failure (option complete)',
    'an early return',
    tells(['fail'], (outcome) => outcome === 'fail'),
  ),
  fault(
    'pay-complete-forgotten-after-cancel',
    'complete is called whatever the state (option complete)',
    'closing the desk takes another way out',
    tells(['success'], (outcome, { code }) => outcome === 'success' && code === 4),
  ),
  fault(
    'pay-complete-twice',
    'complete is called once for a call (option complete)',
    'called in the branch and again at the end',
    changeAnswer('settle', function again(_nothing, { complete }, _outcome, answer) {
      this.invoke(complete, this.completeArguments(answer));
    }),
  ),
  fault(
    'pay-complete-alone',
    'a failure calls fail, and complete besides (options fail, complete)',
    'complete is taken for enough',
    tells(['complete'], (outcome) => outcome === 'fail'),
  ),
  fault(
    'pay-message-missing',
    'fail is told errMsg (fail, errMsg)',
    'told an object without a text',
    replace('refusal', () => ({ errCode: -1 })),
  ),
  fault(
    'pay-fail-without-argument',
    'fail is told an object (fail, "object 类型")',
    'called without an argument',
    replace('fail', function fail(callbacks) {
      this.invoke(callbacks.fail, []);
      this.invoke(callbacks.complete, []);
    }),
  ),
  fault(
    'pay-callbacks-inside-the-call',
    'callbacks hear of the end of the call, so none runs inside it (options success, fail, complete)',
    'runs everything at once that need not wait for a promise',
    replace('later', (action) => action()),
  ),
  fault(
    'pay-refused-inside-the-call',
    'callbacks hear of the end of the call, so none runs inside it (options fail, complete)',
    'a refusal is told at once',
    changeAnswer('read', function atOnce(request) {
      const refusal = this.firstRefusal(request);
      if (!refusal) return request;
      this.fail(request.callbacks, refusal);
      return { ...request, callbacks: {} };
    }),
  ),
];
