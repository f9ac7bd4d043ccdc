'use strict';
// Mistakes about the labels of the goods.

const { changeAnswer, forget, replace } = require('../plant.cjs');
const { fault, row } = require('./sentence.cjs');

const THREE = ['GoodsLabel', '最多设置三个标签,并且存在以下互斥关系'];
const TYPES = ['GoodsLabel', 'type 的合法值'];
const DAYS = ['GoodsLabel', '取值范围为 1~99'];
const REQUIRED = ['GoodsLabel', '当 type 为 REFUNDABLE_DAYS 或者 BOOK_IN_ADVANCE 时必传'];
const WHOLE = ['GoodsLabel', '时必传 必须为整型值,不能为浮点数'];
const PAIRS = [
  ['anytime-days', ['REFUND_ANYTIME', 'REFUNDABLE_DAYS'], '“随时退” 与 “x 日内可退” 互斥'],
  ['free-advance', ['RESERVATION_FREE', 'BOOK_IN_ADVANCE'], '“免预约” 与 “提前 x 日预约” 互斥'],
  ['non-refundable-days', ['NON_REFUNDABLE', 'REFUNDABLE_DAYS'], '“不可退”与“随时退” 、 “x 日内可退” 互斥'],
  ['non-refundable-anytime', ['NON_REFUNDABLE', 'REFUND_ANYTIME'], '“不可退”与“随时退” 、 “x 日内可退” 互斥'],
];

const without = ([one, other]) =>
  changeAnswer('excludedPairs', (pairs) => pairs.filter((pair) => !(pair.includes(one) && pair.includes(other))));

/** The pair is seen only if the first stands before the second. */
const inOneOrder = ([one, other]) =>
  changeAnswer('excludeEachOther', (found, types, a, b) => found && !(a === one && b === other && types.indexOf(a) > types.indexOf(b)));

const LEGAL = ['EXPIRED_RETURNS', 'REFUND_ANYTIME', 'RESERVATION_FREE', 'REFUNDABLE_DAYS', 'BOOK_IN_ADVANCE', 'NON_REFUNDABLE'];

module.exports = [
  fault('labels-unchecked', row('21511 非商品库商品,商品标签校验不通过'), 'labels are checked', 'forgotten', forget('badLabels')),
  fault('labels-wanted', ['goodsLabels', '最多设置三个标签 商品库商品标'], 'labels may be left out', 'refused without labels',
    changeAnswer('badLabels', function wanted(found, { goodsType }, { goodsLabels }) {
      return goodsType === 2 && goodsLabels === undefined ? this.fault(21511) : found;
    })),
  fault('labels-four-accepted', THREE, 'at most three labels', 'a limit off by one', replace('tooMany', (labels) => labels.length > 4)),
  fault('labels-unlimited', ['goodsLabels', '最多设置三个标签'], 'at most three labels', 'the limit is forgotten', replace('tooMany', () => false)),
  fault('labels-three-refused', THREE, 'three labels are allowed', 'a limit off by one', replace('tooMany', (labels) => labels.length >= 3)),
  fault('labels-first-three', THREE, 'more than three labels are an error', 'shows the first three', (button) => {
    button.tooMany = () => false;
    changeAnswer('shownLabels', (labels) => labels.slice(0, 3))(button);
  }),
  fault('label-any-type', TYPES, 'the types of labels are listed', 'any text', replace('isLabelType', (type) => typeof type === 'string')),
  fault('label-any-case', TYPES, 'the types of labels are listed, in upper case', 'compares without case',
    changeAnswer('isLabelType', (right, type) => right || (typeof type === 'string' && LEGAL.includes(type.toUpperCase())))),
  ...LEGAL.map((type) =>
    fault(`label-${type.toLowerCase().replaceAll('_', '-')}-unknown`, ['type 的合法值', type], `${type} is a type`, 'missing in the list',
      changeAnswer('isLabelType', (right, given) => right && given !== type)),
  ),
  ...PAIRS.flatMap(([name, pair, quote]) => [
    fault(`labels-${name}-together`, ['GoodsLabel', quote], `${pair.join(' and ')} exclude each other`, 'missing in the list',
      without(pair),
    ),
    fault(`labels-${name}-one-order`, ['GoodsLabel', quote], `${pair.join(' and ')} exclude each other in every order`,
      'seen in one order only',
      inOneOrder(pair),
    ),
  ]),
  fault('labels-neighbours-only', THREE, 'labels exclude each other wherever they stand', 'compares neighbours',
    changeAnswer('excludeEachOther', (found, types, one, other) => found && Math.abs(types.indexOf(one) - types.indexOf(other)) === 1)),
  fault('labels-book-in-advance-alone', ['GoodsLabel', '“免预约” 与 “提前 x 日预约” 互斥'],
    'BOOK_IN_ADVANCE and REFUND_ANYTIME go together, as in the sample',
    'a pair too many',
    changeAnswer('excludedPairs', (pairs) => [...pairs, ['REFUND_ANYTIME', 'BOOK_IN_ADVANCE']]),
  ),
  fault('label-value-unchecked', REQUIRED, 'value is checked', 'forgotten', replace('isLabelValue', () => true)),
  fault('label-value-optional', REQUIRED, 'value must be passed with days', 'checked only if it is there',
    changeAnswer('isDays', (right, value) => right || value === undefined),
  ),
  fault('label-value-optional-in-advance', REQUIRED, 'value must be passed with BOOK_IN_ADVANCE', 'wanted of REFUNDABLE_DAYS only',
    replace('hasDays', (type) => type === 'REFUNDABLE_DAYS'),
  ),
  fault('label-value-optional-refundable', REQUIRED, 'value must be passed with REFUNDABLE_DAYS', 'wanted of BOOK_IN_ADVANCE only',
    replace('hasDays', (type) => type === 'BOOK_IN_ADVANCE'),
  ),
  fault('label-value-wanted', REQUIRED, 'value is needed with days only', 'wanted of every label', replace('hasDays', () => true)),
  fault('label-value-0-accepted', DAYS, 'the least value is 1', 'a limit off by one',
    changeAnswer('isDays', (right, value) => right || value === 0),
  ),
  fault('label-value-1-refused', DAYS, 'the least value is 1', '`value > 1`', changeAnswer('isDays', (right, value) => right && value > 1)),
  fault('label-value-100-accepted', DAYS, 'the highest value is 99', 'a limit off by one',
    changeAnswer('isDays', (right, value) => right || value === 100),
  ),
  fault('label-value-99-refused', DAYS, 'the highest value is 99', '`value < 99`',
    changeAnswer('isDays', (right, value) => right && value < 99),
  ),
  fault('label-value-float-accepted', WHOLE, 'value is whole', 'only looks at the range',
    replace('isDays', (value) => typeof value === 'number' && value >= 1 && value <= 99),
  ),
  fault('label-value-text-accepted', ['GoodsLabel', 'value number'], 'value is a number', 'converts a text',
    changeAnswer('isDays', (right, value) => right || (typeof value === 'string' && Number(value) >= 1))),
  fault('labels-not-shown', ['goodsLabels', 'GoodsLabel[] 商品标签'], 'labels are shown', 'checked, and then forgotten',
    changeAnswer('outsideFields', ({ labels, ...fields }) => fields)),
];
