'use strict';
// The world facts of the protocol with their plain values, and which worlds an adapter can stage.

const PLAIN = new Map(Object.entries({
  base_library: '3.47.0',
  host: 'douyin',
  host_version: '35.0.0',
  os: 'android',
  payment_open: true,
  logged_in: true,
  real_name: true,
  spent: 0,
  spending_limit: null,
  risk: false,
  face: 'passes',
  network: 'online',
  desk: 'opens',
  order_server: 'answers',
  user: ['pays'],
  coin_price: '0.1',
  virtual_goods: false,
  wechat: 'pays',
  alipay: 'pays',
  cashier_user: ['alipay'],
  clock: 1566720690,
  payment_secret: 'paystone-example-secret',
  button_user: ['submits'],
  button_desk: ['pays'],
  order_quantity: null,
  gives_phone: true,
  sale: 'on_sale',
  stock: 100,
  goods_whitelisted: true,
  goods_server: 'answers',
  ability_server: 'answers',
  order_creation: 'answers',
  order_query: 'answers',
  refund_query: 'answers',
  app_name_server: 'answers',
  refund_server: 'answers',
  refund_detail: 'answers',
  direct_order: 'off',
  old_order: false,
  merged_order: false,
  order_id: 'douyin-order-1',
  out_order_no: 'out-order-1',
  refund_id: 'douyin-refund-1',
  out_refund_no: 'out-refund-1',
  item_1_paid: 10000,
  item_2_paid: 5000,
  item_1_refunded: 0,
}));

const { stringify } = JSON;
const same = (one, another) => one === another || stringify(one) === stringify(another);

/** Stages worlds within what the adapter declares. */
class Worlds {
  constructor(stages, pins) {
    this.stages = new Set(stages);
    this.pins = new Map(Object.entries(pins));
    this.usual = stringify(Object.fromEntries([...PLAIN, ...this.pins]));
  }

  /** The first fact of the world that cannot be staged, or undefined. A pinned fact has no other value than its pin. */
  unstageable(world) {
    return Object.keys(world).find((fact) => !this.stages.has(fact) && !same(world[fact], this.fixed(fact)));
  }

  fixed(fact) {
    return this.pins.has(fact) ? this.pins.get(fact) : PLAIN.get(fact);
  }

  /** The world with every fact: those given, for the others their pin or plain value. A fresh copy. */
  complete(world) {
    return Object.assign(JSON.parse(this.usual), world);
  }
}

module.exports = { PLAIN, Worlds };
