'use strict';
// What the callbacks of tt.pay are told: a code to `success`, a text to `fail`. Methods of the cashier.

const API = 'pay';

/** "API 支付错误码": the only texts of `fail` that are documented. */
const FAILURES = {
  10000: '支付失败',
  10001: '调起微信失败',
  10002: '微信未安装',
};

module.exports = {
  API,

  methods: {
    failMessage(text) {
      return `${API}:fail ${text}`;
    },

    /** A refusal. Its text is the cashier's own and never repeats a value: that could contain one of the three codes. */
    refusal(text) {
      return { errMsg: this.failMessage(text) };
    },

    /** The refusal with one of the three codes. */
    failure(code) {
      return this.refusal(`${code} ${FAILURES[code]}`);
    },

    /** "object 类型": `code`, and nothing else is documented. */
    successAnswer(code) {
      return { code };
    },

    /** The payment has ended with `code`, as far as the cashier can know. */
    conclude(request, code) {
      if (code === 0) {
        this.state.paid.add(request.info.out_order_no);
        this.rememberOrder(request, 'paid');
      }
      this.settle(request.callbacks, 'success', this.successAnswer(code));
    },

    /** `success` has no message of its own, so a complete that is told a message only gets the usual one. */
    completeArguments(answer) {
      switch (this.readings['complete-argument']) {
        case 'none':
          return [];
        case 'message-only':
          return [{ errMsg: answer.errMsg ?? `${API}:ok` }];
        default:
          return [answer];
      }
    },
  },
};
