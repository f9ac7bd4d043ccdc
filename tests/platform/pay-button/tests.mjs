// The tests of <pay-button>: the document's samples, every error code, the steps of a refund, the faults, the readings.
// self.test.mjs runs them with the others.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import test from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { SAMPLE, call, library, ordered, outside, refund, rejects, resolves, run } from './bench.mjs';
import { PROBES, ROOM } from './probes.mjs';

const require = createRequire(import.meta.url);
const { faults } = require('../faults.cjs');
const { READINGS } = require('../readings.cjs');
const { MEANINGS } = require('./errors.cjs');

const IDS = { orderId: 'douyin-order-1', outOrderNo: 'out-order-1' };
const RESULT = { refundId: 'douyin-refund-1', outRefundNo: 'out-refund-1', orderId: 'douyin-order-1' };

const of = (trace, kind) => trace.filter((event) => kind in event).map((event) => event[kind]);
const told = (trace, name) => trace.filter(({ called }) => called === name).map((event) => event.with.detail);
const sentTo = (trace, to) => of(trace, 'sent').filter((sent) => sent.to === to);
const page = (trace, name) => of(trace, 'shown').find((shown) => shown.page === name);

/** The codes that bind:error was told. */
async function errors(input, world, settings) {
  return told(await call(input, world, settings), 'error').map(({ errNo }) => errNo);
}

test('goods of the library are bought', async () => {
  const trace = await call(library());
  const detail = { goodsId: 'spu-1', goodsType: 1 };
  assert.deepEqual(trace.map((event) => Object.keys(event)[0]), ['asked', 'sent', 'shown', 'asked', 'shown', 'sent', 'shown', 'called']);
  assert.deepEqual(trace.filter(({ asked }) => asked).map((event) => [event.asked, event.with]), [
    ['getgoodsinfo', { detail }],
    ['placeorder', { detail }],
  ]);
  assert.deepEqual(of(trace, 'shown'), [
    { button: 'on_sale' },
    { page: 'order', goodsId: 'spu-1', price: 9900, minLimits: 1, maxLimits: 2, phoneRequired: true, dateRule: '周一至周日可用' },
    { desk: 'pay-button', fen: 9900 },
  ]);
  assert.deepEqual(of(trace, 'sent'), [{ to: 'goods', goodsId: 'spu-1' }, { to: 'order', ...detail, quantity: 1, fen: 9900 }]);
  assert.deepEqual(told(trace, 'pay'), [{ status: 'success', ...IDS, result: { code: 0, orderId: 'douyin-order-1' } }]);
});

test('goods outside the library are bought', async () => {
  const trace = await call(outside({}, { 'marketing-ready': true }), { order_quantity: 2 });
  const { name, photo, labels, marketing } = page(trace, 'order');
  assert.deepEqual([name, photo, labels, marketing], [SAMPLE.goodsName, SAMPLE.goodsPhoto, SAMPLE.goodsLabels, 2]);
  const [{ quantity, fen, extra, tradeOption }] = sentTo(trace, 'order');
  assert.deepEqual([quantity, fen, extra, tradeOption], [2, 19800, '{}', '{"life_trade_flag":1,"is_use_tag":true}']);
  assert.equal(trace[0].shown.button, 'on_sale');
});

test('a payment goes on', async () => {
  for (const status of [undefined, 0]) {
    const trace = await call(ordered(status));
    assert.deepEqual(of(trace, 'shown'), [{ button: 'pay' }, { desk: 'pay-button', fen: 19800 }]);
    const [{ status: opened, outOrderNo, result }] = told(trace, 'pay');
    assert.deepEqual([opened, outOrderNo, result.code], ['success', 'mine-1', 0]);
  }
});

