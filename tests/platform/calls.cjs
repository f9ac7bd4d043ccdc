'use strict';
// How a call begins, whatever it calls: is the function there, are there options, and then everything else later.
// Methods of the platform and of the cashier, which say `apiName`, `methodSince`, `read` and `serve`.

module.exports = {
  methods: {
    open(options) {
      if (!this.supports(this.methodSince())) {
        this.openTooEarly(options);
        return;
      }
      if (typeof options !== 'object' || options === null) {
        if (this.readings['options-not-object'] === 'nothing') return;
        throw new TypeError(`${this.apiName()}: options should be an object`);
      }
      const request = this.read(options);
      this.later(() => this.serve(request));
    },

    /** Only for the readings in which the function exists below its minimum version. */
    openTooEarly(options) {
      if (this.readings['below-minimum'] === 'nothing' || typeof options !== 'object' || options === null) return;
      const { fail, complete } = options;
      this.later(() => this.fail({ fail, complete }, { errMsg: this.failMessage('base library too old') }));
    },

    exists() {
      return this.supports(this.methodSince()) || this.readings['below-minimum'] !== 'throws';
    },
  },
};
