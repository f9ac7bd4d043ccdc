'use strict';
// Mistakes about what the button displays, where a tap leads, and the servers that are asked before.

const { assume, changeAnswer, replace } = require('../plant.cjs');
const { fault, row } = require('./sentence.cjs');

const SALE = ['效果示例', '根据商品售卖时段,展示状态分为'];
const SOLD_OUT = ['效果示例', '库存等于 0:展示状态为已售罄'];
const OUTSIDE = ['效果示例', '非商品库商品: 展示状态:立即抢购'];
const LEADS = ['效果示例', '点击后进入提单页'];
const PAY = ['效果示例', '点击后拉起收银台'];
const REFUND = ['效果示例', '点击后进入申请退款页面'];
const DETAIL = ['效果示例', 'order-status 为 2、3、4 时 点击后进入退款详情页面'];
const STATUS = ['order-status', '0:继续支付 1:申请退款 2:退款中 3:退款成功 4:退款失败'];

const shows = (change) => changeAnswer('saleState', change);

/** What an order's button displays. */
const displays = (change) => (button) => {
  const real = button.display;
  button.display = function changed(given, state) {
    return real.call(this, given, given.mode === 2 ? state : change(state));
  };
};

/** One order-status leads somewhere else. */
const leads = (status, where) => (button) => {
  const real = button.lead;
  button.lead = function elsewhere(given) {
    return given.mode !== 2 && given.status === status ? this[where](given) : real.call(this, given);
  };
};

/** A tap goes on in spite of one code. */
const goesOnAfter = (code) => (button) => {
  const real = button.prepareOrder;
  button.prepareOrder = async function goesOn(given) {
    const found = await real.call(this, given);
    if (found?.code !== code) return found;
    this.tellError(given, found);
    return undefined;
  };
};

