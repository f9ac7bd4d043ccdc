'use strict';
// Mistakes about what bind:applyrefund resolves with: the item orders, their amounts, and what is passed through.

const { changeAnswer, replace } = require('../plant.cjs');
const { fault, row } = require('./sentence.cjs');

const LIST = ['itemOrderList 说明', 'itemOrderList 是一个长度最少为 1 的数组,不可传递 undefined 或 null。'];
const ITEM = ['itemOrderList 说明', 'itemOrderId string 退款的商品单号'];
const AMOUNT = ['itemOrderList 说明', 'refundAmount number 该 itemOrderId 需要退款的金额 单位:分'];
const MOST = ['itemOrderList 说明', '不能大于该 itemOrderId 实付金额'];
const DEFAULT = ['itemOrderList 说明', '未填入该字段,则默认为对应子单最大退款金额'];
const REMOVED = ['itemOrderList 说明', 'extra 透传至服务端时,当中的 itemOrderList 会被删除'];
const TEXT = ['bind:applyrefund', '前端模板会将返回的对象通过 JSON.stringify进行序列化'];
const PASSED = ['bind:applyrefund', '序列化的字符串会作为申请退款时的 cp_extra 参数,透传给开发者服务端'];
const TOGETHER = ['指定金额退款', 'itemOrderList 可和其他透传参数一同通过 bind:applyrefund 传入'];
const NEEDED = ['指定金额退款', '指定金额退时,需要通过 bind:applyrefund 传入 itemOrderList。'];

/** The fields of the request are changed; `extra` is what the page gave. */
const fields = (change) =>
  changeAnswer('fieldsOfExtra', function changed(request, extra) {
    return request.fault ? request : { fields: change.call(this, request.fields, extra) };
  });

/** A list of the wrong shape is overlooked: the rest is refunded as if there were none. */
const overlooks = (which) => (button) => {
  const real = button.hasList;
  button.hasList = function overlooked(extra) {
    return real.call(this, extra) && !which(extra.itemOrderList);
  };
  changeAnswer('serializedExtra', (text, { itemOrderList, ...rest }) => JSON.stringify(which(itemOrderList) ? rest : JSON.parse(text)))(button);
};

const isItem = (change) => changeAnswer('isItem', change);

