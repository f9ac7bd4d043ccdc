'use strict';
// The fields of orderInfo and their signature. Methods of the cashier.

const { FIXED } = require('../merchant/order-info.cjs');
const { isObject } = require('./options.cjs');

/** The fields in the order of the table, each with the method that says whether its value is right. */
const FIELDS = {
  merchant_id: 'isText',
  app_id: 'isText',
  sign_type: 'isFixed',
  timestamp: 'isMoment',
  version: 'isFixed',
  trade_type: 'isFixed',
  sign: 'isSign',
  product_code: 'isFixed',
  payment_type: 'isFixed',
  out_order_no: 'isText',
  uid: 'isText',
  total_amount: 'isAmount',
  currency: 'isFixed',
  subject: 'isText',
  body: 'isText',
  trade_time: 'isMoment',
  valid_time: 'isDuration',
  notify_url: 'isFixed',
  alipay_url: undefined, // these three have rules of their own: urls.cjs
  wx_url: undefined,
  wx_type: undefined,
  risk_info: 'isRiskInfo',
};

/** Required by an earlier edition of the table; the others by the validators of the server SDKs (`facts`). */
const OFFICIAL = [
  'merchant_id', 'app_id', 'sign_type', 'timestamp', 'version', 'trade_type', 'sign', 'product_code', 'payment_type',
  'out_order_no',
];

const MOMENTS = { ten: /^[0-9]{10}$/, any: /^[0-9]+$/ };
const SIGNS = { refused: /^[0-9a-f]{32}$/, accepted: /^[0-9a-fA-F]{32}$/ };

/** The value that a JSON text stands for; `undefined` for a text that is none. */
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

module.exports = {
  CHECKS: ['wrongField', 'badSignature'],
  FIELDS,

  methods: {
    wrongField(request) {
      if (!request.info) return undefined;
      for (const name of Object.keys(FIELDS)) {
        const objection = this.fieldObjection(name, request);
        if (objection) return this.refusal(`orderInfo.${name} ${objection}`);
      }
      return undefined;
    },

    /** What is wrong with one field, in words; nothing if it is right. */
    fieldObjection(name, request) {
      if (FIELDS[name] === undefined) return this.urlObjection(name, request);
      const value = request.info[name];
      if (value === undefined) return this.mayBeMissing(name) ? undefined : 'is missing';
      if (this[FIELDS[name]](value, name, request)) return undefined;
      return this.wordsFor(value);
    },

    /** Which of several words a refusal takes is as free as its text. */
    wordsFor(value) {
      const nothing = value === null || value === '';
      if (nothing && this.readings['required-empty'] === 'missing') return 'is missing';
      const noNumber = typeof value === 'number' && !Number.isFinite(value) && this.readings['not-finite'] === 'wrong-type';
      return noNumber ? 'is no number' : 'is illegal';
    },

    mayBeMissing(name) {
      if (name === 'risk_info' && this.readings['risk-info-missing'] === 'accepted') return true;
      if (name === 'total_amount') return false; // the desk could not show it
      return this.readings['required-fields'] === 'official' && !OFFICIAL.includes(name);
    },

    isText(value) {
      return typeof value === 'string' && value !== '';
    },

    fixedValue(name) {
      return FIXED[name];
    },

    /** "其他字段传非空、符合格式要求内容即可" may free the fixed values of direct payment, but never sign_type. */
    isFixed(value, name, { service }) {
      if (name === 'notify_url' && value === '' && this.readings['notify-url'] === 'or-empty') return true;
      const free = service > 1 && name !== 'sign_type' && this.readings['direct-fixed-values'] === 'free';
      return free ? this.isText(value) : value === this.fixedValue(name);
    },

    /** Times are text; the example of the official sign page passes numbers. */
    timeText(value) {
      if (typeof value === 'string') return value;
      return typeof value === 'number' && this.readings['times-as-numbers'] === 'accepted' ? String(value) : '';
    },

    isMoment(value) {
      return MOMENTS[this.readings['time-digits']].test(this.timeText(value));
    },

    isDuration(value) {
      const text = this.timeText(value);
      return /^[0-9]+$/.test(text) && (BigInt(text) > 0n || this.readings['valid-time-zero'] === 'accepted');
    },

    /** "整型,单位:分(不能有小数)" */
    isAmount(value) {
      return Number.isInteger(value) && (value > 0 || (value === 0 && this.readings['amount-zero'] === 'accepted'));
    },

    isSign(value) {
      return typeof value === 'string' && SIGNS[this.readings['sign-case']].test(value);
    },

    /** "序列化后的 JSON 结构字符串": {ip: ...}. That the address is a valid one is not documented. */
    isRiskInfo(value) {
      const parsed = typeof value === 'string' ? parseJson(value) : undefined;
      return isObject(parsed) && typeof parsed.ip === 'string';
    },

    /** Whoever changes a signed field makes the verification fail. A `sign` of the wrong form is refused before. */
    badSignature({ info }) {
      if (!info || typeof info.sign !== 'string') return undefined;
      const given = this.readings['sign-case'] === 'accepted' ? info.sign.toLowerCase() : info.sign;
      return given === this.signatureOf(info) ? undefined : this.refusal('orderInfo.sign does not fit');
    },

    /** `undefined` where the fields cannot be signed. */
    signatureOf(info) {
      try {
        return this.signer.sign(info, this.world.payment_secret);
      } catch {
        return undefined;
      }
    },
  },
};