test('a refund passes on what the page gives', async () => {
  const list = [{ itemOrderId: 'item-1', refundAmount: 100 }, { itemOrderId: 'item-2' }];
  const trace = await call(refund({ orderId: 'mine-1', itemOrderList: list }));
  assert.deepEqual(of(trace, 'shown'), [{ button: 'refund' }, { page: 'refund', orderId: 'mine-1' }]);
  assert.deepEqual(of(trace, 'sent'), [{
    to: 'refund', orderId: 'mine-1', cp_extra: '{"orderId":"mine-1"}',
    itemOrderList: [{ itemOrderId: 'item-1', refundAmount: 100 }, { itemOrderId: 'item-2', refundAmount: 5000 }],
  }]);
  assert.deepEqual(told(trace, 'refund'), [{ status: 'success', result: RESULT }]);
  const { outRefundNo, ...merged } = RESULT;
  assert.deepEqual(told(await call(refund({}), { merged_order: true }), 'refund'), [{ status: 'success', result: merged }]);
});

test('the details of a refund', async () => {
  const displays = ['refunding', 'refunded', 'refund_failed'];
  for (const [index, button] of displays.entries()) {
    assert.deepEqual(of(await call(ordered(index + 2)), 'shown'), [{ button }, { page: 'refund_detail', refundId: 'mine-2' }]);
  }
});

const NONE = undefined;
const over = { itemOrderList: [{ itemOrderId: 'item-2', refundAmount: 5001 }] };
const wants = (name, value) => library({}, {}, { [name]: value });

/** A case for each code of the table, with all the codes that bind:error is told then. */
const REACHED = [
  [21500, [21500], library({}, { mode: 3 })],
  [21501, [21501], library({}, { 'goods-id': NONE })],
  [21502, [21502], outside({}, { 'biz-line': 2 })],
  [21503, [21503], wants('getgoodsinfo')],
  [21504, [21504], wants('placeorder')],
  [21505, [21505, 21514], library(), { goods_server: 'internal_error' }],
  [21506, [21506, 21514], library(), { goods_server: 'rejects' }],
  [21507, [21507, 21515], library(), { ability_server: 'internal_error' }],
  [21508, [21508, 21515], library(), { ability_server: 'rejects' }],
  [21509, [21509, 21514], wants('getgoodsinfo', rejects())],
  [21510, [21510], wants('placeorder', rejects())],
  [21511, [21511, 21514], outside({ goodsLabels: [{ type: 'OTHER' }] })],
  [21512, [21512, 21514], outside({ currentPrice: '9900' })],
  [21513, [21513], wants('getgoodsinfo', ['never'])],
  [21514, [21512, 21514], wants('getgoodsinfo', resolves('goods'))],
  [21515, [21515], library(), { payment_open: false }],
  [21516, [21516], wants('pay')],
  [21517, [21517], library(), { order_creation: 'internal_error' }],
  [21518, [21518], library(), { order_creation: 'bad_data' }],
  [21521, [21521], ordered(5)],
  [21522, [21522], ordered(0, { 'order-id': NONE })],
  [21523, [21523], ordered(3, { 'refund-id': NONE })],
  [21524, [21524], refund({}), { old_order: true }],
  [21526, [21526], ordered(0), { order_query: 'internal_error' }],
  [21527, [21527], ordered(0), { order_query: 'rejects' }],
  [21528, [21528], refund({}), { refund_query: 'internal_error' }],
  [21529, [21529], refund({}), { refund_query: 'rejects' }],
  [21530, [21530], refund({}), { refund_query: 'no_goods' }],
  [21531, [21531], refund({}), { refund_query: 'nothing_left' }],
  [21532, [21532], ordered(2), { refund_detail: 'not_got' }],
  [21533, [21533], ordered(1, {}, { applyrefund: rejects() })],
  [21534, [21534], refund('text')],
  [21535, [21535], refund({}), { refund_server: 'internal_error' }],
  [21536, [21536], refund({}), { app_name_server: 'internal_error' }],
  [21537, [21537], ordered(4), { refund_detail: 'query_fails' }],
  [21546, [21546], library(), { direct_order: 'login_fails' }],
  [21547, [21547], library(), { direct_order: 'extra_info_fails' }],
  [10000, [10000], library(), { button_desk: ['fails'] }],
  [10001, [10001], library(), { button_desk: ['wechat_fails'] }],
  [10002, [10002], ordered(0), { button_desk: ['wechat_missing'] }],
];

