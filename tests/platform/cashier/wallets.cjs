'use strict';
// The wallets, and how they are used from the desk. Methods of the cashier.

/** "0:支付成功 1:支付超时 2:支付失败 3:支付关闭 4:支付取消": Alipay tells how the payment ended. */
const ALIPAY_CODES = { pays: 0, times_out: 1, payment_fails: 2, closed: 3, unpaid: 4 };

module.exports = {
  methods: {
    /**
     * Calls a wallet: `missing`, `does_not_start`, or what happened there. A url that nobody looked at before may
     * keep the wallet from starting.
     */
    callWallet(channel, { info }) {
      const name = `${channel}_url`;
      const outcome = channel === 'wx' ? this.world.wechat : this.world.alipay;
      if (outcome === 'missing') return outcome;
      this.stage.shown({ wallet: channel });
      const broken = this.readings['url-form'] === 'wallet' && !this.hasForm(name, this.urlOf(info, name));
      return broken ? 'does_not_start' : outcome;
    },

    /** Whatever happens inside WeChat, only the merchant can tell how it ended. */
    payByWeChat(visit) {
      const outcome = this.callWallet('wx', visit.request);
      if (outcome === 'missing' && this.readings['desk-wallet-missing'] === '10002') {
        this.fail(visit.request.callbacks, this.failure(10002));
      } else if (outcome === 'missing' || outcome === 'does_not_start') {
        this.goOn(visit); // the desk says so and stays
      } else {
        this.later(() => this.askStatus(visit, outcome));
      }
    },

    payByAlipay(visit) {
      const outcome = this.callWallet('alipay', visit.request);
      if (outcome === 'missing' || outcome === 'does_not_start') this.goOn(visit);
      else this.later(() => this.backFromAlipay(visit, outcome));
    },

    backFromAlipay(visit, outcome) {
      if (outcome !== 'unpaid') this.endVisit(visit, this.alipayCode(outcome));
      else if (this.readings['alipay-unpaid'] === 'stays') this.goOn(visit);
      else this.conclude(visit.request, Number(this.readings['alipay-unpaid']));
    },

    alipayCode(outcome) {
      return ALIPAY_CODES[outcome];
    },
  },
};
