// Buttons that do one odd thing each: what the kit records of it, and that it survives.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { results } from '../testing/drive.mjs';

const OPERATION = 'pay-button';
const fn = (...script) => ({ $function: script });
const step = (how, script = [], properties = {}) => ({ operation: OPERATION, input: { properties: { how, ...properties }, handlers: { ask: fn(...script) } } });
const run = async (...cases) => (await results('buttons.cjs', cases)).map(({ traces, ...rest }) => traces ?? rest);
/** The trace, or what came instead of it, of each of `hows`, in the plain world: the user taps and submits. */
const each = async (...hows) => (await run(...hows.map((how) => [{}, step(how)]))).map((result) => (Array.isArray(result) ? result[0] : result));
const asked = (detail, answered) => ({ asked: 'ask', with: { detail }, answered });
const called = (detail) => ({ called: 'ask', with: { detail } });
const shown = (value) => ({ shown: value });
const threw = (message) => ({ threw: { message } });
const other = (what) => ({ $other: what });

test('the user taps and submits, each once the last is quiet', async () => {
  const form = { quantity: 7, phoneNumber: '13800000000' };
  const nothing = { quantity: { $undefined: true }, phoneNumber: { $undefined: true } };
  const [full, empty, slow, twice] = await run(
    [{ order_quantity: 7 }, step('actions')], [{ gives_phone: false }, step('actions')], [{}, step('slow')], [{ button_user: ['taps_twice'] }, step('slow')],
  );
  assert.deepEqual(full[0], [shown({ did: 'tap' }), shown({ did: 'submit', form })]);
  assert.deepEqual(empty[0][1], shown({ did: 'submit', form: nothing }));
  assert.deepEqual(slow[0].map((event) => event.shown.did), ['tap', 'tap again', 'submit']);
  assert.deepEqual(twice[0].map((event) => event.shown.did), ['tap', 'tap', 'tap again', 'tap again'], 'before the first has settled');
});

test('the steps share one world, and the user keeps to the world of the case', async () => {
  const [traces] = await run([{ button_user: ['waits', 'taps'] }, step('memory'), step('memory'), step('memory')]);
  assert.deepEqual(traces, [[], [shown({ attached: 2, step: 1 })], [shown({ attached: 3, step: 2 })]]);
});

test('what a button does to its properties and handlers stays in its step', async () => {
  const spoils = step('spoils', [], { list: [1] });
  spoils.input.handlers.pay = fn();
  const [[first, second]] = await run([{}, spoils, spoils]);
  assert.deepEqual(first, [shown({ properties: { how: 'spoils', list: [1] }, handlers: ['ask', 'pay'] })]);
  assert.deepEqual(second, first);
});

test('handlers are functions with a name; what is none arrives as it is', async () => {
  const odd = { operation: OPERATION, input: { properties: { how: 'handlers' }, handlers: { pay: fn(), error: 'text', refund: null, __proto__: 1 } } };
  const [[events]] = await run([{}, odd]);
  assert.deepEqual(events, [shown([['pay', 'function', 'pay'], ['error', 'string', { $undefined: true }], ['refund', 'object', { $undefined: true }]])]);
});

test('a handler does what its script says', async () => {
  const scripts = [[{ resolves: { a: 1 } }], [{ returns: 2 }], [], [{ rejects: { code: 3 } }], [{ throws: 'broken' }], ['never']];
  const traces = await run(...scripts.map((script) => [{}, step('asks', script)]));
  assert.deepEqual(traces.map(([events]) => events), [
    [asked(({ n: 1 }), { resolves: { a: 1 } }), shown({ answer: { a: 1 } })],
    [asked(({ n: 1 }), { returns: 2 }), shown({ answer: 2 })],
    [called({ n: 1 }), shown({ answer: { $undefined: true } })],
    [asked(({ n: 1 }), { rejects: { code: 3 } }), shown({ failed: { code: 3 } })],
    [asked(({ n: 1 }), { throws: 'broken' }), shown({ failed: 'broken' })],
    [asked(({ n: 1 }), 'never')],
  ]);
});

test('a handler’s failure that the button lets through is `threw` or nothing, never a fault', async () => {
  const [thrown, promised, forgotten, rejected] = await run(
    [{}, step('unguarded', [{ throws: 'broken' }])], [{}, step('unguardedPromise', [{ rejects: 'no' }])],
    [{}, step('forgets', [{ rejects: 'no' }])], [{}, step('unguarded', [{ rejects: 'no' }])],
  );
  assert.deepEqual(thrown[0], [asked(1, { throws: 'broken' }), threw('broken')]);
  assert.deepEqual(promised[0], [asked(1, { rejects: 'no' }), threw('no')]);
  assert.deepEqual(forgotten[0], [asked(1, { rejects: 'no' })]);
  assert.deepEqual(rejected[0], [asked(1, { rejects: 'no' }), threw('no')]);
});

