'use strict';
// Where the documents leave room: every choice, its values, and the default (the first value).

const reading = (name, operation, values, about) => ({ name, operation, values, about });
const CALL = 'tt.openAwemeCustomerService';
const PAY = 'tt.pay';
const BUTTON = 'pay-button';
const CALLS = [CALL, PAY];
const ALL = [...CALLS, BUTTON];

const READINGS = [
  reading('precedence', ALL, ['parameters-first', 'login-first', 'table-order'], 'which of several refusals is told'),
  reading('below-minimum', ALL, ['throws', 'fails', 'nothing'], 'the call below base library 2.64.0'),
  reading('newer-parameter', ALL, ['ignored', 'refused'], 'goodType, orderAmount, goodName below 3.47.0'),
  reading('options-not-object', CALLS, ['throws', 'nothing'], 'the call without an options object'),
  reading('null', ALL, ['wrong-type', 'missing'], 'a parameter that is null'),
  reading('not-finite', ALL, ['value', 'wrong-type'], 'NaN and Infinity: an illegal number, or no number'),
  reading('callback-type', ALL, ['ignored', 'refused'], 'a callback that is no function'),
  reading('callback-throws', ALL, ['others-run', 'stops-others'], 'a callback that throws'),
  reading('complete-argument', CALLS, ['same', 'none', 'message-only'], 'what complete is told'),
  reading('complete-order', CALLS, ['after', 'before'], 'complete after or before success and fail'),
  reading('never-finishes', ALL, ['silent', 'timed-out'], 'the user leaves the desk open for ever'),
  reading('custom-id-missing', CALL, ['-15101', '99', 'accepted'], 'no customId'),
  reading('custom-id-blank', CALL, ['accepted', '-15101'], 'a customId of white space only'),
  reading('custom-id-used-at', CALL, ['order', 'call', 'paid'], 'when a customId counts as used'),
  reading('item-quantity', CALL, ['ignored', 'type-checked', 'refused'], 'buyQuantity in the item scene'),
  reading('tier-miss', CALL, ['-17006', '-15002'], 'a quantity that hits no price tier'),
  reading('fractional-quantity', CALL, ['-17006', 'accepted'], 'a fractional quantity that hits a tier'),
  reading('price-not-configured', CALL, ['-17006', '-15009'], 'the world has no coin price'),
  reading('order-amount-missing', CALL, ['99', '-15002'], 'no orderAmount in the item scene'),
  reading('order-amount-illegal', CALL, ['-15002', '99'], 'orderAmount zero, negative or fractional'),
  reading('illegal-value', CALL, ['-15002', '99'], 'illegal goodType, currencyType, goodName'),
  reading('good-name-unit', CALL, ['utf16', 'code-points', 'graphemes'], 'what a character of goodName is'),
  reading('good-name-missing', CALL, ['accepted', 'refused'], 'no or an empty goodName in the item scene'),
  reading('extra-info-unit', CALL, ['utf16', 'code-points', 'bytes', 'unlimited'], 'the unit of the 256 of extraInfo'),
  reading('zone-default', CALL, ['filled', 'absent'], 'no zoneId: "1" is sent, or none'),
  reading('zone-empty', CALL, ['absent', 'passed-on'], 'an empty zoneId'),
  reading('currency-absent', CALL, ['converted', 'no-diamonds'], 'the desk without currencyType'),
  reading('item-diamonds', CALL, ['converted', 'absent'], 'whether orderAmount is converted to diamonds'),
  reading('part-diamonds', CALL, ['fractional', 'rounded', 'refused'], 'amounts that are no whole diamond'),
  reading('spending-limit', CALL, ['sum', 'sum-reached', 'past'], 'past+price > limit, past+price >= limit, past >= limit'),
  reading('not-supported-means', CALL, ['ios-or-closed', 'ios', 'closed'], 'what row -16001 stands for'),
  reading('offline-at', CALL, ['call', 'desk'], 'when a missing network is noticed'),
  reading('success-means', CALL, ['paid', 'opened'], 'success: the user paid, or the desk opened'),
  reading('close-code', CALL, ['-1', '-2', '4'], 'the desk is closed without the cancel button'),
  reading('timeout-code', CALL, ['-1', '-2', '4'], 'the payment takes too long'),
  reading('devtools', CALL, ['qr', 'mock'], 'the developer tools: a code only, or also a mock result'),
  reading('can-i-use-knows', 'tt.canIUse', ['parameters', 'good-type'], 'the paths that canIUse knows'),
  reading('sign-null', ['sign', 'order-info', PAY], ['dropped', 'word', 'refused'], 'a field that is null'),
  reading('sign-object', ['sign', 'order-info', PAY], ['json', 'refused'], 'a field that is an object or a list'),
  reading('channel-unwanted', 'order-info', ['absent', 'empty'], 'wx_url or alipay_url that is not wanted'),
  // tt.pay. It follows the choices above as well that are not about diamonds: precedence to never-finishes, and sign-...
  reading('pay-minimum', PAY, ['1.19.4', '1.19.0'], 'the base library that tt.pay needs'),
  reading('service-missing', PAY, ['refused', '1'], 'no service'),
  reading('optional-type', PAY, ['ignored', 'refused'], 'getOrderStatus, payChannel, default_pay_channel, _debug of a wrong type'),
  reading('required-fields', PAY, ['all', 'official'], 'the fields of orderInfo that may not be missing'),
  reading('required-empty', PAY, ['missing', 'illegal'], 'what is said of null and "" in a required field'),
  reading('risk-info-missing', PAY, ['refused', 'accepted'], 'no risk_info'),
  reading('amount-zero', PAY, ['refused', 'accepted'], 'a total_amount of 0'),
  reading('time-digits', PAY, ['ten', 'any'], 'how many digits timestamp and trade_time have'),
  reading('times-as-numbers', PAY, ['refused', 'accepted'], 'timestamp, trade_time, valid_time given as numbers'),
  reading('valid-time-zero', PAY, ['refused', 'accepted'], 'a valid_time of "0"'),
  reading('notify-url', PAY, ['fixed', 'or-empty'], 'whether an empty notify_url is right, too'),
  reading('direct-fixed-values', PAY, ['bind', 'free'], 'the fixed values with service 3 and 4; sign_type always binds'),
  reading('direct-urls', PAY, ['one', 'both'], 'service 3 and 4 need the url of their channel, or both'),
  reading('direct-trade-time', PAY, ['binds', 'free'], 'the rule of trade_time with service 3 and 4'),
  reading('url-form', PAY, ['up-front', 'wallet', 'never'], 'when the forms of wx_url and alipay_url are checked'),
  reading('no-channel', PAY, ['empty-desk', 'refused'], 'service 1 with neither url'),
  reading('wx-type-empty', PAY, ['ignored', 'refused'], 'an empty wx_type without wx_url'),
  reading('wx-type-alone', PAY, ['refused', 'ignored'], 'a wx_type without wx_url'),
  reading('sign-case', PAY, ['refused', 'accepted'], 'a sign in upper case'),
  reading('trade-time-changed', PAY, ['refused', 'accepted'], 'the same out_order_no with another trade_time'),
  reading('trade-time-remembered', PAY, ['call', 'accepted', 'paid'], 'the call whose trade_time counts'),
  reading('paid-again', PAY, ['accepted', 'refused'], 'an out_order_no that is paid already'),
  reading('order-expired', PAY, ['code-1', 'refused', 'ignored'], 'trade_time + valid_time has passed (service 1)'),
  reading('unlisted-host', PAY, ['refused', 'accepted'], 'an app that the document does not name'),
  reading('ticked-by-default', PAY, ['first', 'none'], 'the ticked one of two channels without a default'),
  reading('status-unclear', PAY, ['stays', '9', '2'], 'getOrderStatus is missing, fails, or answers no documented status'),
  reading('close-after-unknown', PAY, ['4', '9'], 'the desk is closed when the state of the order is unknown'),
  reading('desk-wallet-missing', PAY, ['stays', '10002'], 'WeChat is not installed: the desk stays, or fail'),
  reading('alipay-unpaid', PAY, ['stays', '4', '9'], 'the user comes back from Alipay to the desk without paying'),
  reading('wechat-result', PAY, ['9', 'nothing'], 'service 3: WeChat was used'),
  reading('wechat-fails', PAY, ['10000', '9', 'nothing'], 'service 3: the payment fails inside WeChat'),
  reading('alipay-fails', PAY, ['10000', '2'], 'service 4: Alipay says that the payment failed'),
  reading('alipay-missing', PAY, ['no-code', '10000'], 'service 4: Alipay is not installed'),
  reading('direct-offline', PAY, ['no-code', '10000'], 'service 3 and 4 without a network'),
  // <pay-button>. It follows some of the choices above as well: precedence, below-minimum, newer-parameter, null, ...
  reading('button-error-count', BUTTON, ['first', 'each'], 'one bind:error for the first of several faults, or one for each'),
  reading('button-error-at', BUTTON, ['attach', 'tap', 'both'], 'when faults of properties are told'),
  reading('button-attributes', BUTTON, ['strict', 'coerced'], 'numeric texts as properties that are numbers'),
  reading('button-id-length', BUTTON, ['unlimited', '64'], 'how many bytes order-id and refund-id may have'),
  reading('biz-line-illegal', BUTTON, ['ignored', '21502'], 'a biz-line that is neither 1 nor 2'),
  reading('knowledge-goods', BUTTON, ['21502', 'ignored'], 'biz-line 2 with goods-type 2'),
  reading('no-whitelist', BUTTON, ['21515', '21502', '21508', '21517'], 'goods outside the library without whitelist'),
  reading('tap-after-failure', BUTTON, ['own', 'cause', 'both'], 'a tap after goods info or ability failed: 21514, 21515, the cause'),
  reading('no-promise', BUTTON, ['call-failed', 'wrong-type', 'accepted'], 'a handler that returns no promise'),
  reading('library-fields', BUTTON, ['ignored', 'checked'], 'price, name, photo and labels of library goods'),
  reading('limits-outside', BUTTON, ['21512', 'clamped'], 'minLimits and maxLimits outside 1 to 99999'),
  reading('photo-type', BUTTON, ['extension', 'content'], 'the type of goodsPhoto: by extension, or by what is at the address'),
  reading('photo-no-extension', BUTTON, ['accepted', 'refused'], 'a goodsPhoto without extension'),
  reading('date-rule-empty', BUTTON, ['accepted', 'refused'], 'an empty dateRule'),
  reading('labels-empty', BUTTON, ['accepted', 'refused'], 'goodsLabels without a label'),
  reading('labels-not-list', BUTTON, ['21511', '21512'], 'goodsLabels that is no list'),
  reading('newer-label', BUTTON, ['21511', 'ignored'], 'NON_REFUNDABLE below 2.50.0.0'),
  reading('extra-bytes', BUTTON, ['utf8', 'escaped'], 'the bytes of a JSON text: of its UTF-8, or with all beyond ASCII escaped'),
  reading('extra-array', BUTTON, ['accepted', 'refused'], 'a list as extra, as tradeOption, or from bind:applyrefund'),
  reading('extension-path-at', BUTTON, ['after', 'before'], 'bind:getextensionpath after or before bind:placeorder'),
  reading('extension-path-rejected', BUTTON, ['ignored', 'stops'], 'bind:getextensionpath rejects'),
  reading('second-tap', BUTTON, ['ignored', 'runs'], 'a tap while the one before it goes on'),
  reading('order-page-refusal', BUTTON, ['blocked', '21518', '21518-and-pay'], 'a quantity outside the limits, no phone number'),
  reading('ordered-logged-out', BUTTON, ['21517', '21510', 'nothing'], 'not logged in although bind:placeorder resolved'),
  reading('payment-failure-told', BUTTON, ['error-pay', 'pay-error', 'pay', 'error'], 'who hears of 10000 to 10002 and 21517'),
  reading('order-data-told', BUTTON, ['error', 'both'], '21518: bind:error, or bind:pay with fail as well'),
  reading('no-order-ids', BUTTON, ['absent', 'empty'], 'orderId and outOrderNo of bind:pay where no order was created'),
  reading('continue-order-id', BUTTON, ['present', 'absent'], 'orderId of bind:pay when a payment goes on'),
  reading('continue-ability', BUTTON, ['not-asked', 'asked'], 'whether a payment that goes on needs the payment ability'),
  reading('continue-query-told', BUTTON, ['error', 'both'], '21526 and 21527: bind:error, or bind:pay with fail as well'),
  reading('apply-refund-at', BUTTON, ['submit', 'tap'], 'when bind:applyrefund is called'),
  reading('apply-refund-nothing', BUTTON, ['no-extra', '21534'], 'bind:applyrefund resolves with nothing'),
  reading('apply-refund-failure-told', BUTTON, ['error', 'both'], '21533 and 21534: bind:error, or bind:refund with fail as well'),
  reading('cp-extra-bare', BUTTON, ['object', 'absent'], 'cp_extra where only itemOrderList was given'),
  reading('cp-extra-length', BUTTON, ['unlimited', '2048'], 'how many bytes cp_extra may have'),
  reading('item-order-shape', BUTTON, ['21534', '21535'], 'an itemOrderList of the wrong shape'),
  reading('over-refund', BUTTON, ['21535', '21534'], 'refunding more than was paid for an item order'),
  reading('earlier-refunds', BUTTON, ['count', 'ignored'], 'whether what was refunded before lessens what may be refunded'),
  reading('repeated-item', BUTTON, ['left', 'full'], 'an item order twice, the second time without refundAmount'),
  reading('refund-total-value', BUTTON, ['21524', '21535'], 'a refund-total-amount of an old order that is zero, negative or fractional'),
  reading('refund-total-more', BUTTON, ['accepted', '21535'], 'a refund-total-amount of more than was paid'),
  reading('refund-detail-code', BUTTON, ['own', '21532', '21537'], 'two failures of the details of a refund: a code each, or one'),
];

/** The chosen value of every reading. Throws on a name or value that is not in the table. */
function choose(chosen = {}) {
  for (const name of Object.keys(chosen)) {
    const known = READINGS.find((entry) => entry.name === name);
    if (!known) throw new Error(`no such reading: ${name}`);
    if (!known.values.includes(chosen[name])) {
      throw new Error(`reading ${name} is one of ${known.values.join(', ')}, not ${chosen[name]}`);
    }
  }
  return Object.fromEntries(READINGS.map(({ name, values }) => [name, chosen[name] ?? values[0]]));
}

module.exports = { READINGS, choose };