test('every error code is reached', async () => {
  assert.deepEqual(REACHED.map(([code]) => code).sort(), Object.keys(MEANINGS).map(Number).sort());
  for (const [code, codes, step, world] of REACHED) assert.deepEqual(await errors(step, world), codes, String(code));
});

test('each ending at the cashier has its code', async () => {
  const ends = { pays: 0, times_out: 1, payment_fails: 2, closed: 3, cancels: 4, unknown: 9 };
  for (const step of [library(), ordered(0)]) {
    for (const [end, code] of Object.entries(ends)) {
      const trace = await call(step, { button_desk: [end] });
      assert.deepEqual(told(trace, 'pay').map(({ status, result }) => [status, result.code]), [['success', code]]);
      assert.deepEqual(told(trace, 'error'), []);
    }
    assert.deepEqual(told(await call(step, { button_desk: ['leaves'] }), 'pay'), []);
  }
});

test('a cashier that does not open is fail', async () => {
  for (const [end, code] of [['fails', 10000], ['wechat_fails', 10001], ['wechat_missing', 10002]]) {
    const trace = await call(library(), { button_desk: [end] });
    const [{ status, result, outOrderNo }] = told(trace, 'pay');
    assert.deepEqual([status, outOrderNo, Number.parseInt(result.errMsg, 10)], ['fail', 'out-order-1', code]);
    assert.ok(!of(trace, 'shown').some(({ desk }) => desk));
  }
  const [failed] = told(await call(library(), { order_creation: 'internal_error' }), 'pay');
  assert.deepEqual(Object.keys(failed), ['status', 'result']);
});

test('the state of the sale is displayed, and only what is on sale leads on', async () => {
  const shown = async (step, world) => of(await call(step, world), 'shown').map(({ button, page: opened }) => button ?? opened).filter(Boolean);
  assert.deepEqual(await shown(library(), { sale: 'starts_now' }), ['on_sale', 'order']);
  assert.deepEqual(await shown(library(), { sale: 'not_started' }), ['not_started']);
  assert.deepEqual(await shown(library(), { sale: 'ends_now' }), ['ended']);
  assert.deepEqual(await shown(library(), { sale: 'ended' }), ['ended']);
  assert.deepEqual(await shown(library(), { stock: 0, sale: 'ended' }), ['sold_out']);
  assert.deepEqual(await shown(outside(), { stock: 0, sale: 'ended' }), ['on_sale', 'order']);
});

test('limits: the range, the defaults, the conversion', async () => {
  const limits = async (minLimits, maxLimits) => {
    const shown = page(await call(library({ minLimits, maxLimits })), 'order');
    return shown && [shown.minLimits, shown.maxLimits];
  };
  assert.deepEqual(await limits(), [1, 99999]);
  assert.deepEqual(await limits(5), [5, 99999]);
  assert.deepEqual(await limits(NONE, 1), [1, 1]);
  assert.deepEqual(await limits(5, 3), [3, 3]);
  assert.deepEqual(await limits(99999, 99999), [99999, 99999]);
  for (const wrong of [0, 100000, 1.5, '2', NaN]) assert.equal(await limits(wrong, 9), NONE);
});

test('lengths are bytes of UTF-8', async () => {
  const opens = async (info) => page(await call(outside(info)), 'order') !== NONE;
  const texts = (count) => ['x'.repeat(count), `${'字'.repeat(Math.floor(count / 3))}${'x'.repeat(count % 3)}`];
  for (const [name, most] of [['goodsName', 256], ['dateRule', 128]]) {
    for (const text of texts(most)) assert.deepEqual([await opens({ [name]: text }), await opens({ [name]: `${text}x` })], [true, false], name);
  }
  for (const name of ['extra', 'tradeOption']) {
    for (const text of texts(2048 - '{"a":""}'.length)) {
      assert.deepEqual([await opens({ [name]: { a: text } }), await opens({ [name]: { a: `${text}x` } })], [true, false], name);
    }
  }
});

