'use strict';
// The desk of service 1: what it shows, what the user does there, how it ends. Methods of the cashier.
//
// A `visit` is the desk of one call: the request, the channels on offer, the one that is ticked, the acts that the user
// still has in mind, and whether the state of the order is unknown.

const { isObject } = require('./options.cjs');

const CHANNELS = ['wx', 'alipay'];

module.exports = {
  methods: {
    openDesk(request) {
      const offered = CHANNELS.filter((channel) => this.isOffered(channel, request));
      const visit = { request, offered, ticked: this.tickedOf(offered, request), acts: this.userActs(), unknown: false };
      this.stage.shown(this.deskFields(visit));
      this.goOn(visit);
    },

    /** "如不传则不展示"; "只需要将 ... 参数值传为空字符串即可" */
    isOffered(channel, { info }) {
      return this.urlOf(info, `${channel}_url`) !== undefined;
    },

    /** A default that is unknown, or on a channel that is not shown, is as if not passed. */
    tickedOf(offered, { given: { payChannel } }) {
      const wanted = isObject(payChannel) ? payChannel.default_pay_channel : undefined;
      if (offered.includes(wanted)) return wanted;
      return offered.length === 1 || this.readings['ticked-by-default'] === 'first' ? offered[0] : undefined;
    },

    deskFields({ request, offered, ticked }) {
      const channels = { wx: offered.includes('wx'), alipay: offered.includes('alipay') };
      const fields = { desk: 'cashier', fen: request.info.total_amount, ...channels };
      return ticked === undefined ? fields : { ...fields, ticked };
    },

    /** What the user does at the desk of this step; the last entry repeats. */
    userActs() {
      const { cashier_user: user } = this.world;
      return user[Math.min(this.stage.step, user.length - 1)].split(' ');
    },

    /** The desk stays open: the user's next act. */
    goOn(visit) {
      this.later(() => this.act(visit, visit.acts.shift() ?? 'closes'));
    },

    act(visit, act) {
      if (act === 'closes') {
        this.closeDesk(visit);
        return;
      }
      if (act === 'leaves') {
        this.abandonDesk(visit);
        return;
      }
      const channel = act === 'confirms' ? visit.ticked : act;
      if (visit.offered.includes(channel)) this.confirm(visit, channel);
      else this.goOn(visit);
    },

    confirm(visit, channel) {
      visit.ticked = channel;
      if (this.readings['order-expired'] === 'code-1' && this.isExpired(visit.request)) this.endVisit(visit, 1);
      else if (channel === 'wx') this.payByWeChat(visit);
      else this.payByAlipay(visit);
    },

    /** "会自动跳转到支付结果页" */
    endVisit(visit, code) {
      this.showResult(code);
      this.conclude(visit.request, code);
    },

    showResult(code) {
      this.stage.shown({ result: code });
    },

    /** 4 is "支付取消"; after an answer that left the state unknown it may be 9. */
    closeDesk(visit) {
      this.conclude(visit.request, visit.unknown ? Number(this.readings['close-after-unknown']) : 4);
    },

    abandonDesk(visit) {
      if (this.readings['never-finishes'] === 'timed-out') this.conclude(visit.request, 1);
    },
  },
};
