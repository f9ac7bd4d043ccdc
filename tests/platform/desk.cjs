'use strict';
// From an accepted request to its result: the order at the server, the cash desk, the user. Methods of the platform.

module.exports = {
  methods: {
    /** The developer tools only show a code: nothing is ordered, paid or used up. */
    simulate({ callbacks }) {
      this.stage.shown({ qr: 'diamond' });
      if (this.readings.devtools === 'mock') this.tellResult(callbacks, this.userAct());
    },

    pay(request) {
      const { callbacks } = request;
      const stopped = this.createOrder(request) ?? this.openDesk(request);
      if (stopped) {
        this.fail(callbacks, stopped);
        return;
      }
      if (this.readings['success-means'] === 'opened') this.succeed(callbacks);
      this.later(() => this.finish(request, this.userAct()));
    },

    orderFields({ given }) {
      const fields = { to: 'order' };
      if (given.customId !== undefined) fields.customId = given.customId;
      const zoneId = this.zoneOf(given.zoneId);
      if (zoneId !== undefined) fields.zoneId = zoneId;
      return fields;
    },

    /** "游戏不分大区则默认填写"1"" */
    zoneOf(zoneId) {
      const given = zoneId === '' && this.readings['zone-empty'] === 'absent' ? undefined : zoneId;
      return given ?? (this.readings['zone-default'] === 'filled' ? '1' : undefined);
    },

    /** Without a network (when that is only found out at the desk) there is no order at all. */
    createOrder(request) {
      if (this.world.network === 'offline') return undefined;
      this.stage.sent(this.orderFields(request));
      if (this.world.order_server === 'internal_error') return this.refusal(-15009);
      this.useUp(request, 'order');
      return undefined;
    },

    openDesk(request) {
      if (this.world.desk === 'fails') return this.refusal(3);
      this.stage.shown(this.deskFields(request));
      return this.world.network === 'offline' ? this.refusal(4) : undefined;
    },

    deskFields(request) {
      const fen = this.priceOf(request);
      const fields = { desk: 'diamond', fen: Number(fen) };
      const diamonds = this.shownDiamonds(request, fen);
      return diamonds === undefined ? fields : { ...fields, diamonds };
    },

    /** What the user does at the desk of this step; the last entry repeats. */
    userAct() {
      const { user } = this.world;
      return user[Math.min(this.stage.step, user.length - 1)];
    },

    finish(request, act) {
      if (act === 'pays') {
        this.state.spent += this.priceOf(request);
        this.useUp(request, 'paid');
      }
      if (this.readings['success-means'] === 'paid') this.tellResult(request.callbacks, act);
    },

    tellResult(callbacks, act) {
      if (act === 'pays') {
        this.succeed(callbacks);
        return;
      }
      const code = this.codeOf(act);
      if (code !== undefined) this.fail(callbacks, this.refusal(code));
    },

    /** The error code of what the user did; `undefined` for a user who never finishes and is not timed out. */
    codeOf(act) {
      switch (act) {
        case 'cancels':
          return -2;
        case 'payment_fails':
          return -1;
        case 'closes':
          return Number(this.readings['close-code']);
        case 'times_out':
          return Number(this.readings['timeout-code']);
        default:
          return this.readings['never-finishes'] === 'timed-out' ? Number(this.readings['timeout-code']) : undefined;
      }
    },

    useUp({ given: { customId } }, moment) {
      if (moment === this.readings['custom-id-used-at'] && customId !== undefined) this.state.usedIds.add(customId);
    },
  },
};
