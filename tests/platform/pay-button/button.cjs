'use strict';
// The component <pay-button>, written from `pay-button`.
//
// Like the cashier, it is one object whose methods come from the files of this folder (and from those that it shares) and
// call each other through `this`. A planted fault replaces one of these methods. What belongs to the button of one step is
// in the `button` that they hand each other: what the page gave, what the button shows, the page that is open.

const { invoke } = require('../callbacks.cjs').methods;
const readings = require('../readings.cjs');
const { compareVersions, supports } = require('../versions.cjs').methods;
const buying = require('./buying.cjs');
const desk = require('./desk.cjs');
const errors = require('./errors.cjs');
const goods = require('./goods.cjs');
const handlers = require('./handlers.cjs');
const labels = require('./labels.cjs');
const orderPage = require('./order-page.cjs');
const properties = require('./properties.cjs');
const refund = require('./refund.cjs');
const refundExtra = require('./refund-extra.cjs');
const texts = require('./texts.cjs');

const SINCE = '2.43.0.0';

/** What the button of an order displays, by order-status. */
const DISPLAYS = ['pay', 'refund', 'refunding', 'refunded', 'refund_failed'];

const flow = {
  compareVersions,
  supports,
  invoke,

  /** "基础库 2.43.0.0 开始支持本组件" */
  componentSince() {
    return SINCE;
  },

  attach(given, bound) {
    const button = this.read(given, bound);
    this.start(button);
    return { tap: () => this.tap(button), submit: (form) => this.submit(button, form) };
  },

  start(button) {
    button.exists = this.supports(this.componentSince());
    if (!button.exists) {
      this.startTooEarly(button);
      return;
    }
    button.faults = this.attachFaults(button);
    if (button.faults.length > 0) this.tellAtAttach(button);
    else if (button.mode === 2) this.startBuying(button);
    else this.display(button, DISPLAYS[button.status]);
  },

  /** An unknown element is empty and throws nothing. Where it says something, the table has no code for it. */
  startTooEarly(button) {
    if (this.readings['below-minimum'] === 'fails') this.notify(button, 'error', { errMsg: 'base library too old' });
  },

  attachFaults(button) {
    const faults = this.propertyFaults(button);
    const worldFirst = faults.length > 0 && button.mode === 2 && this.readings.precedence === 'login-first';
    return worldFirst ? [...this.abilityOf(button).faults, ...faults] : faults;
  },

  tellAtAttach(button) {
    if (this.readings['button-error-at'] !== 'tap') this.tellFaults(button, button.faults);
  },

  tellAtTap(button) {
    if (this.readings['button-error-at'] !== 'attach') this.tellFaults(button, button.faults);
  },

  display(button, state) {
    button.shows = state;
    this.stage.shown({ button: state });
  },

  tap(button) {
    if (!button.exists) return;
    if (button.faults.length > 0) {
      this.tellAtTap(button);
      return;
    }
    if (!this.isBusy(button)) this.run(button);
  },

  /** A tap while the one before it still goes on. */
  isBusy(button) {
    return button.busy === true && this.readings['second-tap'] === 'ignored';
  },

  async run(button) {
    button.busy = true;
    await this.lead(button);
    button.busy = false;
  },

  /** "效果示例": where a tap leads. */
  lead(button) {
    if (button.mode === 2) return this.buy(button);
    if (button.status === 0) return this.continuePayment(button);
    return button.status === 1 ? this.askForRefund(button) : this.openRefundDetail(button);
  },

  submit(button, form) {
    button.page?.submit(form);
  },
};

const FILES = [texts, errors, handlers, properties, goods, labels, buying, orderPage, desk, refund, refundExtra];
const METHODS = [...FILES.map((file) => file.methods), flow];

/**
 * The page of one case. `stage` gives `step`, `shown` and `sent`; `given.readings` chooses readings, and `given.plant` is
 * handed the button to plant a fault in it.
 */
function createPage(world, stage, given = {}) {
  const component = Object.assign({}, ...METHODS, {
    world,
    stage,
    readings: readings.choose(given.readings),
    state: { refunded: new Map([['item-1', world.item_1_refunded]]) }, // what the steps of one case share, by item order
  });
  given.plant?.(component);
  return { attach: (set, bound) => component.attach(set, bound) };
}

module.exports = { createPage };
