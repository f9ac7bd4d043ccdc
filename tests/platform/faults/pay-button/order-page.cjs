'use strict';
// Mistakes about the limits, the order page, and the order that comes of it.

const { assume, changeAnswer, replace } = require('../plant.cjs');
const { fault, row } = require('./sentence.cjs');

const MIN = ['minLimits', '起购份数 范围是 1 - 99999'];
const MIN_DEFAULT = ['minLimits', 'minLimits number 1'];
const MAX = ['maxLimits', '限购份数 范围是 1 - 99999'];
const MAX_DEFAULT = ['maxLimits', 'maxLimits number 99999'];
const WHOLE = ['maxLimits', '必须为整型值,不能为浮点数'];
const CONVERSION = ['Bug & Tip', '若 minLimits >= maxLimits ,组件内部会进行自动转换,minLimits 和 maxLimits 的值均转换为 maxLimits'];
const PHONE = ['bind:getgoodsinfo 说明', '手机号是否必填, 为 true则必填,false选填,默认选填'];
const PRESSED = ['bind:pay 说明', '当用户在提单页点击「立即支付」按钮后,会调起小程序收银台'];
const LEADS = ['效果示例', '点击后进入提单页'];
const PRICE = ['currentPrice', '商品单价 单位:分'];
const LOGIN = ['bind:placeorder', '下单需要用户处于登录状态'];

const converts = (change) => replace('convertedLimits', change);
const defaults = (field, value) => changeAnswer('fieldDefault', (real, name) => (name === field ? value : real));

const refusesLimits = (which) =>
  changeAnswer('badMaxLimits', function refuses(found, _button, info) {
    const [min, max] = ['minLimits', 'maxLimits'].map((name) => this.fieldOrDefault(info, name));
    return found ?? (which(min, max) ? this.fault(21512) : undefined);
  });

