'use strict';
// A framework's side of <pay-button>: it hands what a page sets and binds to the native component, and hands back what
// the page's methods return. The methods call each other through `this`, so that a planted fault replaces one of them.

/** The properties and the events of the component, from the table of properties (`bind:` left out). */
const PROPERTIES = [
  'mode', 'goods-id', 'goods-type', 'order-status', 'order-id', 'refund-id', 'refund-total-amount', 'biz-line', 'marketing-ready',
];
const EVENTS = ['getextensionpath', 'getgoodsinfo', 'placeorder', 'error', 'applyrefund', 'refund', 'pay'];

const methods = {
  render(properties, handlers) {
    return { properties: this.attributes(properties), handlers: this.listeners(handlers) };
  },

  attributes(properties) {
    const set = this.knownProperties().filter((name) => properties[name] !== undefined);
    return Object.fromEntries(set.map((name) => [name, this.attribute(properties[name], name)]));
  },

  knownProperties() {
    return PROPERTIES;
  },

  attribute(value) {
    return value;
  },

  listeners(handlers) {
    const bound = this.knownEvents().filter((name) => typeof handlers[name] === 'function');
    return Object.fromEntries(bound.map((name) => [name, (event) => this.dispatch(handlers[name], event, name)]));
  },

  knownEvents() {
    return EVENTS;
  },

  dispatch(handler, event, name) {
    return this.answer(handler(this.eventFor(event, name)), name);
  },

  eventFor(event) {
    return event;
  },

  answer(value) {
    return value;
  },
};

function createBridge(given = {}) {
  const bridge = { ...methods };
  given.plant?.(bridge);
  return { render: (properties, handlers) => bridge.render(properties, handlers) };
}

module.exports = { createBridge };
