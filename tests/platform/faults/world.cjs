'use strict';
// Mistakes about what the world has against a deal, and about the way from the order to the result.

const { assume, changeAnswer, forget, replace } = require('./plant.cjs');

const CALL = 'tt.openAwemeCustomerService';
const fault = (name, breaks, note, plant) => ({ name, operation: CALL, breaks, note, plant });

/** Another error code for one cause. */
const recode = (method, from, to) =>
  changeAnswer(method, function recoded(refusal) {
    return refusal?.errCode === from ? this.refusal(to) : refusal;
  });

/** The user's act is taken for another. */
const mistake = (act, other) =>
  changeAnswer('userAct', (real) => (real === act ? other : real));

/** Something is done although the request is refused (for requests that have a price). */
const despiteRefusal = (action) =>
  changeAnswer('firstRefusal', function despite(refusal, request) {
    const real = this.world.host !== 'devtools' && this.priceOf(request) !== undefined;
    if (refusal && real) action.call(this, request);
    return refusal;
  });

module.exports = [
  fault('login-unchecked', 'without login it fails with -16000 (error -16000)', 'check forgotten', forget('notLoggedIn')),
  fault('real-name-unchecked', 'without real name it fails with -15098 (error -15098)', 'check forgotten', forget('noRealName')),
  fault('limit-ignored', 'over the spending limit it fails with -15099 (error -15099)', 'check forgotten', forget('overLimit')),
  fault(
    'face-asked-before-risk',
    'nothing: no document ranks one refusal above another',
    'two checks change places',
    changeAnswer('causes', (names) => names.map((name) => ({ risky: 'faceFailed', faceFailed: 'risky' })[name] ?? name)),
  ),
  fault(
    'limit-forgets-the-past',
    'the limit binds what is paid in total (error -15099: "累计")',
    'compares the single payment only',
    replace('exceeds', (_past, price, limit) => price > limit),
  ),
  fault(
    'limit-forgets-earlier-steps',
    'the limit counts what was just paid (error -15099: "累计")',
    'the sum is read once and never grows',
    replace('exceeds', function exceeds(_past, price, limit) {
      return BigInt(this.world.spent ?? 0) + price > limit;
    }),
  ),
  fault(
    'limit-in-yuan',
    'what is paid and its limit are compared in one unit (error -15099)',
    'compares yuan with fen',
    changeAnswer('exceeds', (_answer, past, price, limit) => (past + price) / 100n > limit),
  ),
  fault('risk-ignored', 'a deal that risk control intercepts fails with -20002 (error -20002)', 'check forgotten', forget('risky')),
  fault('face-ignored', 'a failed face verification fails with 21113 (error 21113)', 'check forgotten', forget('faceFailed')),
  fault('face-is-risk', 'a failed face verification fails with 21113 (error 21113)', 'told as risk', recode('faceFailed', 21113, -20002)),
  fault('offline-ignored', 'without a network it fails with 4 (error 4)', 'never looks', assume('network', 'online')),
  fault(
    'offline-is-payment-failure',
    'without a network it fails with 4 (error 4)',
    'every failure is -1',
    (target) => {
      recode('offline', 4, -1)(target);
      recode('openDesk', 4, -1)(target);
    },
  ),
  fault(
    'ios-accepted',
    'iOS can not pay: -16001 (error -16001, errMsg)',
    'the system is not looked at; the same as the reading not-supported-means=closed',
    replace('systemSupported', () => true),
  ),
  fault(
    'unopened-ability-accepted',
    'without the payment ability it fails with -16001 (error -16001, explanation)',
    'the ability is not looked at; the same as the reading not-supported-means=ios',
    replace('paymentOpen', () => true),
  ),
  fault(
    'ability-unchecked',
    'iOS without the payment ability fails with -16001 (error -16001)',
    'check forgotten',
    forget('notSupported'),
  ),
  fault(
    'order-error-ignored',
    'an internal error of the order server fails with -15009 (error -15009)',
    'the server answer is not looked at',
    assume('order_server', 'answers'),
  ),
  fault(
    'order-error-is-payment-failure',
    'an internal error of the order server fails with -15009 (error -15009)',
    'every failure is -1',
    recode('createOrder', -15009, -1),
  ),
  fault(
    'desk-failure-is-payment-failure',
    'a desk that can not be opened fails with 3 (error 3)',
    'every failure is -1',
    recode('openDesk', 3, -1),
  ),
  fault('cancel-is-success', 'a user who cancels: fail with -2 (error -2)', 'the desk was closed, so done', mistake('cancels', 'pays')),
  fault('cancel-is-failure', 'a user who cancels: fail with -2 (error -2)', 'told as -1', mistake('cancels', 'payment_fails')),
  fault('failure-is-success', 'a failed payment: fail with -1 (error -1)', 'the desk was used, so done', mistake('payment_fails', 'pays')),
  fault('failure-is-cancel', 'a failed payment: fail with -1 (error -1)', 'told as -2', mistake('payment_fails', 'cancels')),
  fault('cancel-silent', 'a user who cancels: fail and complete are called (error -2)', 'nothing is called', mistake('cancels', 'leaves')),
  fault(
    'refused-order-sent',
    'a refused request creates no order (error table)',
    'creates the order before the checks',
    despiteRefusal(function send(request) {
      this.stage.sent(this.orderFields(request));
    }),
  ),
  fault(
    'refused-desk-shown',
    'a refused request opens no desk (error table)',
    'opens the desk before the checks',
    despiteRefusal(function show(request) {
      this.stage.shown(this.deskFields(request));
    }),
  ),
  fault(
    'order-sent-twice',
    'one call creates one order (parameter customId: unique)',
    'a retry without need',
    changeAnswer('createOrder', function again(refusal, request) {
      if (this.world.network === 'online') this.stage.sent(this.orderFields(request));
      return refusal;
    }),
  ),
  fault('zone-always-1', 'a given zoneId reaches the server (parameter zoneId)', 'the default replaces it', replace('zoneOf', () => '1')),
  fault(
    'zone-without-role',
    'zoneId with a role ("1_7") reaches the server whole (parameter zoneId)',
    'cuts the role off',
    changeAnswer('zoneOf', (zoneId) => zoneId?.split('_')[0]),
  ),
  fault(
    'custom-id-not-sent',
    'customId reaches the server (parameter customId; samples)',
    'left out of the order',
    changeAnswer('orderFields', ({ customId: _left, ...fields }) => fields),
  ),
  fault(
    'devtools-pays',
    'the developer tools show a code and open no desk (section on testing)',
    'treated like the app',
    assume('host', 'douyin'),
  ),
  fault(
    'devtools-unchecked',
    'the developer tools check the parameters first (section on testing)',
    'shows the code at once',
    changeAnswer('firstRefusal', function unchecked(refusal) {
      return this.world.host === 'devtools' ? undefined : refusal;
    }),
  ),
];
