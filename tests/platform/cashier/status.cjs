'use strict';
// The conversation with getOrderStatus, after WeChat at the desk. Methods of the cashier.

const { isObject } = require('./options.cjs');

const TERMINAL = [0, 1, 2, 3];
const UNKNOWN = 9;
const PATIENCE = 60000; // milliseconds; only where the platform has a time limit

module.exports = {
  methods: {
    /** Asks the merchant. No function, no promise, a rejection, a throw: all say nothing about the order. */
    askStatus(visit, _outcome) {
      const hear = (code) => this.later(() => this.hearStatus(visit, code));
      const answer = this.callStatus(visit.request);
      if (typeof answer?.then !== 'function') {
        hear(undefined);
        return;
      }
      let heard = false;
      const hearOnce = (code) => {
        if (!heard) hear(code);
        heard = true;
      };
      Promise.resolve(answer).then((value) => hearOnce(this.statusOf(value)), () => hearOnce(this.statusOfRejection()));
      if (this.readings['never-finishes'] === 'timed-out') this.afterAWhile(() => hearOnce(undefined));
    },

    callStatus({ given: { getOrderStatus }, info }) {
      if (typeof getOrderStatus !== 'function') return undefined;
      try {
        return getOrderStatus(this.statusQuestion(info));
      } catch {
        return undefined;
      }
    },

    /** "入参 {out_order_no: <商户订单号>}" */
    statusQuestion({ out_order_no: number }) {
      return { out_order_no: number };
    },

    /** "出参 {code},其中 code 是一个 Int 类型". `undefined` for an answer that carries no documented status. */
    statusOf(answer) {
      const code = isObject(answer) ? answer.code : undefined;
      return this.isTerminal(code) || code === UNKNOWN ? code : undefined;
    },

    statusOfRejection() {
      return undefined;
    },

    isTerminal(code) {
      return TERMINAL.includes(code);
    },

    afterAWhile(action) {
      setTimeout(action, PATIENCE);
    },

    /** With 9 the desk stays: "用户可以继续发起确认支付操作". */
    hearStatus(visit, code) {
      if (this.isTerminal(code)) {
        this.endVisit(visit, code);
        return;
      }
      visit.unknown = true;
      if (code === UNKNOWN) this.stayAfterUnknown(visit);
      else this.withoutStatus(visit);
    },

    stayAfterUnknown(visit) {
      this.goOn(visit);
    },

    withoutStatus(visit) {
      switch (this.readings['status-unclear']) {
        case '9':
          this.conclude(visit.request, UNKNOWN);
          break;
        case '2':
          this.endVisit(visit, 2);
          break;
        default:
          this.goOn(visit);
      }
    },
  },
};
