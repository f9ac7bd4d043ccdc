'use strict';
// How the caller is told: `success` or `fail`, then `complete`, once each. Methods of the platform.

module.exports = {
  methods: {
    /** Callbacks run after the call has returned: the method is asynchronous. */
    later(action) {
      setTimeout(action, 0);
    },

    succeed(callbacks) {
      this.settle(callbacks, 'success', this.successAnswer());
    },

    fail(callbacks, refusal) {
      this.settle(callbacks, 'fail', refusal);
    },

    settle(callbacks, outcome, answer) {
      const calls = [
        [callbacks[outcome], [answer]],
        [callbacks.complete, this.completeArguments(answer)],
      ];
      if (this.readings['complete-order'] === 'before') calls.reverse();
      for (const [callback, given] of calls) {
        const ran = this.invoke(callback, given);
        if (!ran && this.readings['callback-throws'] === 'stops-others') return;
      }
    },

    completeArguments(answer) {
      switch (this.readings['complete-argument']) {
        case 'none':
          return [];
        case 'message-only':
          return [{ errMsg: answer.errMsg }];
        default:
          return [answer];
      }
    },

    /** Whether the callback ran to its end. What it throws, or rejects with later, is the caller's own affair. */
    invoke(callback, given) {
      if (typeof callback !== 'function') return true;
      try {
        Promise.resolve(callback(...given)).catch(() => {});
        return true;
      } catch {
        return false;
      }
    },
  },
};
