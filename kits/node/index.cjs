'use strict';
// The entry of the kit: one function.

const { serve } = require('./src/serve.cjs');

module.exports = { serve };
