'use strict';
// tt.openAwemeCustomerService (Douyin diamond payment) and tt.canIUse, written from `open-aweme-customer-service`.
//
// The platform is one object whose methods come from the files below and call each other through `this`. A planted
// fault (faults.cjs) replaces one of these methods, so no file here knows of faults.

const answers = require('./answers.cjs');
const callbacks = require('./callbacks.cjs');
const calls = require('./calls.cjs');
const causes = require('./causes.cjs');
const desk = require('./desk.cjs');
const parameters = require('./parameters.cjs');
const prices = require('./prices.cjs');
const readings = require('./readings.cjs');
const versions = require('./versions.cjs');

const flow = {
  apiName() {
    return versions.API;
  },

  serve(request) {
    const refusal = this.firstRefusal(request);
    if (refusal) {
      this.fail(request.callbacks, refusal);
      return;
    }
    if (this.world.host === 'devtools') this.simulate(request);
    else this.pay(request);
  },

  firstRefusal(request) {
    const objections = (names) => names.map((name) => this[name](request)).filter(Boolean);
    const ofParameters = objections(parameters.CHECKS);
    const ofWorld = this.asksTheWorld() ? objections(this.causes()) : [];
    if (ofParameters.length === 0 && this.world.host !== 'devtools') this.useUp(request, 'call');
    switch (this.readings.precedence) {
      case 'login-first':
        return ofWorld[0] ?? ofParameters[0];
      case 'table-order':
        return [...ofParameters, ...ofWorld].sort((a, b) => this.tableIndex(a) - this.tableIndex(b))[0];
      default:
        return ofParameters[0] ?? ofWorld[0];
    }
  },

  /** What the world may have against a deal, in the order in which it is asked. */
  causes() {
    return causes.CHECKS;
  },

  /** The developer tools check parameters only, unless their mock panel plays the world. */
  asksTheWorld() {
    return this.world.host !== 'devtools' || this.readings.devtools === 'mock';
  },
};

const FILES = [answers, callbacks, calls, causes, desk, parameters, prices, versions];
const METHODS = [flow, ...FILES.map((file) => file.methods)];

/**
 * The `tt` of one case. `stage` gives `step`, `shown` and `sent`; `options.readings` chooses readings, and
 * `options.plant` is handed the platform to plant a fault in it.
 */
function createTT(world, stage, options = {}) {
  const platform = Object.assign({}, ...METHODS, {
    world,
    stage,
    readings: readings.choose(options.readings),
    state: { usedIds: new Set(), spent: BigInt(world.spent ?? 0) }, // what the steps of one case share
  });
  options.plant?.(platform);
  const tt = { canIUse: (path) => platform.canIUse(path) };
  if (platform.exists()) tt.openAwemeCustomerService = (given) => platform.open(given);
  return tt;
}

module.exports = { createTT };
