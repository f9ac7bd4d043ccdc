'use strict';
// Mistakes about what callbacks are told, and which are called when.

const { changeAnswer, replace } = require('./plant.cjs');

const CALL = 'tt.openAwemeCustomerService';
const fault = (name, breaks, note, plant) => ({ name, operation: CALL, breaks, note, plant });

const refusals = (change) => changeAnswer('refusal', change);
const textOf = (errCode, text) =>
  refusals(function changed(refusal) {
    return refusal.errCode === errCode ? { ...refusal, errMsg: this.failMessage(text) } : refusal;
  });

module.exports = [
  fault(
    'err-no-missing',
    'fail is told errNo (table of the failure callback)',
    'an older form of the answer',
    refusals(({ errMsg, errCode }) => ({ errMsg, errCode })),
  ),
  fault(
    'err-code-missing',
    'fail is told errCode (table of the failure callback)',
    'the newer errNo alone',
    refusals(({ errMsg, errNo }) => ({ errMsg, errNo })),
  ),
  fault(
    'err-no-20000-for-types',
    'errNo of row 99 is 20001 (error 99)',
    'one errNo for every row',
    refusals((refusal) => ({ ...refusal, errNo: 20000 })),
  ),
  fault(
    'err-no-is-err-code',
    'errNo is 20000 or 20001 (error table)',
    'errNo repeats errCode',
    refusals((refusal) => ({ ...refusal, errNo: refusal.errCode })),
  ),
  fault(
    'err-code-text',
    'errCode is a number (table of the failure callback)',
    'errCode as text',
    refusals((refusal) => ({ ...refusal, errCode: String(refusal.errCode) })),
  ),
  fault(
    'types-are-15002',
    'a parameter of the wrong type fails with 99 (error 99)',
    'type errors go to the general row',
    replace('typeRefusal', function typeRefusal() {
      return this.refusal(-15002);
    }),
  ),
  fault(
    'type-message-without-got',
    'the message of row 99 says what it got (error 99: "but got undefined")',
    'the second half is left out',
    replace('typeRefusal', function typeRefusal(name, expected) {
      return this.refusal(99, `params.${name} should be ${expected}`);
    }),
  ),
  fault(
    'message-without-prefix',
    'errMsg begins with "openAwemeCustomerService:fail " (table of the failure callback)',
    'the text alone',
    replace('failMessage', (text) => text),
  ),
  fault(
    'message-with-colon',
    'errMsg is "openAwemeCustomerService:fail " and the text (table of the failure callback)',
    '"fail:" instead of "fail "',
    replace('failMessage', (text) => `openAwemeCustomerService:fail: ${text}`),
  ),
  fault('cancel-text', 'errMsg of -2 ends in 支付取消 (error -2)', 'the two words swapped', textOf(-2, '取消支付')),
  fault(
    'risk-text',
    'errMsg of -20002 is 交易存在风险 (error -20002: errMsg column)',
    'takes the explanation for the message',
    textOf(-20002, '交易存在风险,被风控策略拦截'),
  ),
  fault(
    'quantity-text',
    'errMsg of -17006 is "buyQuantity illegal" (error -17006: errMsg column)',
    'takes the explanation for the message',
    textOf(-17006, 'buyQuantity参数异常'),
  ),
  fault(
    'real-name-and-limit-swapped',
    '-15098 is real name, -15099 the spending limit (errors -15098, -15099)',
    'neighbouring codes swapped',
    refusals((refusal) => {
      const other = { '-15098': -15099, '-15099': -15098 }[refusal.errCode];
      return other === undefined ? refusal : { ...refusal, errCode: other };
    }),
  ),
  fault(
    'success-message',
    'success is told "openAwemeCustomerService:ok" (table of the success callback)',
    '":success" instead of ":ok"',
    replace('successAnswer', () => ({ errMsg: 'openAwemeCustomerService:success' })),
  ),
  fault(
    'success-without-argument',
    'success is told an object with errMsg (table of the success callback)',
    'called without an argument',
    replace('succeed', function succeed({ success, complete }) {
      this.invoke(success, []);
      this.invoke(complete, this.completeArguments(this.successAnswer()));
    }),
  ),
  fault(
    'complete-forgotten-after-fail',
    'complete is called after a failure (parameter complete)',
    'an early return',
    replace('fail', function fail(callbacks, refusal) {
      this.settle({ fail: callbacks.fail }, 'fail', refusal);
    }),
  ),
  fault(
    'complete-forgotten-after-success',
    'complete is called after a success (parameter complete)',
    'an early return',
    replace('succeed', function succeed(callbacks) {
      this.settle({ success: callbacks.success }, 'success', this.successAnswer());
    }),
  ),
  fault(
    'complete-twice',
    'complete is called once per call (parameter complete)',
    'called in the branch and again at the end',
    changeAnswer('settle', function again(_nothing, callbacks, _outcome, answer) {
      this.invoke(callbacks.complete, this.completeArguments(answer));
    }),
  ),
  fault(
    'callbacks-inside-the-call',
    'the method is asynchronous: no callback runs inside the call (head of the document)',
    'runs everything at once',
    replace('later', (action) => action()),
  ),
  fault(
    'success-and-fail',
    'a failure calls fail and not success (parameters success, fail)',
    'success is called whatever happens',
    changeAnswer('fail', function also(_nothing, { success }) {
      this.invoke(success, [this.successAnswer()]);
    }),
  ),
  fault(
    'failure-told-to-success',
    'a failure calls fail (parameter fail)',
    'hands the error to success, as callers of other APIs expect',
    replace('fail', function fail(callbacks, refusal) {
      this.settle(callbacks, 'success', refusal);
    }),
  ),
];
