'use strict';
// A starting adapter: replace the body of each function with calls into your own program.
const crypto = require('node:crypto');
const { serve } = require('./paystone-kit');

serve({
  name: 'my-implementation',
  version: '0.0.1',
  // What can be called. With `createTT` below, name the `tt.*` operations here too.
  operations: ['sign'],
  // Facts of the world that `createTT` can stage (see PROTOCOL.md): ['logged_in', 'network', ...]
  stages: [],
  functions: {
    sign({ fields, secret }) {
      const signed = Object.keys(fields)
        .filter((key) => key !== 'sign' && key !== 'risk_info' && fields[key] !== '' && fields[key] != null)
        .sort();
      const text = signed.map((key) => `${key}=${fields[key]}`).join('&') + secret;
      return { sign: crypto.createHash('md5').update(text, 'utf8').digest('hex') };
    },
  },
  // For a platform or a simulator:
  // createTT(world, stage) { return { openAwemeCustomerService(options) { ... } }; },
});
