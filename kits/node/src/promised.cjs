'use strict';
// The promise forms of the timer functions, as in `timers/promises`.

/** The members of `timers/promises` over the given timer functions. */
function promised({ setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate }) {
  const abortable = (start, stop, { signal } = {}) => new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(abortError(signal));
      return;
    }
    const onAbort = () => {
      stop(handle);
      reject(abortError(signal));
    };
    const handle = start((value) => {
      signal?.removeEventListener('abort', onAbort);
      resolve(value);
    });
    signal?.addEventListener('abort', onAbort, { once: true });
  });

  const timeout = (delay, value, options) => abortable((done) => setTimeout(done, delay, value), clearTimeout, options);
  const immediate = (value, options) => abortable((done) => setImmediate(done, value), clearImmediate, options);

  return {
    setTimeout: timeout,
    setImmediate: immediate,
    wait: (delay, options) => timeout(delay, undefined, options),
    yield: () => immediate(),

    async* setInterval(delay, value, { signal } = {}) {
      if (signal?.aborted) throw abortError(signal);
      let due = 0;
      let wake = () => {};
      const handle = setInterval(() => {
        due += 1;
        wake();
      }, delay);
      const onAbort = () => wake();
      signal?.addEventListener('abort', onAbort, { once: true });
      try {
        for (;;) {
          if (due === 0 && !signal?.aborted) await new Promise((resolve) => { wake = resolve; });
          if (signal?.aborted) throw abortError(signal);
          for (; due > 0; due -= 1) yield value;
        }
      } finally {
        clearInterval(handle);
        signal?.removeEventListener('abort', onAbort);
      }
    },

    /** `AbortSignal.timeout`. */
    abortAfter(delay) {
      const controller = new AbortController();
      const reason = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
      setTimeout(() => controller.abort(reason), delay);
      return controller.signal;
    },
  };
}

function abortError(signal) {
  const error = new Error('The operation was aborted', { cause: signal.reason });
  return Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' });
}

module.exports = { promised };
