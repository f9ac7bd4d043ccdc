'use strict';
// The operation `pay-button.bridge`: a framework renders a page that uses the button, and the kit plays the native component.

const { isObject, readPage, settled, attempt } = require('./page.cjs');
const { messageOf } = require('./text.cjs');

const OPERATION = 'pay-button.bridge';

/** Renders the page of `input`, shows what reached the native component, and fires the events of `input` on it, one after another. */
async function callBridge({ clock }, bridge, input, run) {
  const given = readPage(input, run);
  if (!given) return;
  const { fires = [] } = input ?? {};
  if (!Array.isArray(fires) || !fires.every(isObject)) {
    run.skip('cannot read the input: fires');
    return;
  }
  const rendered = await settled(clock, run, () => bridge.render(given.properties, given.handlers));
  const native = rendered?.value;
  if (run.ending || native === undefined || native === null) return;
  run.event('{"shown":', { get native() { return native.properties; } });
  for (const { event, detail } of fires) {
    if (run.ending) return;
    await fire(clock, native.handlers, event, detail, run);
  }
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

module.exports = { OPERATION, callBridge };
