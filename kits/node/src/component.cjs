'use strict';
// The operation `pay-button`: a page attaches the component, and the kit plays the page's methods and the user.

const { readPage, settled, attempt } = require('./page.cjs');

const OPERATION = 'pay-button';
const PHONE = '13800000000'; // of the form that a phone number has; it is nobody's to the kit
const ignore = () => {};
const TAPS = { waits: 0, taps: 1, taps_twice: 2, submits: 1 };

/**
 * What the user does in the step `step` of this world. Read it before an implementation gets hold of the world, which it may
 * change. Undefined: something that this kit does not know.
 */
function userOf(world, step) {
  const { button_user: users, order_quantity: quantity, gives_phone: givesPhone } = world;
  const user = Array.isArray(users) ? users[Math.min(step, users.length - 1)] : undefined;
  if (typeof user !== 'string' || !Object.hasOwn(TAPS, user)) return undefined;
  const form = { quantity: quantity ?? undefined, phoneNumber: givesPhone === false ? undefined : PHONE };
  return { taps: TAPS[user], form: user === 'submits' ? form : undefined };
}

/** Attaches the button of `input` to the page, and lets `user` act on it. All is quiet before the user does the next thing. */
async function callComponent({ clock }, page, input, run, user) {
  if (user === undefined) {
    run.skip('cannot stage: button_user');
    return;
  }
  const given = readPage(input, run);
  if (!given) return;
  const attached = await settled(clock, run, () => page.attach(given.properties, given.handlers));
  const button = attached?.value;
  if (run.ending || button === undefined || button === null || !canAct(button, user, run)) return;
  if (user.taps > 0) await clock.settle(run, () => times(user.taps, () => act(() => button.tap(), run)));
  if (user.form && !run.ending) await clock.settle(run, () => act(() => button.submit({ ...user.form }), run));
}

/** Whether the button has what the user needs. Without it the adapter is unfinished, which says nothing of the component. */
function canAct(button, { form }, run) {
  try {
    const missing = ['tap', ...(form ? ['submit'] : [])].find((name) => typeof button[name] !== 'function');
    if (missing !== undefined) run.fault('adapter', `the button that was attached has no function \`${missing}\``);
    return missing === undefined;
  } catch (error) {
    run.threw(error);
    return false;
  }
}

/** An action of the user. What it returns is of no interest; what it throws, or its promise rejects with, is `threw`. */
function act(action, run) {
  const broke = (error) => run.threw(error);
  attempt(action, { returns: ignore, resolves: ignore, rejects: broke, throws: broke });
}

function times(count, action) {
  for (let n = 0; n < count; n += 1) action();
}

/** The page that makes a `Button` for each step. */
const pageOf = (Button) => (world, stage) => ({ attach: (properties, handlers) => new Button(world, properties, handlers, stage) });

module.exports = { OPERATION, callComponent, pageOf, userOf };
