'use strict';
// Mistakes about the handlers of the page: which must be there, when they are called, with what, and what their promises say.

const { changeAnswer, forget, replace } = require('../plant.cjs');
const { fault, row } = require('./sentence.cjs');

const GOODS_INFO = ['bind:getgoodsinfo 说明', '需要返回 promise,开发者可以在 promise 中获取相关商品信息'];
const GOODS_DETAIL = ['bind:getgoodsinfo 说明', 'goodsId string 商品 id 2.43.0.0 goodsType number 商品类型 2.43.0.0 商品信息说明如下'];
const PLACE_ORDER = ['bind:placeorder', '跳转至提单页前的准备工作'];
const LOGGED_IN = ['bind:placeorder 说明', '用户登录成功并获取信息,则调用 resolve 函数,跳转至提单页'];
const NOT_LOGGED_IN = ['bind:placeorder 说明', '用户登录失败,则跳转提单页失败'];
const REJECT = ['bind:placeorder 说明', '若无法完成相关逻辑,则一定要触发 reject 方法,否则可能会导致后续跳转失败。'];
const APPLY = ['bind:applyrefund 说明', '需要返回 promise,开发者可以在 promise 中做退款参数的设置'];
const APPLY_OPTIONAL = ['bind:applyrefund 说明', '若无需传入 extra 参数,该方法可不填。'];
const APPLY_DETAIL = ['bind:applyrefund 说明', 'orderId string 开发者传入的开发者系统交易订单号'];

/** A question is put differently: `change` gets what the real one gives, for one handler. */
const asks = (name, change) => (button) => {
  const real = button.ask;
  button.ask = function changed(given, handler, detail) {
    return handler === name ? change.call(this, () => real.call(this, given, handler, detail), given) : real.call(this, given, handler, detail);
  };
};

/** The detail of one handler is another. */
const detailOf = (name, change) => (button) => {
  const real = button.ask;
  button.ask = function changed(given, handler, detail) {
    return real.call(this, given, handler, handler === name ? change.call(this, detail, given) : detail);
  };
};

const ignoreRejection = (name, value) => changeAnswer('rejected', (answer, handler) => (handler === name ? { value } : answer));

