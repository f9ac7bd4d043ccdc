// The tests of <pay-button>: the document's samples, every error code, the steps of a refund, the faults, the readings.
// self.test.mjs runs them with the others.

import assert from 'node:assert/strict';

import { createRequire } from 'node:module';

import test from 'node:test';

import { RECORDS, SAMPLE, call, library, ordered, outside, refund, rejects, resolves, run } from './bench.mjs';

const require = createRequire(import.meta.url);
const { MEANINGS } = require('./errors.cjs');

const IDS = { orderId: 'douyin-order-1', outOrderNo: 'out-order-1' };
const RESULT = { refundId: 'douyin-refund-1', outRefundNo: 'out-refund-1', orderId: 'douyin-order-1' };

const of = (trace, kind) => trace.filter((event) => kind in event).map((event) => event[kind]);
const told = (trace, name) => trace.filter(({ called }) => called === name).map((event) => event.with.detail);
const sentTo = (trace, to) => of(trace, 'sent').filter((sent) => sent.to === to);
const page = (trace, name) => of(trace, 'shown').find((shown) => shown.page === name);

/** The codes that bind:error was told, and whether bind:pay or bind:refund were told a failure. */
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
