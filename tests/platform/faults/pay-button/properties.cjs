'use strict';
// Mistakes about the properties of the button.

const { changeAnswer, replace } = require('../plant.cjs');
const { fault } = require('./sentence.cjs');

const MODE = ['mode', '组件的使用模式 1:已下单 2:未下单'];
const GOODS_ID = ['goods-id', 'mode 为 2 时,该属性必传 商品库商品传 spuid'];
const GOODS_ID_LENGTH = ['goods-id', '字段长度为1~64字节'];
const GOODS_TYPE = ['goods-type', '商品类别,mode 为 2 时,该属性必传 1:商品库商品传 2:非商品库商品传'];
const KNOWLEDGE = ['goods-type', '泛知识商品必须传 1'];
const STATUS = ['order-status', '细分订单状态order-status 0:继续支付 1:申请退款 2:退款中 3:退款成功 4:退款失败'];
const ORDER_ID = ['order-id', '继续支付(order-status 为 0) 申请退款(order-status 为 1)'];
const REFUND_ID = ['refund-id', '退款中(order-status 为 2) 退款成功(order-status 为 3) 退款失败(order-status 为 4)'];

const defaults = (property, value) => changeAnswer('defaultOf', (real, name) => (name === property ? value : real));
const isText = (value) => typeof value === 'string';

