'use strict';
// Mistakes about the fields of orderInfo.

const { isObject } = require('../../cashier/options.cjs');
const { changeAnswer, replace } = require('../plant.cjs');

const fault = (name, breaks, note, plant) => ({ name, operation: 'tt.pay', breaks, note, plant });

/** The check of one field is forgotten. */
const unchecked = (field) => changeAnswer('fieldObjection', (objection, name) => (name === field ? undefined : objection));

/** The check of one field also takes what `takes` says. */
const takes = (field, check) =>
  changeAnswer('fieldObjection', (objection, name, { info }) => (name === field && check(info[name]) ? undefined : objection));

/** The check of one field also refuses what `refuses` says. */
const refuses = (field, check) =>
  changeAnswer('fieldObjection', (objection, name, { info }) => (name === field && check(info[name]) ? 'is illegal' : objection));

/** What the table says of each field whose check may be forgotten. */
const DEMANDS = {
  merchant_id: 'the number of the merchant',
  app_id: 'the app_id of the settings',
  sign_type: 'always MD5',
  timestamp: 'the seconds of the request',
  version: 'always 2.0',
  trade_type: 'always H5',
  product_code: 'always pay',
  payment_type: 'always direct',
  out_order_no: 'the number of the order',
  uid: 'the id of the user',
  total_amount: 'whole fen',
  currency: 'always CNY',
  subject: 'the name of the order',
  body: 'the details of the order',
  trade_time: 'the seconds of the order',
  valid_time: 'a number of seconds',
  notify_url: 'always the one address',
  risk_info: 'the JSON text of an object with ip',
};

const forgotten = Object.entries(DEMANDS).map(([field, demand]) =>
  fault(
    `pay-${field.replaceAll('_', '-')}-unchecked`,
    `orderInfo.${field} is ${demand} (orderInfo, ${field})`,
    'the check is forgotten',
    unchecked(field),
  ),
);

const fixed = (field, other) =>
  fault(
    `pay-${field.replaceAll('_', '-')}-other`,
    `orderInfo.${field} is ${DEMANDS[field]} (orderInfo, ${field})`,
    `wants ${other}`,
    changeAnswer('fixedValue', (value, name) => (name === field ? other : value)),
  );

module.exports = [
  ...forgotten,
  fixed('sign_type', 'SHA256'),
  fixed('version', '1.0'),
  fixed('trade_type', 'APP'),
  fixed('product_code', 'direct'),
  fixed('payment_type', 'pay'),
  fixed('currency', 'RMB'),
  fixed('notify_url', 'http://tp-pay.snssdk.com/paycallback'),
  fault(
    'pay-fixed-any-case',
    'a fixed value is this very text: "md5", "h5" and "cny" are others (orderInfo, sign_type, trade_type, currency)',
    'compares without case',
    changeAnswer('isFixed', function anyCase(right, value, name) {
      return right || (typeof value === 'string' && value.toLowerCase() === this.fixedValue(name).toLowerCase());
    }),
  ),
  fault(
    'pay-version-number-accepted',
    'version is a text: the number 2 is refused (orderInfo, version)',
    'compares numbers',
    takes('version', (value) => Number(value) === 2),
  ),
  fault(
    'pay-merchant-id-number-accepted',
    'merchant_id is a text: a number is refused (orderInfo, merchant_id)',
    'converts a number to text',
    takes('merchant_id', (value) => typeof value === 'number'),
  ),
  fault(
    'pay-out-order-no-number-accepted',
    'out_order_no is a text: a number is refused (orderInfo, out_order_no)',
    'converts a number to text',
    takes('out_order_no', (value) => typeof value === 'number'),
  ),
  fault(
    'pay-empty-text-accepted',
    'uid, subject and body are not empty (orderInfo, uid, subject, body; facts: required)',
    'only looks at the type',
    replace('isText', (value) => typeof value === 'string'),
  ),
  fault(
    'pay-amount-float-accepted',
    'total_amount has no fraction: 1.5 is refused (orderInfo, total_amount)',
    'only looks at the type and the sign',
    takes('total_amount', (value) => Number.isFinite(value) && value > 0),
  ),
  fault(
    'pay-amount-text-accepted',
    'total_amount is a number: "1" is refused (orderInfo, total_amount)',
    'converts text to a number',
    takes('total_amount', (value) => typeof value === 'string' && /^[1-9][0-9]*$/.test(value)),
  ),
  fault(
    'pay-amount-negative-accepted',
    'total_amount is an amount: -1 is refused (orderInfo, total_amount; facts: > 0)',
    'any whole number',
    takes('total_amount', Number.isInteger),
  ),
  fault(
    'pay-amount-one-refused',
    'one fen is an amount (orderInfo, total_amount; the sample pays 1)',
    '"greater than 1" instead of "at least 1"',
    refuses('total_amount', (value) => value === 1),
  ),
  fault(
    'pay-timestamp-milliseconds',
    'timestamp is in seconds (orderInfo, timestamp)',
    'wants 13 digits, and refuses 10',
    refuses('timestamp', (value) => String(value).length === 10),
  ),
  fault(
    'pay-times-as-dates',
    'times are seconds: a date is refused (orderInfo, timestamp, trade_time)',
    'takes whatever a date can be made of',
    changeAnswer('isMoment', (right, value) => right || (typeof value === 'string' && !Number.isNaN(Date.parse(value)))),
  ),
  fault(
    'pay-valid-time-fraction-accepted',
    'valid_time is a number of seconds: "1.5" is refused (orderInfo, valid_time)',
    'parses the text as a number',
    takes('valid_time', (value) => typeof value === 'string' && Number(value) > 0),
  ),
  fault(
    'pay-valid-time-in-minutes',
    'valid_time is in seconds: 300 are five minutes (orderInfo, valid_time)',
    'more than 120 is refused as too long',
    refuses('valid_time', (value) => Number(value) > 120),
  ),
  fault(
    'pay-risk-info-any-text',
    'risk_info is the JSON text of an object (orderInfo, risk_info)',
    'any text that is not empty',
    takes('risk_info', (value) => typeof value === 'string' && value !== ''),
  ),
  fault(
    'pay-risk-info-object-accepted',
    'risk_info is a text: an object is refused (orderInfo, risk_info)',
    'takes what the text would stand for',
    takes('risk_info', (value) => isObject(value) && typeof value.ip === 'string'),
  ),
  fault(
    'pay-risk-info-object-wanted',
    'risk_info is a text (orderInfo, risk_info)',
    'wants the object itself',
    refuses('risk_info', (value) => typeof value === 'string'),
  ),
  fault(
    'pay-risk-info-without-ip',
    'risk_info holds ip (orderInfo, risk_info)',
    'any JSON object',
    replace('isRiskInfo', (value) => typeof value === 'string' && value.startsWith('{')),
  ),
];
