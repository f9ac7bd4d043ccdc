'use strict';
// A platform that really takes its time.
const { serve } = require('../../index.cjs');

serve({
  name: 'wall', version: '1.0.0', operations: ['tt.wait'],
  createTT: () => ({
    wait({ success }) {
      setTimeout(success, 200, 'after 200 ms');
      setTimeout(success, 60_000, 'far too late').unref();
    },
  }),
});
