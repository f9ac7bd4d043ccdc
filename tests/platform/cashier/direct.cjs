'use strict';
// Direct payment, service 3 and 4: no desk, no getOrderStatus, no default channel. Methods of the cashier.

module.exports = {
  methods: {
    payDirectly(request) {
      const channel = this.directChannel(request);
      const outcome = this.callWallet(channel, request);
      this.later(() => (channel === 'wx' ? this.backFromWeChat(request, outcome) : this.afterAlipay(request, outcome)));
    },

    directChannel({ service }) {
      return service === 3 ? 'wx' : 'alipay';
    },

    /** Nobody tells how it ended in WeChat: 9, "订单状态开发者自行获取". */
    backFromWeChat(request, outcome) {
      if (outcome === 'missing') this.fail(request.callbacks, this.failure(10002));
      else if (outcome === 'does_not_start') this.fail(request.callbacks, this.failure(10001));
      else this.tellDirect(request, this.readings[outcome === 'payment_fails' ? 'wechat-fails' : 'wechat-result']);
    },

    /** The result that a reading names: a code of `success`, 10000 for `fail`, or nothing. */
    tellDirect(request, result) {
      if (result === '10000') this.fail(request.callbacks, this.failure(10000));
      else if (result !== 'nothing') this.conclude(request, Number(result));
    },

    /** For an Alipay that is missing there is no code of its own. */
    afterAlipay(request, outcome) {
      if (outcome === 'payment_fails') this.tellDirect(request, this.readings['alipay-fails']);
      else if (outcome === 'does_not_start') this.fail(request.callbacks, this.failure(10000));
      else if (outcome !== 'missing') this.conclude(request, this.alipayCode(outcome));
      else if (this.readings['alipay-missing'] === '10000') this.fail(request.callbacks, this.failure(10000));
      else this.fail(request.callbacks, this.refusal('Alipay is not installed'));
    },
  },
};