test('labels exclude each other in every order', async () => {
  const label = (type) => ({ type, value: 2 });
  const accepted = async (...types) => page(await call(outside({ goodsLabels: types.map(label) })), 'order') !== NONE;
  const pairs = [
    ['REFUND_ANYTIME', 'REFUNDABLE_DAYS'], ['RESERVATION_FREE', 'BOOK_IN_ADVANCE'], ['NON_REFUNDABLE', 'REFUNDABLE_DAYS'],
    ['NON_REFUNDABLE', 'REFUND_ANYTIME'],
  ];
  for (const [one, other] of pairs) {
    for (const types of [[one, other], [other, one], [other, 'EXPIRED_RETURNS', one]]) assert.ok(!(await accepted(...types)));
    assert.ok(await accepted(one, 'EXPIRED_RETURNS'));
  }
  assert.ok(await accepted('NON_REFUNDABLE', 'RESERVATION_FREE', 'EXPIRED_RETURNS'));
});

test('a refund in parts is limited by what was paid', async () => {
  const codes = async (extra) => errors(refund(extra));
  const items = (...amounts) => ({ itemOrderList: amounts.map((refundAmount) => ({ itemOrderId: 'item-1', refundAmount })) });
  assert.deepEqual(await codes(items(10000)), []);
  assert.deepEqual(await codes(items(10001)), [21535]);
  assert.deepEqual(await codes(items(6000, 6000)), [21535]);
  assert.deepEqual(await codes(over), [21535]);
  for (const list of [[], null, NONE, {}, 'x', [{}], [null], [{ itemOrderId: 'item-1', refundAmount: '1' }]]) {
    assert.deepEqual(await codes({ itemOrderList: list }), [21534]);
  }
});

test('the steps of a case refund the same order', async () => {
  const part = (refundAmount) => refund({ itemOrderList: [{ itemOrderId: 'item-1', ...(refundAmount ? { refundAmount } : {}) }] });
  const traces = await run({ item_1_refunded: 1000 }, [part(4000), part(), refund({}), refund({})]);
  const amounts = traces.map((trace) => sentTo(trace, 'refund')[0]?.itemOrderList?.[0].refundAmount);
  assert.deepEqual(amounts, [4000, 5000, NONE, NONE]);
  assert.deepEqual(traces.map((trace) => told(trace, 'error').map(({ errNo }) => errNo)), [[], [], [], [21531]]);
});

test('an old order is refunded by its total', async () => {
  const [sent] = sentTo(await call(ordered(1, { 'refund-total-amount': 20000 }), { old_order: true }), 'refund');
  assert.deepEqual(sent, { to: 'refund', orderId: 'mine-1', refundTotalAmount: 20000 });
  const [other] = sentTo(await call(ordered(1, { 'refund-total-amount': 20000 })), 'refund');
  assert.deepEqual(other, { to: 'refund', orderId: 'mine-1' });
});

test('what a base library does not know yet', async () => {
  const marketing = async (base_library) => page(await call(library({}, { 'marketing-ready': true }), { base_library }), 'order').marketing;
  assert.deepEqual([await marketing('2.53.9'), await marketing('2.54.0'), await marketing('2.76.0.0')], [NONE, 1, 2]);
  const sent = async (base_library) => sentTo(await call(outside(), { base_library }), 'order')[0].tradeOption;
  assert.deepEqual([await sent('2.75.9.9'), await sent('2.76')], [NONE, '{"life_trade_flag":1,"is_use_tag":true}']);
  const label = async (base_library) => errors(outside({ goodsLabels: [{ type: 'NON_REFUNDABLE' }] }), { base_library });
  assert.deepEqual([await label('2.49.99'), await label('2.50.0.0')], [[21511, 21514], []]);
  const extra = { itemOrderList: [{ itemOrderId: 'item-1', refundAmount: 1 }] };
  const [before] = sentTo(await call(refund(extra), { base_library: '2.59.0.2' }), 'refund');
  assert.deepEqual(before, { to: 'refund', orderId: 'mine-1', cp_extra: JSON.stringify(extra) });
  assert.deepEqual(await call(library(), { base_library: '2.42.9' }), []);
});

test('a handler that throws stops nothing', async () => {
  const trace = await call(library({}, {}, { error: [{ throws: 'mine' }] }), { button_desk: ['fails'] });
  assert.equal(told(trace, 'pay').length, 1);
});