module.exports = [
  fault('mode-default-2', ['mode', 'mode number 1 组件的使用模式'], 'mode is 1 by default', 'buying is the usual case', defaults('mode', 2)),
  fault('mode-3-accepted', MODE, 'mode is 1 or 2', 'everything but 2 counts as 1', replace('isMode', (mode) => typeof mode === 'number')),
  fault('mode-0-is-missing', MODE, 'mode is 1 or 2: 0 is illegal', '`mode || 1`', (button) => {
    const real = button.read;
    button.read = function orOne(properties, handlers) {
      return real.call(this, properties?.mode === 0 ? { ...properties, mode: 1 } : properties, handlers);
    };
  }),
  fault('mode-2-refused', MODE, 'mode is 1 or 2', 'only orders are known', replace('isMode', (mode) => mode === 1)),
  fault('goods-id-optional', GOODS_ID, 'goods-id must be passed in mode 2', 'checked only if it is there',
    changeAnswer('isGoodsId', (right, id) => right || id === undefined)),
  fault('goods-id-empty-accepted', GOODS_ID_LENGTH, 'goods-id has at least one byte', 'only the upper limit is looked at',
    changeAnswer('isGoodsId', (right, id) => right || id === '')),
  fault('goods-id-65-accepted', GOODS_ID_LENGTH, 'goods-id has at most 64 bytes', 'the limit is 65',
    changeAnswer('isGoodsId', (right, id) => right || (isText(id) && Buffer.byteLength(id) === 65))),
  fault('goods-id-64-refused', GOODS_ID_LENGTH, 'goods-id may have 64 bytes', '`length < 64`',
    changeAnswer('isGoodsId', (right, id) => right && Buffer.byteLength(id) < 64)),
  fault('goods-id-characters', GOODS_ID_LENGTH, 'the length of goods-id is in bytes', 'takes its characters',
    replace('isGoodsId', (id) => isText(id) && id.length >= 1 && id.length <= 64)),
  fault('goods-id-object-accepted', GOODS_ID, 'goods-id is a text', 'converts whatever comes',
    changeAnswer('isGoodsId', (right, id) => right || (typeof id === 'object' && id !== null))),
  fault('goods-id-wanted-with-an-order', GOODS_ID, 'goods-id is needed in mode 2 only', 'checked in every mode',
    changeAnswer('badOrderStatus', function always(found, given) {
      return found ?? this.badGoodsId(given);
    })),
  fault('goods-type-3-accepted', GOODS_TYPE, 'goods-type is 1 or 2', 'any number',
    replace('isGoodsType', (type) => typeof type === 'number'),
  ),
  fault('goods-type-default', GOODS_TYPE, 'goods-type must be passed in mode 2', 'takes 1 if it is missing', defaults('goods-type', 1)),
  fault('goods-type-2-refused', GOODS_TYPE, 'goods outside the library are goods-type 2', 'forgets the whitelist: refuses all of them',
    replace('isGoodsType', (type) => type === 1)),
  fault('knowledge-needs-2', KNOWLEDGE, 'biz-line 2 goes with goods-type 1', 'the two are mixed up',
    changeAnswer('badGoodsType', function mixed(found, { given, goodsType }) {
      return found ?? (given['biz-line'] === 2 && goodsType === 1 ? this.fault(21502) : undefined);
    })),
  fault('biz-line-2-refused', ['biz-line', '业务线类型 1:团购 2:泛知识'], 'biz-line may be 2', 'only 1 is known',
    changeAnswer('badBizLine', function unknown(found, { given }) {
      return given['biz-line'] === 2 ? this.fault(21502) : found;
    })),
  fault('order-status-default-1', ['order-status', 'order-status number 0 已下单场景mode = 1下'], 'order-status is 0 by default', 'takes 1',
    defaults('order-status', 1)),
  fault('order-status-4-refused', STATUS, 'order-status goes up to 4', 'a limit off by one',
    changeAnswer('isOrderStatus', (right, status) => right && status < 4),
  ),
  fault('order-status-5-accepted', STATUS, 'order-status goes up to 4', 'any whole number from 0',
    replace('isOrderStatus', (status) => Number.isInteger(status) && status >= 0)),
  fault('order-status-negative-accepted', STATUS, 'order-status begins with 0', 'only the upper limit is looked at',
    replace('isOrderStatus', (status) => Number.isInteger(status) && status <= 4)),
  fault('order-status-float-accepted', STATUS, 'order-status is one of five numbers', 'cuts off the fraction',
    (button) => {
      const real = button.read;
      button.read = function cut(properties, handlers) {
        const status = properties?.['order-status'];
        return real.call(this, Number.isFinite(status) ? { ...properties, 'order-status': Math.trunc(status) } : properties, handlers);
      };
    }),
  fault('order-id-optional-to-pay', ORDER_ID, 'order-id is needed where a payment goes on', 'checked for refunds only',
    changeAnswer('needsOrderId', (needed, { status }) => needed && status === 1)),
  fault('order-id-optional-to-refund', ORDER_ID, 'order-id is needed for a refund', 'checked for payments only',
    changeAnswer('needsOrderId', (needed, { status }) => needed && status === 0)),
  fault('order-id-wanted-for-details', ORDER_ID, 'order-id is needed with order-status 0 and 1 only', 'checked always',
    replace('needsOrderId', () => true),
  ),
  fault('order-id-wanted-to-buy', ORDER_ID, 'order-id is needed in mode 1 only', 'checked in every mode',
    changeAnswer('noPayHandler', function always(found, button) {
      return found ?? (this.isId(button.given['order-id']) ? undefined : this.fault(21522));
    })),
  fault('refund-id-optional', REFUND_ID, 'refund-id is needed for the details of a refund', 'never checked',
    replace('needsRefundId', () => false),
  ),
  fault('refund-id-optional-when-failed', REFUND_ID, 'refund-id is needed with order-status 4, too', 'a limit off by one',
    changeAnswer('needsRefundId', (needed, { status }) => needed && status < 4)),
  fault('refund-id-wanted-to-refund', REFUND_ID, 'refund-id is needed with order-status 2 to 4 only', '`status >= 1`',
    changeAnswer('needsRefundId', (needed, { status }) => needed || status === 1)),
  fault('ids-of-any-type', ['order-id', '开发者订单系统的交易订单号;'], 'order-id and refund-id are texts', 'only looks whether they are there',
    replace('isId', (id) => Boolean(id))),
  fault('goods-whitelist-ignored', ['goods-type', '目前只支持商品库商品,非商品库商品需要申请白名单'], 'goods outside the library need a whitelist',
    'sells them anyway',
    replace('isWhitelisted', () => true),
  ),
  fault('goods-whitelist-for-all', ['goods-type', '目前只支持商品库商品,非商品库商品需要申请白名单'], 'goods of the library need no whitelist',
    'asked of all goods',
    replace('isWhitelisted', function listed() {
      return this.world.goods_whitelisted;
    }),
  ),
];
