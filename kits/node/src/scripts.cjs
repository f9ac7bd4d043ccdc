'use strict';
// The caller's functions: real ones that follow the script of the case and record each invocation.

const { stringify } = JSON;

/** A function that follows `script` and reports to `run` as `name`. `decode` reads the values in the script. */
function scripted(script, run, name, decode) {
  script.forEach(assertEntry);
  let invocations = 0;
  const stub = (...values) => {
    const entry = script[Math.min(invocations, script.length - 1)] ?? 'records';
    invocations += 1;
    // Recorded, and thereby encoded, before anything else: the implementation may change its argument later.
    if (entry === 'records') {
      run.invoked('called', name, values);
      return undefined;
    }
    run.invoked('asked', name, values, `,"answered":${stringify(entry)}`);
    return answer(entry, run, name, decode);
  };
  return Object.defineProperty(stub, 'name', { value: name, configurable: true });
}

function answer(entry, run, name, decode) {
  if (entry === 'never') return new Promise(() => {});
  if (Object.hasOwn(entry, 'returns')) return decode(entry.returns, run, name);
  if (Object.hasOwn(entry, 'resolves')) return Promise.resolve(decode(entry.resolves, run, name));
  if (Object.hasOwn(entry, 'throws')) throw run.expected(new Error(entry.throws));
  const rejection = Promise.reject(run.expected(decode(entry.rejects, run, name)));
  rejection.catch(() => {}); // nobody has to look at it
  return rejection;
}

function assertEntry(entry) {
  const known = entry === 'records' || entry === 'never'
    || (entry !== null && typeof entry === 'object' && ['returns', 'resolves', 'rejects', 'throws'].some((key) => Object.hasOwn(entry, key)));
  if (!known) throw new Unscriptable(`unknown script entry: ${stringify(entry).slice(0, 100)}`);
}

/** A script with an entry that the protocol does not know. */
class Unscriptable extends Error {}

module.exports = { scripted, Unscriptable };
