'use strict';
// The merchant's side of `open-aweme-customer-service`: a purchase as the options of the call, without callbacks. Methods
// of the merchant.

const { present } = require('./present.cjs');

/** "道具直购场景" */
const ITEM_SCENE = 2;

module.exports = {
  methods: {
    diamondOptions(purchase) {
      return present({
        ...this.goodFields(purchase),
        currencyType: this.currencyType(),
        zoneId: this.zoneId(purchase),
        customId: this.customId(purchase),
        extraInfo: this.extraInfo(purchase),
      });
    },

    /** A price makes it an item, a quantity makes it game coins. */
    isItem({ fen }) {
      return fen !== undefined;
    },

    goodFields(purchase) {
      return this.isItem(purchase) ? this.itemFields(purchase) : this.coinFields(purchase);
    },

    /** "默认值,表示游戏币场景": goodType may be left out. */
    coinFields({ coins }) {
      const scene = this.readings['coins-good-type'];
      return { goodType: scene === 'absent' ? undefined : Number(scene), buyQuantity: this.quantity(coins) };
    },

    quantity(coins) {
      return coins;
    },

    /** "goodType为道具直购场景时必传". The name may be left out. */
    itemFields({ fen, name }) {
      return { goodType: ITEM_SCENE, orderAmount: this.amount(fen), goodName: this.goodName(name) };
    },

    /** "单位为【分】" */
    amount(fen) {
      return fen;
    },

    /** As it is: cutting it would be another name. */
    goodName(name) {
      return name;
    },

    /** "目前仅为"DIAMOND"" */
    currencyType() {
      return this.readings['currency-told'] === 'always' ? 'DIAMOND' : undefined;
    },

    /** "游戏不分大区则默认填写"1"" */
    zoneId({ zoneId }) {
      if (zoneId !== undefined) return zoneId;
      return this.readings['zone-unnamed'] === '1' ? '1' : undefined;
    },

    customId({ customId }) {
      return customId;
    },

    /** "extraInfo要转成字符串" */
    extraInfo({ extraInfo }) {
      return extraInfo === undefined || typeof extraInfo === 'string' ? extraInfo : JSON.stringify(extraInfo);
    },
  },
};
