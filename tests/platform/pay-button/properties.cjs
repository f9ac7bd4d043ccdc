'use strict';
// The properties of the button and the handlers that it must have: what they default to, what is wrong with them.
// Each check answers with a fault, or with nothing. Methods of the button.

const NUMBERS = ['mode', 'goods-type', 'order-status', 'refund-total-amount', 'biz-line'];
const NAMES = [...NUMBERS, 'goods-id', 'order-id', 'refund-id', 'marketing-ready'];
const DEFAULTS = { mode: 1, 'order-status': 0, 'biz-line': 1, 'marketing-ready': false };
const NEWER = { 'biz-line': '2.54.0.0', 'marketing-ready': '2.54.0.0' };

const BUYING = ['badGoodsId', 'badGoodsType', 'badBizLine', 'noGoodsInfoHandler', 'noPlaceOrderHandler', 'noPayHandler'];
const ORDERED = ['badOrderStatus', 'badOrderId', 'badRefundId'];

const isWhole = Number.isInteger;

module.exports = {
  methods: {
    /** A null may count as missing. */
    present(value) {
      return value === null && this.readings.null === 'missing' ? undefined : value;
    },

    /** One button: what the page set and bound. */
    read(properties, handlers) {
      const given = Object.fromEntries(NAMES.map((name) => [name, this.propertyOf(properties, name)]));
      return { given, handlers: { ...handlers }, mode: given.mode, goodsType: given['goods-type'], status: given['order-status'] };
    },

    defaultOf(name) {
      return DEFAULTS[name];
    },

    propertySince(name) {
      return NEWER[name];
    },

    propertyOf(properties, name) {
      const known = NEWER[name] === undefined || this.supports(this.propertySince(name));
      const value = known ? this.present(properties?.[name]) : undefined;
      return value === undefined ? this.defaultOf(name) : this.coerced(name, value);
    },

    /** An attribute in the page's markup is a text; the framework may turn it into the number that the property wants. */
    coerced(name, value) {
      const numeric = NUMBERS.includes(name) && typeof value === 'string' && /^[0-9]+$/.test(value);
      return numeric && this.readings['button-attributes'] === 'coerced' ? Number(value) : value;
    },

    propertyFaults(button) {
      if (!this.isMode(button.mode)) return [this.fault(21500, this.wordsFor('mode', button.mode))];
      const checks = button.mode === 2 ? BUYING : ORDERED;
      return checks.map((check) => this[check](button)).filter(Boolean);
    },

    isMode(mode) {
      return mode === 1 || mode === 2;
    },

    /** "字段长度为1~64字节" */
    isGoodsId(id) {
      return typeof id === 'string' && this.within(this.bytesOf(id), 1, 64);
    },

    badGoodsId({ given }) {
      const id = given['goods-id'];
      return this.isGoodsId(id) ? undefined : this.fault(21501, this.wordsFor('goods-id', id));
    },

    isGoodsType(type) {
      return type === 1 || type === 2;
    },

    badGoodsType(button) {
      const { goodsType: type } = button;
      if (!this.isGoodsType(type)) return this.fault(21502, this.wordsFor('goods-type', type));
      if (type === 2 && this.isKnowledge(button)) return this.fault(21502, 'goods-type must be 1 with biz-line 2');
      const unlisted = this.readings['no-whitelist'] === '21502' && !this.isWhitelisted(button);
      return unlisted ? this.fault(21502, 'goods-type 2 is not open to this mini program') : undefined;
    },

    /** "泛知识商品必须传 1" */
    isKnowledge({ given }) {
      return given['biz-line'] === 2 && this.readings['knowledge-goods'] === '21502';
    },

    /** The table has no code for biz-line. */
    badBizLine({ given }) {
      const line = given['biz-line'];
      if (line === 1 || line === 2 || this.readings['biz-line-illegal'] === 'ignored') return undefined;
      return this.fault(21502, this.wordsFor('biz-line', line));
    },

    noGoodsInfoHandler(button) {
      return this.hasHandler(button, 'getgoodsinfo') ? undefined : this.fault(21503);
    },

    noPlaceOrderHandler(button) {
      return this.hasHandler(button, 'placeorder') ? undefined : this.fault(21504);
    },

    noPayHandler(button) {
      return this.hasHandler(button, 'pay') ? undefined : this.fault(21516);
    },

    isOrderStatus(status) {
      return isWhole(status) && this.within(status, 0, 4);
    },

    badOrderStatus({ status }) {
      return this.isOrderStatus(status) ? undefined : this.fault(21521, this.wordsFor('order-status', status));
    },

    /** The document gives no length; that of goods-id may be meant. */
    isId(id) {
      if (typeof id !== 'string' || id === '') return false;
      return this.readings['button-id-length'] === 'unlimited' || this.bytesOf(id) <= 64;
    },

    needsOrderId({ status }) {
      return status === 0 || status === 1;
    },

    needsRefundId({ status }) {
      return status === 2 || status === 3 || status === 4;
    },

    badOrderId(button) {
      const id = button.given['order-id'];
      return this.needsOrderId(button) && !this.isId(id) ? this.fault(21522, this.wordsFor('order-id', id)) : undefined;
    },

    badRefundId(button) {
      const id = button.given['refund-id'];
      return this.needsRefundId(button) && !this.isId(id) ? this.fault(21523, this.wordsFor('refund-id', id)) : undefined;
    },
  },
};
