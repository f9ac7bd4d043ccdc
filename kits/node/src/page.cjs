'use strict';
// What every page with the button shares, whoever plays the other side: its input, its handlers, and actions that may be promised.

const ignore = () => {};
const isObject = (value) => value !== null && typeof value === 'object';

/**
 * The page that `input` describes, ready to be handed over, or undefined where it cannot be read: then the case is skipped.
 * The properties are a copy, so that an implementation may do with them what it likes.
 */
function readPage(input, run) {
  const { properties = {}, handlers = {} } = input ?? {};
  if (isObject(properties) && isObject(handlers)) return { properties: { ...properties }, handlers: watched(handlers) };
  return run.skip('cannot read the input: properties or handlers');
}

/**
 * Does `action`; gives `{ value }`, what it returned or what its promise holds, once everything is quiet. Undefined where the
 * promise never settled, and where it broke, which is `threw`.
 */
async function settled(clock, run, action) {
  let given; // in a box: a value with a `then` of its own would be waited for, perhaps for ever
  const gives = (value) => { given = { value }; };
  const broke = (error) => run.threw(error);
  await clock.settle(run, () => attempt(action, { returns: gives, resolves: gives, rejects: broke, throws: broke }));
  return given;
}

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
  const outcome = new Promise((resolve, reject) => { then.call(value, (inner) => resolve({ inner }), reject); });
  outcome.then(({ inner }) => resolves(inner), rejects).catch(ignore);
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
  // Read no earlier than it is recorded: a getter that throws is named there, and is no error of the handler.
  return hasDetail(event) ? { get detail() { return event.detail; } } : event;
}

function hasDetail(event) {
  try {
    return isObject(event) && 'detail' in event;
  } catch {
    return false;
  }
}

module.exports = { isObject, readPage, settled, attempt };
