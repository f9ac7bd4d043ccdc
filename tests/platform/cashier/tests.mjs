// The tests of tt.pay: the document's sample, some refusals, the desk, direct payment, the faults, the readings.
// self.test.mjs runs them with the others.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import test from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { call, info, pay, run } from './bench.mjs';
import { PROBES, ROOM } from './probes.mjs';

const require = createRequire(import.meta.url);
const { faults } = require('../faults.cjs');
const { READINGS } = require('../readings.cjs');

const RETURNED = { returned: undefined };
const NUMBER = 'MicroApp7075638135';
const ASKED = { asked: 'getOrderStatus', with: [{ out_order_no: NUMBER }] };
const DESK = { shown: { desk: 'cashier', fen: 1, wx: true, alipay: true, ticked: 'alipay' } };
const CODES = /1000[0-2]/;

const called = (outcome, answer) => [outcome, 'complete'].map((name) => ({ called: name, with: answer }));
const wallet = (name) => ({ shown: { wallet: name } });
const result = (code) => [{ shown: { result: code } }, ...called('success', { code })];
const says = (...codes) => codes.map((code) => ({ resolves: { code } }));

/** The one outcome of a call: a code of success, a code in the text of fail, `refused`, or nothing. */
async function outcome(input, world, settings) {
  const trace = await call(input, world, settings);
  const [told, ...more] = trace.filter((event) => ['success', 'fail'].includes(event.called));
  assert.deepEqual(more, []);
  assert.equal(trace.filter((event) => event.called === 'complete').length, told ? 1 : 0);
  if (!told) return undefined;
  return told.called === 'success' ? told.with.code : CODES.exec(told.with.errMsg)?.[0] ?? 'refused';
}

test('the sample is paid by Alipay', async () => {
  assert.deepEqual(await call(pay()), [RETURNED, DESK, wallet('alipay'), ...result(0)]);
});

test('after WeChat the merchant is asked', async () => {
  const world = { cashier_user: ['wx'] };
  for (const code of [0, 1, 2, 3]) {
    assert.deepEqual(await call(pay({ status: says(code) }), world), [RETURNED, DESK, wallet('wx'), ASKED, ...result(code)]);
  }
  assert.deepEqual(await call(pay({ status: says(9) }), world), [
    RETURNED, DESK, wallet('wx'), ASKED, ...called('success', { code: 4 }),
  ]);
});

test('with 9 the desk stays and the user can confirm again', async () => {
  assert.deepEqual(await call(pay({ status: says(9, 9, 2) }), { cashier_user: ['wx wx wx'] }), [
    RETURNED, DESK, wallet('wx'), ASKED, wallet('wx'), ASKED, wallet('wx'), ASKED, ...result(2),
  ]);
  assert.deepEqual(await call(pay({ status: says(9) }), { cashier_user: ['wx alipay'] }), [
    RETURNED, DESK, wallet('wx'), ASKED, wallet('alipay'), ...result(0),
  ]);
});

test('what says nothing about the order leaves the desk open', async () => {
  const world = { cashier_user: ['wx'] };
  const answers = [
    [{ resolves: { code: '0' } }], [{ resolves: { code: 4 } }], [{ resolves: 0 }], [{ resolves: null }],
    [{ returns: { code: 0 } }], [{ rejects: 'network' }], [{ throws: 'mine' }], undefined,
  ];
  for (const status of answers) {
    assert.equal(await outcome(pay({ status }), world), 4);
    assert.equal(await outcome(pay({ status }), world, { readings: { 'status-unclear': '9' } }), 9);
    assert.equal(await outcome(pay({ status }), world, { readings: { 'status-unclear': '2' } }), 2);
  }
  assert.equal(await outcome(pay({ status: [{ never: true }] }), world), undefined);
});

test('each ending at the desk has its code', async () => {
  const of = (alipay, user = 'alipay') => outcome(pay(), { alipay, cashier_user: [user] });
  assert.deepEqual(
    [await of('pays'), await of('times_out'), await of('payment_fails'), await of('closed'), await of('unpaid')],
    [0, 1, 2, 3, 4],
  );
  assert.equal(await of('pays', 'closes'), 4);
  assert.equal(await of('pays', 'leaves'), undefined);
  assert.equal(await of('missing'), 4);
  assert.equal(await outcome(pay(), { cashier_user: ['wx'], wechat: 'missing' }), 4);
});

test('the desk shows the channels that have a url', async () => {
  const desk = async (order, channel) => (await call(pay({ payChannel: { default_pay_channel: channel } }, order)))[1].shown;
  const shown = (wx, alipay, ticked) => ({ desk: 'cashier', fen: 1, wx, alipay, ...(ticked ? { ticked } : {}) });
  const noWx = { wx_url: '', wx_type: undefined };
  assert.deepEqual(await desk({}, 'wx'), shown(true, true, 'wx'));
  assert.deepEqual(await desk({}, 'alipay'), shown(true, true, 'alipay'));
  assert.deepEqual(await desk({}, 'paypal'), shown(true, true, 'wx'));
  assert.deepEqual(await desk(noWx, 'wx'), shown(false, true, 'alipay'));
  assert.deepEqual(await desk({ alipay_url: '' }, 'alipay'), shown(true, false, 'wx'));
  assert.deepEqual(await desk({ ...noWx, alipay_url: undefined }, 'wx'), shown(false, false));
});

