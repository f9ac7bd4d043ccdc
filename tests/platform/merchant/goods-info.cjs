'use strict';
// The merchant's side of `pay-button`: goods as what bind:getgoodsinfo resolves with. Methods of the merchant.

const { present } = require('./present.cjs');

/** "默认值" of the fields, by what the goods call them. */
const DEFAULTS = { least: 1, most: 99999, usage: '周一至周日可用', phoneRequired: false };

module.exports = {
  methods: {
    goodsInfo(goods) {
      return present({
        ...this.shopFields(goods),
        ...this.limitFields(goods),
        dateRule: this.dateRule({ ...goods, usage: this.withDefault(goods, 'usage') }),
        validation: this.validation(this.withDefault(goods, 'phoneRequired')),
        extra: this.extra(goods),
        tradeOption: this.tradeOption(goods),
        marketingVersion: this.marketingVersion(goods),
      });
    },

    /** What goods outside the library must have, and their labels. */
    shopFields({ price, name, photo, labels }) {
      return {
        currentPrice: this.price(price),
        goodsName: this.goodsName(name),
        goodsPhoto: this.goodsPhoto(photo),
        goodsLabels: this.goodsLabels(labels),
      };
    },

    /** "单位:分" */
    price(fen) {
      return fen;
    },

    goodsName(name) {
      return name;
    },

    goodsPhoto(photo) {
      return photo;
    },

    /** No labels are no goodsLabels. */
    goodsLabels(labels = []) {
      return labels.length > 0 ? labels.map((label) => this.label(label)) : undefined;
    },

    label({ type, days }) {
      return present({ type: this.labelType(type), value: this.labelValue(days, type) });
    },

    labelType(type) {
      return type;
    },

    /** "天数": only labels with days have a value. */
    labelValue(days) {
      return days;
    },

    limitFields(goods) {
      return { minLimits: this.withDefault(goods, 'least'), maxLimits: this.withDefault(goods, 'most') };
    },

    /** A member of the goods that has a default: it says the same whether the default is given or left out. */
    withDefault(goods, name) {
      const value = goods[name];
      const reading = this.readings['goods-defaults'];
      if (reading === 'filled-in') return value ?? DEFAULTS[name];
      return reading === 'left-out' && value === DEFAULTS[name] ? undefined : value;
    },

    dateRule({ usage }) {
      return usage;
    },

    validation(required) {
      return required === undefined ? undefined : { phoneNumber: { required } };
    },

    /** An object: the template turns it into text. */
    extra({ extra }) {
      return extra;
    },

    tradeOption({ trade }) {
      return trade;
    },

    marketingVersion({ marketing }) {
      return marketing;
    },
  },
};
