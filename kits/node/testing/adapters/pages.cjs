'use strict';
// Pages that come about in odd ways; the fact `page` of the world says how.
const { serve } = require('../../index.cjs');

const PAGES = {
  promised: (stage) => new Promise((resolve) => { setTimeout(resolve, 5000, PAGES.plain(stage)); }),
  foreign: (stage) => ({ then(resolve) { setTimeout(() => resolve(PAGES.plain(stage)), 5000); } }), // a promise, but not Node's
  plain: (stage) => ({ attach: () => ({ tap: () => stage.shown('tapped'), submit() {} }) }),
  nested: () => ({ attach: () => ({ then(resolve) { resolve({ then() {}, tap() {} }); } }) }), // a button with a `then` of its own
  nothing: () => undefined,
  unfinished: () => ({}),
  throws: () => { throw new Error('no page'); },
  rejects: () => Promise.reject(new Error('no page yet')),
  never: () => new Promise(() => {}),
  skips: (stage) => stage.skip('not this page'),
  empty: () => ({ attach() {} }),
};

serve({
  name: 'pages', version: '1.0.0', stages: ['page'],
  functions: { pure: () => 1 },
  createPage: (world, stage) => PAGES[world.page](stage),
  createBridge: () => ({}), // unfinished too
});
