'use strict';
// Waits until nothing real is under way: no microtask, no `nextTick`, no work on a thread, no socket that is read.
//
// Node says so itself: it emits `beforeExit` when its event loop is empty. The kit lets go of standard input while a case
// runs, so an empty loop means that the implementation waits for nothing but the virtual clock.

const real = require('./real.cjs');

const PATIENCE = 500; // real milliseconds that a turn waits for what may be a lasting handle
const STRIKES = 3; // turns in a row that waited in vain, after which no turn waits

let wake; // ends the turn that waits
let strikes = 0;

process.on('beforeExit', () => {
  strikes = 0;
  wake?.();
});

/** Does `action` as a task of its own, as a real timer or a message would, and waits for all that follows from it. */
function turn(action) {
  return new Promise((resolve) => {
    real.setImmediate(() => {
      action();
      follow(resolve);
    });
  });
}

function follow(resolve) {
  // An implementation with a lasting handle, such as a server, never leaves the loop empty: then one round has to do.
  if (strikes >= STRIKES) {
    real.setImmediate(resolve);
    return;
  }
  const patience = real.setTimeout(outOfPatience, PATIENCE);
  patience.unref();
  wake = () => {
    wake = undefined;
    real.clearTimeout(patience);
    resolve();
  };
}

function outOfPatience() {
  strikes += 1;
  if (strikes === STRIKES) {
    process.stderr.write('paystone-kit: the implementation keeps a handle open; real input and output is no longer waited for (see --wall-clock)\n');
  }
  wake?.();
}

module.exports = { turn };
