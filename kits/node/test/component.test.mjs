// A small component that works, step by step, over the wire.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HELLO, BYE, results, talk } from '../testing/drive.mjs';

const OPERATION = 'pay-button';
const fn = (...script) => ({ $function: script });
const step = (properties, handlers) => ({ operation: OPERATION, input: { properties: { mode: 2, 'goods-id': '1', ...properties }, handlers } });
const all = (goods = {}, order = {}) => ({ getgoodsinfo: fn({ resolves: goods }), placeorder: fn({ resolves: order }), pay: fn(), error: fn() });
const own = { currentPrice: 150, minLimits: 2, maxLimits: 4, validation: { phoneNumber: { required: true } } };
const library = step({ 'goods-type': 1 }, all());
const ownGoods = step({ 'goods-type': 2 }, all(own, { extra: { a: 1 } }));
const run = async (...cases) => (await results('component.cjs', cases)).map(({ traces, ...rest }) => traces ?? rest);
const heads = (events) => events.map(({ asked, called, shown, sent }) => asked ?? called ?? shown?.button ?? shown?.page ?? shown?.desk ?? sent?.to);
const SOLD = ['getgoodsinfo', 'goods', 'on_sale', 'order', 'placeorder', 'order', 'pay-button', 'pay'];

test('the operation is there with `Button` alone', async () => {
  const { replies } = await talk('component.cjs', [HELLO, BYE]);
  assert.deepEqual(replies[0].operations, [OPERATION]);
});

test('a purchase is seen from the first handler to the last', async () => {
  const [[events]] = await run([{}, library]);
  assert.deepEqual(events, [
    { asked: 'getgoodsinfo', with: { detail: { goodsId: '1', goodsType: 1 } }, answered: { resolves: {} } },
    { sent: { to: 'goods', goodsId: '1' } },
    { shown: { button: 'on_sale' } },
    { shown: { page: 'order', goodsId: '1', price: 9900, minLimits: 1, maxLimits: 20, phoneRequired: false } },
    { asked: 'placeorder', with: { detail: { goodsId: '1', goodsType: 1, quantity: 1 } }, answered: { resolves: {} } },
    { sent: { to: 'order', goodsId: '1', goodsType: 1, quantity: 1, fen: 9900 } },
    { shown: { desk: 'pay-button', fen: 9900 } },
    { called: 'pay', with: { detail: { status: 'success', orderId: 'douyin-order-1', outOrderNo: 'out-order-1', result: { code: 0 } } } },
  ]);
});

test('the user goes as far as the world says', async () => {
  const [waits, taps, twice, submits] = await run(...['waits', 'taps', 'taps_twice', 'submits'].map((user) => [{ button_user: [user] }, library]));
  assert.deepEqual(heads(waits[0]), SOLD.slice(0, 3));
  assert.deepEqual(heads(taps[0]), SOLD.slice(0, 4));
  assert.deepEqual(heads(twice[0]), SOLD.slice(0, 4), 'the second tap opens no second page');
  assert.deepEqual(heads(submits[0]), SOLD);
});

test('each step has its user, later ones the last, and its desk', async () => {
  const world = { button_user: ['waits', 'submits'], button_desk: ['fails', 'cancels', 'leaves'] };
  const [[first, second, third]] = await run([world, library, library, library]);
  assert.deepEqual([first, second, third].map(heads), [SOLD.slice(0, 3), SOLD, SOLD.slice(0, -1)]);
  assert.equal(second.at(-1).with.detail.result.code, 4);
});

test('the user fills the form in as the world says', async () => {
  const worlds = [{}, { order_quantity: 3 }, { order_quantity: 9 }, { gives_phone: false }];
  const [plain, three, many, anonymous] = await run(...worlds.map((world) => [world, ownGoods]));
  const orders = (events) => events.map(({ sent }) => sent).filter((sent) => sent?.to === 'order').map(({ quantity, fen, extra }) => [quantity, fen, extra]);
  assert.deepEqual(orders(plain[0]), [[2, 300, '{"a":1}']], 'the quantity that the page proposes');
  assert.deepEqual(orders(three[0]), [[3, 450, '{"a":1}']]);
  assert.deepEqual([orders(many[0]), orders(anonymous[0])], [[], []]);
  assert.equal(heads(anonymous[0]).at(-1), 'order', 'the order page stays');
});

