'use strict';
// The operation `pay-button.bridge`: a framework renders a page that uses the button, and the kit plays the native component.

const { messageOf } = require('./text.cjs');

const OPERATION = 'pay-button.bridge';
const ignore = () => {};
const isObject = (value) => value !== null && typeof value === 'object';

/** Renders the page of `input`, shows what reached the native component, and fires the events of `input` on it, one after another. */
async function callBridge({ clock }, bridge, input, run) {
  const { properties = {}, handlers = {}, fires = [] } = input ?? {};
  if (!isObject(properties) || !isObject(handlers) || !Array.isArray(fires) || !fires.every(isObject)) {
    run.skip('cannot read the input: properties, handlers or fires');
    return;
  }
  const native = await render(clock, bridge, { ...properties }, watched(handlers), run);
  if (run.ending || native === undefined || native === null) return;
  run.event('{"shown":', { get native() { return native.properties; } });
  for (const { event, detail } of fires) {
    if (run.ending) return;
    await fire(clock, native.handlers, event, detail, run);
  }
}

/** What the bridge renders, once everything is quiet; undefined where it renders nothing. */
async function render(clock, bridge, properties, handlers, run) {
  let native;
  const rendered = (value) => { native = value; };
  const broke = (error) => run.threw(error);
  await clock.settle(run, () => attempt(() => bridge.render(properties, handlers), { returns: rendered, resolves: rendered, rejects: broke, throws: broke }));
  return native;
}

/** Fires one event, and tells what the native component got back for it. */
async function fire(clock, handlers, event, detail, run) {
  const handler = isObject(handlers) && Object.hasOwn(handlers, event) ? handlers[event] : undefined;
  if (typeof handler !== 'function') {
    run.event('{"sent":', { to: 'native', event });
    return;
  }
  let told = false;
  // The name of the entry and its value are written apart: an answer is never taken for a value of its own.
  const tell = (name) => (value) => {
    told = true;
    run.event(`${sentHead(event)}"answer":{"${name}":`, value, '}}}');
  };
  await clock.settle(run, () => attempt(() => handler({ detail }), {
    returns: tell('returns'), resolves: tell('resolves'), rejects: tell('rejects'), throws: (error) => tell('throws')(messageOf(error)),
  }));
  if (!told && !run.ending) run.record(`${sentHead(event)}"answer":"never"}}`);
}

const sentHead = (event) => `{"sent":{"to":"native","event":${JSON.stringify(event)},`;

/** Does `action` and tells by one of `ends` how it ended. What has a `then` is a promise, whoever made it. */
function attempt(action, { returns, resolves, rejects, throws }) {
  let value;
  let then;
  try {
    value = action();
    then = isObject(value) || typeof value === 'function' ? value.then : undefined;
  } catch (error) {
    throws(error);
    return;
  }
  if (typeof then !== 'function') {
    returns(value);
    return;
  }
  // In a box: what a promise is resolved with is told as it is, even if it has a `then` itself.
  const settled = new Promise((resolve, reject) => { then.call(value, (inner) => resolve({ inner }), reject); });
  settled.then(({ inner }) => resolves(inner), rejects).catch(ignore);
}

/** The handlers, with each invocation recorded by what the documents name of the event: its `detail`. */
function watched(handlers) {
  const entries = Object.entries(handlers).map(([name, handler]) => [name, typeof handler === 'function' ? seen(handler) : handler]);
  return Object.fromEntries(entries);
}

function seen(handler) {
  const wrapper = (...values) => handler(...values.slice(0, 1).map(documented));
  return Object.defineProperty(wrapper, 'name', { value: handler.name, configurable: true });
}

/** Frameworks and base libraries add a good deal to an event, which differs from one to the next. */
function documented(event) {
  return isObject(event) && 'detail' in event ? { detail: event.detail } : event;
}

module.exports = { OPERATION, callBridge };
