'use strict';
// The caller's side: what a merchant's software makes of an intent, for each of the three interfaces. One object, so that
// a planted fault can replace one of its methods.

const readings = require('../readings.cjs');
const { createSigner } = require('../sign.cjs');

const PARTS = [require('./order-info.cjs'), require('./diamond-options.cjs'), require('./goods-info.cjs')];

function createMerchant(options = {}) {
  const merchant = {
    ...Object.assign({}, ...PARTS.map(({ methods }) => methods)),
    readings: readings.choose(options.readings),
    signer: createSigner({ readings: options.readings }),
  };
  options.plant?.(merchant);
  return merchant;
}

module.exports = { createMerchant };
