'use strict';
// The order page (提单页): what it shows, what the user submits there, and the order that comes of it. Methods of the button.

const { isRecord } = require('./texts.cjs');

const LIBRARY_PRICE = 9900; // what goods of the library cost here
const DEFAULTS = { minLimits: 1, maxLimits: 99999, dateRule: '周一至周日可用', marketingVersion: 1 };
const CREATION = { internal_error: 21517, bad_data: 21518 };

module.exports = {
  methods: {
    openOrderPage(button) {
      const order = this.orderOf(button);
      button.page = { submit: (form) => this.submitOrder(button, order, form) };
      this.stage.shown({ page: 'order', ...this.pageFields(button, order) });
    },

    fieldDefault(name) {
      return DEFAULTS[name];
    },

    fieldOrDefault(info, name) {
      return this.fieldOf(info, name) ?? this.fieldDefault(name);
    },

    /** What is known of the order before the user says anything. */
    orderOf(button) {
      const { info } = button.goods;
      return {
        goodsId: button.given['goods-id'],
        price: this.priceOf(button),
        ...this.limitsOf(info),
        phoneRequired: this.needsPhone(info),
        dateRule: this.fieldOrDefault(info, 'dateRule'),
      };
    },

    priceOf({ goodsType, goods: { info } }) {
      return goodsType === 2 ? info.currentPrice : LIBRARY_PRICE;
    },

    /** Defaults first, then "若 minLimits >= maxLimits … 均转换为 maxLimits". */
    limitsOf(info) {
      const [min, max] = ['minLimits', 'maxLimits'].map((name) => this.clamped(this.fieldOrDefault(info, name)));
      return this.convertedLimits(min, max);
    },

    /** Only where a limit outside its range is no error. */
    clamped(limit) {
      return this.readings['limits-outside'] === 'clamped' ? Math.min(Math.max(limit, 1), 99999) : limit;
    },

    convertedLimits(minLimits, maxLimits) {
      return minLimits >= maxLimits ? { minLimits: maxLimits, maxLimits } : { minLimits, maxLimits };
    },

    /** "为 true则必填,false选填,默认选填" */
    needsPhone({ validation }) {
      return isRecord(validation) && isRecord(validation.phoneNumber) && validation.phoneNumber.required === true;
    },

    pageFields(button, order) {
      const fields = { ...order, ...(button.goodsType === 2 ? this.outsideFields(button.goods.info) : {}) };
      const marketing = this.marketingOf(button);
      return marketing === undefined ? fields : { ...fields, marketing };
    },

    outsideFields(info) {
      const labels = this.fieldOf(info, 'goodsLabels');
      const fields = { name: info.goodsName, photo: info.goodsPhoto };
      return labels === undefined ? fields : { ...fields, labels: this.shownLabels(labels) };
    },

    /** "未配置,不展现营销信息". A marketing-ready that is no boolean is none. */
    marketingOf({ given, goods: { info } }) {
      return given['marketing-ready'] === true ? this.fieldOrDefault(info, 'marketingVersion') : undefined;
    },

    isPermitted(order, quantity) {
      return Number.isInteger(quantity) && this.within(quantity, order.minLimits, order.maxLimits);
    },

    /** The quantity that the page proposes. */
    proposed(order) {
      return order.minLimits;
    },

    givesPhone(order, phoneNumber) {
      return !order.phoneRequired || phoneNumber !== undefined;
    },

    submitOrder(button, order, { quantity: wanted, phoneNumber } = {}) {
      const quantity = wanted ?? this.proposed(order);
      const permitted = this.isPermitted(order, quantity) && this.givesPhone(order, phoneNumber);
      const loginFirst = this.readings.precedence === 'login-first' && !this.world.logged_in;
      if (!permitted && !loginFirst) this.refuseForm(button);
      else if (!this.world.logged_in) this.refuseLoggedOut(button);
      else this.createOrder(button, order, quantity);
    },

    /** The page may just not let the user go on: then it stays. */
    refuseForm(button) {
      if (this.readings['order-page-refusal'] === 'blocked') return;
      button.page = undefined;
      const told = this.readings['order-page-refusal'] === '21518' ? ['error'] : ['error', 'pay'];
      this.tellFailure(button, this.fault(21518), told);
    },

    /** "下单需要用户处于登录状态" */
    refuseLoggedOut(button) {
      button.page = undefined;
      if (this.readings['ordered-logged-out'] !== 'nothing') this.failOrder(button, 21517);
    },

    createOrder(button, order, quantity) {
      button.page = undefined;
      const request = this.orderRequest(button, order, quantity);
      this.stage.sent({ to: 'order', ...request });
      const unlisted = this.readings['no-whitelist'] === '21517' && !this.isWhitelisted(button);
      const code = unlisted ? 21517 : CREATION[this.world.order_creation];
      if (code) this.failOrder(button, code);
      else this.openDesk(button, { fen: request.fen, ...this.createdIds() });
    },

    orderRequest(button, order, quantity) {
      return { ...this.goodsDetail(button), quantity, fen: this.totalOf(order, quantity), ...this.passedThrough(button) };
    },

    totalOf({ price }, quantity) {
      return price * quantity;
    },

    /** "开发者透传参数": extra and tradeOption, as texts. */
    passedThrough({ goods: { info } }) {
      const given = ['extra', 'tradeOption'].map((name) => [name, this.fieldOf(info, name)]);
      const present = given.filter(([, value]) => value !== undefined);
      return Object.fromEntries(present.map(([name, value]) => [name, this.serialized(value)]));
    },

    createdIds() {
      return { orderId: this.world.order_id, outOrderNo: this.world.out_order_no };
    },

    /** "以及预下单接口报错时": bind:pay is told as well, certainly of 21517. */
    failOrder(button, code) {
      this.tellFailure(button, this.fault(code), this.orderFailureTold(code));
    },

    orderFailureTold(code) {
      if (code === 21518) return this.readings['order-data-told'] === 'both' ? ['error', 'pay'] : ['error'];
      return this.failureTold();
    },
  },
};
