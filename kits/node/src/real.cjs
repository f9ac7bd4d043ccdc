'use strict';
// The originals of what the kit replaces. Loaded first, so that the kit itself never runs on its own virtual clock.

const { setTimeout, clearTimeout, clearInterval, setImmediate, clearImmediate, Date, process } = globalThis;
const { bigint } = process.hrtime;

// Real milliseconds. Not `performance.now`: in Node 18 it asks `process.hrtime`, which the kit replaces.
const now = () => Number(bigint()) / 1e6;
const exit = process.exit.bind(process);
const sleep = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

module.exports = { setTimeout, clearTimeout, clearInterval, setImmediate, clearImmediate, Date, now, exit, sleep };
