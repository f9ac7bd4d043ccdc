'use strict';
// A small `<pay-button>` that works: goods of the library and of the page, the order page, the order, the cashier. In the short form: a class.
const { serve } = require('../../index.cjs');

const LIBRARY = 1; // goods-type: goods that the platform's library knows; others come with their price from the page
const CODES = { pays: 0, times_out: 1, payment_fails: 2, closed: 3, cancels: 4, unknown: 9 };
const pause = () => new Promise((resolve) => { setTimeout(resolve, 300); }); // a network that takes its time

const memories = new WeakMap(); // what one step leaves for the next: all steps of a case have the same world

class PayButton {
  constructor(world, properties, handlers, stage) {
    if (!memories.has(world)) memories.set(world, { sold: 0 });
    Object.assign(this, { world, properties, handlers, stage, memory: memories.get(world) });
    this.goods = this.load();
  }

  get left() {
    return this.world.stock - this.memory.sold;
  }

  get button() {
    if (this.left <= 0) return 'sold_out';
    return { not_started: 'not_started', ended: 'ended' }[this.world.sale] ?? 'on_sale';
  }

  /** What is sold, as soon as the page and the library have told; undefined where one of them fails. */
  async load() {
    const { 'goods-id': goodsId, 'goods-type': goodsType } = this.properties;
    try {
      const info = await this.handlers.getgoodsinfo({ type: 'getgoodsinfo', detail: { goodsId, goodsType } });
      if (goodsType === LIBRARY) this.stage.sent({ to: 'goods', goodsId });
      await pause();
      if (goodsType === LIBRARY && this.world.goods_server !== 'answers') throw new Error('the library is out of order');
      this.stage.shown({ button: this.button });
      return { ...info, goodsId, goodsType, price: goodsType === LIBRARY ? 9900 : info.currentPrice };
    } catch (error) {
      this.fail(21500, String(error?.message ?? error));
      return undefined;
    }
  }

  /** Opens the order page, once: a second tap meanwhile is nothing to a page that is on its way. */
  async tap() {
    if (this.opening) return;
    this.opening = true;
    const goods = await this.goods;
    if (!goods || this.button !== 'on_sale') return;
    if (!this.world.logged_in) {
      this.fail(21502, 'not logged in');
      return;
    }
    const { goodsId, price, minLimits = 1, maxLimits = 20, validation, dateRule } = goods;
    this.page = { ...goods, minLimits, maxLimits, phoneRequired: validation?.phoneNumber?.required === true };
    this.stage.shown({ page: 'order', goodsId, price, minLimits, maxLimits, phoneRequired: this.page.phoneRequired, ...(dateRule && { dateRule }) });
  }

  async submit({ quantity = this.page?.minLimits, phoneNumber }) {
    const { page } = this;
    if (!page || quantity < page.minLimits || quantity > Math.min(page.maxLimits, this.left) || (page.phoneRequired && phoneNumber === undefined)) return;
    const { goodsId, goodsType, price } = page;
    const placed = await this.handlers.placeorder({ type: 'placeorder', detail: { goodsId, goodsType, quantity } });
    const fen = price * quantity;
    const extra = placed?.extra && { extra: JSON.stringify(placed.extra) };
    this.stage.sent({ to: 'order', goodsId, goodsType, quantity, fen, ...extra });
    await pause();
    this.memory.sold += quantity;
    this.stage.shown({ desk: 'pay-button', fen });
    const code = CODES[this.world.button_desk[this.stage.step] ?? this.world.button_desk.at(-1)];
    if (code === undefined) return;
    const { order_id: orderId, out_order_no: outOrderNo } = this.world;
    this.handlers.pay?.({ type: 'pay', detail: { status: code === 0 ? 'success' : 'fail', orderId, outOrderNo, result: { code } } });
  }

  fail(errNo, errMsg) {
    this.handlers.error?.({ type: 'error', detail: { errNo, errMsg } });
  }
}

serve({
  name: 'component', version: '1.0.0',
  stages: ['button_user', 'button_desk', 'order_quantity', 'gives_phone', 'sale', 'stock', 'goods_server', 'logged_in'],
  Button: PayButton,
});
