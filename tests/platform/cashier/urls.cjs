'use strict';
// wx_url, wx_type, alipay_url: which channels the caller wants, and whether what they need is right.
// Methods of the cashier.

/** The parameters that both documented forms of alipay_url have. */
const ALIPAY_PARAMETERS = ['app_id', 'biz_content'];

module.exports = {
  CHECKS: ['noChannel'],

  methods: {
    /** A url field as it counts: the empty text is as if not passed. */
    urlOf(info, name) {
      const value = this.present(info[name]);
      return value === '' ? undefined : value;
    },

    urlObjection(name, request) {
      return name === 'wx_type' ? this.wxTypeObjection(request) : this.channelObjection(name, request);
    },

    channelObjection(name, { info, service }) {
      const url = this.urlOf(info, name);
      if (url === undefined) return this.neededUrls(service).includes(name) ? 'is missing' : undefined;
      if (typeof url !== 'string') return 'should be a string';
      return this.readings['url-form'] === 'up-front' && !this.hasForm(name, url) ? 'is illegal' : undefined;
    },

    /** "service=3 时必传", "service=4 时必传" */
    neededUrls(service) {
      if (service > 1 && this.readings['direct-urls'] === 'both') return ['wx_url', 'alipay_url'];
      return { 3: ['wx_url'], 4: ['alipay_url'] }[service] ?? [];
    },

    hasForm(name, url) {
      return name === 'wx_url' ? this.isPlainUrl(url) : this.isAlipayText(url);
    },

    /** "请注意不要进行 urlencode": the whole is not encoded; a parameter inside may be. */
    isPlainUrl(url) {
      return !/^https?%3a/i.test(url);
    },

    /** "形如 'app_id=xxx&biz_content=xxx...'" */
    isAlipayText(text) {
      const names = text.split('&').map((pair) => pair.split('=')[0]);
      return ALIPAY_PARAMETERS.every((name) => names.includes(name));
    },

    /** Neither url with service 1: an empty desk, or a refusal. */
    noChannel({ info, service }) {
      if (!info || service !== 1 || this.readings['no-channel'] === 'empty-desk') return undefined;
      const some = ['wx_url', 'alipay_url'].some((name) => this.urlOf(info, name) !== undefined);
      return some ? undefined : this.refusal('orderInfo has neither wx_url nor alipay_url');
    },

    /** "wx_url 非空时传 'MWEB'。wx_url 为空时,该字段不传" */
    wxTypeObjection({ info }) {
      const type = this.present(info.wx_type);
      const wanted = this.urlOf(info, 'wx_url') !== undefined;
      if (wanted) return this.isWxType(type) ? undefined : 'should be MWEB';
      if (type === undefined) return undefined;
      const reading = this.readings[type === '' ? 'wx-type-empty' : 'wx-type-alone'];
      return reading === 'ignored' && typeof type === 'string' ? undefined : 'should not be passed without wx_url';
    },

    isWxType(type) {
      return type === 'MWEB';
    },
  },
};
