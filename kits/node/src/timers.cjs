'use strict';
// Node's timer functions on a timeline, as global names and in the modules `timers` and `timers/promises`.

const timers = require('node:timers');
const timersPromises = require('node:timers/promises');
const { syncBuiltinESMExports } = require('node:module');
const { promisify } = require('node:util');
const real = require('./real.cjs');
const { promised } = require('./promised.cjs');

const MAX_DELAY = 2 ** 31 - 1;

/** Replaces the timer functions of this process. `uncaught(error)` hears of what a timer's function throws. */
function installTimers(timeline, uncaught) {
  const functions = timerFunctions(timeline, uncaught);
  const promises = promised(functions);
  Object.defineProperty(functions.setTimeout, promisify.custom, { enumerable: true, value: promises.setTimeout });
  Object.defineProperty(functions.setImmediate, promisify.custom, { enumerable: true, value: promises.setImmediate });
  Object.assign(globalThis, functions);
  Object.assign(timers, functions);
  Object.assign(timersPromises, { setTimeout: promises.setTimeout, setImmediate: promises.setImmediate, setInterval: promises.setInterval });
  Object.assign(timersPromises.scheduler, { wait: promises.wait, yield: promises.yield });
  AbortSignal.timeout = promises.abortAfter;
  syncBuiltinESMExports(); // for `import { setTimeout } from 'node:timers'`
}

function timerFunctions(timeline, uncaught) {
  const byNumber = new Map(); // timers that were turned into a number
  let lastNumber = 0;

  class Timer {
    constructor(callback, values, delay, repeats) {
      if (typeof callback !== 'function') {
        throw Object.assign(new TypeError('The "callback" argument must be of type function.'), { code: 'ERR_INVALID_ARG_TYPE' });
      }
      Object.assign(this, { callback, values, delay, repeats, referenced: true, cleared: false, due: 0 });
      timeline.add(this, delay);
    }

    fire() {
      try {
        this.callback(...this.values);
      } catch (error) {
        uncaught(error);
      }
      if (this.repeats) this.refresh();
      else byNumber.delete(this.number);
    }

    // On the virtual clock a timer fires whether it is referenced or not.
    ref() {
      this.referenced = true;
      return this;
    }

    unref() {
      this.referenced = false;
      return this;
    }

    hasRef() {
      return this.referenced;
    }

    /** As in Node: a timer that has fired starts again, one that was cleared does not. */
    refresh() {
      timeline.remove(this);
      if (!this.cleared) timeline.add(this, this.delay);
      return this;
    }

    close() {
      clear(this);
      return this;
    }

    [Symbol.toPrimitive]() {
      if (this.number === undefined) {
        lastNumber += 1;
        this.number = lastNumber;
        byNumber.set(this.number, this);
      }
      return this.number;
    }
  }
  if (Symbol.dispose) Timer.prototype[Symbol.dispose] = function dispose() { clear(this); };

  function clear(timer) {
    timer.cleared = true;
    timeline.remove(timer);
    byNumber.delete(timer.number);
  }

  /** A clear function. A timer from before the virtual clock goes to the original. */
  const clearWith = (original) => (handle) => {
    const timer = handle instanceof Timer ? handle : byNumber.get(Number.parseInt(String(handle), 10));
    if (timer) clear(timer);
    else original(handle);
  };

  return {
    setTimeout: (callback, delay, ...values) => new Timer(callback, values, milliseconds(delay), false),
    setInterval: (callback, delay, ...values) => new Timer(callback, values, milliseconds(delay), true),
    setImmediate: (callback, ...values) => new Timer(callback, values, 0, false),
    clearTimeout: clearWith(real.clearTimeout),
    clearInterval: clearWith(real.clearInterval),
    clearImmediate: clearWith(real.clearImmediate),
  };
}

/** A delay as Node reads it: anything odd is one millisecond. */
function milliseconds(delay) {
  const number = delay * 1; // throws for a symbol and a bigint, as Node does
  return number >= 1 && number <= MAX_DELAY ? Math.trunc(number) : 1;
}

module.exports = { installTimers };
