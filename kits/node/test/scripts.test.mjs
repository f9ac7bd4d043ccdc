import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trace } from '../testing/drive.mjs';

const fn = (...script) => ({ $function: script });
const tt = (name, input, world) => trace('platform.cjs', `tt.${name}`, input, world);

test('callbacks are recorded in order, with what they were given then', async () => {
  assert.deepEqual(await tt('report', { success: fn(), complete: fn('records'), twice: true }), [
    { called: 'success', with: { code: 0 } }, { returned: true }, { called: 'complete', with: { code: 1 } }, { called: 'complete' },
  ]);
});

test('a callback that is not given is not called', async () => {
  assert.deepEqual(await tt('report', {}), [{ returned: true }]);
});

test('the n-th invocation follows the n-th entry, later ones the last', async () => {
  const script = [{ returns: { a: { $undefined: true } } }, { resolves: [1] }];
  assert.deepEqual(await tt('ask', { getStatus: fn(...script) }), [
    { asked: 'getStatus', with: { n: 0 }, answered: script[0] },
    { returned: { $other: 'promise' } },
    { asked: 'getStatus', with: { n: 1 }, answered: script[1] },
    { asked: 'getStatus', with: { n: 2 }, answered: script[1] },
    { shown: { answers: [{ a: { $undefined: true } }, [1], [1]] } },
  ]);
});

test('a handler may throw, reject, record or never settle', async () => {
  const events = await tt('ask', { getStatus: fn({ throws: 'busy' }, { rejects: 'no' }, 'records') });
  assert.deepEqual(events.at(-1), { shown: { answers: ['busy', 'no', { $undefined: true }] } });
  assert.deepEqual(events.at(-2), { called: 'getStatus', with: { n: 2 } });
  assert.deepEqual(await tt('ask', { getStatus: fn('never') }), [
    { asked: 'getStatus', with: { n: 0 }, answered: 'never' }, { returned: { $other: 'promise' } },
  ]);
});

test('a scripted function is a function with a name', async () => {
  assert.deepEqual(await tt('names', { success: fn() }), [{ returned: ['success', 'function', true] }]);
});

test('what a script throws is nobody’s fault', async () => {
  const answered = { throws: 'from the caller' };
  assert.deepEqual(await tt('unguarded', { success: fn(answered) }), [
    { returned: { $undefined: true } }, { asked: 'success', with: 'x', answered },
  ]);
  for (const rejects of ['text', { code: 1 }]) {
    assert.deepEqual(await tt('rejected', { success: fn({ rejects }) }), [
      { asked: 'success', with: 'x', answered: { rejects } }, { returned: { $undefined: true } },
    ]);
  }
});

test('what a script throws leaves the call if nobody catches it', async () => {
  const answered = { throws: 'from the caller' };
  assert.deepEqual(await tt('report', { success: fn(answered) }), [
    { asked: 'success', with: { code: 0 }, answered }, { threw: { message: 'from the caller' } },
  ]);
});

test('callbacks without end are a fault', async () => {
  assert.equal((await tt('endless', { success: fn() })).fault.kind, 'too many events');
});