module.exports = [
  fault('not-displayed', ['效果示例', '根据 goods-type 商品类别分为'], 'the button displays its state', 'nothing is displayed',
    replace('display', (button, state) => {
      button.shows = state;
    }),
  ),
  fault('not-started-is-on-sale', SALE, 'goods that are not on sale yet are displayed so', 'only the end is looked at',
    shows((state) => (state === 'not_started' ? 'on_sale' : state)),
  ),
  fault('ended-is-on-sale', SALE, 'goods whose sale has ended are displayed so', 'only the beginning is looked at',
    shows((state) => (state === 'ended' ? 'on_sale' : state)),
  ),
  fault('ended-is-sold-out', SALE, 'goods whose sale has ended are displayed so', 'one word for both',
    shows((state) => (state === 'ended' ? 'sold_out' : state)),
  ),
  fault('ended-is-not-started', SALE, 'goods whose sale has ended are displayed so', 'compares the wrong way round',
    shows((state) => ({ ended: 'not_started', not_started: 'ended' })[state] ?? state)),
  fault('sold-out-is-on-sale', SOLD_OUT, 'goods without stock are sold out', 'the stock is never looked at',
    replace('isSoldOut', () => false),
  ),
  fault('sold-out-is-ended', SOLD_OUT, 'goods without stock are sold out', 'displayed as ended',
    shows((state) => (state === 'sold_out' ? 'ended' : state)),
  ),
  fault('one-left-is-sold-out', SALE, 'goods with stock are on sale', '`stock > 1`', replace('isSoldOut', function few() {
    return this.world.stock <= 1;
  })),
  fault('outside-has-stock', OUTSIDE, 'goods outside the library are always displayed as on sale', 'displayed by the stock of the library',
    (button) => {
      const real = button.display;
      button.display = function stocked(given, state) {
        return real.call(this, given, given.mode === 2 ? this.saleState() : state);
      };
    }),
  fault('library-asked-of-outside', ['goods-type', '1:商品库商品传 2:非商品库商品传'], 'goods outside the library are not in it', 'asked of all goods',
    changeAnswer('goodsFaults', function asks(found, { goodsType, given }) {
      if (found.length === 0 && goodsType === 2) this.stage.sent({ to: 'goods', goodsId: given['goods-id'] });
      return found;
    })),
  fault('library-not-asked', SALE, 'what is displayed of library goods is what the library says', 'on sale, without asking',
    replace('askLibrary', function trusting(button) {
      this.display(button, 'on_sale');
      return true;
    }),
  ),
  fault('library-asked-of-type', ['goods-id', '商品库商品传 spuid'], 'the library is asked for goods-id', 'asked for a number', (button) => {
    const real = button.askLibrary;
    button.askLibrary = function numbered(given) {
      return real.call(this, { ...given, given: { ...given.given, 'goods-id': String(Number(given.given['goods-id'])) } });
    };
  }),
  fault('goods-server-unheard', row('21505 商品库商品获取商品信息,服务端内部错误'), 'a failure of the goods library is told', 'the answer is not looked at',
    assume('goods_server', 'answers')),
  fault('ability-server-unheard', row('21507 支付能力查询,服务端内部错误'), 'a failure of the query for the ability is told',
    'the answer is not looked at',
    assume('ability_server', 'answers'),
  ),
  fault('ability-unheard', row('21515 点击按钮后触发,无支付能力'), 'a tap without payment ability is 21515', 'the answer is not looked at',
    assume('payment_open', true),
  ),
  fault('ability-told-and-ignored', row('21515 点击按钮后触发,无支付能力'), 'without payment ability no order page', 'tells 21515 and goes on',
    changeAnswer('mayBuy', (may, button) => may || (button.goods.state === 'got' && button.shows === 'on_sale'))),
  fault('ability-of-the-library-only', row('21515 点击按钮后触发,无支付能力'), 'all goods need the payment ability',
    'looked at for goods of the library',
    changeAnswer('abilityOf', (ability, { goodsType }) => (goodsType === 2 ? { faults: [], there: true } : ability)),
  ),
  fault('goods-failure-silent-at-tap', row('21514 点击按钮后触发,获取商品信息失败'), 'a tap without goods is told', 'the button is dead', (button) => {
    const real = button.mayBuy;
    button.mayBuy = function dead(given) {
      return given.goods.state === 'failed' ? false : real.call(this, given);
    };
  }),
  fault('goods-loading-silent', row('21513 点击按钮后触发,获取商品信息中'), 'a tap before the goods are there is 21513', 'the button is dead',
    (button) => {
      const real = button.mayBuy;
      button.mayBuy = function dead(given) {
        return given.goods.state === 'asked' ? false : real.call(this, given);
      };
    },
  ),
  fault('goods-loading-is-failure', row('21513 点击按钮后触发,获取商品信息中'), 'goods that are not there yet have not failed', 'told as 21514',
    (button) => {
      const real = button.mayBuy;
      button.mayBuy = function impatient(given) {
        if (given.goods.state === 'asked') given.goods = { state: 'failed', faults: [this.fault(21514)] };
        return real.call(this, given);
      };
    },
  ),
  fault('direct-order-unheard', row('21546 直跳提单页userLogin调用失败'), 'what fails on the way to the order page is told',
    'the answers are not looked at',
    assume('direct_order', 'off'),
  ),
  fault('direct-login-ignored', row('21546 直跳提单页userLogin调用失败'), 'without login no order page', 'tells 21546 and goes on',
    goesOnAfter(21546),
  ),
  fault('direct-extra-ignored', row('21547 直跳提单页getExtraInfo调用失败'), 'without the extra information no order page',
    'tells 21547 and goes on',
    goesOnAfter(21547),
  ),
  fault('page-at-attach', LEADS, 'the order page opens at a tap', 'opens by itself',
    changeAnswer('askGoods', async function hasty(answer, button) {
      await answer;
      if (button.goods.state === 'got') this.openOrderPage(button);
    }),
  ),
  fault('order-displayed-as-goods', STATUS, 'the button of an order displays its state', '"buy now" for all', displays(() => 'on_sale')),
  fault('refund-displayed-as-pay', STATUS, 'order-status 1 is a refund', 'displays the payment',
    displays((state) => (state === 'refund' ? 'pay' : state)),
  ),
  fault('refunded-displayed-as-refunding', STATUS, 'order-status 3 is a refund that succeeded', 'displays all three as under way',
    displays((state) => (state === 'refunded' ? 'refunding' : state)),
  ),
  fault('failed-refund-displayed-as-refunded', STATUS, 'order-status 4 is a refund that failed', '`status >= 3`',
    displays((state) => (state === 'refund_failed' ? 'refunded' : state)),
  ),
  fault('pay-leads-to-refund', PAY, 'order-status 0 opens the cashier', 'a list that begins with 1', leads(0, 'askForRefund')),
  fault('refund-leads-to-cashier', REFUND, 'order-status 1 opens the refund page', 'a list that begins with 1', leads(1, 'continuePayment')),
  fault('refunding-leads-to-refund', DETAIL, 'order-status 2 opens the details', '`status <= 2`', leads(2, 'askForRefund')),
  fault('refunded-leads-nowhere', DETAIL, 'order-status 3 opens the details', 'done is done', (button) => {
    button.leadNowhere = () => {};
    leads(3, 'leadNowhere')(button);
  }),
  fault('failed-refund-leads-to-refund', DETAIL, 'order-status 4 opens the details', 'lets the user try again', leads(4, 'askForRefund')),
];
