'use strict';
// What `serve` was given, checked and completed.

const { OPERATION: BRIDGE } = require('./bridge.cjs');

/** The options with their defaults. Throws on what an adapter's author should mend. */
function readOptions(options) {
  const { name, functions = {}, createTT, createBridge, load, stages = [], pins = {} } = options;
  const operations = options.operations ?? (createTT ? undefined : [...Object.keys(functions), ...(createBridge ? [BRIDGE] : [])]);
  if (typeof name !== 'string' || name === '') fail('`name` is missing');
  if (!Array.isArray(operations)) fail('with `createTT`, name the `operations`');
  if (operations.length === 0) fail('there is no operation');
  for (const [key, value] of Object.entries({ createTT, createBridge, load })) {
    if (value !== undefined && typeof value !== 'function') fail(`\`${key}\` is not a function`);
  }
  for (const operation of operations) {
    if (Object.hasOwn(functions, operation)) continue;
    if (operation === BRIDGE && createBridge) continue;
    if (operation === BRIDGE) fail(`${BRIDGE} needs \`createBridge\``);
    if (!operation.startsWith('tt.')) fail(`nothing serves the operation ${operation}`);
    if (!createTT) fail(`${operation} needs \`createTT\``);
  }
  return { ...options, functions, operations, stages, pins, wallClock: wallClock(options) };
}

/** Milliseconds of quiet in real time, or undefined for the virtual clock. The command line wins, then the environment. */
function wallClock(options) {
  const { argv, env } = process;
  const flag = argv.indexOf('--wall-clock');
  const joined = argv.find((word) => word.startsWith('--wall-clock='));
  const given = joined?.slice('--wall-clock='.length) ?? (flag >= 0 ? argv[flag + 1] ?? '' : env.PAYSTONE_WALL_CLOCK || options.wallClock);
  if (given === undefined) return undefined;
  const milliseconds = given === '' ? NaN : Number(given);
  if (!(milliseconds > 0)) fail(`the wall clock needs a number of milliseconds, not ${JSON.stringify(given)}`);
  return milliseconds;
}

function fail(why) {
  throw new TypeError(`paystone-kit: ${why}`);
}

module.exports = { readOptions };
