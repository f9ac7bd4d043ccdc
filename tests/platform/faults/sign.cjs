'use strict';
// Mistakes about the signature. Documented in `facts`, "The signature of orderInfo", points 1 to 4.

const { createHash, createHmac } = require('node:crypto');
const { changeAnswer, replace } = require('./plant.cjs');

const fault = (name, breaks, note, plant) => ({ name, operation: 'sign', breaks, note, plant });

const KNOWN = (
  'merchant_id app_id sign_type timestamp version trade_type product_code payment_type out_order_no uid total_amount ' +
  'currency subject body trade_time valid_time notify_url alipay_url wx_url wx_type'
).split(' ');
const dropToo = (drops) => changeAnswer('takesPart', (part, key, text) => part && !drops(key, text));
const textOrder = (a, b) => (a < b ? -1 : Number(a > b));

module.exports = [
  fault('signs-risk-info', 'risk_info is left out (point 1)', 'only sign is left out', replace('unsigned', () => ['sign'])),
  fault('keeps-stale-sign', 'sign is left out (point 1)', 'signs a sign that is already there', replace('unsigned', () => ['risk_info'])),
  fault(
    'signs-empty',
    'fields with an empty value are left out (point 1)',
    'keeps `notify_url=`',
    replace('takesPart', function takesPart(key) {
      return !this.unsigned().includes(key);
    }),
  ),
  fault('drops-zero', 'the text "0" is signed (only the empty text is empty)', 'also drops the number 0', dropToo((_key, text) => text === '0')),
  fault(
    'drops-zero-number',
    'the number 0 is signed (only the empty text is empty)',
    '`if (value)`: drops the number 0, keeps "0"',
    changeAnswer('textOf', (text, value) => (value === 0 ? '' : text)),
  ),
  fault(
    'drops-unknown-keys',
    'fields that are not documented are signed too (everything else is signed)',
    'a list of known keys',
    dropToo((key) => !KNOWN.includes(key)),
  ),
  fault('drops-sign-type', 'sign_type is signed (everything else is signed)', 'left out, as other payment APIs do', dropToo((key) => key === 'sign_type')),
  fault(
    'trims-values',
    'values are signed raw (point 3)',
    'trims white space around a value',
    changeAnswer('textOf', (text) => text.trim()),
  ),
  fault(
    'url-encodes',
    'values are not URL-encoded (point 3)',
    'encodes values',
    replace('pair', ([key, text]) => `${key}=${encodeURIComponent(text)}`),
  ),
  fault('unsorted', 'fields are sorted by key (point 2)', 'the order of the object', replace('compare', () => 0)),
  fault(
    'sorts-joined',
    'fields are sorted by key, a prefix first (point 2)',
    'sorts the joined texts: "a1=" comes before "a="',
    replace('compare', (a, b) => textOrder(a.join('='), b.join('='))),
  ),
  fault(
    'sorts-ignoring-case',
    'keys are in ASCII order: "B" comes before "a" (point 2)',
    'compares keys in lower case',
    replace('compare', ([a], [b]) => textOrder(a.toLowerCase(), b.toLowerCase())),
  ),
  fault(
    'sorts-descending',
    'keys are sorted ascending (point 2)',
    'the comparison is turned round',
    changeAnswer('compare', (order) => -order),
  ),
  fault(
    'trims-trailing-amp',
    'an & at the end of the last value is signed (point 3: inner & stay)',
    'joins with a trailing & and trims every one of them',
    changeAnswer('join', (joined) => joined.replace(/&+$/, '')),
  ),
  fault('secret-first', 'the secret is appended (point 4)', 'the secret comes first', replace('append', (joined, secret) => secret + joined)),
  fault(
    'secret-with-key',
    'the secret is appended without a separator (point 4)',
    'appended as "&key=", as another payment API does',
    replace('append', (joined, secret) => `${joined}&key=${secret}`),
  ),
  fault('secret-with-amp', 'the secret is appended without a separator (point 4)', 'joined with &', replace('append', (joined, secret) => `${joined}&${secret}`)),
  fault('upper-case-hex', 'the sign is lower-case hex (point 4)', 'upper case', changeAnswer('digest', (hex) => hex.toUpperCase())),
  fault('base64', 'the sign is hex (point 4)', 'base64', replace('digest', (text) => createHash('md5').update(text, 'utf8').digest('base64'))),
  fault('latin1', 'the text is UTF-8 (point 4)', 'Latin-1', replace('digest', (text) => createHash('md5').update(text, 'latin1').digest('hex'))),
  fault(
    'hmac',
    'md5 of the text and the secret (point 4)',
    'HMAC-MD5 with the secret as its key',
    replace('sign', function sign(fields, secret) {
      return createHmac('md5', secret).update(this.join(fields), 'utf8').digest('hex');
    }),
  ),
  fault('null-word', 'null is dropped, signed as null, or refused', 'signs the word None', replace('nullText', () => 'None')),
  fault(
    'numbers-with-fraction',
    'a number signs as its decimal text: 1 and "1" sign alike',
    'formats numbers with two decimals',
    changeAnswer('numberText', (_text, number) => number.toFixed(2)),
  ),
];
