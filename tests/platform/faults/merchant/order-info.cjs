'use strict';
// Mistakes about orderInfo. Documented in `tt-pay`, table of orderInfo.

const { changeAnswer, replace } = require('../plant.cjs');

const fault = (name, breaks, note, plant) => ({ name, operation: 'order-info', breaks, note, plant });

/** The fields before they are signed, changed. */
const fields = (change) => changeAnswer('build', change);
const fixed = (key, value) => changeAnswer('fixed', (table) => ({ ...table, [key]: value }));

module.exports = [
  fault('wx-type-without-url', 'without wx_url there is no wx_type (wx_type)', 'always sent', fields((info) => ({ ...info, wx_type: 'MWEB' }))),
  fault('wx-type-missing', 'wx_type is MWEB with a wx_url (wx_type)', 'never sent', fields(({ wx_type: _left, ...info }) => info)),
  fault(
    'wx-url-encoded',
    'wx_url is not URL-encoded (wx_url)',
    'encodes it',
    fields((info) => (info.wx_url ? { ...info, wx_url: encodeURIComponent(info.wx_url) } : info)),
  ),
  fault('amount-text', 'total_amount is a number (total_amount)', 'as text', fields((info) => ({ ...info, total_amount: String(info.total_amount) }))),
  fault('amount-in-yuan', 'total_amount is in fen (total_amount)', 'divides by 100', fields((info) => ({ ...info, total_amount: info.total_amount / 100 }))),
  fault(
    'timestamp-in-milliseconds',
    'timestamp is in seconds (timestamp)',
    'appends the milliseconds',
    fields((info) => ({ ...info, timestamp: `${info.timestamp}000` })),
  ),
  fault(
    'trade-time-is-now',
    'trade_time is the time of the order and stays the same for it (trade_time)',
    'the time of the request',
    fields((info) => ({ ...info, trade_time: info.timestamp })),
  ),
  fault('own-notify-url', 'notify_url is fixed (notify_url)', "the merchant's own address", fixed('notify_url', 'https://shop.example/notify')),
  fault('trade-type-app', 'trade_type is H5 (trade_type)', 'APP', fixed('trade_type', 'APP')),
  fault('version-number', 'version is the text "2.0" (version)', 'the number 2', fixed('version', 2)),
  fault('sign-type-lower-case', 'sign_type is MD5 (sign_type)', 'md5', fixed('sign_type', 'md5')),
  fault('currency-missing', 'currency is CNY (currency)', 'left out', fields(({ currency: _left, ...info }) => info)),
  fault('risk-info-object', 'risk_info is JSON text (risk_info)', 'an object', fields((info) => ({ ...info, risk_info: JSON.parse(info.risk_info) }))),
  fault('risk-info-bare', 'risk_info is JSON text {"ip": ...} (risk_info)', 'the address alone', fields((info) => ({ ...info, risk_info: JSON.parse(info.risk_info).ip }))),
  fault(
    'changed-after-signing',
    'nothing changes after signing (orderInfo; signature)',
    'adds the channels after the signature',
    replace('orderInfo', function orderInfo({ order, merchant }, secret) {
      const { wx_url: _wx, alipay_url: _alipay, ...rest } = order;
      const early = this.build(rest, merchant);
      return { ...early, ...this.channelFields(order), sign: this.signer.sign(early, secret) };
    }),
  ),
  fault('sign-missing', 'orderInfo carries its sign (sign)', 'not signed', replace('orderInfo', function orderInfo({ order, merchant }) {
    return this.build(order, merchant);
  })),
];
