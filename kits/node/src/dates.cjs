'use strict';
// `Date`, `performance.now` and `process.hrtime` on a timeline.

const real = require('./real.cjs');

/** Replaces what tells the time in this process. */
function installDates(timeline) {
  globalThis.Date = virtualDate(timeline);
  const elapsed = () => timeline.now - timeline.epoch;
  define(performance, 'now', elapsed);
  define(performance, 'timeOrigin', timeline.epoch);
  define(process, 'hrtime', Object.assign((since = [0, 0]) => difference(elapsed(), since), {
    bigint: () => BigInt(elapsed()) * 1_000_000n,
  }));
}

function virtualDate(timeline) {
  function Date(...values) {
    if (!new.target) return new real.Date(timeline.now).toString();
    return Reflect.construct(real.Date, values.length > 0 ? values : [timeline.now], new.target);
  }
  define(Date, 'length', real.Date.length);
  define(Date, 'now', () => timeline.now);
  define(Date, 'parse', real.Date.parse);
  define(Date, 'UTC', real.Date.UTC);
  // One prototype for both, so that every date is an instance of either.
  Date.prototype = real.Date.prototype;
  define(Date.prototype, 'constructor', Date);
  return Date;
}

function difference(milliseconds, [seconds, nanoseconds]) {
  const total = milliseconds * 1e6 - (seconds * 1e9 + nanoseconds);
  return [Math.floor(total / 1e9), total - Math.floor(total / 1e9) * 1e9];
}

const define = (object, key, value) => Object.defineProperty(object, key, { value, writable: true, configurable: true });

module.exports = { installDates };
