'use strict';
// How the handlers of a page are called: those that are told something, and those that answer with a promise.
// Methods of the button.

/** The codes of "… 调用失败" and "… 类型错误". Nothing is documented of what bind:placeorder resolves with. */
const CALL_FAILED = { getgoodsinfo: 21509, placeorder: 21510, applyrefund: 21533 };
const WRONG_TYPE = { getgoodsinfo: 21512, placeorder: 21510, applyrefund: 21534 };

const PATIENCE = 60000; // milliseconds; only where the platform has a time limit

module.exports = {
  methods: {
    hasHandler({ handlers }, name) {
      return typeof handlers[name] === 'function';
    },

    /** Every handler gets one argument, an event with `detail`. */
    eventOf(detail) {
      return { detail };
    },

    /** Tells the page. Whether the handler ran to its end; one that is not there has nothing to stop. */
    notify({ handlers }, name, detail) {
      return this.invoke(handlers[name], [this.eventOf(detail)]);
    },

    /** Tells several handlers in turn; one that throws may stop the others. */
    inTurn(ways) {
      for (const way of ways) {
        const ran = way();
        if (!ran && this.readings['callback-throws'] === 'stops-others') return;
      }
    },

    /** Asks a handler that has to answer with a promise: resolves with `{ value }` or `{ fault }`. */
    async ask({ handlers }, name, detail) {
      let answer;
      try {
        answer = handlers[name](this.eventOf(detail));
      } catch {
        return this.callFailed(name);
      }
      return typeof answer?.then === 'function' ? this.awaited(name, answer) : this.withoutPromise(name, answer);
    },

    awaited(name, promise) {
      return new Promise((resolve) => {
        Promise.resolve(promise).then((value) => resolve({ value }), () => resolve(this.rejected(name)));
        if (this.readings['never-finishes'] === 'timed-out') this.afterAWhile(() => resolve(this.callFailed(name)));
      });
    },

    /** "需要返回 promise" */
    withoutPromise(name, answer) {
      if (this.readings['no-promise'] === 'accepted') return { value: answer };
      return this.readings['no-promise'] === 'wrong-type' ? this.wrongType(name) : this.callFailed(name);
    },

    rejected(name) {
      return this.callFailed(name);
    },

    callFailed(name) {
      return { fault: this.fault(CALL_FAILED[name]) };
    },

    wrongType(name) {
      return { fault: this.fault(WRONG_TYPE[name]) };
    },

    afterAWhile(action) {
      setTimeout(action, PATIENCE);
    },
  },
};
