'use strict';
// Buttons that each do one thing that the kit has to see or survive. The property `how` says which.
const { serve } = require('../../index.cjs');

const DAY = 86_400_000;
const nested = (depth) => (depth === 0 ? 'end' : { in: nested(depth - 1) });
const doubled = (levels) => (levels === 0 ? 1 : ((half) => [half, half])(doubled(levels - 1))); // small to hold, endless to write
const cyclic = () => { const value = {}; value.self = value; return value; };
const fail = (text) => () => { throw new Error(text); };
const later = (action, delay = 1000) => { setTimeout(action, delay); };
const tapping = (tap) => ({ tap, submit() {} });
const kept = []; // against the rules: what one case leaves behind for the next

// What each does when it is attached, and the button that it gives; without one it is a button that does no more.
const HOWS = {
  actions: ({ stage }) => ({ tap: () => stage.shown({ did: 'tap' }), submit: (form) => stage.shown({ did: 'submit', form }) }),
  slow: ({ stage }) => ({
    tap: () => new Promise((resolve) => { stage.shown({ did: 'tap' }); later(() => { stage.shown({ did: 'tap again' }); resolve(); }); }),
    submit: () => stage.shown({ did: 'submit' }),
  }),
  memory: ({ world, stage }) => {
    world.attached = (world.attached ?? 0) + 1;
    world.button_user.length = 0; // a component may spoil what it was given
    return tapping(() => stage.shown({ attached: world.attached, step: stage.step }));
  },
  spoils: ({ properties, handlers, stage }) => {
    stage.shown({ properties: structuredClone(properties), handlers: Object.keys(handlers) });
    properties.list.push('spoilt');
    delete handlers.pay;
  },
  handlers: ({ handlers, stage }) => { stage.shown(Object.entries(handlers).map(([name, handler]) => [name, typeof handler, handler?.name])); },
  asks: async ({ handlers, stage }) => {
    try {
      const answer = await handlers.ask({ type: 'ask', target: new Map(), detail: { n: 1 } }, 'more');
      stage.shown({ answer });
    } catch (error) {
      stage.shown({ failed: error instanceof Error ? error.message : error });
    }
  },
  unguarded: ({ handlers }) => tapping(() => handlers.ask({ detail: 1 })),
  unguardedPromise: ({ handlers }) => tapping(async () => { await handlers.ask({ detail: 1 }); }),
  forgets: ({ handlers }) => tapping(() => { handlers.ask({ detail: 1 }); }),
  events: ({ handlers: { ask } }) => {
    ask();
    ask(undefined);
    ask('text');
    ask({});
    ask({ detail: undefined });
    ask({ type: 'no detail' });
    ask(new (class Event { get detail() { return 'inherited'; } })());
    ask({ get detail() { throw new Error('unreadable'); } });
    ask(new Proxy({}, { has: fail('do not look') }));
    ask({ detail: cyclic() });
    ask({ detail: nested(80) });
    ask({ detail: { get broken() { throw new Error('unreadable'); }, fine: 1 } });
  },
  twice: ({ handlers }) => tapping(() => { handlers.ask({ detail: 1 }); handlers.ask({ detail: 2 }); }),
  keeps: ({ handlers }) => { kept.push(handlers.ask); },
  calls: () => { kept.forEach((ask) => ask({ detail: 'late' })); },
  keepsTimer: ({ stage }) => tapping(() => { later(() => later(() => stage.shown('a timer of the last step'), 20 * DAY), 20 * DAY); }),
  shows: ({ stage }) => { stage.shown(cyclic()); stage.shown(nested(80)); stage.sent(cyclic()); stage.sent({ get to() { throw new Error('no'); } }); },
  floods: ({ stage }) => tapping(() => { for (;;) stage.shown('more'); }),
  swells: ({ stage }) => tapping(() => stage.sent('x'.repeat(2 ** 20))),
  doubles: ({ handlers }) => tapping(() => handlers.ask({ detail: doubled(60) })),
  attachThrows: fail('in attach'),
  attachRejects: async () => { await null; throw new Error('in attach, later'); },
  attachNever: () => new Promise(() => {}),
  attachLate: ({ stage }) => new Promise((resolve) => { later(() => resolve(tapping(() => stage.shown('late tap')))); }),
  attachNothing: ({ handlers }) => { handlers.ask({ detail: 0 }); return null; },
  tapThrows: ({ stage }) => ({ tap: fail('in tap'), submit: () => stage.shown({ did: 'submit' }) }),
  tapRejects: () => ({ tap: () => Promise.reject(new Error('in tap, later')), submit: fail('in submit') }),
  tapNever: ({ stage }) => ({ tap: () => new Promise(() => {}), submit: () => stage.shown({ did: 'submit' }) }),
  submitRejects: () => ({ tap() {}, submit: async () => { throw undefined; } }),
  submitNever: () => ({ tap() {}, submit: () => new Promise(() => {}) }),
  getter: () => ({ get tap() { throw new Error('no tap to look at'); } }),
  trap: () => ({ get then() { throw new Error('no promise to look at'); } }),
  noTap: () => ({}),
  noSubmit: ({ stage }) => ({ tap: () => stage.shown({ did: 'tap' }) }),
  crash: () => { later(fail('in a timer')); },
  floating: () => { Promise.reject(new Error('forgotten')); },
  interval: ({ stage }) => {
    let taps = 0;
    setInterval(() => { if (taps > 0) { stage.shown({ seen: taps }); taps = 0; } }, 1000);
    return { tap() { taps += 1; }, submit() { taps += 1; } };
  },
  skips: ({ stage }) => stage.skip('no button here'),
  skipsLater: ({ stage }) => ({ tap: () => { later(() => stage.skip('no cashier here')); }, submit: () => stage.shown('too late') }),
};

serve({
  name: 'buttons', version: '1.0.0', stages: ['button_user', 'order_quantity', 'gives_phone'],
  createPage: (world, stage) => ({
    attach(properties, handlers) {
      const button = HOWS[properties.how]({ world, properties, handlers, stage });
      return button === undefined ? tapping(() => {}) : button;
    },
  }),
});