test('an event is recorded as it is, cut down to its detail', async () => {
  const [events] = await each('events');
  const args = events.map((event) => event.with);
  assert.deepEqual(args.slice(0, 8), [
    undefined, { $undefined: true }, 'text', {}, { detail: { $undefined: true } }, { type: 'no detail' }, { detail: 'inherited' }, { detail: other('threw') },
  ]);
  assert.deepEqual(args.slice(8, 10), [{}, { detail: { self: other('cyclic') } }]);
  assert.match(JSON.stringify(args[10]), /"in":\{"\$other":"too deep"\}/);
  assert.deepEqual(args[11], { detail: { broken: other('threw'), fine: 1 } });
});

test('a handler that is called twice, or in a later step, is recorded where it was called', async () => {
  const [twice, late] = await run([{}, step('twice', [{ resolves: 1 }, { resolves: 2 }])], [{}, step('keeps'), step('calls')]);
  assert.deepEqual(twice[0], [asked(1, { resolves: 1 }), asked(2, { resolves: 2 })]);
  assert.deepEqual(late, [[], [called('late')]]);
});

test('a handler of a case that is over tells the next one nothing', async () => {
  const [over, next] = await run([{}, step('keeps', [{ throws: 'nobody listens' }])], [{}, step('asks')]);
  const [, calls] = await run([{}, step('keeps')], [{}, step('calls')]);
  assert.deepEqual([over, next[0].length, calls], [[[]], 2, [[]]]);
});

test('a button that fails to be attached ends its step, and no other', async () => {
  const [[thrown, rejected, getter, fine]] = await run([{}, step('attachThrows'), step('attachRejects'), step('trap'), step('actions')]);
  assert.deepEqual([thrown, rejected, getter], [[threw('in attach')], [threw('in attach, later')], [threw('no promise to look at')]]);
  assert.equal(fine.length, 2);
});

test('a button that never comes, or is none, leaves what was recorded; a late one is waited for', async () => {
  assert.deepEqual(await each('attachNever', 'attachNothing', 'attachLate'), [[], [called(0)], [shown('late tap')]]);
});

test('an action that fails is `threw`, and the user goes on', async () => {
  assert.deepEqual(await each('tapThrows', 'tapRejects', 'submitRejects'), [
    [threw('in tap'), shown({ did: 'submit' })], [threw('in tap, later'), threw('in submit')], [threw('undefined')],
  ]);
  assert.deepEqual(await run([{ button_user: ['taps_twice'] }, step('tapThrows')]), [[[threw('in tap'), threw('in tap')]]]);
});

test('an action that never settles does not hold the user up', async () => {
  assert.deepEqual(await each('tapNever', 'submitNever'), [[shown({ did: 'submit' })], []]);
});

test('a button without the actions that the user needs is the adapter’s fault', async () => {
  const [[noTap, noSubmit, getter], tapped] = [await each('noTap', 'noSubmit', 'getter'), (await run([{ button_user: ['taps'] }, step('noSubmit')]))[0][0]];
  assert.deepEqual(noTap.fault, { kind: 'adapter', detail: 'the button that was attached has no function `tap`' });
  assert.match(noSubmit.fault.detail, /`submit`/);
  assert.deepEqual(getter, [threw('no tap to look at')]);
  assert.deepEqual(tapped, [shown({ did: 'tap' })], 'nobody submits');
});

test('what nobody catches is a fault of its case alone', async () => {
  const [crash, floating, fine] = await each('crash', 'floating', 'actions');
  assert.match(crash.fault.detail, /in a timer/);
  assert.deepEqual([crash.fault.kind, floating.fault.kind, fine.length], ['uncaught exception', 'unhandled rejection', 2]);
});

test('values that cannot travel are named in `shown` and `sent`', async () => {
  const [[cyclic, deep, sent, getter]] = await each('shows');
  assert.deepEqual([cyclic, sent], [shown({ self: other('cyclic') }), { sent: { self: other('cyclic') } }]);
  assert.match(JSON.stringify(deep), /"in":\{"\$other":"too deep"\}/);
  assert.deepEqual(getter, { sent: { to: other('threw') } });
});

test('too much is a fault, and ends the button', async () => {
  const faults = (await each('floods', 'swells', 'doubles')).map(({ fault }) => fault.kind);
  assert.deepEqual(faults, ['too many events', 'too large', 'too large']);
});

test('an interval lasts from one action to the next, and ends with its step', async () => {
  const start = Date.now();
  const [[interval, next], timer] = await run([{}, step('interval'), step('actions')], [{ button_user: ['taps', 'submits'] }, step('keepsTimer'), step('interval')]);
  assert.deepEqual(interval, [shown({ seen: 1 }), shown({ seen: 1 })]);
  assert.equal(next.length, 2);
  assert.deepEqual(timer[0], [], 'beyond what a step may take');
  assert.equal(timer[1].length, 2);
  assert.ok(Date.now() - start < 10_000);
});

test('a button may skip, at once or late', async () => {
  assert.deepEqual(await each('skips', 'skipsLater'), [{ skip: 'no button here' }, { skip: 'no cashier here' }]);
});
