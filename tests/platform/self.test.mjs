// The platform's own tests: the samples of the documents, the published vector, some refusals, the faults, the readings.
// Those of tt.pay and <pay-button> stand with them, in cashier/tests.mjs and pay-button/tests.mjs.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import test from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { COINS, ITEM, VECTOR, call, run } from './bench.mjs';
import { PROBES, ROOM } from './probes.mjs';
import './cashier/tests.mjs';
import './merchant/tests.mjs';
import './pay-button/tests.mjs';

const require = createRequire(import.meta.url);
const { faults, plantsOf } = require('./faults.cjs');
const { READINGS } = require('./readings.cjs');
const { sign } = require('./sign.cjs');
const { createMerchant } = require('./merchant/merchant.cjs');
const decimal = require('./decimal.cjs');
const { createBridge } = require('./bridge.cjs');

const OK = { errMsg: 'openAwemeCustomerService:ok' };
const RETURNED = { returned: undefined };

const failed = (errCode, errNo, text) => {
  const answer = { errMsg: `openAwemeCustomerService:fail ${text}`, errCode, errNo };
  return [{ called: 'fail', with: answer }, { called: 'complete', with: answer }];
};
const without = (options, name) => Object.fromEntries(Object.entries(options).filter(([key]) => key !== name));

test('the coin sample is paid', () => {
  assert.deepEqual(call(COINS), [
    RETURNED,
    { sent: { to: 'order', customId: 'QWERTYUIDFxxxxx', zoneId: '1' } },
    { shown: { desk: 'diamond', fen: 6000, diamonds: 600 } },
    { called: 'success', with: OK },
    { called: 'complete', with: OK },
  ]);
});

test('the item sample is paid', () => {
  const [, , { shown }, success] = call(ITEM);
  assert.deepEqual(shown, { desk: 'diamond', fen: 10, diamonds: 1 });
  assert.deepEqual(success, { called: 'success', with: OK });
});

test('the item sample lacks a quantity below 3.47.0', () => {
  const refusal = failed(99, 20001, 'params.buyQuantity should be number, but got undefined');
  assert.deepEqual(call(ITEM, { base_library: '3.46.9' }), [RETURNED, ...refusal]);
});

test('a cost is compared exactly', () => {
  const shownFen = (buyQuantity, coin_price) =>
    call({ ...COINS, buyQuantity }, { coin_price }).find((event) => event.shown)?.shown.fen;
  assert.equal(shownFen(1400, '0.07'), 9800);
  assert.equal(shownFen(10, '0.10000000000000000001'), undefined);
  assert.equal(shownFen(10 ** 18, '0.000000000000000001'), 100);
  assert.equal(shownFen(1, '1.234567890123456789'), undefined);
  assert.equal(shownFen(10, '0.10'), 100);
});

test('decimals', () => {
  const product = (a, b) => decimal.format(decimal.times(decimal.parse(a), decimal.parse(b)));
  assert.equal(product('1.234567890123456789', 1000), '1234.567890123456789');
  assert.equal(product('-0.5', 2.5), '-1.25');
  assert.equal(product(1e21, '1'), '1000000000000000000000');
  assert.equal(product(1e-7, '1'), '0.0000001');
  assert.equal(decimal.parse('1,5'), undefined);
});

test('refusals of the error table', () => {
  const cases = [
    [{ logged_in: false }, failed(-16000, 20000, '用户未登录')],
    [{ real_name: false }, failed(-15098, 20000, '当前用户未通过实名认证')],
    [{ spending_limit: 5999 }, failed(-15099, 20000, '当前用户累计支付金额超过限制')],
    [{ risk: true }, failed(-20002, 20000, '交易存在风险')],
    [{ face: 'fails' }, failed(21113, 20000, 'face authentication failed')],
    [{ network: 'offline' }, failed(4, 20000, '网络异常')],
    [{ os: 'ios' }, failed(-16001, 20000, '不支持iOS支付功能')],
  ];
  for (const [world, told] of cases) assert.deepEqual(call(COINS, world), [RETURNED, ...told]);
  const quantity = failed(-17006, 20000, 'buyQuantity illegal');
  assert.deepEqual(call({ ...COINS, buyQuantity: 11 }), [RETURNED, ...quantity]);
  const zone = failed(99, 20001, 'params.zoneId should be string, but got number');
  assert.deepEqual(call({ ...COINS, zoneId: 1 }), [RETURNED, ...zone]);
});

