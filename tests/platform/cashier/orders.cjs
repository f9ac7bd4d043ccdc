'use strict';
// What is remembered of an order from call to call, and when an order has expired. Methods of the cashier.

module.exports = {
  CHECKS: ['otherTradeTime', 'paidBefore', 'expiredBefore'],

  methods: {
    /** Direct payment does not ask for a real order, so its trade_time may not count. */
    tradeTimeBinds(service) {
      return !(service > 1) || this.readings['direct-trade-time'] === 'binds';
    },

    /** Keeps the trade_time of an order at the `moment` that the reading names, the first time only. */
    rememberOrder({ info, service }, moment) {
      if (moment !== this.readings['trade-time-remembered'] || !this.tradeTimeBinds(service)) return;
      if (!info || !this.isText(info.out_order_no) || !this.isMoment(info.trade_time)) return;
      const { tradeTimes } = this.state;
      if (!tradeTimes.has(info.out_order_no)) tradeTimes.set(info.out_order_no, this.timeText(info.trade_time));
    },

    otherTradeTime({ info, service }) {
      if (!info || this.readings['trade-time-changed'] === 'accepted' || !this.tradeTimeBinds(service)) return undefined;
      const remembered = this.state.tradeTimes.get(info.out_order_no);
      if (remembered === undefined || remembered === this.timeText(info.trade_time)) return undefined;
      return this.refusal('orderInfo.trade_time differs from that of an earlier payment of the same order');
    },

    paidBefore({ info }) {
      const refused = info && this.readings['paid-again'] === 'refused' && this.state.paid.has(info.out_order_no);
      return refused ? this.refusal('this order is paid already') : undefined;
    },

    /** Only at the desk: the times of direct payment need not be real. */
    isExpired({ info, service }) {
      const times = [info.trade_time, info.valid_time].map((time) => this.timeText(time));
      if (service !== 1 || !times.every((text) => /^[0-9]+$/.test(text))) return false;
      return BigInt(this.world.clock) > BigInt(times[0]) + BigInt(times[1]);
    },

    expiredBefore(request) {
      const refused = request.info && this.readings['order-expired'] === 'refused' && this.isExpired(request);
      return refused ? this.refusal('this order has expired') : undefined;
    },
  },
};
