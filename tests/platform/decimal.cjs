'use strict';
// Exact decimals for money: a number is `digits` (a BigInt) divided by 10 to the power `scale`.

const FORM = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** Reads decimal text such as "0.07", or a finite number by its shortest decimal text. `undefined` for anything else. */
function parse(value) {
  const found = FORM.exec(String(value).trim());
  if (!found || !(found[2] || found[3])) return undefined;
  const [, sign, whole, fraction = '', exponent = '0'] = found;
  let digits = BigInt(whole + fraction);
  let scale = fraction.length - Number(exponent);
  if (scale < 0) {
    digits *= 10n ** BigInt(-scale);
    scale = 0;
  }
  return { digits: sign === '-' ? -digits : digits, scale };
}

function times(a, b) {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

function equalsWhole(a, whole) {
  return a.digits === BigInt(whole) * 10n ** BigInt(a.scale);
}

/** Plain decimal text: no exponent, no trailing zeros. */
function format({ digits, scale }) {
  const sign = digits < 0n ? '-' : '';
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const fraction = text.slice(text.length - scale).replace(/0+$/, '');
  return sign + whole + (fraction ? `.${fraction}` : '');
}

module.exports = { parse, times, equalsWhole, format };