test('what the server, the desk and the user do', () => {
  const told = (world) => call(COINS, world).slice(-2);
  assert.deepEqual(told({ order_server: 'internal_error' }), failed(-15009, 20000, '内部错误,支付失败'));
  assert.deepEqual(told({ desk: 'fails' }), failed(3, 20000, 'error_tip_start_cash_register_fail'));
  assert.deepEqual(told({ user: ['cancels'] }), failed(-2, 20000, '支付取消'));
  assert.deepEqual(told({ user: ['payment_fails'] }), failed(-1, 20000, '支付失败'));
  assert.ok(told({ user: ['leaves'] }).every((event) => !event.called));
});

test('the steps of a case share what is used and spent', () => {
  const step = (customId) => ['tt.openAwemeCustomerService', { ...COINS, customId }];
  const [, again] = run({}, [step('a'), step('a')]);
  assert.deepEqual(again, [RETURNED, ...failed(-15101, 20000, 'customId 为空或者不唯一')]);
  const [, over] = run({ spending_limit: 11999 }, [step('a'), step('b')]);
  assert.equal(over[1].with.errCode, -15099);
  const [cancelled, paid] = run({ user: ['cancels', 'pays'] }, [step('a'), step('b')]);
  assert.equal(cancelled.at(-1).with.errCode, -2);
  assert.deepEqual(paid.at(-1).with, OK);
});

test('the developer tools show a code', () => {
  assert.deepEqual(call(COINS, { host: 'devtools' }), [RETURNED, { shown: { qr: 'diamond' } }]);
  assert.equal(call({ ...COINS, buyQuantity: 11 }, { host: 'devtools' })[1].with.errCode, -17006);
});

test('callbacks that throw, reject, or are none stop no other', () => {
  const throws = () => {
    throw new Error('mine');
  };
  assert.deepEqual(call({ ...COINS, success: throws }).at(-1), { called: 'complete', with: OK });
  assert.deepEqual(call({ ...COINS, success: () => Promise.reject(new Error('mine')) }).at(-1).called, 'complete');
  assert.deepEqual(call({ ...COINS, success: 5 }).at(-1), { called: 'complete', with: OK });
});

test('canIUse', () => {
  const ask = (base_library, path) => run({ base_library }, [['tt.canIUse', path]])[0][0].returned;
  const path = 'openAwemeCustomerService.object.goodType';
  assert.deepEqual(
    ['2.64.0', '3.46.99', '3.47', '3.47.0.1', '3.100.0'].map((version) => ask(version, path)),
    [false, false, true, true, true],
  );
  assert.equal(ask('3.47.0', 'openAwemeCustomerService.object.price'), false);
  assert.equal(ask('3.47.0', undefined), false);
});

test('the published signature', () => {
  assert.equal(sign(VECTOR, 'a'), '0f1e3358a9898d7c4c6c23740251808a');
  assert.equal(sign({ a: '1', a1: '2' }, 'x'), '695ec5224cda5f164e1b5fb6e373dc87');
  assert.equal(sign({ a: 1, sign: 'old', risk_info: '{}', empty: '' }, 'x'), sign({ a: '1' }, 'x'));
  assert.notEqual(sign({ a: '0' }, 'x'), sign({}, 'x'));
  // By bytes: U+FF5E comes before U+1F600, though its UTF-16 unit is greater.
  assert.equal(sign({ '\u{1F600}': '1', '\uFF5E': '2' }, 'x'), sign({ '\uFF5E': '2', '\u{1F600}': '1' }, 'x'));
});

test('orderInfo', () => {
  const order = {
    out_order_no: 'o1', total_amount: 1, subject: '订单', body: '订单', uid: 'u1', trade_time: '1570585744',
    valid_time: '300', ip: '127.0.0.1',
  };
  const merchant = { merchant_id: 'm', app_id: 'a', timestamp: '1570694312' };
  const info = createMerchant().orderInfo({ order, merchant }, 's');
  assert.equal(info.risk_info, '{"ip":"127.0.0.1"}');
  assert.equal(info.notify_url, 'https://tp-pay.snssdk.com/paycallback');
  assert.equal(info.sign, sign(info, 's'));
  assert.ok(!('wx_type' in info) && !('wx_url' in info));
  const wechat = createMerchant().orderInfo({ order: { ...order, wx_url: 'https://w' }, merchant }, 's');
  assert.equal(wechat.wx_type, 'MWEB');
});

