'use strict';
// tt.pay, the cashier of the mini program and the direct payment by WeChat or Alipay, written from `tt-pay`.
//
// Like the platform of diamond payment, the cashier is one object whose methods come from the files of this folder (and
// from those that both share) and call each other through `this`. A planted fault replaces one of these methods.

const callbacks = require('../callbacks.cjs');
const calls = require('../calls.cjs');
const readings = require('../readings.cjs');
const { createSigner } = require('../sign.cjs');
const { compareVersions, supports } = require('../versions.cjs').methods;
const answers = require('./answers.cjs');
const desk = require('./desk.cjs');
const direct = require('./direct.cjs');
const fields = require('./fields.cjs');
const hosts = require('./hosts.cjs');
const options = require('./options.cjs');
const orders = require('./orders.cjs');
const status = require('./status.cjs');
const urls = require('./urls.cjs');
const wallets = require('./wallets.cjs');

const flow = {
  compareVersions,
  supports,

  apiName() {
    return answers.API;
  },

  /** The title of the document says 1.19.4, its table of options 1.19.0. */
  methodSince() {
    return this.readings['pay-minimum'];
  },

  serve(request) {
    const refusal = this.firstRefusal(request);
    this.rememberOrder(request, 'call');
    if (refusal) {
      this.fail(request.callbacks, refusal);
      return;
    }
    this.rememberOrder(request, 'accepted');
    if (this.opensDesk(request)) this.openDesk(request);
    else this.payDirectly(request);
  },

  /** "service=3|4 ... 不拉起小程序收银台" */
  opensDesk({ service }) {
    return service === 1;
  },

  firstRefusal(request) {
    const objections = (names) => names.map((name) => this[name](request)).filter(Boolean);
    const ofParameters = objections(this.parameterChecks());
    const ofWorld = objections(hosts.CHECKS);
    return this.readings.precedence === 'login-first' ? ofWorld[0] ?? ofParameters[0] : ofParameters[0] ?? ofWorld[0];
  },

  /** orderInfo stands first in the table of options. */
  parameterChecks() {
    const ofOrder = [...fields.CHECKS, ...urls.CHECKS, ...orders.CHECKS];
    return this.readings.precedence === 'table-order'
      ? ['noOrderInfo', ...ofOrder, ...options.CHECKS]
      : [...options.CHECKS, 'noOrderInfo', ...ofOrder];
  },
};

const FILES = [callbacks, calls, answers, desk, direct, fields, hosts, options, orders, status, urls, wallets];
const METHODS = [...FILES.map((file) => file.methods), flow];

/**
 * The `tt` of one case, as far as the cashier goes. `stage` gives `step` and `shown`; `given.readings` chooses readings,
 * and `given.plant` is handed the cashier to plant a fault in it.
 */
function createCashier(world, stage, given = {}) {
  const cashier = Object.assign({}, ...METHODS, {
    world,
    stage,
    readings: readings.choose(given.readings),
    signer: createSigner({ readings: given.readings }),
    state: { tradeTimes: new Map(), paid: new Set() }, // what the steps of one case share, by out_order_no
  });
  given.plant?.(cashier);
  return cashier.exists() ? { pay: (input) => cashier.open(input) } : {};
}

module.exports = { createCashier };
