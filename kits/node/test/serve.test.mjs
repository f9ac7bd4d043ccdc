import assert from 'node:assert/strict';
import { PLAIN } from '../src/plain.cjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BYE, HELLO, results, talk, trace } from '../testing/drive.mjs';

const tt = (name, input = {}, world = {}) => trace('platform.cjs', `tt.${name}`, input, world);
const sign = (id) => ({ type: 'case', id, world: {}, steps: [{ operation: 'sign', input: { fields: {}, secret: 's' } }] });

test('the handshake says what the adapter can do', async () => {
  const { replies } = await talk('platform.cjs', [HELLO, BYE]);
  const { operations, ...rest } = replies[0];
  assert.deepEqual(rest, {
    type: 'hello', protocol: 1, implementation: { name: 'platform', version: '1.0.0', language: 'javascript' },
    stages: ['network', 'createTT'], pins: { coin_price: '0.2' }, observes: ['called'], max_in_flight: 8, unsupported: [{ rule: 'x', reason: 'y' }],
  });
  assert.ok(operations.includes('tt.report') && operations.includes('pure'));
});

test('the defaults of the handshake', async () => {
  const { replies } = await talk('signer.cjs', [HELLO, BYE]);
  assert.deepEqual(replies, [{
    type: 'hello', protocol: 1, implementation: { name: 'signer', version: '1.0.0', language: 'javascript' },
    operations: ['sign'], stages: [], pins: {}, max_in_flight: 64,
  }]);
});

test('without a protocol in common it gives up', async () => {
  const { code, stderr, replies } = await talk('signer.cjs', [{ ...HELLO, protocol: [2, 3] }]);
  assert.deepEqual([code, replies], [1, []]);
  assert.match(stderr, /no protocol in common/);
});

test('what is no message ends the adapter', async () => {
  for (const line of ['{"type":', '7', '{"type":"case","id":"x","world":{},"steps":[]}']) {
    const { code, stderr } = await talk('signer.cjs', [HELLO, line]);
    assert.equal(code, 1);
    assert.match(stderr, /not a (message|case)/);
  }
});

test('a message of unknown type is ignored', async () => {
  const { code, stderr, replies } = await talk('signer.cjs', [HELLO, { type: 'wave' }, sign(1), BYE]);
  assert.deepEqual([code, replies.length], [0, 2]);
  assert.match(stderr, /unknown type/);
});

test('bye and the end of input let the queue finish', async () => {
  const many = Array.from({ length: 3000 }, (_, id) => sign(id));
  for (const end of [[BYE], []]) {
    const { replies, code } = await talk('signer.cjs', [HELLO, ...many, ...end]);
    assert.deepEqual([code, replies.length], [0, 3001]);
  }
});

test('the last line needs no newline', async () => {
  const { replies } = await talk('signer.cjs', [`${JSON.stringify(HELLO)}\n${JSON.stringify(sign(9))}`]);
  assert.equal(replies[1].id, 9);
});

test('unknown operations and unstageable worlds are skipped', async () => {
  const call = { operation: 'tt.count', input: {} };
  const skips = await results('platform.cjs', [
    [{}, { operation: 'tt.other', input: {} }],
    [{ network: 'online', paystone_probe: true }, call],
    [{ os: 'ios' }, call],
    [{ coin_price: '0.1' }, call],
    [{ user: ['cancels'] }, call],
    [{ ['__proto__']: 1 }, call],
  ]);
  assert.deepEqual(skips.map((result) => result.skip), [
    'unknown operation: tt.other', 'cannot stage: paystone_probe', 'cannot stage: os', 'cannot stage: coin_price', 'cannot stage: user', 'cannot stage: __proto__',
  ]);
});

test('plain, pinned and staged facts are fine, and the world is complete', async () => {
  const given = { network: 'offline', os: 'android', user: ['pays'], coin_price: '0.2', spending_limit: null };
  const [{ returned }] = await tt('world_', {}, given);
  const { base_library, host, spent, ...rest } = returned;
  assert.deepEqual({ base_library, host, spent }, { base_library: '3.47.0', host: 'douyin', spent: 0 });
  assert.deepEqual({ base_library, host, spent, ...rest }, { ...Object.fromEntries(PLAIN), ...given });
});

