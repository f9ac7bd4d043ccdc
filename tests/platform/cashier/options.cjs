'use strict';
// The options of tt.pay, all but what is inside orderInfo. Each check answers with a refusal, or with nothing.
// Methods of the cashier.

const OPTIONS = ['orderInfo', 'service', 'getOrderStatus', 'payChannel', '_debug'];
const CALLBACKS = ['success', 'fail', 'complete'];

const CHECKS = ['wrongCallback', 'illegalService', 'serviceTooNew', 'wrongOptional'];

/** "service=3、4,仅在 1.35.0.1+基础库支持" */
const DIRECT_SINCE = '1.35.0.1';

const isObject = (value) => typeof value === 'object' && value !== null;

module.exports = {
  CHECKS,
  isObject,

  methods: {
    /** A copy of what the caller gives: what is changed after the call does not count. */
    read(options) {
      const given = Object.fromEntries(OPTIONS.map((name) => [name, this.present(options[name])]));
      const info = isObject(given.orderInfo) ? { ...given.orderInfo } : undefined;
      const callbacks = Object.fromEntries(CALLBACKS.map((name) => [name, options[name]]));
      return { given, info, callbacks, service: this.serviceOf(given.service) };
    },

    /** A null may count as missing. */
    present(value) {
      return value === null && this.readings.null === 'missing' ? undefined : value;
    },

    services() {
      return [1, 3, 4];
    },

    /** 1: the desk; 3: WeChat directly; 4: Alipay directly; `undefined`: none of them. */
    serviceOf(service) {
      if (service === undefined && this.readings['service-missing'] === '1') return 1;
      return this.services().includes(service) ? service : undefined;
    },

    illegalService({ given: { service: given }, service }) {
      if (service !== undefined) return undefined;
      return this.refusal(given === undefined ? 'service is missing' : 'service should be 1, 3 or 4');
    },

    directSince() {
      return DIRECT_SINCE;
    },

    serviceTooNew(request) {
      const tooNew = request.service > 1 && !this.supports(this.directSince(request));
      return tooNew ? this.refusal('service needs a newer base library') : undefined;
    },

    noOrderInfo({ info }) {
      return info ? undefined : this.refusal('orderInfo should be an object');
    },

    wrongCallback({ callbacks }) {
      if (this.readings['callback-type'] === 'ignored') return undefined;
      const values = Object.entries(callbacks).map(([name, value]) => [name, this.present(value)]);
      const wrong = values.find(([, value]) => value !== undefined && typeof value !== 'function');
      return wrong && this.refusal(`${wrong[0]} should be a function`);
    },

    /** Options that the caller may leave out, of a wrong type: as if left out, or refused. */
    wrongOptional({ given: { getOrderStatus, payChannel, _debug: debug } }) {
      if (this.readings['optional-type'] === 'ignored') return undefined;
      const is = (value, type) => value === undefined || typeof value === type;
      if (!is(getOrderStatus, 'function')) return this.refusal('getOrderStatus should be a function');
      if (payChannel !== undefined && !isObject(payChannel)) return this.refusal('payChannel should be an object');
      const ticked = this.present(payChannel?.default_pay_channel);
      if (!is(ticked, 'string')) return this.refusal('default_pay_channel should be a string');
      return is(debug, 'number') ? undefined : this.refusal('_debug should be a number');
    },
  },
};
