'use strict';
// What the world can have against a deal whose parameters are right. Same form as the parameter checks.
// Methods of the platform.

const CHECKS = ['notSupported', 'notLoggedIn', 'offline', 'noRealName', 'overLimit', 'risky', 'faceFailed'];

module.exports = {
  CHECKS,

  methods: {
    paymentOpen() {
      return this.world.payment_open || this.readings['not-supported-means'] === 'ios';
    },

    systemSupported() {
      return this.world.os !== 'ios' || this.readings['not-supported-means'] === 'closed';
    },

    notSupported() {
      return this.paymentOpen() && this.systemSupported() ? undefined : this.refusal(-16001);
    },

    notLoggedIn() {
      return this.world.logged_in ? undefined : this.refusal(-16000);
    },

    offline() {
      const refused = this.world.network === 'offline' && this.readings['offline-at'] === 'call';
      return refused ? this.refusal(4) : undefined;
    },

    noRealName() {
      return this.world.real_name ? undefined : this.refusal(-15098);
    },

    exceeds(past, price, limit) {
      if (this.readings['spending-limit'] === 'past') return past >= limit;
      return this.readings['spending-limit'] === 'sum' ? past + price > limit : past + price >= limit;
    },

    overLimit(request) {
      const { spending_limit: limit } = this.world;
      if (limit === null || limit === undefined) return undefined;
      const over = this.exceeds(this.state.spent, this.priceOf(request) ?? 0n, BigInt(limit));
      return over ? this.refusal(-15099) : undefined;
    },

    risky() {
      return this.world.risk ? this.refusal(-20002) : undefined;
    },

    faceFailed() {
      return this.world.face === 'fails' ? this.refusal(21113) : undefined;
    },
  },
};
