'use strict';
// What the world has against a call whose options are right: the app, its version, the system, the network.
// Methods of the cashier.

const CHECKS = ['hostTooOld', 'virtualOnIos', 'offline', 'deskFails'];

/** "收银台支付支持版本" and "API 支付支持版本" */
const SINCE = {
  desk: {
    toutiao: { ios: '7.2.7', android: '7.2.7' },
    douyin: { ios: '8.6.0', android: '7.1.0' },
  },
  direct: {
    toutiao: { ios: '7.4.3', android: '7.4.3' },
    douyin: { ios: '9.1.0', android: '8.7.0' },
  },
};

module.exports = {
  CHECKS,

  methods: {
    /** The version that `host` needs; `undefined` for an app that the document does not name. */
    hostSince({ service }, host, os) {
      return SINCE[service > 1 ? 'direct' : 'desk'][host]?.[os];
    },

    hostSupports(since) {
      return this.compareVersions(this.world.host_version, since) >= 0;
    },

    /** The developer tools have no version that the document could mean. */
    hostTooOld(request) {
      const { host, os } = this.world;
      if (host === 'devtools') return undefined;
      const since = this.hostSince(request, host, os);
      const supported = since === undefined ? this.readings['unlisted-host'] === 'accepted' : this.hostSupports(since);
      return supported ? undefined : this.refusal('the app does not support this payment');
    },

    /** "iOS 虚拟物品暂不支持使用支付功能", whatever the service. */
    virtualOnIos() {
      const refused = this.world.os === 'ios' && this.world.virtual_goods;
      return refused ? this.refusal('virtual goods cannot be paid for on iOS') : undefined;
    },

    offline({ service }) {
      if (this.world.network !== 'offline') return undefined;
      const coded = service > 1 && this.readings['direct-offline'] === '10000';
      return coded ? this.failure(10000) : this.refusal('no network');
    },

    /** "调起收银台失败" */
    deskFails(request) {
      const fails = this.opensDesk(request) && this.world.desk === 'fails';
      return fails ? this.refusal('the cashier cannot be opened') : undefined;
    },
  },
};
