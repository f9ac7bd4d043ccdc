'use strict';
// The parameter checks. Each answers with a refusal, or with nothing when it has no objection; CHECKS is their order.
// Methods of the platform.

const { PARAMETERS, CALLBACKS } = require('./versions.cjs');

const GOOD_NAME_LIMIT = 10;
const EXTRA_INFO_LIMIT = 256;

const CHECKS = [
  'wrongCallback',
  'wrongType',
  'newerParameter',
  'illegalExtraInfo',
  'illegalCurrency',
  'missingQuantity',
  'illegalQuantity',
  'illegalGoodType',
  'missingAmount',
  'illegalAmount',
  'illegalGoodName',
  'missingCustomId',
  'emptyCustomId',
  'usedCustomId',
];

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const LENGTHS = {
  utf16: (text) => text.length,
  'code-points': (text) => [...text].length,
  graphemes: (text) => [...graphemes.segment(text)].length,
  bytes: (text) => Buffer.byteLength(text, 'utf8'),
};

module.exports = {
  CHECKS,
  LENGTHS,

  methods: {
    /** What the base library knows of the options: parameters that it does not know are as if absent. */
    read(options) {
      const given = {};
      const newer = [];
      for (const name of Object.keys(PARAMETERS)) {
        const value = options[name] === null && this.readings.null === 'missing' ? undefined : options[name];
        if (value === undefined) continue;
        if (this.supports(this.parameterSince(name))) given[name] = value;
        else newer.push(name);
      }
      const callbacks = Object.fromEntries(CALLBACKS.map((name) => [name, options[name]]));
      return { given, newer, callbacks, scene: this.sceneOf(given.goodType) };
    },

    /** 0 (the default) and 1: game coins; 2: item purchase; anything else is no scene. */
    sceneOf(goodType) {
      if (goodType === undefined || goodType === 0 || goodType === 1) return 'coin';
      return goodType === 2 ? 'item' : undefined;
    },

    hasType(value, type) {
      if (type === 'number' && this.readings['not-finite'] === 'wrong-type') return Number.isFinite(value);
      return typeof value === type;
    },

    /** The refusal of an illegal value of goodType, currencyType or goodName. */
    illegalValue(name, value) {
      const wanted = PARAMETERS[name].type;
      return this.readings['illegal-value'] === '99' ? this.typeRefusal(name, wanted, value) : this.refusal(-15002);
    },

    wrongCallback({ callbacks }) {
      if (this.readings['callback-type'] === 'ignored') return undefined;
      const isWrong = ([, value]) =>
        typeof value !== 'function' && value !== undefined && !(value === null && this.readings.null === 'missing');
      const wrong = Object.entries(callbacks).find(isWrong);
      return wrong && this.typeRefusal(wrong[0], 'function', wrong[1]);
    },

    wrongType({ given, scene }) {
      for (const [name, value] of Object.entries(given)) {
        const skipped =
          name === 'buyQuantity' && scene === 'item' && this.readings['item-quantity'] === 'ignored';
        if (!skipped && !this.hasType(value, PARAMETERS[name].type)) {
          return this.typeRefusal(name, PARAMETERS[name].type, value);
        }
      }
      return undefined;
    },

    newerParameter({ newer }) {
      return newer.length > 0 && this.readings['newer-parameter'] === 'refused' ? this.refusal(-15002) : undefined;
    },

    illegalExtraInfo({ given: { extraInfo } }) {
      const unit = this.readings['extra-info-unit'];
      if (typeof extraInfo !== 'string' || unit === 'unlimited') return undefined;
      return LENGTHS[unit](extraInfo) > EXTRA_INFO_LIMIT ? this.refusal(-15002) : undefined;
    },

    illegalCurrency({ given: { currencyType } }) {
      if (typeof currencyType !== 'string' || currencyType === 'DIAMOND') return undefined;
      return this.illegalValue('currencyType', currencyType);
    },

    missingQuantity({ scene, given: { buyQuantity } }) {
      const missing = scene === 'coin' && buyQuantity === undefined;
      return missing ? this.typeRefusal('buyQuantity', 'number', undefined) : undefined;
    },

    illegalQuantity({ scene, given: { buyQuantity } }) {
      if (typeof buyQuantity !== 'number') return undefined;
      if (scene === 'item') return this.readings['item-quantity'] === 'refused' ? this.refusal(-17006) : undefined;
      if (scene !== 'coin') return undefined;
      if (this.coinPrice() === undefined) return this.refusal(Number(this.readings['price-not-configured']));
      if (this.tierOf(buyQuantity) === undefined) return this.refusal(Number(this.readings['tier-miss']));
      const refused = !Number.isInteger(buyQuantity) && this.readings['fractional-quantity'] === '-17006';
      return refused ? this.refusal(-17006) : undefined;
    },

    illegalGoodType({ scene, given: { goodType } }) {
      return typeof goodType === 'number' && scene === undefined ? this.illegalValue('goodType', goodType) : undefined;
    },

    missingAmount({ scene, given: { orderAmount } }) {
      if (scene !== 'item' || orderAmount !== undefined) return undefined;
      return this.readings['order-amount-missing'] === '99'
        ? this.typeRefusal('orderAmount', 'number', undefined)
        : this.refusal(-15002);
    },

    illegalAmount({ scene, given: { orderAmount } }) {
      if (scene !== 'item' || typeof orderAmount !== 'number') return undefined;
      const wholeDiamonds = this.readings['part-diamonds'] !== 'refused' || orderAmount % 10 === 0;
      if (this.isLegalAmount(orderAmount) && wholeDiamonds) return undefined;
      return this.readings['order-amount-illegal'] === '99'
        ? this.typeRefusal('orderAmount', 'number', orderAmount)
        : this.refusal(-15002);
    },

    goodNameLength(goodName) {
      return LENGTHS[this.readings['good-name-unit']](goodName);
    },

    goodNameLimit() {
      return GOOD_NAME_LIMIT;
    },

    illegalGoodName({ scene, given: { goodName } }) {
      if (scene !== 'item') return undefined;
      if (goodName === undefined || goodName === '') {
        return this.readings['good-name-missing'] === 'refused' ? this.illegalValue('goodName', goodName) : undefined;
      }
      if (typeof goodName !== 'string' || this.goodNameLength(goodName) <= this.goodNameLimit()) return undefined;
      return this.illegalValue('goodName', goodName);
    },

    missingCustomId({ given: { customId } }) {
      const reading = this.readings['custom-id-missing'];
      if (customId !== undefined || reading === 'accepted') return undefined;
      return reading === '99' ? this.typeRefusal('customId', 'string', undefined) : this.refusal(-15101);
    },

    emptyCustomId({ given: { customId } }) {
      const blank = typeof customId === 'string' && customId.trim() === '';
      const empty = customId === '' || (blank && this.readings['custom-id-blank'] === '-15101');
      return empty ? this.refusal(-15101) : undefined;
    },

    usedCustomId({ given: { customId } }) {
      return this.state.usedIds.has(customId) ? this.refusal(-15101) : undefined;
    },
  },
};
