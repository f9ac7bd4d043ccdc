'use strict';
// What bind:getgoodsinfo resolves with: the checks of its fields, all but the labels. Each answers with a fault, or with
// nothing. Methods of the button.

const { isRecord, text } = require('./texts.cjs');

/** In the order of the table. */
const CHECKS = [
  'badPrice', 'badName', 'badPhoto', 'badLabels', 'badMinLimits', 'badMaxLimits', 'badDateRule', 'badExtra', 'badTradeOption',
  'badMarketingVersion', 'badPhoneRequired',
];

/** "最低支持版本" of the fields that came later. */
const NEWER = { tradeOption: '2.76.0.0', marketingVersion: '2.76.0.0' };

const IMAGES = ['jpg', 'jpeg', 'gif', 'webp'];

module.exports = {
  methods: {
    goodsFaults(button, info) {
      if (!isRecord(info)) return [this.fault(21512, 'no object')];
      return CHECKS.map((check) => this[check](button, info)).filter(Boolean);
    },

    fieldSince(name) {
      return NEWER[name];
    },

    /** A field; one that the base library does not know yet is as if it were not there. */
    fieldOf(info, name) {
      const known = NEWER[name] === undefined || this.supports(this.fieldSince(name));
      return known ? this.present(info[name]) : undefined;
    },

    badField(name, value) {
      return this.fault(21512, this.wordsFor(name, value));
    },

    /** The price, name, photo and labels of library goods are the library's. */
    comesFromLibrary(button, value) {
      return button.goodsType === 1 && (value === undefined || this.readings['library-fields'] === 'ignored');
    },

    /** A field that goods outside the library must have. */
    required(button, info, name, isRight) {
      const value = this.fieldOf(info, name);
      if (this.comesFromLibrary(button, value)) return undefined;
      return isRight.call(this, value) ? undefined : this.badField(name, value);
    },

    /** A field that may be left out. */
    optional(info, name, isRight) {
      const value = this.fieldOf(info, name);
      return value === undefined || isRight.call(this, value) ? undefined : this.badField(name, value);
    },

    badPrice(button, info) {
      return this.required(button, info, 'currentPrice', this.isPrice);
    },

    badName(button, info) {
      return this.required(button, info, 'goodsName', this.isName);
    },

    badPhoto(button, info) {
      return this.required(button, info, 'goodsPhoto', this.isPhoto);
    },

    badMinLimits(_button, info) {
      return this.optional(info, 'minLimits', this.isLimit);
    },

    badMaxLimits(_button, info) {
      return this.optional(info, 'maxLimits', this.isLimit);
    },

    badDateRule(_button, info) {
      return this.optional(info, 'dateRule', this.isDateRule);
    },

    badExtra(_button, info) {
      return this.optional(info, 'extra', this.isPassedThrough);
    },

    badTradeOption(button, info) {
      return this.tooNew(info, 'tradeOption') ?? this.optional(info, 'tradeOption', this.isTradeOption);
    },

    badMarketingVersion(button, info) {
      return this.tooNew(info, 'marketingVersion') ?? this.optional(info, 'marketingVersion', this.isMarketingVersion);
    },

    tooNew(info, name) {
      const given = this.present(info[name]) !== undefined;
      const refused = given && !this.supports(this.fieldSince(name)) && this.readings['newer-parameter'] === 'refused';
      return refused ? this.fault(21512, `${name} needs a newer base library`) : undefined;
    },

    /** "价格范围是 1 - 999999999", "必须为整型值" */
    isPrice(price) {
      return Number.isInteger(price) && this.within(price, 1, 999999999);
    },

    isName(name) {
      return typeof name === 'string' && this.within(this.bytesOf(name), 1, 256);
    },

    isPhoto(photo) {
      return typeof photo === 'string' && this.within(this.bytesOf(photo), 1, 512) && this.isImage(photo);
    },

    /** "图片类型支持 jpg、jpeg、gif、webp" */
    isImage(photo) {
      if (this.readings['photo-type'] === 'content') return true;
      const extension = this.extensionOf(photo);
      if (extension === undefined) return this.readings['photo-no-extension'] === 'accepted';
      return this.imageTypes().includes(extension);
    },

    imageTypes() {
      return IMAGES;
    },

    /** Of the last part of the path; what follows `?` or `#` is not the path. The sample ends in ".jpeg?from=…". */
    extensionOf(photo) {
      const path = photo.replace(/[?#].*$/s, '');
      return /\.([^./]*)$/.exec(path.replace(/^[a-z]+:\/\/[^/]*/i, ''))?.[1].toLowerCase();
    },

    /** "范围是 1 - 99999", "必须为整型值" */
    isLimit(limit) {
      if (!Number.isInteger(limit)) return false;
      return this.readings['limits-outside'] === 'clamped' || this.within(limit, 1, 99999);
    },

    isDateRule(rule) {
      if (rule === '' && this.readings['date-rule-empty'] === 'refused') return false;
      return typeof rule === 'string' && this.bytesOf(rule) <= 128;
    },

    isObject(value) {
      return isRecord(value) || (Array.isArray(value) && this.readings['extra-array'] === 'accepted');
    },

    /** "字段长度应小于或等于2048字节", of the text that is sent */
    isPassedThrough(value) {
      return this.isObject(value) && this.jsonBytesOf(text(value)) <= 2048;
    },

    isTradeOption(value) {
      return this.isPassedThrough(value) && this.isEither(value.life_trade_flag, [0, 1]) && this.isEither(value.is_use_tag, [true, false]);
    },

    /** One of the values that the document lists for a member inside a field, or nothing. */
    isEither(value, listed) {
      return this.readings['info-members'] === 'lenient' || this.present(value) === undefined || listed.includes(value);
    },

    /** "为 true则必填,false选填,默认选填" */
    badPhoneRequired(_button, { validation }) {
      const required = validation?.phoneNumber?.required;
      return this.isEither(required, [true, false]) ? undefined : this.badField('validation', required);
    },

    isMarketingVersion(version) {
      return Number.isFinite(version);
    },
  },
};