module.exports = [
  fault('getgoodsinfo-optional', row('21503 无 bind:getgoodsinfo'), 'bind:getgoodsinfo must be there in mode 2', 'not checked',
    (button) => {
      forget('noGoodsInfoHandler')(button);
      asks('getgoodsinfo', function unbound(ask, given) {
        return this.hasHandler(given, 'getgoodsinfo') ? ask() : { value: {} };
      })(button);
    }),
  fault('placeorder-optional', row('21504 无 bind:placeorder'), 'bind:placeorder must be there in mode 2', 'not checked', (button) => {
    forget('noPlaceOrderHandler')(button);
    asks('placeorder', function unbound(ask, given) {
      return this.hasHandler(given, 'placeorder') ? ask() : { value: undefined };
    })(button);
  }),
  fault('pay-optional', row('21516 无 bind:pay 方法'), 'bind:pay must be there in mode 2', 'not checked', forget('noPayHandler')),
  fault('pay-wanted-to-continue', ['bind:pay', '否(mode 为2时,该属性必传) 支付回调'], 'bind:pay is needed in mode 2 only', 'wanted in every mode',
    changeAnswer('badOrderStatus', function wanted(found, button) {
      return found ?? this.noPayHandler(button);
    })),
  fault('refund-wanted', ['bind:refund 说明', 'bind:refund 使用示例'], 'bind:refund may be left out', 'a refund without it is refused',
    changeAnswer('badOrderId', function wanted(found, button) {
      return found ?? (button.status === 1 && !this.hasHandler(button, 'refund') ? this.fault(21521) : undefined);
    })),
  fault('getgoodsinfo-twice', ['bind:getgoodsinfo', '获取商品信息'], 'bind:getgoodsinfo is asked once', 'asked once to check and once to use',
    asks('getgoodsinfo', async (ask) => {
      await ask();
      return ask();
    })),
  fault('getgoodsinfo-at-tap', row('点击按钮后触发,获取商品信息中'), 'the goods are asked for before the tap', 'asked at the tap', (button) => {
    const real = button.askGoods;
    button.askGoods = () => {};
    const { buy } = button;
    button.buy = async function late(given) {
      await real.call(this, given);
      return buy.call(this, given);
    };
  }),
  fault('getgoodsinfo-with-an-order', ['bind:getgoodsinfo', 'mode 为 2 时,该属性必传 2.43.0.0 bind:placeorder'], 'bind:getgoodsinfo is for buying',
    'asked in every mode',
    (button) => {
      const real = button.lead;
      button.lead = async function curious(given) {
        if (given.mode !== 2 && this.hasHandler(given, 'getgoodsinfo')) await this.ask(given, 'getgoodsinfo', this.goodsDetail(given));
        return real.call(this, given);
      };
    },
  ),
  fault('getgoodsinfo-not-awaited', GOODS_INFO, 'bind:getgoodsinfo answers with a promise', 'takes the promise for the goods',
    asks('getgoodsinfo', (ask) => {
      ask();
      return { value: Promise.resolve() };
    })),
  fault('getgoodsinfo-rejection-ignored', row('21509 开发者 bind:getgoodsinfo 调用失败'), 'a rejection is 21509', 'goes on without goods',
    ignoreRejection('getgoodsinfo', {}),
  ),
  fault('getgoodsinfo-failure-is-loading', row('21509 开发者 bind:getgoodsinfo 调用失败'), 'a failure is told as 21509',
    'caught and forgotten: the button loads for ever', (button) => {
      const real = button.goodsFailed;
      button.goodsFailed = function forgets(given, faults) {
        if (faults[0].code !== 21509) real.call(this, given, faults);
      };
    }),
  fault('getgoodsinfo-detail-empty', GOODS_DETAIL, 'bind:getgoodsinfo is told goodsId and goodsType', 'an empty detail',
    detailOf('getgoodsinfo', () => ({})),
  ),
  fault('getgoodsinfo-detail-kebab', GOODS_DETAIL, 'bind:getgoodsinfo is told goodsId and goodsType', 'hands on the properties',
    detailOf('getgoodsinfo', ({ goodsId, goodsType }) => ({ 'goods-id': goodsId, 'goods-type': goodsType }))),
  fault('getgoodsinfo-no-type', GOODS_DETAIL, 'bind:getgoodsinfo is told goodsType', 'forgotten',
    detailOf('getgoodsinfo', ({ goodsId }) => ({ goodsId })),
  ),
  fault('getgoodsinfo-type-text', GOODS_DETAIL, 'goodsType is a number', 'a text',
    detailOf('getgoodsinfo', (detail) => ({ ...detail, goodsType: String(detail.goodsType) })),
  ),
  fault('placeorder-detail-empty', ['bind:placeorder 说明', 'const { goodsId , goodsType } = event.detail'],
    'bind:placeorder is told the goods',
    'an empty detail',
    detailOf('placeorder', () => ({})),
  ),
  fault('placeorder-no-type', ['bind:placeorder 说明', 'const { goodsId , goodsType } = event.detail'], 'bind:placeorder is told goodsType',
    'forgotten',
    detailOf('placeorder', ({ goodsId }) => ({ goodsId })),
  ),
  fault('placeorder-skipped', PLACE_ORDER, 'bind:placeorder comes before the order page', 'never called',
    asks('placeorder', () => ({ value: undefined })),
  ),
  fault('placeorder-skipped-if-logged-in', PLACE_ORDER, 'bind:placeorder comes before the order page',
    'left out for users that are logged in',
    asks('placeorder', function lazy(ask) {
      return this.world.logged_in ? { value: undefined } : ask();
    }),
  ),
  fault('placeorder-not-awaited', LOGGED_IN, 'the order page waits for bind:placeorder', 'goes on at once', asks('placeorder', (ask) => {
    ask();
    return { value: undefined };
  })),
  fault('placeorder-rejection-ignored', NOT_LOGGED_IN, 'a rejection keeps the order page closed', 'goes on all the same',
    ignoreRejection('placeorder'),
  ),
  fault('placeorder-rejection-silent', row('21510 开发者 bind:placeorder 调用失败'), 'a rejection is 21510', 'the order page just stays closed',
    changeAnswer('prepareOrder', function quiet(answer, button) {
      return answer.then((found) => {
        if (found?.code === 21510) button.stopped = true;
        return found?.code === 21510 ? undefined : found;
      });
    })),
  fault('placeorder-needs-an-answer', LOGGED_IN, '`resolve()` is enough', 'wants a value',
    changeAnswer('ask', async function wants(answer, _button, name) {
      const got = await answer;
      return name === 'placeorder' && !got.fault && !got.value ? this.callFailed(name) : got;
    })),
  fault('placeorder-after-the-page', PLACE_ORDER, 'bind:placeorder comes before the order page', 'called when it is open',
    (button) => {
      const real = button.ask;
      button.ask = function skips(given, name, detail) {
        return name === 'placeorder' ? { value: undefined } : real.call(this, given, name, detail);
      };
      const open = button.openOrderPage;
      button.openOrderPage = function late(given) {
        open.call(this, given);
        real.call(this, given, 'placeorder', this.goodsDetail(given));
      };
    }),
  fault('placeorder-at-attach', PLACE_ORDER, 'bind:placeorder belongs to the tap', 'called as soon as the button is there', (button) => {
    const real = button.startBuying;
    button.startBuying = function early(given) {
      this.ask(given, 'placeorder', this.goodsDetail(given));
      return real.call(this, given);
    };
  }),
  fault('placeorder-throw-ignored', REJECT, 'a bind:placeorder that fails opens no order page', 'caught, and goes on',
    changeAnswer('callFailed', function ignored(answer, name) {
      return name === 'placeorder' ? { value: undefined } : answer;
    })),
  fault('applyrefund-wanted', APPLY_OPTIONAL, 'bind:applyrefund may be left out', '21533 without it',
    (button) => {
      const real = button.askExtra;
      button.askExtra = function wants(given) {
        return this.hasHandler(given, 'applyrefund') ? real.call(this, given) : this.callFailed('applyrefund');
      };
    }),
  fault('applyrefund-not-called', APPLY, 'a refund asks bind:applyrefund', 'never called', replace('askExtra', () => ({}))),
  fault('applyrefund-twice', APPLY, 'bind:applyrefund is asked once', 'asked for the items and for the rest',
    asks('applyrefund', async (ask) => {
      await ask();
      return ask();
    }),
  ),
  fault('applyrefund-not-awaited', APPLY, 'bind:applyrefund answers with a promise', 'takes the promise for the object',
    asks('applyrefund', (ask) => {
      ask();
      return { value: Promise.resolve() };
    }),
  ),
  fault('applyrefund-detail-empty', APPLY_DETAIL, 'bind:applyrefund is told orderId', 'an empty detail',
    detailOf('applyrefund', () => ({})),
  ),
  fault('applyrefund-detail-platform', APPLY_DETAIL, 'orderId is the number of the page', 'the number of the platform',
    detailOf('applyrefund', function inner() {
      return { orderId: this.world.order_id };
    }),
  ),
  fault('applyrefund-detail-snake', APPLY_DETAIL, 'bind:applyrefund is told orderId', 'named order_id',
    detailOf('applyrefund', ({ orderId }) => ({ order_id: orderId })),
  ),
  fault('applyrefund-rejection-ignored', row('21533 bind:applyrefund 调用失败'), 'a rejection is 21533', 'refunds without it',
    ignoreRejection('applyrefund'),
  ),
  fault('applyrefund-text-accepted', row('21534 bind:applyrefund 返回类型错误'), 'bind:applyrefund resolves with an object', 'a text will do',
    changeAnswer('isExtra', (right, value) => right || typeof value === 'string')),
  fault('applyrefund-number-accepted', row('21534 bind:applyrefund 返回类型错误'), 'bind:applyrefund resolves with an object',
    'whatever JSON can say',
    changeAnswer('isExtra', (right, value) => right || typeof value === 'number'),
  ),
  fault('event-without-detail', ['bind:getgoodsinfo 说明', '事件对象的 detail 为 object 类型,属性如下'], 'what a handler is told is in detail',
    'hands over the detail itself',
    replace('eventOf', (detail) => detail),
  ),
];
