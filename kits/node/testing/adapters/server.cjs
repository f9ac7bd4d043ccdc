'use strict';
// An implementation that keeps a handle open for as long as it lives.
const { serve } = require('../../index.cjs');

serve({
  name: 'server', version: '1.0.0',
  load: () => { require('node:net').createServer().listen(0); },
  functions: { wait: (ms) => new Promise((resolve) => { setTimeout(resolve, ms, 'waited'); }) },
});
