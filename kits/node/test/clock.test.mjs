import assert from 'node:assert/strict';
import { test } from 'node:test';
import { results, trace } from '../testing/drive.mjs';

const fn = (...script) => ({ $function: script });
const called = (events) => events.filter((event) => event.called).map((event) => event.with);
const timed = async (name) => (await trace('timers.mjs', name, {}))[0].returned;

test('timers fire by due time, then in the order of insertion', async () => {
  const events = await trace('platform.cjs', 'tt.spread', { success: fn() });
  assert.deepEqual(called(events), ['sync', 'tick', 'microtask', 'immediate', 'odd', 'five', 'ten', 'ten again']);
});

test('an interval that never ends is dropped', async () => {
  const start = Date.now();
  const [interval, late] = await results('platform.cjs', [
    [{}, { operation: 'tt.interval', input: { success: fn() } }],
    [{}, { operation: 'tt.late', input: { success: fn() } }],
  ]);
  assert.ok(interval.traces);
  assert.deepEqual(called(late.traces[0]), ['never in reach'], 'thirty days are the bound of one step');
  assert.ok(Date.now() - start < 10_000);
});

test('every case starts at the same time, with no timers left', async () => {
  const one = [{}, { operation: 'leave', input: {} }, { operation: 'now', input: {} }];
  const [first, second] = await results('timers.mjs', [one, one]);
  assert.deepEqual(first, second);
  assert.equal(first.traces[1][0].returned[0], Date.UTC(2024, 0, 1) + 1000);
});

test('a step is quiet before the next begins', async () => {
  const report = { operation: 'tt.report', input: { complete: fn() } };
  const [{ traces }] = await results('platform.cjs', [[{}, report, report, { operation: 'tt.count', input: {} }]]);
  assert.deepEqual(traces, [
    [{ returned: true }, { called: 'complete', with: { code: 1 } }],
    [{ returned: true }, { called: 'complete', with: { code: 1 } }],
    [{ returned: [1, 2] }],
  ]);
});

test('dates tell the virtual time', async () => {
  assert.deepEqual(await timed('dates'), [3000, 3000, 3000, true, true, '2020-01-01T00:00:00.000Z', 'string', 3, 3000, true]);
});

test('the promise forms of the timers are virtual', async () => {
  assert.deepEqual(await timed('promises'), ['a', 1000, 'b', 2000, 'c', 'd', 'd', 'd', 2300, 'AbortError', 'TimeoutError', 2900]);
});

test('a timer object does what Node’s does', async () => {
  assert.deepEqual(await timed('handles'), [true, false, true, 'number', 'refreshed at 1500', 'interval 2 times', 'ERR_INVALID_ARG_TYPE']);
});

test('named imports of node:timers are virtual', async () => {
  assert.deepEqual(await timed('imported'), 86_400_000);
});

test('the wall clock waits for real', async () => {
  const start = Date.now();
  for (const options of [{ args: ['--wall-clock', '300'] }, { args: ['--wall-clock=300'] }, { env: { PAYSTONE_WALL_CLOCK: '300' } }]) {
    const [{ traces }] = await results('wall.cjs', [[{}, { operation: 'tt.wait', input: { success: fn() } }]], options);
    assert.deepEqual(called(traces[0]), ['after 200 ms']);
  }
  assert.ok(Date.now() - start >= 1500);
});

test('a lasting handle costs a pause, no more', async () => {
  const cases = Array.from({ length: 100 }, () => [{}, { operation: 'wait', input: 1e6 }]);
  for (const { traces } of await results('server.cjs', cases)) assert.deepEqual(traces, [[{ returned: 'waited' }]]);
});