test('direct payment opens no desk and asks nobody', async () => {
  const wechat = (facts) => call(pay({ service: 3 }), { wechat: facts });
  assert.deepEqual(await wechat('pays'), [RETURNED, wallet('wx'), ...called('success', { code: 9 })]);
  assert.deepEqual(await wechat('does_not_start'), [
    RETURNED, wallet('wx'), ...called('fail', { errMsg: 'pay:fail 10001 调起微信失败' }),
  ]);
  assert.deepEqual(await wechat('missing'), [RETURNED, ...called('fail', { errMsg: 'pay:fail 10002 微信未安装' })]);
  assert.equal(await outcome(pay({ service: 3 }), { wechat: 'payment_fails' }), '10000');
  const alipay = (facts) => outcome(pay({ service: 4 }), { alipay: facts });
  assert.deepEqual(
    [await alipay('pays'), await alipay('times_out'), await alipay('closed'), await alipay('unpaid')],
    [0, 1, 3, 4],
  );
  assert.deepEqual([await alipay('payment_fails'), await alipay('missing')], ['10000', 'refused']);
});

test('service 3 and 4 need 1.35.0.1, service 1 does not', async () => {
  const at = (service, base_library) => outcome(pay({ service }), { base_library });
  assert.deepEqual([await at(3, '1.35.0'), await at(4, '1.35.0.0'), await at(1, '1.35.0')], ['refused', 'refused', 0]);
  assert.deepEqual([await at(3, '1.35.0.1'), await at(4, '1.35.1')], [9, 0]);
});

test('below its minimum tt.pay is not there', async () => {
  const first = async (base_library, readings = {}) => Object.keys((await call(pay(), { base_library }, { readings }))[0])[0];
  assert.equal(await first('1.19.3'), 'threw');
  assert.equal(await first('1.19.4'), 'returned');
  assert.equal(await first('1.19.0', { 'pay-minimum': '1.19.0' }), 'returned');
  assert.equal(await outcome(pay(), { base_library: '1.0.0' }, { readings: { 'below-minimum': 'fails' } }), 'refused');
});

test('apps and their versions', async () => {
  const at = async (service, host, os, host_version) => (await outcome(pay({ service }), { host, os, host_version })) !== 'refused';
  const gates = [
    [1, 'toutiao', 'ios', '7.2.6', '7.2.7'],
    [1, 'toutiao', 'android', '7.2.6', '7.2.7'],
    [1, 'douyin', 'ios', '8.5.9', '8.6.0'],
    [1, 'douyin', 'android', '7.0.9', '7.1.0'],
    [4, 'toutiao', 'ios', '7.4.2', '7.4.3'],
    [3, 'toutiao', 'android', '7.4.2', '7.4.3'],
    [3, 'douyin', 'ios', '9.0.9', '9.1.0'],
    [4, 'douyin', 'android', '8.6.9', '8.7.0'],
  ];
  for (const [service, host, os, below, since] of gates) {
    assert.deepEqual([await at(service, host, os, below), await at(service, host, os, since)], [false, true]);
  }
  assert.equal(await at(1, 'other', 'ios', '35.0.0'), false);
  assert.equal(await at(1, 'devtools', 'ios', '0'), true);
});

test('virtual goods are not for iOS', async () => {
  for (const service of [1, 3, 4]) {
    assert.equal(await outcome(pay({ service }), { os: 'ios', virtual_goods: true }), 'refused');
    assert.notEqual(await outcome(pay({ service }), { os: 'android', virtual_goods: true }), 'refused');
    assert.notEqual(await outcome(pay({ service }), { os: 'ios' }), 'refused');
  }
});

test('illegal fields are refused, for every service', async () => {
  const illegal = [
    { total_amount: 1.5 }, { total_amount: '1' }, { total_amount: -1 }, { total_amount: undefined }, { version: '1.0' },
    { version: 2 }, { currency: 'USD' }, { sign_type: 'md5' }, { timestamp: 'now' }, { valid_time: '1.5' },
    { notify_url: 'https://example.com' }, { risk_info: '127.0.0.1' }, { risk_info: '{}' }, { risk_info: { ip: '127.0.0.1' } },
    { wx_type: undefined }, { wx_type: 'APP' }, { wx_url: undefined }, { subject: '' }, { merchant_id: 5 },
  ];
  for (const service of [1, 3, 4]) {
    for (const order of illegal) assert.equal(await outcome(pay({ service }, order)), 'refused');
  }
  assert.equal(await outcome(pay({}, { risk_info: '{"ip":"::1","more":1}' })), 0);
  assert.equal(await outcome(pay({ service: 3 }, { wx_url: undefined, wx_type: undefined })), 'refused');
  assert.equal(await outcome(pay({ service: 4 }, { alipay_url: '' })), 'refused');
});

