'use strict';
// In place of Taro's build: the class that a platform extends. It keeps what it is given and builds nothing.

exports.TaroPlatformBase = class TaroPlatformBase {
  constructor(ctx, config) {
    Object.assign(this, { ctx, config, setupTransaction: { addWrapper() {} }, buildTransaction: { addWrapper() {} } });
  }
};
