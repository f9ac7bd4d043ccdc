'use strict';
// Mistakes about the parameters of the call.

const { LENGTHS } = require('../parameters.cjs');
const { changeAnswer, coerce, forget, replace } = require('./plant.cjs');

const CALL = 'tt.openAwemeCustomerService';
const fault = (name, breaks, note, plant) => ({ name, operation: CALL, breaks, note, plant });

const both = (...plants) => (target) => plants.forEach((plant) => plant(target));

module.exports = [
  fault(
    'good-name-bytes',
    'ten Chinese characters are a legal goodName (parameter goodName: at most 10 characters)',
    'counts bytes',
    replace('goodNameLength', LENGTHS.bytes),
  ),
  fault(
    'good-name-nine',
    'a goodName of exactly 10 characters is legal (parameter goodName: at most 10 characters)',
    '"less than" instead of "at most"',
    replace('goodNameLimit', () => 9),
  ),
  fault(
    'good-name-eleven',
    'a goodName of 11 characters is refused (parameter goodName: at most 10 characters)',
    'off by one to the other side',
    replace('goodNameLimit', () => 11),
  ),
  fault(
    'good-name-unlimited',
    'a goodName of more than 10 characters is refused (parameter goodName)',
    'the length check is forgotten',
    replace('goodNameLimit', () => Infinity),
  ),
  fault(
    'good-type-1-is-item',
    'goodType 1 is the coin scene (table of goodType)',
    'any value but 0 is taken for the item scene',
    changeAnswer('sceneOf', (scene, goodType) => (goodType === 1 ? 'item' : scene)),
  ),
  fault(
    'good-type-0-refused',
    'goodType 0 is the coin scene (table of goodType)',
    'knows 1 and 2 only',
    changeAnswer('sceneOf', (scene, goodType) => (goodType === 0 ? undefined : scene)),
  ),
  fault(
    'good-type-default-item',
    'without goodType it is the coin scene (table of goodType: 0 is the default)',
    'the new scene became the default',
    changeAnswer('sceneOf', (scene, goodType) => (goodType === undefined ? 'item' : scene)),
  ),
  fault(
    'good-type-3-accepted',
    'a goodType other than 0, 1, 2 is refused (table of goodType)',
    'anything that is not the item scene is taken for coins',
    changeAnswer('sceneOf', (scene) => scene ?? 'coin'),
  ),
  fault(
    'good-type-text-coerced',
    'goodType is a number: "2" is refused (parameter goodType)',
    'converts text to a number',
    coerce('goodType', 'string', Number),
  ),
  fault(
    'currency-unchecked',
    'a currencyType other than DIAMOND is refused (parameter currencyType, enumeration; samples)',
    'the check is forgotten',
    forget('illegalCurrency'),
  ),
  fault(
    'currency-any-case',
    'currencyType "diamond" is refused (parameter currencyType, enumeration; samples)',
    'compares without case',
    changeAnswer('illegalCurrency', (refusal, { given }) =>
      /^diamond$/i.test(given.currencyType) ? undefined : refusal,
    ),
  ),
  fault(
    'zone-number-accepted',
    'zoneId is a string: 1 is refused (parameter zoneId)',
    'converts a number to text',
    coerce('zoneId', 'number', String),
  ),
  fault(
    'extra-info-object-accepted',
    'extraInfo is a string: an object is refused (parameter extraInfo; samples)',
    'converts an object to JSON text for the caller',
    coerce('extraInfo', 'object', JSON.stringify),
  ),
  fault(
    'quantity-text-coerced',
    'buyQuantity is a number: "600" is refused (parameter buyQuantity; error 99)',
    'converts text to a number',
    coerce('buyQuantity', 'string', Number),
  ),
  fault(
    'custom-id-number-accepted',
    'customId is a string: 12345 is refused (parameter customId)',
    'converts a number to text',
    coerce('customId', 'number', String),
  ),
  fault(
    'quantity-missing-accepted',
    'without buyQuantity the coin scene fails with 99 (error 99)',
    'takes a missing quantity for the lowest tier',
    both(
      forget('missingQuantity'),
      changeAnswer('priceOf', (fen, { scene }) => (scene === 'coin' ? fen ?? 100n : fen)),
    ),
  ),
  fault(
    'quantity-missing-is-illegal',
    'without buyQuantity the coin scene fails with 99, not -17006 (error 99)',
    'a missing quantity runs into the tier check',
    changeAnswer('missingQuantity', function missing(refusal) {
      return refusal && this.refusal(-17006);
    }),
  ),
  fault(
    'item-wants-quantity',
    'the item scene needs no buyQuantity (sample of the item scene)',
    'the presence check was not limited to the coin scene',
    changeAnswer('missingQuantity', function missing(refusal, { given }) {
      return given.buyQuantity === undefined ? this.typeRefusal('buyQuantity', 'number', undefined) : refusal;
    }),
  ),
  fault(
    'item-amount-optional',
    'the item scene needs orderAmount (parameter orderAmount: "必传")',
    'a missing amount is taken for 0',
    both(
      forget('missingAmount'),
      changeAnswer('priceOf', (fen, { scene }) => (scene === 'item' ? fen ?? 0n : fen)),
    ),
  ),
  fault(
    'item-amount-zero-accepted',
    'orderAmount is a price: 0 is refused (parameter orderAmount; error -15002)',
    '">= 0" instead of "> 0"',
    replace('isLegalAmount', (amount) => Number.isInteger(amount) && amount >= 0),
  ),
  fault(
    'item-amount-fraction-accepted',
    'orderAmount is in fen: 10.5 is refused (parameter orderAmount; error -15002)',
    'cuts the fraction off',
    coerce('orderAmount', 'number', Math.floor),
  ),
  fault(
    'coin-wants-amount',
    'the coin scene needs no orderAmount (sample of the coin scene)',
    'the presence check was not limited to the item scene',
    changeAnswer('missingAmount', function missing(refusal, { given }) {
      return given.orderAmount === undefined ? this.typeRefusal('orderAmount', 'number', undefined) : refusal;
    }),
  ),
  fault(
    'custom-id-reusable',
    'a customId that is used is refused with -15101 (error -15101)',
    'uniqueness is left to the merchant',
    forget('usedCustomId'),
  ),
  fault(
    'custom-id-empty-accepted',
    'an empty customId is refused with -15101 (error -15101)',
    'only checks the type',
    forget('emptyCustomId'),
  ),
  fault(
    'custom-id-ignores-case',
    'customIds that differ in case are different (error -15101: not unique)',
    'the key of the lookup is in lower case',
    coerce('customId', 'string', (text) => text.toLowerCase()),
  ),
];
