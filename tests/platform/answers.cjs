'use strict';
// What the callbacks are told: the success row and the error table. Methods of the platform.

const { API } = require('./versions.cjs');

/** The error table, in its order: errCode, errNo, the text after "fail ". */
const ROWS = [
  [-1, 20000, '支付失败'],
  [-2, 20000, '支付取消'],
  [-15002, 20000, '请求参数不合法'],
  [-15009, 20000, '内部错误,支付失败'],
  [-15098, 20000, '当前用户未通过实名认证'],
  [-15099, 20000, '当前用户累计支付金额超过限制'],
  [-15101, 20000, 'customId 为空或者不唯一'],
  [-16000, 20000, '用户未登录'],
  [-16001, 20000, '不支持iOS支付功能'],
  [-17006, 20000, 'buyQuantity illegal'],
  [-20002, 20000, '交易存在风险'],
  [21113, 20000, 'face authentication failed'],
  [3, 20000, 'error_tip_start_cash_register_fail'],
  [4, 20000, '网络异常'],
  [99, 20001, undefined], // the text names the parameter
];

/** The name of a value's type as messages write it. Documented: `number`, `string`, `undefined`. */
function typeName(value) {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (Number.isNaN(value)) return 'NaN';
  return typeof value;
}

module.exports = {
  ROWS,

  methods: {
    failMessage(text) {
      return `${API}:fail ${text}`;
    },

    /** The answer of one row of the error table. */
    refusal(errCode, text = undefined) {
      const [, errNo, tableText] = ROWS.find(([code]) => code === errCode);
      return { errMsg: this.failMessage(text ?? tableText), errCode, errNo };
    },

    /** Row 99: a parameter has the wrong type or is missing. */
    typeRefusal(name, expected, value) {
      return this.refusal(99, `params.${name} should be ${expected}, but got ${typeName(value)}`);
    },

    tableIndex(refusal) {
      return ROWS.findIndex(([code]) => code === refusal.errCode);
    },

    successAnswer() {
      return { errMsg: `${API}:ok` };
    },
  },
};
