'use strict';
// The two clocks that a case can run on. Both can `reset` for a case, do an action and `settle` until nothing more
// happens, `drop` the timers that a step leaves, and go along `during` the loading of the implementation.

const real = require('./real.cjs');
const { turn } = require('./turn.cjs');
const { Timeline } = require('./timeline.cjs');
const { installTimers } = require('./timers.cjs');
const { installDates } = require('./dates.cjs');

const EPOCH = Date.UTC(2024, 0, 1);
const HORIZON = 30 * 24 * 3600 * 1000; // virtual time that one step may take
const MAX_FIRINGS = 10000;

/** Time that passes as soon as there is nothing else to do. */
class VirtualClock {
  constructor(uncaught) {
    this.timeline = new Timeline(EPOCH);
    installTimers(this.timeline, uncaught);
    installDates(this.timeline);
  }

  reset() {
    this.timeline.reset();
  }

  /** Fires what is due, one timer at a time, within bounds: an interval that never ends is no error. */
  async settle(run, action) {
    const end = this.timeline.now + HORIZON;
    const fire = () => this.timeline.fireNext();
    await turn(action);
    for (let firings = 0; firings < MAX_FIRINGS && !run.ending && this.timeline.isDue(end); firings += 1) await turn(fire);
  }

  /** Ends a step. Its timers lasted from one action to the next, and go no further. */
  drop() {
    this.timeline.waiting = [];
  }

  /** Loading reads files, in real time: meanwhile the virtual clock goes at the real pace. */
  async during(promise) {
    let open = true;
    const close = () => { open = false; };
    promise.then(close, close);
    const start = real.now();
    while (open) {
      await real.sleep(1);
      const now = EPOCH + Math.floor(real.now() - start);
      while (this.timeline.isDue(now)) this.timeline.fireNext();
      this.timeline.now = now;
    }
    return promise;
  }
}

/** Real time: quiet is when no event has come for some milliseconds. */
class WallClock {
  constructor(quiet) {
    this.quiet = quiet;
  }

  reset() {}

  drop() {}

  async settle(run, action) {
    action();
    run.touched = real.now();
    while (!run.ending) {
      const left = this.quiet - (real.now() - run.touched);
      if (left <= 0) return;
      await real.sleep(Math.ceil(left));
    }
  }

  during(promise) {
    return promise;
  }
}

module.exports = { VirtualClock, WallClock };
