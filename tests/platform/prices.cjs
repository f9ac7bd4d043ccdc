'use strict';
// Price tiers, the price of a request, and its amount in diamonds. Methods of the platform.

const decimal = require('./decimal.cjs');

/** "限定价格等级", in yuan. They bind game coins only. */
const TIERS = [
  1, 3, 6, 8, 12, 18, 25, 30, 40, 45, 50, 60, 68, 73, 78, 88, 98, 108, 118, 128, 148, 168, 188, 198, 328, 648, 998,
  1288, 1998, 2998,
];

module.exports = {
  TIERS,

  methods: {
    tiers() {
      return TIERS;
    },

    coinPrice() {
      const { coin_price: price } = this.world;
      return price === null || price === undefined ? undefined : decimal.parse(price);
    },

    /** The tier in yuan that `quantity` coins cost, or `undefined` when they hit none. */
    tierOf(quantity) {
      const price = this.coinPrice();
      if (!price || !Number.isFinite(quantity)) return undefined;
      const cost = decimal.times(decimal.parse(quantity), price);
      return this.tiers().find((tier) => decimal.equalsWhole(cost, tier));
    },

    isLegalAmount(amount) {
      return Number.isInteger(amount) && amount > 0;
    },

    /** What the request costs, in fen (BigInt); `undefined` when it has no legal price. */
    priceOf({ scene, given }) {
      if (scene === 'coin') {
        const tier = typeof given.buyQuantity === 'number' ? this.tierOf(given.buyQuantity) : undefined;
        return tier === undefined ? undefined : BigInt(tier) * 100n;
      }
      if (scene === 'item') return this.isLegalAmount(given.orderAmount) ? BigInt(given.orderAmount) : undefined;
      return undefined;
    },

    /** 1:10, one yuan is ten diamonds, as an exact decimal. */
    diamondsOf(fen) {
      return { digits: fen, scale: 1 };
    },

    /** The diamonds that the desk shows; `undefined` when it shows none. */
    shownDiamonds({ scene, given }, fen) {
      if (given.currencyType === undefined && this.readings['currency-absent'] === 'no-diamonds') return undefined;
      if (scene === 'item' && this.readings['item-diamonds'] === 'absent') return undefined;
      const { digits, scale } = this.diamondsOf(fen);
      if (this.readings['part-diamonds'] !== 'rounded') return Number(decimal.format({ digits, scale }));
      const unit = 10n ** BigInt(scale);
      return Number((digits + unit / 2n) / unit);
    },
  },
};
