'use strict';
// One case from its message to its reply.

const { types } = require('node:util');
const { decode, Unreadable } = require('./values.cjs');
const { Unscriptable } = require('./scripts.cjs');
const { stageOf } = require('./stage.cjs');
const { stackOf } = require('./text.cjs');
const { attempt } = require('./page.cjs');
const { OPERATION: BRIDGE, callBridge } = require('./bridge.cjs');
const { OPERATION: COMPONENT, callComponent, userOf } = require('./component.cjs');

const ignore = () => {};

// What an implementation plugs in, made once per case, and the method that it has to have.
const MADE = { tt: { how: 'createTT' }, bridge: { how: 'createBridge', method: 'render' }, component: { how: 'createPage', method: 'attach' } };

/** Runs the case of `message` on `run`. `kit` holds the options, the worlds and the clock. */
async function perform(kit, message, run) {
  const { world, steps } = message;
  const unknown = steps.find((step) => !kit.operations.has(step.operation));
  if (unknown) return run.skip(`unknown operation: ${unknown.operation}`);
  const fact = kit.worlds.unstageable(world);
  if (fact !== undefined) return run.skip(`cannot stage: ${fact}`);

  const inputs = readInputs(steps, run);
  if (run.ending) return undefined;
  kit.clock.reset();
  const scene = { world: kit.worlds.complete(world), stage: stageOf(run) };
  const users = steps.map((_, index) => userOf(scene.world, index));
  const kinds = steps.map(({ operation }) => kindOf(kit, operation));
  for (const kind of Object.keys(MADE)) {
    if (kinds.includes(kind) && !run.ending) await create(kind, kit, scene, run);
  }
  for (let index = 0; index < steps.length && !run.ending; index += 1) {
    const input = inputs[index];
    run.begin(index);
    if (kinds[index] === 'bridge') await callBridge(kit, scene.bridge, input, run);
    else if (kinds[index] === 'component') await callComponent(kit, scene.component, input, run, users[index]);
    else await kit.clock.settle(run, () => call(kit, scene, steps[index].operation, input, run));
    kit.clock.drop();
  }
  return undefined;
}

/** How an operation is served. A function of that name goes first. */
function kindOf(kit, operation) {
  if (Object.hasOwn(kit.functions, operation)) return 'function';
  if (operation === BRIDGE) return 'bridge';
  return operation === COMPONENT ? 'component' : 'tt';
}

function readInputs(steps, run) {
  try {
    return steps.map((step) => decode(step.input, run));
  } catch (error) {
    if (!(error instanceof Unreadable || error instanceof Unscriptable || error instanceof RangeError)) throw error;
    return run.skip(`cannot read the input: ${error.message}`);
  }
}

/** Makes what the implementation plugs in for this case, a promise of it included. It is of no use without its `method`. */
async function create(kind, kit, scene, run) {
  const { how, method } = MADE[kind];
  let outcome;
  const gives = (value) => { outcome = () => value; };
  const breaks = (error) => { outcome = () => { throw error; }; };
  attempt(() => kit[how](scene.world, scene.stage), { returns: gives, resolves: gives, rejects: breaks, throws: breaks });
  if (!outcome) await kit.clock.settle(run, ignore);
  try {
    if (!outcome) throw new Error(`the promise of ${how} never settled`);
    const made = outcome();
    if (made === undefined || made === null) throw new TypeError(`${how} gave ${made}`);
    if (method !== undefined && typeof made[method] !== 'function') throw new TypeError(`what ${how} gave has no function \`${method}\``);
    scene[kind] = made;
  } catch (error) {
    run.blame(how, stackOf(error), error);
  }
}

function call(kit, scene, operation, input, run) {
  try {
    if (Object.hasOwn(kit.functions, operation)) callFunction(kit, scene, operation, input, run);
    else callTT(scene.tt, operation.slice('tt.'.length), input, run);
  } catch (error) {
    run.threw(error);
  }
}

/** The result of a function is awaited: what counts is the value. */
function callFunction(kit, { world, stage }, operation, input, run) {
  const result = kit.functions[operation](input, world, stage);
  if (types.isPromise(result)) result.then((value) => run.event('{"returned":', value), (error) => run.threw(error));
  else run.event('{"returned":', result);
}

/** The result of a call stands as it is, a promise as a promise: callers of `tt` look at callbacks. */
function callTT(tt, name, input, run) {
  if (typeof tt[name] !== 'function') throw new TypeError(`tt.${name} is not a function`);
  const result = tt[name](input);
  if (types.isPromise(result)) result.then(ignore, ignore);
  run.event('{"returned":', result);
}

module.exports = { perform };