module.exports = [
  fault('items-empty-accepted', LIST, 'itemOrderList has at least one entry', 'an empty list is sent',
    changeAnswer('isList', (right, list) => right || (Array.isArray(list) && list.length === 0)),
  ),
  fault('items-empty-overlooked', LIST, 'itemOrderList has at least one entry', 'an empty list counts as none',
    overlooks((list) => Array.isArray(list) && list.length === 0),
  ),
  fault('items-one-refused', LIST, 'one entry is enough', '`length > 1`', changeAnswer('isList', (right, list) => right && list.length > 1)),
  fault('items-null-overlooked', LIST, 'itemOrderList may not be null', 'null counts as none', overlooks((list) => list === null)),
  fault('items-undefined-overlooked', LIST, 'itemOrderList may not be undefined', 'undefined counts as none',
    overlooks((list) => list === undefined),
  ),
  fault('items-object-accepted', LIST, 'itemOrderList is a list', 'a single item order will do', (button) => {
    const single = (list) => (typeof list === 'object' && list !== null && !Array.isArray(list) ? [list] : list);
    changeAnswer('isList', function one(right, list) {
      return right || (single(list) !== list && this.isItem(list));
    })(button);
    const real = button.withAmounts;
    button.withAmounts = function one(list) {
      return real.call(this, single(list));
    };
  }),
  fault('items-text-accepted', LIST, 'itemOrderList is a list', 'a JSON text will do', overlooks((list) => typeof list === 'string')),
  fault('item-id-optional', ITEM, 'itemOrderId must be passed', 'takes the first item order', (button) => {
    isItem((right, item) => right || (typeof item === 'object' && item !== null && item.itemOrderId === undefined))(button);
    const real = button.withAmounts;
    button.withAmounts = function first(list) {
      return real.call(this, list.map((item) => ({ ...item, itemOrderId: item.itemOrderId ?? 'item-1' })));
    };
  }),
  fault('item-amount-wanted', AMOUNT, 'refundAmount may be left out', 'refused without it',
    isItem((right, item) => right && item.refundAmount !== undefined),
  ),
  fault('item-amount-text-accepted', AMOUNT, 'refundAmount is a number', 'converts a text', (button) => {
    isItem((right, item) => right || (typeof item?.itemOrderId === 'string' && /^[0-9]+$/.test(item.refundAmount)))(button);
    const real = button.withAmounts;
    button.withAmounts = function numbers(list) {
      const number = (amount) => (typeof amount === 'string' ? Number(amount) : amount);
      return real.call(this, list.map((item) => ({ ...item, refundAmount: number(item.refundAmount) })));
    };
  }),
  fault('item-amount-in-yuan', AMOUNT, 'refundAmount is in fen', 'divides by 100',
    changeAnswer('withAmounts', (list) => list?.map((item) => ({ ...item, refundAmount: item.refundAmount / 100 }))),
  ),
  fault('item-over-paid-accepted', MOST, 'refundAmount may not exceed what was paid', 'not compared', replace('fits', () => true)),
  fault('item-all-that-was-paid-refused', MOST, 'refundAmount may equal what was paid', '`amount < paid`',
    changeAnswer('fits', function less(right, id, before, amount) {
      return right && before + amount < this.paidFor(id);
    }),
  ),
  fault('item-compared-with-order', MOST, 'refundAmount may not exceed what was paid for this item order', 'compared with the whole order',
    replace('mostOf', function order() {
      return this.itemIds().reduce((sum, id) => sum + this.leftOf(id), 0);
    }),
  ),
  fault('item-compared-with-first', MOST, 'refundAmount may not exceed what was paid for this item order', 'all compared with the first',
    replace('mostOf', function first() {
      return this.leftOf('item-1');
    }),
  ),
  fault('item-amounts-not-summed', MOST, 'what is refunded of an item order is summed up', 'each entry is compared by itself',
    replace('fits', function alone(id, _before, amount) {
      return amount > 0 && amount <= this.mostOf(id);
    }),
  ),
  fault('item-over-paid-capped', MOST, 'refundAmount may not exceed what was paid', 'quietly lessened', (button) => {
    button.fits = () => true;
    changeAnswer('withAmounts', function capped(list) {
      return list.map((item) => ({ ...item, refundAmount: Math.min(item.refundAmount, this.paidFor(item.itemOrderId)) }));
    })(button);
  }),
  fault('item-default-zero', DEFAULT, 'a missing refundAmount is the most that can be refunded', 'takes 0', (button) => {
    button.defaultAmount = () => 0;
    changeAnswer('fits', (right, _id, _before, amount) => right || amount === 0)(button);
  }),
  fault('item-default-of-the-order', DEFAULT, 'a missing refundAmount is the most of this item order', 'takes that of the order',
    (button) => {
      button.defaultAmount = function order() {
        return this.itemIds().reduce((sum, id) => sum + this.leftOf(id), 0);
      };
      button.fits = () => true;
    },
  ),
  fault('item-default-one', DEFAULT, 'a missing refundAmount is the most that can be refunded', 'one fen',
    replace('defaultAmount', () => 1),
  ),
  fault('item-default-of-first', DEFAULT, 'a missing refundAmount is the most of this item order', 'takes that of the first', (button) => {
    button.defaultAmount = function first() {
      return this.leftOf('item-1');
    };
    button.fits = () => true;
  }),
  fault('items-first-only', ['itemOrderList 说明', 'const itemOrderList = ['], 'all item orders are refunded', 'only the first',
    fields((sent) => (sent.itemOrderList ? { ...sent, itemOrderList: sent.itemOrderList.slice(0, 1) } : sent)),
  ),
  fault('items-not-sent', NEEDED, 'itemOrderList says what is refunded', 'removed, and not sent',
    fields(({ itemOrderList, ...sent }) => sent),
  ),
  fault('items-left-in-extra', REMOVED, 'itemOrderList is removed before the rest is passed through', 'left in cp_extra',
    replace('withoutList', (extra) => extra),
  ),
  fault('items-emptied-in-extra', REMOVED, 'itemOrderList is removed before the rest is passed through', 'set to null',
    replace('withoutList', (extra) => ({ ...extra, itemOrderList: null })),
  ),
  fault('items-replace-extra', TOGETHER, 'itemOrderList goes with other parameters', 'with a list nothing is passed through',
    fields(({ cp_extra, ...sent }) => (sent.itemOrderList || cp_extra === undefined ? sent : { ...sent, cp_extra }))),
  fault('cp-extra-not-text', TEXT, 'cp_extra is a JSON text', 'the object itself',
    fields((sent) => (sent.cp_extra === undefined ? sent : { ...sent, cp_extra: JSON.parse(sent.cp_extra) }))),
  fault('cp-extra-twice-serialized', TEXT, 'cp_extra is serialized once', 'twice',
    fields((sent) => (sent.cp_extra === undefined ? sent : { ...sent, cp_extra: JSON.stringify(sent.cp_extra) }))),
  fault('cp-extra-query', TEXT, 'cp_extra is a JSON text', 'a query string',
    changeAnswer('serializedExtra', (_text, extra) => new URLSearchParams(extra).toString()),
  ),
  fault('cp-extra-dropped', PASSED, 'what bind:applyrefund gives is passed through', 'not part of the request',
    fields(({ cp_extra, ...sent }) => sent),
  ),
  fault('cp-extra-nested', PASSED, 'what bind:applyrefund gives is passed through', 'wrapped once more',
    changeAnswer('serializedExtra', (text) => `{"extra":${text}}`),
  ),
  fault('cp-extra-camel-case', PASSED, 'the parameter is named cp_extra', 'cpExtra',
    fields(({ cp_extra: cpExtra, ...sent }) => (cpExtra === undefined ? sent : { ...sent, cpExtra })),
  ),
  fault('cp-extra-adds-order', PASSED, 'only what bind:applyrefund gives is passed through', 'adds the order',
    changeAnswer('serializedExtra', (text) => JSON.stringify({ ...JSON.parse(text), from: 'pay-button' })),
  ),
  fault('refund-forgotten-everything', row('订单可退份数等于0'), 'an order that was refunded whole has nothing left', 'forgets what was refunded',
    replace('rememberRefund', () => {}),
  ),
];
