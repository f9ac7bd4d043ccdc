'use strict';
// What bind:applyrefund resolves with: the parameters that are passed through, and the item orders of a refund in parts.
// Methods of the button.

const { isRecord, text } = require('./texts.cjs');

const LIST_SINCE = '2.59.0.3';

module.exports = {
  methods: {
    /** "若无需传入 extra 参数,该方法可不填": resolves with `{ extra }` or `{ fault }`. */
    async askExtra(button) {
      const handler = this.present(button.handlers.applyrefund);
      if (!this.hasHandler(button, 'applyrefund')) {
        const refused = handler !== undefined && this.readings['callback-type'] === 'refused';
        return refused ? this.callFailed('applyrefund') : {};
      }
      const { value, fault } = await this.ask(button, 'applyrefund', this.applyDetail(button));
      return fault ? { fault } : this.extraOf(this.present(value));
    },

    applyDetail({ given }) {
      return { orderId: given['order-id'] };
    },

    extraOf(value) {
      if (value === undefined && this.readings['apply-refund-nothing'] === 'no-extra') return {};
      return this.isExtra(value) ? { extra: value } : this.wrongType('applyrefund');
    },

    isExtra(value) {
      return this.isObject(value);
    },

    listSince() {
      return LIST_SINCE;
    },

    /** "不可传递 undefined 或 null": it is there as soon as its name is. Below its version it is like any other member. */
    hasList(extra) {
      return isRecord(extra) && Object.hasOwn(extra, 'itemOrderList') && this.supports(this.listSince());
    },

    /** `{ fields }` for the server, or a `fault`. */
    fieldsOfExtra(extra) {
      if (extra === undefined) return { fields: {} };
      const passed = this.passedExtra(extra);
      if (this.isTooLong(passed)) return { fault: this.fault(21534, 'too long') };
      const fields = passed === undefined ? {} : { cp_extra: passed };
      if (!this.hasList(extra)) return { fields };
      const { itemOrderList: list } = extra;
      if (!this.isList(list)) return { fault: this.fault(Number(this.readings['item-order-shape']), 'itemOrderList is illegal') };
      const filled = this.withAmounts(list);
      if (!filled) return { fault: this.fault(Number(this.readings['over-refund']), 'more than was paid') };
      return { fields: { itemOrderList: filled, ...fields } };
    },

    isTooLong(passed) {
      return passed !== undefined && this.readings['cp-extra-length'] === '2048' && this.jsonBytesOf(passed) > 2048;
    },

    /** "extra 透传至服务端时,当中的 itemOrderList 会被删除"; the page's own object stays as it is. */
    passedExtra(extra) {
      const rest = this.hasList(extra) ? this.withoutList(extra) : extra;
      const bare = rest !== extra && Object.keys(rest).length === 0 && this.readings['cp-extra-bare'] === 'absent';
      return bare ? undefined : this.serializedExtra(rest);
    },

    withoutList({ itemOrderList: _removed, ...rest }) {
      return rest;
    },

    serializedExtra(extra) {
      return text(extra);
    },

    /** "长度最少为 1 的数组" */
    isList(list) {
      return Array.isArray(list) && list.length >= 1 && list.every((item) => this.isItem(item));
    },

    isItem(item) {
      return isRecord(item) && typeof item.itemOrderId === 'string' && item.itemOrderId !== '' && this.isItemAmount(item.refundAmount);
    },

    isItemAmount(given) {
      const amount = this.present(given);
      return amount === undefined || (Number.isInteger(amount) && amount > 0);
    },

    itemIds() {
      return ['item-1', 'item-2'];
    },

    /** What was paid for an item order; nothing for one that the order does not have. */
    paidFor(id) {
      return { 'item-1': this.world.item_1_paid, 'item-2': this.world.item_2_paid }[id] ?? 0;
    },

    leftOf(id) {
      return this.paidFor(id) - (this.state.refunded.get(id) ?? 0);
    },

    /** "不能大于该 itemOrderId 实付金额" */
    mostOf(id) {
      return this.readings['earlier-refunds'] === 'count' ? this.leftOf(id) : this.paidFor(id);
    },

    /** "未填入该字段,则默认为对应子单最大退款金额" */
    defaultAmount(id, before) {
      return this.mostOf(id) - (this.readings['repeated-item'] === 'left' ? before : 0);
    },

    fits(id, before, amount) {
      return amount > 0 && before + amount <= this.mostOf(id);
    },

    /** The list with all amounts; nothing where one of them is more than may be. */
    withAmounts(list) {
      const sums = new Map();
      const filled = [];
      for (const { itemOrderId, refundAmount } of list) {
        const before = sums.get(itemOrderId) ?? 0;
        const amount = this.present(refundAmount) ?? this.defaultAmount(itemOrderId, before);
        if (!this.fits(itemOrderId, before, amount)) return undefined;
        sums.set(itemOrderId, before + amount);
        filled.push({ itemOrderId, refundAmount: amount });
      }
      return filled;
    },

    /** Without a list everything that is left is refunded. */
    rememberRefund(list) {
      const all = () => this.itemIds().map((itemOrderId) => ({ itemOrderId, refundAmount: this.leftOf(itemOrderId) }));
      const { refunded } = this.state;
      for (const { itemOrderId, refundAmount } of list ?? all()) {
        refunded.set(itemOrderId, (refunded.get(itemOrderId) ?? 0) + refundAmount);
      }
    },
  },
};
