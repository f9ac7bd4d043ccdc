'use strict';
// A button to buy with, from the moment it is attached: the payment ability, the goods, what the button displays; and the
// tap on it, up to the order page. Methods of the button.

const GOODS_SERVER = { internal_error: 21505, rejects: 21506 };
const ABILITY_SERVER = { internal_error: 21507, rejects: 21508 };
const DIRECT = { login_fails: 21546, extra_info_fails: 21547 };

const EXTENSION_SINCE = '2.76.0.0';

module.exports = {
  methods: {
    startBuying(button) {
      button.ability = this.abilityOf(button);
      this.tellFaults(button, button.ability.faults);
      button.goods = { state: 'asked', faults: [] };
      if (button.goodsType === 2) this.display(button, 'on_sale');
      this.askGoods(button);
    },

    /** Goods outside the library "需要申请白名单". */
    isWhitelisted({ goodsType }) {
      return goodsType === 1 || this.world.goods_whitelisted;
    },

    /** What the server says of the payment ability: whether there is one, and why that cannot be known. */
    abilityOf(button) {
      const failed = ABILITY_SERVER[this.world.ability_server];
      const unlisted = !this.isWhitelisted(button) && this.readings['no-whitelist'];
      const faults = [failed, unlisted === '21508' && 21508].filter(Boolean).slice(0, 1).map((code) => this.fault(code));
      return { faults, there: faults.length === 0 && this.world.payment_open && unlisted !== '21515' };
    },

    /** "事件对象的 detail": the same for bind:getgoodsinfo and bind:placeorder */
    goodsDetail({ given, goodsType }) {
      return { goodsId: given['goods-id'], goodsType };
    },

    async askGoods(button) {
      const { value, fault } = await this.ask(button, 'getgoodsinfo', this.goodsDetail(button));
      const faults = fault ? [fault] : this.goodsFaults(button, value);
      if (faults.length > 0) {
        this.goodsFailed(button, faults);
        return;
      }
      const { goodsType } = button;
      const known = goodsType === 2 || this.askLibrary(button);
      if (known) button.goods = { state: 'got', info: value, faults: [] };
    },

    goodsFailed(button, faults) {
      button.goods = { state: 'failed', faults };
      this.tellFaults(button, faults);
    },

    /** Asks the goods library; whether it answered. */
    askLibrary(button) {
      this.stage.sent({ to: 'goods', goodsId: button.given['goods-id'] });
      const code = GOODS_SERVER[this.world.goods_server];
      if (code) this.goodsFailed(button, [this.fault(code)]);
      else this.display(button, this.saleState());
      return !code;
    },

    /** "库存等于 0:展示状态为已售罄"; otherwise "根据商品售卖时段". The period is half open. */
    saleState() {
      if (this.isSoldOut()) return 'sold_out';
      return { not_started: 'not_started', ends_now: 'ended', ended: 'ended' }[this.world.sale] ?? 'on_sale';
    },

    isSoldOut() {
      return this.world.stock === 0;
    },

    /** What is in the way of a tap: codes of their own, the causes, or both. */
    tapFaults({ goods, ability }) {
      const ofGoods = goods.state === 'failed' ? this.tapFault(21514, goods.faults) : [];
      const ofAbility = ability.there ? [] : this.tapFault(21515, ability.faults);
      return this.readings.precedence === 'login-first' ? [ofAbility, ofGoods] : [ofGoods, ofAbility];
    },

    tapFault(code, [cause]) {
      const own = this.fault(code);
      if (!cause || this.readings['tap-after-failure'] === 'own') return [own];
      return this.readings['tap-after-failure'] === 'both' ? [own, cause] : [cause];
    },

    /** Whether a tap leads on; if not, the page is told why. A button that is not on sale does nothing. */
    mayBuy(button) {
      if (button.shows && !this.leadsOn(button)) return false;
      if (button.goods.state === 'asked') {
        this.tellError(button, this.fault(21513));
        return false;
      }
      const groups = this.tapFaults(button).filter((group) => group.length > 0);
      const told = this.readings['button-error-count'] === 'each' ? groups : groups.slice(0, 1);
      for (const fault of told.flat()) this.tellError(button, fault);
      return groups.length === 0;
    },

    leadsOn(button) {
      return button.shows === 'on_sale';
    },

    async buy(button) {
      if (!this.mayBuy(button)) return;
      const fault = await this.prepareOrder(button);
      if (fault) {
        this.tellError(button, fault);
        return;
      }
      if (!button.stopped) this.openOrderPage(button);
    },

    /** "跳转至提单页前的准备工作". The fault that is in the way of the order page, if there is one. */
    async prepareOrder(button) {
      button.stopped = false;
      if (this.readings['extension-path-at'] === 'before') await this.askExtensionPath(button);
      if (button.stopped) return undefined;
      const { fault } = await this.ask(button, 'placeorder', this.goodsDetail(button));
      if (fault) return fault;
      if (!this.world.logged_in && this.readings['ordered-logged-out'] === '21510') return this.fault(21510, 'not logged in');
      if (this.readings['extension-path-at'] === 'after') await this.askExtensionPath(button);
      const code = DIRECT[this.world.direct_order];
      return code && !button.stopped ? this.fault(code) : undefined;
    },

    extensionSince() {
      return EXTENSION_SINCE;
    },

    /** Has a row and no section: nothing says what becomes of its answer. */
    async askExtensionPath(button) {
      if (!this.hasHandler(button, 'getextensionpath') || !this.supports(this.extensionSince())) return;
      const failed = await this.failsAtExtensionPath(button);
      button.stopped = failed && this.readings['extension-path-rejected'] === 'stops';
    },

    async failsAtExtensionPath({ handlers, ...button }) {
      try {
        const answer = handlers.getextensionpath(this.eventOf(this.goodsDetail(button)));
        const settled = typeof answer?.then === 'function' ? await this.awaited('getextensionpath', answer) : {};
        return settled.fault !== undefined;
      } catch {
        return true;
      }
    },
  },
};