test('missing parameters', () => {
  const code = (options, readings) => call(options, {}, { readings }).find((event) => event.called)?.with.errCode;
  assert.equal(code(without(COINS, 'customId')), -15101);
  assert.equal(code(without(COINS, 'customId'), { 'custom-id-missing': '99' }), 99);
  assert.equal(code(without(COINS, 'customId'), { 'custom-id-missing': 'accepted' }), undefined);
  assert.equal(code(without(ITEM, 'orderAmount')), 99);
  for (const name of ['extraInfo', 'zoneId', 'currencyType']) assert.equal(code(without(COINS, name)), undefined);
});

/** What has tests of its own. */
const ELSEWHERE = ['tt.pay', 'pay-button', 'pay-button.bridge'];

/** The probes whose traces differ between two settings of the platform. */
function differences(probes, settings, others = {}) {
  return probes.filter(
    ([world, steps]) => !isDeepStrictEqual(run(world, steps, settings), run(world, steps, others)),
  );
}

for (const { name, operation } of faults) {
  if (ELSEWHERE.includes(operation)) continue;
  test(`the fault ${name} shows, and not everywhere`, () => {
    const changed = differences(PROBES, { plants: plantsOf(name) });
    assert.ok(changed.length > 0 && changed.length < PROBES.length);
  });
}

/** What a page with every property and handler shows of a bridge: what is handed over, what handlers hear, what comes back. */
async function throughBridge(plant) {
  const heard = [];
  const events = ['getextensionpath', 'getgoodsinfo', 'placeorder', 'error', 'applyrefund', 'refund', 'pay'];
  const rejected = Promise.reject(new Error('no'));
  rejected.catch(() => {}); // a bridge may not look at it
  const replies = { placeorder: () => rejected, pay: () => undefined };
  const handlers = Object.fromEntries(events.map((name) => [name, (event) => {
    heard.push([name, event]);
    return (replies[name] ?? (() => Promise.resolve({ of: name })))();
  }]));
  const properties = { mode: 2, 'goods-id': '1', 'order-status': 0, 'biz-line': 1, 'marketing-ready': false };
  const native = createBridge({ plant }).render(properties, handlers);
  const answers = [];
  for (const name of events) {
    const fired = native.handlers[name]?.({ detail: { of: name } });
    answers.push([name, await Promise.resolve(fired).then((value) => ({ value }), (error) => ({ error: error.message }))]);
  }
  return { properties: native.properties, heard, answers };
}

test('a bridge hands everything through', async () => {
  const { properties, heard, answers } = await throughBridge();
  assert.deepEqual(properties, { mode: 2, 'goods-id': '1', 'order-status': 0, 'biz-line': 1, 'marketing-ready': false });
  assert.deepEqual(heard.map(([name, event]) => event), heard.map(([name]) => ({ detail: { of: name } })));
  assert.deepEqual(Object.fromEntries(answers).placeorder, { error: 'no' });
  assert.deepEqual(Object.fromEntries(answers).applyrefund, { value: { of: 'applyrefund' } });
});

for (const { name, operation } of faults) {
  if (operation !== 'pay-button.bridge') continue;
  test(`the fault ${name} shows`, async () => {
    const wrong = await throughBridge(plantsOf(name).bridge);
    assert.ok(!isDeepStrictEqual(wrong, await throughBridge()));
  });
}

for (const { name, operation, values } of READINGS) {
  if (ELSEWHERE.includes(operation)) continue;
  test(`the values of the reading ${name} differ`, () => {
    for (const value of values) {
      for (const other of values.filter((another) => another !== value)) {
        const settings = [value, other].map((chosen) => ({ readings: { [name]: chosen } }));
        assert.ok(differences(ROOM, ...settings).length > 0, `${value} and ${other}`);
      }
    }
  });
}

test('names of faults and readings are unique', () => {
  for (const table of [faults, READINGS]) assert.equal(new Set(table.map(({ name }) => name)).size, table.length);
});