test('a call may be missing, may throw, may promise', async () => {
  assert.deepEqual(await tt('missing'), [{ threw: { message: 'tt.missing is not a function' } }]);
  assert.deepEqual(await tt('throws'), [{ threw: { message: 'no such thing' } }]);
  assert.deepEqual(await tt('promise'), [{ returned: { $other: 'promise' } }]);
});

test('the stage records and skips', async () => {
  assert.deepEqual(await tt('sends'), [
    { sent: { to: 'order', customId: 'c1' } }, { shown: { desk: 'diamond', fen: 600 } }, { returned: { $undefined: true } },
  ]);
  assert.deepEqual(await tt('skips'), { skip: 'no wallet here' });
  assert.deepEqual(await tt('skipsLater'), { skip: 'no wallet there' });
});

test('createTT may throw, skip, promise', async () => {
  const create = (how) => tt('count', {}, { createTT: how });
  assert.equal((await create('throws')).fault.kind, 'createTT');
  assert.match((await create('throws')).fault.detail, /no platform/);
  assert.equal((await create('nothing')).fault.kind, 'createTT');
  assert.deepEqual(await create('skips'), { skip: 'not this one' });
  assert.deepEqual(await create('promises'), [{ returned: [1, 0] }]);
});

test('an error that nobody catches is a fault of its own case', async () => {
  const step = (name) => [{}, { operation: `tt.${name}`, input: {} }];
  const [fine, floating, fineToo, crash, last] = await results('platform.cjs', ['count', 'floating', 'count', 'crash', 'count'].map(step));
  assert.equal(floating.fault.kind, 'unhandled rejection');
  assert.match(floating.fault.detail, /forgotten/);
  assert.equal(crash.fault.kind, 'uncaught exception');
  assert.match(crash.fault.detail, /in a timer/);
  for (const result of [fine, fineToo, last]) assert.deepEqual(result.traces, [[{ returned: [1, 0] }]]);
});

test('what is written to standard output goes to standard error', async () => {
  const call = { type: 'case', id: 0, world: {}, steps: [{ operation: 'tt.talks', input: {} }] };
  const { replies, stderr } = await talk('platform.cjs', [HELLO, call, BYE]);
  assert.deepEqual(replies[1].traces, [[{ returned: { $undefined: true } }]]);
  for (const text of ['loaded', 'to the console', 'to the error', 'to the stream']) assert.match(stderr, new RegExp(text));
});

test('an implementation that exits keeps the replies before it', async () => {
  const step = (id, name) => ({ type: 'case', id, world: {}, steps: [{ operation: `tt.${name}`, input: {} }] });
  const { replies, code } = await talk('platform.cjs', [HELLO, step(0, 'count'), step(1, 'exits'), step(2, 'count'), BYE]);
  assert.deepEqual([code, replies.length], [3, 2]);
});

test('a reader that goes away ends the adapter quietly', async () => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../testing/adapters/signer.cjs', import.meta.url))]);
  let stderr = '';
  child.stderr.on('data', (chunk) => { stderr += chunk; });
  child.stdin.on('error', () => {});
  child.stdout.destroy();
  for (let id = 0; id < 20_000; id += 1) child.stdin.write(`${JSON.stringify(sign(id))}\n`);
  const code = await new Promise((resolve) => { child.on('close', resolve); });
  assert.deepEqual([code, stderr], [0, '']);
});

test('an idle adapter stays', { timeout: 20_000 }, async () => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../testing/adapters/platform.cjs', import.meta.url))]);
  try {
    for (let id = 0; id < 3; id += 1) {
      child.stdin.write(`${JSON.stringify({ type: 'case', id, world: {}, steps: [{ operation: 'tt.count', input: {} }] })}\n`);
      const [reply] = await once(child.stdout, 'data');
      assert.equal(JSON.parse(reply).id, id);
      await new Promise((resolve) => { setTimeout(resolve, 100); });
    }
    child.stdin.end();
    assert.deepEqual(await once(child, 'close'), [0, null]);
  } finally {
    child.kill();
  }
});

test('a wrong option is said at once', async () => {
  const { code, stderr } = await talk('signer.cjs', [HELLO], { args: ['--wall-clock', 'soon'] });
  assert.equal(code, 1);
  assert.match(stderr, /number of milliseconds/);
});
