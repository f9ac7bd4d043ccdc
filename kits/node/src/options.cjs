'use strict';
// What `serve` was given, checked and completed.

const { OPERATION: BRIDGE } = require('./bridge.cjs');
const { OPERATION: COMPONENT, pageOf } = require('./component.cjs');

/** The options with their defaults. Throws on what an adapter's author should mend. */
function readOptions(options) {
  const { name, functions = {}, createTT, createBridge, Button, load, stages = [], pins = {} } = options;
  for (const [key, value] of Object.entries({ createTT, createBridge, createPage: options.createPage, Button, load })) {
    if (value !== undefined && typeof value !== 'function') fail(`\`${key}\` is not a function`);
  }
  if (options.createPage && Button) fail('give `createPage` or `Button`, not both');
  if (Button && !isClass(Button)) fail('`Button` is not a class');
  const createPage = options.createPage ?? (Button && pageOf(Button));
  const served = [...Object.keys(functions), ...(createBridge ? [BRIDGE] : []), ...(createPage ? [COMPONENT] : [])];
  const operations = options.operations ?? (createTT ? undefined : served);
  if (typeof name !== 'string' || name === '') fail('`name` is missing');
  if (!Array.isArray(operations)) fail('with `createTT`, name the `operations`');
  if (operations.length === 0) fail('there is no operation');
  for (const operation of operations) {
    if (served.includes(operation)) continue;
    if (operation === BRIDGE) fail(`\`${BRIDGE}\` needs \`createBridge\``);
    if (operation === COMPONENT) fail(`\`${COMPONENT}\` needs \`createPage\` or \`Button\``);
    if (!operation.startsWith('tt.')) fail(`nothing serves the operation ${operation}`);
    if (!createTT) fail(`${operation} needs \`createTT\``);
  }
  return { ...options, createPage, functions, operations, stages, pins, wallClock: wallClock(options) };
}

/** Whether `new` works on it: an arrow function, and a method, is none. Asked without running it. */
function isClass(value) {
  try {
    Reflect.construct(Object, [], value);
    return true;
  } catch {
    return false;
  }
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