test('where no page opens, the user submits in vain', async () => {
  const [ended, stranger, broken] = await run([{ sale: 'ended' }, library], [{ logged_in: false }, library], [{ goods_server: 'rejects' }, library]);
  assert.deepEqual(heads(ended[0]), ['getgoodsinfo', 'goods', 'ended']);
  assert.deepEqual(heads(stranger[0]), ['getgoodsinfo', 'goods', 'on_sale', 'error']);
  assert.deepEqual(heads(broken[0]), ['getgoodsinfo', 'goods', 'error']);
});

test('in real time it is the same', async () => {
  const world = { button_user: ['submits', 'taps'] };
  const cases = [[world, library, library]];
  assert.deepEqual(await results('component.cjs', cases, { args: ['--wall-clock', '450'] }), await results('component.cjs', cases));
});

test('what lasts from one step to the next lasts for one case', async () => {
  const twice = [{ stock: 1 }, library, library];
  const [one, another] = await run(twice, twice);
  assert.deepEqual(one.map((events) => heads(events)[2]), ['on_sale', 'sold_out']);
  assert.deepEqual(another, one);
});

test('whatever the page’s methods do is recorded as what it is', async () => {
  const answers = [{ rejects: 'no goods' }, { throws: 'broken' }, 'never', { returns: { currentPrice: 1 } }, 'records'];
  const traces = await run(...answers.map((answer) => [{}, step({ 'goods-type': 2 }, { ...all(), getgoodsinfo: fn(answer) })]));
  const expected = [['getgoodsinfo', 'error'], ['getgoodsinfo', 'error'], ['getgoodsinfo'], ['getgoodsinfo', 'on_sale', ...SOLD.slice(3)], ['getgoodsinfo', 'on_sale', 'error']];
  assert.deepEqual(traces.map(([events]) => heads(events)).slice(0, 4), expected.slice(0, 4));
  assert.deepEqual(traces.map(([[first]]) => first.answered), [...answers.slice(0, 4), undefined]);
  assert.equal(traces[0][0][1].with.detail.errMsg, 'no goods');
});

test('a method of the page that fails when the order is placed fails what the user did', async () => {
  const place = (answer) => [{}, step({ 'goods-type': 1 }, { ...all(), placeorder: fn(answer) })];
  const [thrown, rejected, never, unbound] = await run(
    place({ throws: 'no order' }), place({ rejects: 'not now' }), place('never'), [{}, step({ 'goods-type': 1 }, { getgoodsinfo: fn({ resolves: {} }) })],
  );
  assert.deepEqual(thrown[0].at(-1), { threw: { message: 'no order' } });
  assert.deepEqual(rejected[0].at(-1), { threw: { message: 'not now' } });
  assert.equal(never[0].at(-1).answered, 'never');
  assert.match(unbound[0].at(-1).threw.message, /placeorder is not a function/);
});

test('a world that cannot be staged, and an input that is none, are skipped', async () => {
  const fine = step({}, all());
  const inputs = [{ handlers: null }, { properties: 7 }, { properties: { $what: 1 } }, { handlers: { pay: fn('dances') } }];
  const [os, user, none, ...unreadable] = await run(
    [{ merged_order: true }, fine], [{ button_user: ['sings'] }, fine], [{ button_user: [] }, fine], ...inputs.map((input) => [{}, { operation: OPERATION, input }]),
  );
  assert.deepEqual(os, { skip: 'cannot stage: merged_order' });
  assert.deepEqual([user, none], [{ skip: 'cannot stage: button_user' }, { skip: 'cannot stage: button_user' }]);
  for (const { skip } of unreadable) assert.match(skip, /cannot read the input/);
});
