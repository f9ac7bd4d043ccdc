import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HELLO, BYE, results, talk, trace } from '../testing/drive.mjs';

const OPERATION = 'pay-button.bridge';
const fn = (...script) => ({ $function: script });
const fire = (event, detail = {}) => ({ event, detail });
const bridge = (input, world) => trace('bridge.cjs', OPERATION, input, world);
const answer = (value, event = 'ask') => ({ sent: { to: 'native', event, answer: value } });
const asked = async (how, script = 'records') => {
  const events = await bridge({ properties: { how }, handlers: { ask: fn(script) }, fires: [fire('ask')] });
  return Array.isArray(events) ? events.slice(1) : events;
};

test('the operation is there with `createBridge` alone', async () => {
  const { replies } = await talk('bridge.cjs', [HELLO, BYE]);
  assert.deepEqual(replies[0].operations, [OPERATION]);
});

test('what reaches the native component is shown, also without handlers', async () => {
  const properties = { mode: 2, 'goods-id': '1', odd: { $undefined: true }, list: [{ $number: 'NaN' }] };
  assert.deepEqual(await bridge({ properties }), [{ shown: { native: properties } }]);
});

test('events are fired in order, and their answers come back', async () => {
  const handlers = { getgoodsinfo: fn({ resolves: { goodsName: 'a' } }), pay: fn() };
  const fires = [fire('getgoodsinfo', { goodsId: '1' }), fire('pay', { status: 'success' })];
  assert.deepEqual(await bridge({ properties: {}, handlers, fires }), [
    { shown: { native: {} } },
    { asked: 'getgoodsinfo', with: { detail: { goodsId: '1' } }, answered: { resolves: { goodsName: 'a' } } },
    answer({ resolves: { goodsName: 'a' } }, 'getgoodsinfo'),
    { called: 'pay', with: { detail: { status: 'success' } } },
    answer({ returns: { $undefined: true } }, 'pay'),
  ]);
});

test('every kind of answer comes back as what it is', async () => {
  for (const entry of [{ returns: { a: [1] } }, { resolves: { $undefined: true } }, { rejects: { code: 1 } }, { throws: 'broken' }, 'never']) {
    assert.deepEqual(await asked(undefined, entry), [{ asked: 'ask', with: { detail: {} }, answered: entry }, answer(entry)]);
  }
});

test('the n-th event follows the n-th entry of the script', async () => {
  const events = await bridge({ handlers: { ask: fn('never', { resolves: 2 }) }, fires: [fire('ask'), fire('ask')] });
  assert.deepEqual(events.filter((event) => event.sent), [answer('never'), answer({ resolves: 2 })]);
});

test('a dropped answer, an unbound handler and one that nobody gave are told apart', async () => {
  assert.deepEqual((await asked('dropping', { resolves: 1 })).at(-1), answer({ returns: { $undefined: true } }));
  const unbound = await bridge({ properties: { how: 'undeclaring' }, handlers: { pay: fn() }, fires: [fire('pay'), fire('toString')] });
  assert.deepEqual(unbound.slice(1), [{ sent: { to: 'native', event: 'pay' } }, { sent: { to: 'native', event: 'toString' } }]);
});

test('a page may take its time, in promises and in timers', async () => {
  assert.deepEqual(await bridge({ properties: { how: 'late' } }), [{ shown: { native: { how: 'late' } } }]);
  assert.deepEqual(await bridge({ properties: { how: 'filling' } }), [{ shown: { native: { how: 'set later' } } }]);
  assert.deepEqual((await asked('deferring', { resolves: 1 })).map((event) => Object.keys(event)[0]), ['sent', 'asked']);
});

test('of the event only the detail is recorded', async () => {
  assert.deepEqual((await asked('decorating'))[0], { called: 'ask', with: { detail: {} } });
  assert.deepEqual((await asked('bare'))[0], { called: 'ask' });
});

test('an input that is none is skipped', async () => {
  for (const input of [{ handlers: null }, { properties: 7 }, { fires: {} }, { fires: [null] }]) assert.match((await bridge(input)).skip, /cannot read the input/);
});

test('a page without the component shows nothing', async () => {
  for (const how of ['nothing', 'never']) assert.deepEqual(await asked(how), []);
});

test('a page that breaks is told', async () => {
  assert.deepEqual(await bridge({ properties: { how: 'throws' }, fires: [fire('pay')] }), [{ threw: { message: 'no page' } }]);
  assert.deepEqual(await bridge({ properties: { how: 'rejects' } }), [{ threw: { message: 'no page yet' } }]);
});

test('values that cannot travel are named', async () => {
  const last = async (how) => (await asked(how)).at(-1).sent.answer;
  assert.deepEqual(await last('cyclic'), { resolves: { self: { $other: 'cyclic' } } });
  assert.match(JSON.stringify(await last('deep')), /^\{"returns":.*\{"\$other":"too deep"\}/);
  assert.deepEqual(await last('odd'), { returns: { $other: 'not plain: Map' } });
});

test('whatever has a `then` is a promise, and settles once', async () => {
  assert.deepEqual(await asked('thenable'), [answer({ resolves: 'first' })]);
  assert.deepEqual(await asked('trap'), [answer({ throws: 'do not look' })]);
});

test('a bridge may skip, and a crash is a fault', async () => {
  assert.deepEqual(await bridge({}, { os: 'ios' }), { skip: 'no button here' });
  const [crash, fine] = await results('bridge.cjs', ['crash', 'plain'].map((how) => [{}, { operation: OPERATION, input: { properties: { how }, fires: [fire('ask')] } }]));
  assert.equal(crash.fault.kind, 'uncaught exception');
  assert.equal(fine.traces.length, 1);
});

test('each step renders anew', async () => {
  const step = { operation: OPERATION, input: { properties: { mode: 1 }, handlers: { ask: fn({ resolves: 1 }) }, fires: [fire('ask')] } };
  const [{ traces }] = await results('bridge.cjs', [[{}, step, step]]);
  assert.deepEqual(traces[0], traces[1]);
  assert.equal(traces[0].length, 3);
});
