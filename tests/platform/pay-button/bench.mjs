// A bench for the tests of <pay-button>: plays the page and the user as the adapter does, without a clock, and gives the
// traces of the steps of one case.

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { createPage } = require('./button.cjs');

export const PLAIN = {
  base_library: '3.47.0', payment_open: true, logged_in: true, button_user: ['submits'], button_desk: ['pays'],
  order_quantity: null, gives_phone: true, sale: 'on_sale', stock: 100, goods_whitelisted: true, goods_server: 'answers',
  ability_server: 'answers', order_creation: 'answers', order_query: 'answers', refund_query: 'answers',
  app_name_server: 'answers', refund_server: 'answers', refund_detail: 'answers', direct_order: 'off', old_order: false,
  merged_order: false, item_1_paid: 10000, item_2_paid: 5000, order_id: 'douyin-order-1', out_order_no: 'out-order-1',
  refund_id: 'douyin-refund-1', out_refund_no: 'out-refund-1', item_1_refunded: 0,
};

export const RECORDS = ['records'];
export const resolves = (value) => [{ resolves: value }];
export const rejects = (value = 'mine') => [{ rejects: value }];

/** Goods outside the library, as in the document's sample. */
export const SAMPLE = {
  currentPrice: 9900,
  goodsName: '循礼门M+丨【释集烤肉】99元 原价206.4元超值套餐',
  goodsPhoto: 'https://p11.douyinpic.com/img/aweme-poi/product/spu/c050f399ac447daf2715e11e6976c2e2~noop.jpeg?from=3303174740',
  goodsLabels: [{ type: 'EXPIRED_RETURNS' }, { type: 'REFUND_ANYTIME' }, { type: 'BOOK_IN_ADVANCE', value: 2 }],
  minLimits: 1,
  maxLimits: 2,
  dateRule: '周一至周日可用',
  validation: { phoneNumber: { required: true } },
  extra: {},
  tradeOption: { life_trade_flag: 1, is_use_tag: true },
  marketingVersion: 2,
};

/** Goods of the library, as in the document's sample. */
export const LIBRARY = {
  minLimits: 1,
  maxLimits: 2,
  dateRule: '周一至周日可用',
  validation: { phoneNumber: { required: true } },
  marketingVersion: 2,
};

const present = (members) => Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
const changed = (members, changes) => present({ ...members, ...changes });

/** A button for goods of the library. A change to `undefined` leaves out what it names. */
export function library(info = {}, properties = {}, handlers = {}) {
  const bound = { getgoodsinfo: resolves(changed(LIBRARY, info)), placeorder: resolves(undefined), pay: RECORDS, error: RECORDS };
  return {
    properties: changed({ mode: 2, 'goods-type': 1, 'goods-id': 'spu-1' }, properties),
    handlers: changed(bound, handlers),
  };
}

/** A button for goods outside the library. */
export function outside(info = {}, properties = {}, handlers = {}) {
  const goods = { getgoodsinfo: resolves(changed(SAMPLE, info)), ...handlers };
  return library({}, { 'goods-type': 2, ...properties }, goods);
}

/** A button for an order that there is already. */
export function ordered(status, properties = {}, handlers = {}) {
  const id = status === undefined || status < 2 ? { 'order-id': 'mine-1' } : { 'refund-id': 'mine-2' };
  return {
    properties: changed({ 'order-status': status, ...id }, properties),
    handlers: changed({ pay: RECORDS, refund: RECORDS, error: RECORDS }, handlers),
  };
}

/** A refund whose bind:applyrefund resolves with `extra`. */
export function refund(extra, properties = {}, handlers = {}) {
  return ordered(1, properties, { applyrefund: resolves(extra), ...handlers });
}

const copy = (value) => (typeof value === 'object' && value !== null ? structuredClone(value) : value);

function settle(entry) {
  if (entry === 'records') return undefined;
  if (entry === 'never') return new Promise(() => {});
  const [[kind, value]] = Object.entries(entry);
  if (kind === 'throws') throw new Error(value);
  if (kind === 'returns') return value;
  if (kind === 'resolves') return Promise.resolve(value);
  const rejection = Promise.reject(value);
  rejection.catch(() => {}); // nobody has to look at it
  return rejection;
}

/** A handler that follows a script: its n-th call the n-th entry, later ones the last. */
function handler(name, script, record) {
  let calls = 0;
  return (...given) => {
    const entry = script[Math.min(calls, script.length - 1)];
    calls += 1;
    const told = given.length === 1 ? copy(given[0]) : given.map(copy);
    record(entry === 'records' ? { called: name, with: told } : { asked: name, with: told, answered: copy(entry) });
    return settle(copy(entry));
  };
}

/** Runs one step for each of `inputs`. `readings`; `plant` as faults.cjs gives it. */
export async function run(world, inputs, { readings = {}, plant } = {}) {
  const full = { ...PLAIN, ...world };
  const late = []; // what only a time limit brings
  let trace;
  const record = (event) => trace.push(event);
  const stage = { step: 0, shown: (shown) => record({ shown: copy(shown) }), sent: (sent) => record({ sent: copy(sent) }) };
  const page = createPage(full, stage, {
    readings,
    plant(button) {
      button.afterAWhile = (action) => late.push(action);
      plant?.(button);
    },
  });
  const quiet = async () => {
    for (;;) {
      await new Promise(setImmediate);
      if (late.length === 0) return;
      late.shift()();
    }
  };
  const attempt = async (action) => {
    try {
      action();
    } catch (error) {
      record({ threw: { message: error.message } });
    }
    await quiet();
  };
  const traces = [];
  for (const [step, { properties, handlers }] of inputs.entries()) {
    traces.push((trace = []));
    stage.step = step;
    const bind = (name, script) => (Array.isArray(script) ? handler(name, script, record) : script);
    const bound = Object.entries(handlers).map(([name, script]) => [name, bind(name, script)]);
    const user = full.button_user[Math.min(step, full.button_user.length - 1)];
    let attached;
    await attempt(() => {
      attached = page.attach(properties, Object.fromEntries(bound));
    });
    if (!attached || user === 'waits') continue;
    await attempt(() => {
      attached.tap();
      if (user === 'taps_twice') attached.tap();
    });
    if (user !== 'submits') continue;
    const phoneNumber = full.gives_phone ? '13800000000' : undefined;
    await attempt(() => attached.submit({ quantity: full.order_quantity ?? undefined, phoneNumber }));
  }
  return traces;
}

/** One step. */
export async function call(input, world = {}, settings = {}) {
  return (await run(world, [input], settings))[0];
}
