// Cases that together tell every planted fault from the platform without faults. `[world, steps]` each.

import { COINS, ITEM, VECTOR } from './bench.mjs';
import { INTENTS } from './merchant/probes.mjs';

const CALL = 'tt.openAwemeCustomerService';
const coins = (changes = {}, world = {}) => [world, [[CALL, { ...COINS, ...changes }]]];
const item = (changes = {}, world = {}) => [world, [[CALL, { ...ITEM, ...changes }]]];
const twice = (world, first, second) => [world, [[CALL, first], [CALL, second]]];
const ask = (base_library, path = 'openAwemeCustomerService.object.goodType') => [{ base_library }, [['tt.canIUse', path]]];
const sign = (fields, secret = 'x') => [{}, [['sign', { fields, secret }]]];

const without = (options, name) => {
  const { [name]: _left, ...rest } = options;
  return rest;
};

const prices = [
  coins(),
  item(),
  coins({ buyQuantity: 6480 }),
  coins({ buyQuantity: 29980 }),
  coins({ buyQuantity: 1000 }),
  coins({ buyQuantity: 20 }),
  coins({ buyQuantity: 11 }),
  coins({ buyQuantity: 1400 }, { coin_price: '0.07' }),
  coins({ buyQuantity: 8 }, { coin_price: '0.125' }),
  coins({ buyQuantity: 10 }, { coin_price: '0.10000000000000000001' }),
  item({ orderAmount: 100 }),
];

const parameters = [
  ...[10, 11, 12].map((length) => item({ goodName: '道'.repeat(length) })),
  ...[0, 1, 3, '2'].map((goodType) => coins({ goodType })),
  item({ goodType: 1 }),
  item({ goodType: '2' }),
  coins({ currencyType: 'RMB' }),
  coins({ currencyType: 'diamond' }),
  coins({ zoneId: 1 }),
  coins({ zoneId: '1_7' }),
  coins({ zoneId: '2' }),
  coins({ extraInfo: {} }),
  coins({ buyQuantity: '600' }),
  coins({ customId: 12345 }),
  coins({ customId: '' }),
  [{}, [[CALL, without(COINS, 'buyQuantity')]]],
  [{}, [[CALL, without(ITEM, 'orderAmount')]]],
  item({ orderAmount: 0 }),
  item({ orderAmount: 10.5 }),
  twice({}, COINS, COINS),
  twice({}, { ...COINS, customId: 'a' }, { ...COINS, customId: 'A' }),
];

const versions = [
  ...['2.63.9', '2.64.0', '2.100.0', '3.5.0'].map((base_library) => coins({}, { base_library })),
  ...['3.46.0', '3.46.9', '3.47.0', '3.100.0'].map((base_library) => item({}, { base_library })),
  ...['2.63.0', '2.64.0', '3.46.0', '3.47.0', '3.100.0'].map((version) => ask(version)),
];

const world = [
  { logged_in: false },
  { real_name: false },
  { spending_limit: 100 },
  { spending_limit: 6000, spent: 100 },
  { spending_limit: 60 },
  { risk: true },
  { face: 'fails' },
  { risk: true, face: 'fails' },
  { network: 'offline' },
  { os: 'ios' },
  { payment_open: false },
  { os: 'ios', payment_open: false },
  { desk: 'fails' },
  { order_server: 'internal_error' },
  { user: ['cancels'] },
  { user: ['payment_fails'] },
  { host: 'devtools' },
].map((facts) => coins({}, facts));

const more = [
  coins({ buyQuantity: 11 }, { host: 'devtools' }),
  twice({ spending_limit: 10000 }, { ...COINS, customId: 'a' }, { ...COINS, customId: 'b' }),
];

const signatures = [
  sign(VECTOR, 'a'),
  sign({ a: '0' }),
  sign({ a: 0 }),
  sign({ a: '1', sign: 'stale' }),
  sign({ a: '1', a1: '2' }),
  sign({ b: '1', B: '2' }),
  sign({ b: '1', a: '2' }),
  sign({ extra: '1' }),
  sign({ a: ' 1 ' }),
  sign({ a: 'b=c%' }),
  sign({ a: '1&' }),
  sign({ a: null }),
];

const order = {
  out_order_no: 'o1', total_amount: 1, subject: '订单', body: '订单', uid: 'u1', trade_time: '1570585744',
  valid_time: '300', ip: '127.0.0.1',
};
const merchant = { merchant_id: '1900000001', app_id: '800000000001', timestamp: '1570694312' };
const orders = [
  [{}, [['order-info', { order, merchant }]]],
  [{}, [['order-info', { order: { ...order, wx_url: 'https://wx.tenpay.com/x?a=b', alipay_url: 'app_id=1&b=c' }, merchant }]]],
];

const throws = () => {
  throw new Error('mine');
};

/** Where the documents leave room: together they tell every value of every reading from its default. */
export const ROOM = [
  coins({ buyQuantity: 11 }, { logged_in: false }),
  coins({ buyQuantity: 11, zoneId: 1 }),
  coins({ goodType: 2 }, { base_library: '3.46.0' }),
  [{}, [[CALL, null]]],
  [{ base_library: '2.63.0' }, [[CALL, COINS]]],
  coins({ zoneId: null }),
  coins({ buyQuantity: NaN }),
  coins({ success: 5 }),
  coins({ success: throws }),
  ...['leaves', 'closes', 'times_out', 'cancels'].map((act) => coins({}, { user: [act] })),
  [{}, [[CALL, without(COINS, 'customId')]]],
  coins({ customId: ' ' }),
  twice({ user: ['cancels'] }, COINS, COINS),
  twice({ order_server: 'internal_error' }, COINS, COINS),
  item({ buyQuantity: 'x' }),
  item({ buyQuantity: 7 }),
  coins({ buyQuantity: 2.5 }, { coin_price: '0.4' }),
  coins({}, { coin_price: null }),
  coins({ buyQuantity: 11 }),
  [{}, [[CALL, without(ITEM, 'orderAmount')]]],
  item({ orderAmount: -1 }),
  item({ orderAmount: 15 }),
  coins({ currencyType: 'RMB' }),
  item({ goodName: '\u{1F600}'.repeat(6) }),
  item({ goodName: 'e\u0301'.repeat(6) }),
  [{}, [[CALL, without(ITEM, 'goodName')]]],
  coins({ extraInfo: '\u{1F600}'.repeat(129) }),
  coins({ extraInfo: '道'.repeat(100) }),
  coins({ extraInfo: 'x'.repeat(257) }),
  [{}, [[CALL, without(COINS, 'zoneId')]]],
  coins({ zoneId: '' }),
  [{}, [[CALL, without(COINS, 'currencyType')]]],
  item(),
  coins({}, { spending_limit: 6000 }),
  coins({}, { spending_limit: 5999 }),
  coins({}, { os: 'ios' }),
  coins({}, { payment_open: false }),
  coins({}, { network: 'offline' }),
  coins({}, { host: 'devtools' }),
  ask('3.47.0', 'openAwemeCustomerService.object.zoneId'),
  sign({ a: null }),
  sign({ a: { b: 1 } }),
  [{}, [['order-info', { order, merchant }]]],
  ...INTENTS,
];

export const PROBES = [...prices, ...parameters, ...versions, ...world, ...more, ...signatures, ...orders, ...INTENTS];