/** The messages of errors are free but for the three codes in that of bind:pay. */
const CODES = /1000[0-2]/;
const plainText = (text) => (typeof text === 'string' ? CODES.exec(text)?.[0] ?? 'text' : text);

function freed(event) {
  const detail = event.called && event.with?.detail;
  if (typeof detail !== 'object' || detail === null) return event;
  const own = 'errMsg' in detail ? { ...detail, errMsg: plainText(detail.errMsg) } : detail;
  const inside = typeof own.result?.errMsg === 'string' ? { ...own, result: { ...own.result, errMsg: plainText(own.result.errMsg) } } : own;
  return { ...event, with: { detail: inside } };
}

const traces = (probes, settings) => Promise.all(probes.map(([world, steps]) => run(world, steps, settings)));
const plainOf = (some) => some.map((steps) => steps.map((trace) => trace.map(freed)));
const faultless = traces(PROBES, {}).then(plainOf);
const PORTION = 60;

/** Whether some probe tells the fault from the faultless button, and whether some does not. */
async function shows(plant) {
  const expected = await faultless;
  const found = new Set();
  for (let from = 0; from < PROBES.length && found.size < 2; from += PORTION) {
    const portion = plainOf(await traces(PROBES.slice(from, from + PORTION), { plant }));
    portion.forEach((steps, index) => found.add(isDeepStrictEqual(steps, expected[from + index])));
  }
  return { somewhere: found.has(false), notEverywhere: found.has(true) };
}

const own = faults.filter(({ operation }) => operation === 'pay-button');

test('there are many faults', () => {
  assert.ok(own.length >= 100);
  for (const { name } of own) assert.match(name, /^button-/);
});

for (const { name, plant } of own) {
  test(`the fault ${name} shows, and not everywhere`, async () => {
    assert.deepEqual(await shows(plant), { somewhere: true, notEverywhere: true });
  });
}

/** The readings of the others that the button follows; an unknown element is silent whichever way it is not there. */
const SHARED = ['precedence', 'below-minimum', 'newer-parameter', 'null', 'not-finite', 'callback-type', 'callback-throws', 'never-finishes'];
const ALIKE = { 'below-minimum': ['throws', 'nothing'] };

for (const { name, operation, values } of READINGS) {
  if (operation !== 'pay-button' && !SHARED.includes(name)) continue;
  test(`the values of the reading ${name} differ at the button`, async () => {
    const seen = await Promise.all(values.map((value) => traces(ROOM, { readings: { [name]: value } })));
    seen.forEach((one, index) => {
      seen.slice(index + 1).forEach((another, further) => {
        const pair = [values[index], values[index + 1 + further]];
        assert.equal(isDeepStrictEqual(one, another), isDeepStrictEqual(pair, ALIKE[name]), pair.join(' and '));
      });
    });
  });
}

const expected = readFileSync(new URL('../faults/pay-button.expected.tsv', import.meta.url), 'utf8')
  .trimEnd().split('\n').map((line) => line.split('\t'));

test('every fault of the button has its sentence', () => {
  const [head, ...rows] = expected;
  assert.deepEqual(head, ['fault', 'sentence']);
  assert.deepEqual(rows.map(([name]) => name), own.map(({ name }) => name));
  rows.forEach(([name, sentence], index) => {
    assert.match(sentence, /^pay-button, .+: “.+”$/, name);
    assert.ok(own[index].breaks.endsWith(`(${sentence})`), name);
  });
});

test('the sentences stand in the document of the button', { skip: !process.env.PAYSTONE_DOCUMENTS }, () => {
  const folder = process.env.PAYSTONE_DOCUMENTS;
  const texts = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(join(folder, name), 'utf8'));
  const flat = (text) => text.replace(/\s+/g, ' ');
  const document = flat(texts.find((text) => text.includes('pay-button 交易按钮(旧版)')));
  for (const [name, sentence] of expected.slice(1)) {
    const [, quote] = /^pay-button, .+?: “(.+)”$/.exec(sentence);
    assert.ok(document.includes(flat(quote)), `${name}: ${quote}`);
  }
});
