'use strict';
// The signature of orderInfo, from `facts`. One object, so that a planted fault can replace one of its methods.

const { createHash } = require('node:crypto');
const decimal = require('./decimal.cjs');
const readings = require('./readings.cjs');

const UNSIGNED = ['sign', 'risk_info'];

const signing = {
  /** What is signed of a value: numbers as decimal text, nothing for a value that counts as empty. */
  textOf(value) {
    if (value === undefined) return '';
    if (value === null) return this.nullText();
    if (typeof value === 'number') return this.numberText(value);
    if (typeof value !== 'object') return String(value);
    if (this.readings['sign-object'] === 'refused') throw new TypeError('an object cannot be signed');
    return JSON.stringify(value);
  },

  nullText() {
    if (this.readings['sign-null'] === 'refused') throw new TypeError('null cannot be signed');
    return this.readings['sign-null'] === 'word' ? 'null' : '';
  },

  numberText(number) {
    return Number.isFinite(number) ? decimal.format(decimal.parse(number)) : String(number);
  },

  unsigned() {
    return UNSIGNED;
  },

  /** Whether the field takes part. Only the empty text is empty: "0" is signed. */
  takesPart(key, text) {
    return !this.unsigned().includes(key) && text !== '';
  },

  /** By key, ASCII ascending: the order of the UTF-8 bytes, in which a prefix comes first. */
  compare([a], [b]) {
    return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
  },

  pair([key, text]) {
    return `${key}=${text}`;
  },

  join(fields) {
    const entries = Object.entries(fields).map(([key, value]) => [key, this.textOf(value)]);
    return entries
      .filter(([key, text]) => this.takesPart(key, text))
      .sort((a, b) => this.compare(a, b))
      .map((entry) => this.pair(entry))
      .join('&');
  },

  append(joined, secret) {
    return joined + secret;
  },

  digest(text) {
    return createHash('md5').update(text, 'utf8').digest('hex');
  },

  sign(fields, secret) {
    return this.digest(this.append(this.join(fields), secret));
  },
};

function createSigner(options = {}) {
  const signer = { ...signing, readings: readings.choose(options.readings) };
  options.plant?.(signer);
  return signer;
}

/** The `sign` of `fields` with the payment secret. */
function sign(fields, secret, options) {
  return createSigner(options).sign(fields, secret);
}

module.exports = { createSigner, sign };
