import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trace, results } from '../testing/drive.mjs';

const other = (what) => ({ $other: what });
const made = async (name) => {
  const events = await trace('values.cjs', 'make', name);
  return Array.isArray(events) ? events[0].returned : events;
};

test('what JSON lacks goes through unchanged', async () => {
  const input = {
    a: { $undefined: true }, b: [{ $number: 'NaN' }, { $number: '-0' }, { $number: 'Infinity' }, { $number: '-Infinity' }],
    c: { $object: { $number: 'NaN' } }, d: null, e: 'é😀', f: 1.5, g: {}, h: { $function: [] },
  };
  assert.deepEqual(await trace('values.cjs', 'echo', input), [{ returned: input }]);
});

test('an own member __proto__ goes through as an own member', async () => {
  const [{ traces }] = await results('values.cjs', [[{}, { operation: 'echo', input: JSON.parse('{"__proto__":{"x":1},"y":2}') }]]);
  assert.equal(JSON.stringify(traces[0][0].returned), '{"__proto__":{"x":1},"y":2}');
  assert.equal(JSON.stringify(await made('proto')), '{"__proto__":{"x":1}}');
});

test('an absent member is absent, an undefined one is there', async () => {
  const answer = async (input) => (await trace('values.cjs', 'describe', input))[0].returned;
  assert.deepEqual(await answer({}), { keys: [], has: false, type: 'undefined', proto: true });
  assert.deepEqual(await answer({ a: { $undefined: true } }), { keys: ['a'], has: true, type: 'undefined', proto: true });
});

test('an unknown value on the wire is skipped', async () => {
  for (const input of [{ $what: 1 }, { $number: '7' }, { a: { $function: ['sings'] } }, { $object: [] }]) {
    assert.match((await trace('values.cjs', 'echo', input)).skip, /^cannot read the input: unknown/);
  }
});

test('hostile values have a name', async () => {
  assert.deepEqual(await made('loop'), { name: 'loop', self: other('cyclic') });
  assert.deepEqual(await made('odd'), [
    other('bigint'), other('symbol'), other('lone surrogate'), { $number: 'NaN' }, { $number: 'Infinity' }, { $number: '-Infinity' },
    { $number: '-0' }, { $undefined: true }, { $function: [] }, other('promise'),
  ]);
  assert.deepEqual(await made('classes'), [
    other('not plain: Map'), other('not plain: Date'), other('not plain: Error'), other('not plain: Error'), other('not plain: Money'),
    { a: 1 }, other('not plain: Object'),
  ]);
  assert.deepEqual(await made('getter'), { a: 1, b: other('threw') });
  assert.deepEqual(await made('proxies'), [other('threw'), { a: 1 }, other('threw')]);
  assert.deepEqual(await made('dollar'), [{ $object: { $a: 1 } }, { $a: 1, b: 2 }, { $object: { $undefined: true } }]);
  assert.deepEqual(await made('toJSON'), { a: 1, toJSON: { $function: [] } });
  assert.deepEqual(await made('loneKey'), other('lone surrogate'));
  assert.deepEqual(await made('holes'), [1, { $undefined: true }, 3]);
  assert.deepEqual(await made('shared'), [{ a: 1 }, { a: 1 }]);
  assert.deepEqual(await made('otherRealm'), { a: [1] });
});

test('64 levels are written, the 65th is too deep', async () => {
  assert.match(JSON.stringify(await made('nested64')), /^\[{64}"end"\]{64}$/);
  assert.match(JSON.stringify(await made('nested65')), /^\[{64}\{"\$other":"too deep"\}\]{64}$/);
});

test('what exceeds a line is a fault', async () => {
  for (const name of ['huge', 'wide', 'doubling']) assert.equal((await made(name)).fault.kind, 'too large');
});

test('whatever is thrown has a message', async () => {
  const message = async (what) => (await trace('values.cjs', 'throw', what))[0].threw.message;
  assert.equal(await message('text'), 'plain text');
  assert.equal(await message('nothing'), 'null');
  assert.equal(await message('lone'), 'a\uFFFDb');
  assert.equal(await message('trap'), 'a value that cannot be shown as text');
});

test('the promise of a function is awaited', async () => {
  assert.deepEqual(await trace('values.cjs', 'reject', {}), [{ threw: { message: 'later' } }]);
  assert.deepEqual(await trace('values.cjs', 'later', {}), [{ returned: 'done' }]);
  assert.deepEqual(await trace('values.cjs', 'never', {}), []);
});

test('work on threads and files is waited for', async () => {
  assert.deepEqual(await trace('values.cjs', 'digest', {}), [{ returned: 32 }]);
  assert.deepEqual(await trace('values.cjs', 'file', {}), [{ returned: true }]);
});