test('the signature is verified', async () => {
  assert.equal(await outcome(pay({ orderInfo: { ...info(), subject: 'changed' } })), 'refused');
  assert.equal(await outcome(pay({ orderInfo: { ...info(), risk_info: '{"ip":"10.0.0.1"}' } })), 0);
  assert.equal(await outcome(pay({}, { extra: '1' })), 0);
  assert.equal(await outcome(pay({}, { extra: { a: 1 } }), {}, { readings: { 'sign-object': 'refused' } }), 'refused');
  assert.equal(await outcome(pay(), { payment_secret: 'another' }), 'refused');
});

test('an order keeps its trade_time', async () => {
  const later = { trade_time: '1566720682' };
  const desks = (traces) => traces.map((trace) => trace.some((event) => event.shown));
  assert.deepEqual(desks(await run({}, [pay(), pay({}, later)])), [true, false]);
  assert.deepEqual(desks(await run({}, [pay(), pay()])), [true, true]);
  assert.deepEqual(desks(await run({}, [pay(), pay({}, { ...later, out_order_no: 'another' })])), [true, true]);
  const refusedFirst = [pay({}, { version: '1.0' }), pay({}, later)];
  assert.deepEqual(desks(await run({}, refusedFirst)), [false, false]);
  assert.deepEqual(desks(await run({}, refusedFirst, { readings: { 'trade-time-remembered': 'accepted' } })), [false, true]);
});

test('an order that has expired is told as timed out', async () => {
  assert.equal(await outcome(pay(), { clock: 1566720981 }), 0);
  assert.equal(await outcome(pay(), { clock: 1566720982 }), 1);
});

test('the acts of the user belong to the steps', async () => {
  const traces = await run({ cashier_user: ['closes', 'alipay'] }, [pay(), pay(), pay()]);
  assert.deepEqual(traces.map((trace) => trace.at(-1).with.code), [4, 0, 0]);
});

/** The texts of fail are free but for the three codes. */
const freed = (event) => {
  const text = event.called && event.with?.errMsg;
  return typeof text === 'string' ? { ...event, with: { ...event.with, errMsg: CODES.exec(text)?.[0] } } : event;
};

async function traces(probes, settings) {
  return Promise.all(probes.map(([world, inputs]) => run(world, inputs, settings)));
}

const plainOf = (some) => some.map((steps) => steps.map((trace) => trace.map(freed)));
const faultless = traces(PROBES, {}).then(plainOf);
const PORTION = 60;

/** Whether some probe tells the fault from the faultless cashier, and whether some does not. */
async function shows(plant) {
  const expected = await faultless;
  const found = new Set();
  for (let from = 0; from < PROBES.length && found.size < 2; from += PORTION) {
    const portion = plainOf(await traces(PROBES.slice(from, from + PORTION), { plant }));
    portion.forEach((steps, index) => found.add(isDeepStrictEqual(steps, expected[from + index])));
  }
  return { somewhere: found.has(false), notEverywhere: found.has(true) };
}

const own = faults.filter(({ operation }) => operation === 'tt.pay');

for (const { name, plant } of own) {
  test(`the fault ${name} shows, and not everywhere`, async () => {
    assert.deepEqual(await shows(plant), { somewhere: true, notEverywhere: true });
  });
}

/** The readings of tt.pay, and those of the others that it follows. */
const SHARED = [
  'precedence', 'below-minimum', 'options-not-object', 'null', 'not-finite', 'callback-type', 'callback-throws', 'complete-argument',
  'complete-order', 'never-finishes', 'sign-null', 'sign-object',
];

for (const { name, operation, values } of READINGS) {
  if (operation !== 'tt.pay' && !SHARED.includes(name)) continue;
  test(`the values of the reading ${name} differ at the cashier`, async () => {
    const seen = await Promise.all(values.map((value) => traces(ROOM, { readings: { [name]: value } })));
    seen.forEach((one, index) => {
      for (const another of seen.slice(index + 1)) assert.ok(!isDeepStrictEqual(one, another));
    });
  });
}

const expected = readFileSync(new URL('../faults/cashier.expected.tsv', import.meta.url), 'utf8')
  .trimEnd().split('\n').map((line) => line.split('\t'));

test('every fault of tt.pay has its sentence', () => {
  const [head, ...rows] = expected;
  assert.deepEqual(head, ['fault', 'sentence']);
  assert.deepEqual(rows.map(([name]) => name), own.map(({ name }) => name));
  for (const [name, sentence] of rows) assert.match(sentence, /^(tt-pay|facts), .+: “.+”$/, name);
});

test('the sentences stand in the document', { skip: !process.env.PAYSTONE_DOCUMENTS }, () => {
  const folder = process.env.PAYSTONE_DOCUMENTS;
  const texts = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(join(folder, name), 'utf8'));
  const flat = (text) => text.replace(/\s+/g, ' ');
  const document = flat(texts.find((text) => text.includes('tt.pay 1.19.4+')));
  for (const [name, sentence] of expected.slice(1)) {
    const [, source, quote] = /^([a-z-]+), .+?: “(.+)”$/.exec(sentence);
    if (source === 'tt-pay') assert.ok(document.includes(flat(quote)), `${name}: ${quote}`);
  }
});
