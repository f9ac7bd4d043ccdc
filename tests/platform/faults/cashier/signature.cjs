'use strict';
// Mistakes about the signature that the cashier verifies. Documented in `facts`, "The signature of orderInfo".

const { FIELDS } = require('../../cashier/fields.cjs');
const { changeAnswer, forget, replace } = require('../plant.cjs');

const fault = (name, breaks, note, plant) => ({ name, operation: 'tt.pay', breaks, note, plant });

/** The cashier signs with a signer that has a mistake of its own. */
const signer = (plant) => (cashier) => plant(cashier.signer);
const drops = (key) => signer(changeAnswer('takesPart', (part, name) => part && name !== key));

module.exports = [
  fault(
    'pay-sign-unverified',
    'a changed orderInfo makes the verification fail (option orderInfo)',
    'only looks at the form of sign',
    forget('badSignature'),
  ),
  fault(
    'pay-sign-unchecked',
    'sign is an MD5 in hexadecimal digits (orderInfo, sign; facts, point 4)',
    'neither form nor value is looked at',
    (cashier) => {
      forget('badSignature')(cashier);
      changeAnswer('fieldObjection', (objection, name) => (name === 'sign' ? undefined : objection))(cashier);
    },
  ),
  fault(
    'pay-sign-upper-case-wanted',
    'sign is in lower case (facts, point 4)',
    'compares with upper-case digits',
    changeAnswer('signatureOf', (sign) => sign?.toUpperCase()),
  ),
  fault(
    'pay-sign-of-risk-info',
    'risk_info is not signed (facts, point 1)',
    'only sign is left out',
    signer(replace('unsigned', () => ['sign'])),
  ),
  fault(
    'pay-sign-of-empty',
    'fields with an empty value are not signed (facts, point 1)',
    'keeps `alipay_url=`',
    signer(replace('takesPart', function takesPart(key) {
      return !this.unsigned().includes(key);
    })),
  ),
  fault(
    'pay-sign-encodes',
    'values are signed raw (facts, point 3)',
    'encodes values',
    signer(replace('pair', ([key, text]) => `${key}=${encodeURIComponent(text)}`)),
  ),
  fault(
    'pay-sign-unsorted',
    'fields are sorted by key (facts, point 2)',
    'signs in the order of the object',
    signer(replace('compare', () => 0)),
  ),
  fault(
    'pay-sign-with-key',
    'the secret is appended without a separator (facts, point 4)',
    'appended as "&key=", as another payment API does',
    signer(replace('append', (joined, secret) => `${joined}&key=${secret}`)),
  ),
  fault('pay-sign-without-sign-type', 'sign_type is signed (facts: everything else is signed)', 'left out', drops('sign_type')),
  fault('pay-sign-without-wx-type', 'wx_type is signed (facts: everything else is signed)', 'left out', drops('wx_type')),
  fault(
    'pay-sign-of-known-fields',
    'fields that are not documented are signed, too (facts: unknown extra keys)',
    'a list of known keys',
    signer(changeAnswer('takesPart', (part, name) => part && Object.hasOwn(FIELDS, name))),
  ),
  fault(
    'pay-sign-with-app-id',
    'the secret is the payment secret (facts, point 4)',
    'appends app_id instead of the payment secret',
    signer(replace('sign', function signWithAppId(fields) {
      return this.digest(this.append(this.join(fields), String(fields.app_id)));
    })),
  ),
];
