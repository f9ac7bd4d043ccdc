'use strict';
// Mistakes about tiers, prices and what the desk shows.

const decimal = require('../decimal.cjs');
const { changeAnswer, replace } = require('./plant.cjs');

const CALL = 'tt.openAwemeCustomerService';
const fault = (name, breaks, note, plant) => ({ name, operation: CALL, breaks, note, plant });

const tiers = (change) => changeAnswer('tiers', change);

/** A tier search in floating point; `price` is a number. */
const search = (find) =>
  replace('tierOf', function tierOf(quantity) {
    return this.tiers().find((tier) => find(quantity, Number(this.world.coin_price), tier));
  });

/** The `shown` of the diamond desk, changed. */
const desk = (change) => changeAnswer('deskFields', change);

module.exports = [
  fault(
    'tier-648-dropped',
    'the price tier 648 is accepted (buyQuantity, table of price tiers)',
    'a typing error in the list',
    tiers((list) => list.filter((tier) => tier !== 648)),
  ),
  fault(
    'tiers-end-at-648',
    'the price tiers 998, 1288, 1998, 2998 are accepted (buyQuantity, table of price tiers)',
    'an older list of tiers',
    tiers((list) => list.filter((tier) => tier <= 648)),
  ),
  fault(
    'tier-100-added',
    'a cost of 100 yuan is no price tier and is refused (buyQuantity, table of price tiers)',
    'a round number looked forgotten',
    tiers((list) => [...list, 100]),
  ),
  fault(
    'any-whole-yuan',
    'a cost that is no price tier is refused (buyQuantity, table of price tiers)',
    'only checks that the cost is whole yuan',
    replace('tierOf', function tierOf(quantity) {
      if (!Number.isFinite(quantity)) return undefined;
      const yuan = Number(decimal.format(decimal.times(decimal.parse(quantity), this.coinPrice())));
      return Number.isInteger(yuan) && yuan >= 1 ? yuan : undefined;
    }),
  ),
  fault(
    'price-in-floats',
    'buyQuantity * coin price is compared exactly with the tiers (buyQuantity)',
    'multiplies in floating point: 0.07 * 1400 is not 98 there, 10 * 0.10000000000000000001 is 1',
    search((quantity, price, tier) => quantity * price === tier),
  ),
  fault(
    'price-rounded-to-fen',
    'the coin price is taken as configured, also below one fen (buyQuantity)',
    'rounds the coin price to two decimals before it multiplies',
    search((quantity, price, tier) => Math.round(price * 100) * quantity === tier * 100),
  ),
  fault(
    'near-tier-accepted',
    'a cost beside a tier is refused (buyQuantity: "buyQuantity * price = tier")',
    'compares with a tolerance of half a yuan',
    search((quantity, price, tier) => Math.abs(quantity * price - tier) < 0.5),
  ),
  fault(
    'quantity-taken-as-yuan',
    'the tiers bind buyQuantity * coin price, not buyQuantity (buyQuantity)',
    'the coin price is forgotten',
    search((quantity, _price, tier) => quantity === tier),
  ),
  fault(
    'item-amount-in-tiers',
    'orderAmount is bound by no tier: the sample pays 10 fen (orderAmount; sample of the item scene)',
    'applies the tiers to both scenes',
    changeAnswer('illegalAmount', function illegalAmount(refusal, { scene, given }) {
      const inTier = this.tiers().some((tier) => tier * 100 === given.orderAmount);
      const misses = scene === 'item' && typeof given.orderAmount === 'number' && !inTier;
      return refusal ?? (misses ? this.refusal(-15002) : undefined);
    }),
  ),
  fault(
    'item-amount-in-yuan',
    'orderAmount is in fen (parameter orderAmount)',
    'takes orderAmount for yuan and multiplies by 100',
    changeAnswer('priceOf', (fen, { scene }) => (scene === 'item' && fen !== undefined ? fen * 100n : fen)),
  ),
  fault(
    'desk-in-yuan',
    'the desk asks for the price of the purchase (shown fen: orderAmount, tier * 100)',
    'hands yuan to the desk',
    desk((shown) => ({ ...shown, fen: shown.fen / 100 })),
  ),
  fault(
    'desk-shows-quantity',
    'the desk asks for buyQuantity * coin price (buyQuantity)',
    'hands the number of coins to the desk instead of the price',
    desk((shown, { scene, given }) => (scene === 'coin' ? { ...shown, fen: given.buyQuantity } : shown)),
  ),
  fault(
    'diamonds-one-to-one',
    'one yuan is ten diamonds (buyQuantity, "1:10")',
    'converts 1:1',
    replace('diamondsOf', (fen) => ({ digits: fen, scale: 2 })),
  ),
  fault(
    'diamonds-one-to-hundred',
    'one yuan is ten diamonds (buyQuantity, "1:10")',
    'takes fen for diamonds',
    replace('diamondsOf', (fen) => ({ digits: fen, scale: 0 })),
  ),
];
