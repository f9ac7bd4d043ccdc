'use strict';
// Bridges that each do one thing that the kit has to see. The property `how` says which; without it the bridge is faithful.
const { serve } = require('../../index.cjs');

const faithful = (properties, handlers) => ({ properties, handlers });
const wrap = (handlers, around) => Object.fromEntries(Object.entries(handlers).map(([name, handler]) => [name, around(handler, name)]));
const answering = (value) => (properties) => ({ properties, handlers: { ask: () => value() } });
const nested = (depth) => (depth === 0 ? 'end' : { in: nested(depth - 1) });

const HOWS = {
  dropping: (properties, handlers) => faithful(properties, wrap(handlers, (handler) => (event) => { handler(event); })),
  undeclaring: (properties, { pay, ...handlers }) => faithful(properties, handlers),
  late: (properties, handlers) => new Promise((resolve) => { setTimeout(() => resolve(faithful(properties, handlers)), 1000); }),
  filling: (properties, handlers) => {
    const native = faithful({}, handlers);
    setTimeout(() => { native.properties = { ...properties, how: 'set later' }; }, 16);
    return native;
  },
  decorating: (properties, handlers) => faithful(properties, wrap(handlers, (handler, name) => (event) => handler({ type: name, target: new Map(), ...event }, 'more'))),
  bare: (properties, handlers) => faithful(properties, wrap(handlers, (handler) => () => handler())),
  deferring: (properties, handlers) => faithful(properties, wrap(handlers, (handler) => (event) => { setTimeout(() => handler(event), 10); })),
  nothing: () => undefined,
  throws: () => { throw new Error('no page'); },
  rejects: () => Promise.reject(new Error('no page yet')),
  never: () => new Promise(() => {}),
  cyclic: answering(() => { const value = {}; value.self = value; return Promise.resolve(value); }),
  deep: answering(() => nested(100)),
  odd: answering(() => new Map()),
  thenable: answering(() => ({ then(resolve) { setTimeout(() => { resolve('first'); resolve('second'); }, 60_000); } })),
  trap: answering(() => ({ get then() { throw new Error('do not look'); } })),
  crash: answering(() => { setTimeout(() => { throw new Error('in a timer'); }, 10); }),
};

serve({
  name: 'bridge', version: '1.0.0', stages: ['os'],
  createBridge(world, stage) {
    if (world.os === 'ios') stage.skip('no button here');
    return { render: (properties, handlers) => (HOWS[properties.how] ?? faithful)(properties, handlers) };
  },
});
