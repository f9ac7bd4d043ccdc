'use strict';
// A signer: one pure operation.
const { createHmac } = require('node:crypto');
const { serve } = require('../../index.cjs');

serve({
  name: 'signer', version: '1.0.0',
  functions: {
    sign: ({ fields, secret }) => ({ sign: createHmac('sha256', secret).update(JSON.stringify(fields)).digest('hex') }),
  },
});
