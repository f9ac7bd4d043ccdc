'use strict';
// Mistakes about the labels of goods outside the library.

const { changeAnswer, replace } = require('../plant.cjs');
const { converted, faultOf, renamed } = require('./sentence.cjs');

const fault = faultOf('goods-info', 'pay-button');

const LIST = ['goodsLabels', 'goodsLabels GoodsLabel[] 商品标签'];
const THREE = ['GoodsLabel', '最多设置三个标签'];
const TYPES = ['GoodsLabel', 'type 的合法值'];
const VALUE = ['GoodsLabel', 'value number 天数'];
const DAYS = ['GoodsLabel', '取值范围为 1~99'];
const REQUIRED = ['GoodsLabel', '当 type 为 REFUNDABLE_DAYS 或者 BOOK_IN_ADVANCE 时必传'];

const ALIASES = {
  EXPIRED_RETURNS: 'EXPIRED_REFUND', REFUND_ANYTIME: 'ANYTIME_REFUND', RESERVATION_FREE: 'NO_RESERVATION',
  REFUNDABLE_DAYS: 'REFUND_DAYS', BOOK_IN_ADVANCE: 'ADVANCE_BOOKING', NON_REFUNDABLE: 'NOT_REFUNDABLE',
};
const CHINESE = {
  EXPIRED_RETURNS: '过期退', REFUND_ANYTIME: '随时退', RESERVATION_FREE: '免预约',
  REFUNDABLE_DAYS: 'x 日内可退', BOOK_IN_ADVANCE: '提前 x 日预约', NON_REFUNDABLE: '不可退',
};

/** A label more, unless it is there. */
const adding = (type) =>
  changeAnswer('goodsLabels', (labels) => (labels && !labels.some((label) => label.type === type) ? [...labels, { type }] : labels));

module.exports = [
  fault('label-days-for-value', VALUE, 'the days of a label are its value', 'named days',
    changeAnswer('label', (label) => renamed(label, { value: 'days' }))),
  fault('label-value-as-text', VALUE, 'value is a number', 'as text', converted('labelValue', String)),
  fault('label-value-in-words', VALUE, 'value is a number', 'with its unit', converted('labelValue', (days) => `${days}天`)),
  fault('label-value-in-hours', VALUE, 'value is in days', 'in hours', converted('labelValue', (days) => days * 24)),
  fault('label-value-always', DAYS, 'value is 1 to 99', '0 where a label has no days', changeAnswer('labelValue', (days = 0) => days)),
  fault('label-value-to-30', DAYS, 'value is 1 to 99', 'a month at most', converted('labelValue', (days) => Math.min(days, 30))),
  fault('label-value-from-0', DAYS, 'value is 1 to 99', 'counts from zero', converted('labelValue', (days) => days - 1)),
  fault('label-value-1-left-out', REQUIRED, 'value must be passed with days', 'left out where it is 1',
    converted('labelValue', (days) => (days > 1 ? days : undefined))),
  fault('label-value-refundable-left-out', REQUIRED, 'value must be passed with REFUNDABLE_DAYS', 'known of BOOK_IN_ADVANCE only',
    changeAnswer('labelValue', (days, _given, type) => (type === 'REFUNDABLE_DAYS' ? undefined : days))),
  fault('label-value-advance-left-out', REQUIRED, 'value must be passed with BOOK_IN_ADVANCE', 'known of REFUNDABLE_DAYS only',
    changeAnswer('labelValue', (days, _given, type) => (type === 'BOOK_IN_ADVANCE' ? undefined : days))),
  fault('label-value-in-type', TYPES, 'the type is one of the list', 'the days in the type, as REFUNDABLE_7_DAYS',
    changeAnswer('label', ({ type, value }) => (value === undefined ? { type } : { type: type.replace(/^REFUNDABLE/, `$&_${value}`), value }))),

  fault('label-types-renamed', TYPES, 'the type is one of the list', 'names of its own', converted('labelType', (type) => ALIASES[type])),
  fault('label-types-chinese', TYPES, 'the type is one of the list', 'their meanings', converted('labelType', (type) => CHINESE[type])),
  fault('label-types-lower-case', TYPES, 'the type is one of the list', 'lower case', converted('labelType', (type) => type.toLowerCase())),
  fault('label-non-refundable-unknown', TYPES, 'the type is one of the list', 'UNREFUNDABLE',
    converted('labelType', (type) => (type === 'NON_REFUNDABLE' ? 'UNREFUNDABLE' : type))),
  fault('label-type-named-name', ['GoodsLabel', 'type string 标签类别'], 'the kind of a label is its type', 'named name',
    changeAnswer('label', (label) => renamed(label, { type: 'name' }))),
  fault('labels-as-texts', LIST, 'labels are objects', 'the types alone',
    converted('goodsLabels', (labels) => labels.map(({ type }) => type))),
  fault('labels-joined', LIST, 'labels are a list', 'a text', converted('goodsLabels', JSON.stringify)),
  fault('labels-single', LIST, 'labels are a list', 'a single one without a list',
    converted('goodsLabels', (labels) => (labels.length === 1 ? labels[0] : labels))),
  fault('labels-renamed', LIST, 'labels are named goodsLabels', 'goodsLabel',
    changeAnswer('goodsInfo', (info) => renamed(info, { goodsLabels: 'goodsLabel' }))),
  fault('labels-two-at-most', THREE, 'three labels are allowed', 'cuts the third',
    converted('goodsLabels', (labels) => labels.slice(0, 2))),
  fault('labels-expired-returns-added', THREE, 'at most three labels, and those of the goods', 'EXPIRED_RETURNS is for all',
    adding('EXPIRED_RETURNS')),
  fault('labels-anytime-added', ['GoodsLabel', '“不可退”与“随时退” 、 “x 日内可退” 互斥'], 'REFUND_ANYTIME excludes NON_REFUNDABLE and REFUNDABLE_DAYS',
    'REFUND_ANYTIME is for all', adding('REFUND_ANYTIME')),
  fault('labels-free-added', ['GoodsLabel', '“免预约” 与 “提前 x 日预约” 互斥'], 'RESERVATION_FREE excludes BOOK_IN_ADVANCE',
    'RESERVATION_FREE is for all', adding('RESERVATION_FREE')),
  fault('labels-of-the-sample', LIST, 'labels are those of the goods', 'those of the sample, wherever the goods have none',
    replace('goodsLabels', function labelsOf(labels = [{ type: 'EXPIRED_RETURNS' }, { type: 'REFUND_ANYTIME' }]) {
      return labels.map((label) => this.label(label));
    })),
];