module.exports = [
  fault('limit-0-accepted', MIN, 'the least limit is 1', 'a limit off by one',
    changeAnswer('isLimit', (right, limit) => right || limit === 0),
  ),
  fault('limit-1-refused', MIN, 'the least limit is 1', '`limit > 1`', changeAnswer('isLimit', (right, limit) => right && limit > 1)),
  fault('limit-100000-accepted', MAX, 'the highest limit is 99999', 'a limit off by one',
    changeAnswer('isLimit', (right, limit) => right || limit === 100000),
  ),
  fault('limit-99999-refused', MAX, 'the highest limit is 99999', '`limit < 99999`',
    changeAnswer('isLimit', (right, limit) => right && limit < 99999),
  ),
  fault('limit-float-accepted', WHOLE, 'limits are whole', 'only looks at the range',
    changeAnswer('isLimit', (right, limit) => right || (typeof limit === 'number' && !Number.isInteger(limit) && limit >= 1 && limit <= 99999)),
  ),
  fault('limit-text-accepted', ['maxLimits', 'maxLimits number'], 'limits are numbers', 'converts a text',
    changeAnswer('isLimit', (right, limit) => right || (typeof limit === 'string' && Number(limit) >= 1)),
  ),
  fault('min-unchecked', MIN, 'minLimits is checked', 'only maxLimits is', replace('badMinLimits', () => undefined)),
  fault('max-unchecked', MAX, 'maxLimits is checked', 'only minLimits is', replace('badMaxLimits', () => undefined)),
  fault('min-default-0', MIN_DEFAULT, 'minLimits is 1 by default', 'takes 0', defaults('minLimits', 0)),
  fault('max-default-9999', MAX_DEFAULT, 'maxLimits is 99999 by default', 'a 9 too few', defaults('maxLimits', 9999)),
  fault('max-default-1', MAX_DEFAULT, 'maxLimits is 99999 by default', 'one each', defaults('maxLimits', 1)),
  fault('limits-not-converted', CONVERSION, 'minLimits over maxLimits is converted', 'shown as they are',
    converts((minLimits, maxLimits) => ({ minLimits, maxLimits })),
  ),
  fault('limits-both-min', CONVERSION, 'both become maxLimits', 'both become minLimits',
    converts((minLimits, maxLimits) => (minLimits >= maxLimits ? { minLimits, maxLimits: minLimits } : { minLimits, maxLimits }))),
  fault('limits-swapped', CONVERSION, 'both become maxLimits', 'exchanges the two',
    converts((minLimits, maxLimits) => ({ minLimits: Math.min(minLimits, maxLimits), maxLimits: Math.max(minLimits, maxLimits) }))),
  fault('limits-min-becomes-1', CONVERSION, 'both become maxLimits', 'takes the default of minLimits',
    converts((minLimits, maxLimits) => (minLimits > maxLimits ? { minLimits: 1, maxLimits } : { minLimits, maxLimits }))),
  fault('limits-converted-always', CONVERSION, 'only minLimits >= maxLimits is converted', 'the comparison is the wrong way round',
    converts((minLimits, maxLimits) => ({ minLimits: maxLimits, maxLimits }))),
  fault('limits-over-refused', CONVERSION, 'minLimits over maxLimits is converted', 'an error', refusesLimits((min, max) => min > max)),
  fault('limits-equal-refused', CONVERSION, 'minLimits may equal maxLimits', 'an error: "应小于"', refusesLimits((min, max) => min === max)),
  fault('limits-defaults-last', MAX_DEFAULT, 'a missing maxLimits is 99999', 'converts first: a missing one counts as 0',
    replace('limitsOf', function last(info) {
      const { minLimits, maxLimits } = this.convertedLimits(this.fieldOf(info, 'minLimits') ?? 0, this.fieldOf(info, 'maxLimits') ?? 0);
      return { minLimits: minLimits || 1, maxLimits: maxLimits || 99999 };
    })),
  fault('quantity-one', MIN, 'the least quantity is minLimits', 'the page begins with 1, and nobody checks', (button) => {
    button.proposed = () => 1;
    button.isPermitted = () => true;
  }),
  fault('quantity-over-accepted', MAX, 'the highest quantity is maxLimits', 'only minLimits is checked',
    replace('isPermitted', (order, quantity) => quantity >= order.minLimits),
  ),
  fault('quantity-under-accepted', MIN, 'the least quantity is minLimits', 'only maxLimits is checked',
    replace('isPermitted', (order, quantity) => quantity <= order.maxLimits),
  ),
  fault('quantity-max-refused', MAX, 'the highest quantity is maxLimits', '`quantity < maxLimits`',
    changeAnswer('isPermitted', (right, order, quantity) => right && (quantity < order.maxLimits || quantity === order.minLimits))),
  fault('quantity-ignored', PRESSED, 'the order is what the user submits', 'always the quantity that the page proposed',
    (button) => {
      const real = button.createOrder;
      button.createOrder = function one(given, order) {
        return real.call(this, given, order, this.proposed(order));
      };
    }),
  fault('phone-wanted', PHONE, 'the phone number may be left out by default', 'wanted by default',
    changeAnswer('needsPhone', (needed, info) => needed || info.validation === undefined),
  ),
  fault('phone-false-wanted', PHONE, 'required false: the phone number may be left out', 'looks whether `required` is there',
    changeAnswer('needsPhone', (needed, info) => needed || info.validation?.phoneNumber?.required === false),
  ),
  fault('phone-never-wanted', PHONE, 'required true: the phone number must be given', 'validation is never read',
    replace('needsPhone', () => false),
  ),
  fault('phone-not-waited-for', PHONE, 'required true: the phone number must be given', 'marked on the page, and not checked',
    replace('givesPhone', () => true),
  ),
  fault('price-of-one', PRICE, 'currentPrice is the price of one piece', 'the order costs as much',
    replace('totalOf', ({ price }) => price),
  ),
  fault('price-of-least', PRICE, 'currentPrice is the price of one piece', 'times minLimits',
    replace('totalOf', ({ price, minLimits }) => price * minLimits),
  ),
  fault('order-without-submitting', PRESSED, 'the order comes when the user submits', 'created as soon as the page is open',
    changeAnswer('openOrderPage', function hasty(_, button) {
      const { submit } = button.page;
      button.page = undefined;
      submit({ phoneNumber: '0' });
    }),
  ),
  fault('order-without-page', LEADS, 'a tap leads to the order page', 'straight to the cashier',
    replace('openOrderPage', function straight(button) {
      const order = this.orderOf(button);
      this.createOrder(button, order, this.proposed(order));
    })),
  fault('order-twice', PRESSED, 'one order is created', 'once to try and once to pay', (button) => {
    const real = button.createOrder;
    button.createOrder = function twice(given, order, quantity) {
      this.stage.sent({ to: 'order', ...this.orderRequest(given, order, quantity) });
      return real.call(this, given, order, quantity);
    };
  }),
  fault('order-of-other-goods', ['goods-id', '商品库商品传 spuid,非商品库商品传开发者订单系统商品号。'], 'the order is for the goods of the page',
    'goodsId is cut off in the database',
    changeAnswer('orderRequest', (request) => ({ ...request, goodsId: request.goodsId.slice(0, 4) })),
  ),
  fault('order-failure-pays', row('21517 创建订单(预下单),服务端错误'), 'no order, no cashier', 'tells the error and goes on', (button) => {
    const real = button.failOrder;
    button.failOrder = function goesOn(given, code) {
      real.call(this, given, code);
      if (code === 21517) this.openDesk(given, { fen: 0, ...this.createdIds() });
    };
  }),
  fault('order-failure-silent', ['bind:pay 说明', '以及预下单接口报错时,前端模板会调用该方法。'], 'a failure of the order is told', 'nobody hears of it',
    changeAnswer('orderFailureTold', (told, code) => (code === 21517 ? [] : told))),
  fault('order-data-silent', row('21518 订单数据错误,无法生成订单'), 'wrong data of the order are 21518', 'nobody hears of it',
    changeAnswer('orderFailureTold', (told, code) => (code === 21518 ? [] : told))),
  fault('order-server-unheard', row('21517 创建订单(预下单),服务端错误'), 'a failure of the server is 21517', 'the answer is not looked at',
    assume('order_creation', 'answers'),
  ),
  fault('order-logged-out', LOGIN, 'an order needs a user that is logged in', 'never looked at', assume('logged_in', true)),
  fault('order-page-without-limits', ['minLimits', '起购份数'], 'the order page knows the limits of the goods', 'the page has its own',
    changeAnswer('limitsOf', () => ({ minLimits: 1, maxLimits: 99999 })),
  ),
  fault('order-page-name-lost', ['goodsName', '商品名称'], 'the order page shows the name', 'shows goods-id instead',
    changeAnswer('outsideFields', function lost(fields) {
      return { ...fields, name: '' };
    })),
];
