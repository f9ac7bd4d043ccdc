'use strict';
// Base library versions, and what each of them knows. Methods of the platform: `this` is put together in diamond.cjs.

const API = 'openAwemeCustomerService';

/** "最低支持版本" of the method and of each parameter, with its type, in the order of the parameter table. */
const METHOD_SINCE = '2.64.0';
const PARAMETERS = {
  extraInfo: { type: 'string', since: '2.64.0' },
  zoneId: { type: 'string', since: '2.64.0' },
  currencyType: { type: 'string', since: '2.64.0' },
  buyQuantity: { type: 'number', since: '2.64.0' },
  goodType: { type: 'number', since: '3.47.0' },
  orderAmount: { type: 'number', since: '3.47.0' },
  goodName: { type: 'string', since: '3.47.0' },
  customId: { type: 'string', since: '2.64.0' },
};
const CALLBACKS = ['success', 'fail', 'complete'];

module.exports = {
  API,
  CALLBACKS,
  METHOD_SINCE,
  PARAMETERS,

  methods: {
    /** Negative, zero or positive. Part by part as numbers; parts that are missing count as zero. */
    compareVersions(a, b) {
      const left = a.split('.');
      const right = b.split('.');
      for (let part = 0; part < Math.max(left.length, right.length); part += 1) {
        const difference = (parseInt(left[part], 10) || 0) - (parseInt(right[part], 10) || 0);
        if (difference !== 0) return difference;
      }
      return 0;
    },

    supports(since) {
      return this.compareVersions(this.world.base_library, since) >= 0;
    },

    methodSince() {
      return METHOD_SINCE;
    },

    parameterSince(name) {
      return PARAMETERS[name].since;
    },

    /** The version that `path` needs; `undefined` for a path that is not known. */
    pathSince(path) {
      if (path === `${API}.object.goodType`) return PARAMETERS.goodType.since;
      if (this.readings['can-i-use-knows'] === 'good-type') return undefined;
      const [api, part, name, ...rest] = path.split('.');
      if (api !== API || rest.length > 0) return undefined;
      if (part === undefined) return METHOD_SINCE;
      if (part !== 'object' || name === undefined) return undefined;
      if (CALLBACKS.includes(name)) return METHOD_SINCE;
      return Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name].since : undefined;
    },

    canIUse(path) {
      const since = typeof path === 'string' ? this.pathSince(path) : undefined;
      return since !== undefined && this.supports(since);
    },
  },
};
