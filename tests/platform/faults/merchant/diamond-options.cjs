'use strict';
// Mistakes about the options of tt.openAwemeCustomerService that a purchase becomes.

const { changeAnswer, replace } = require('../plant.cjs');
const { converted, faultOf, leftOut, renamed } = require('./sentence.cjs');

const fault = faultOf('diamond-options', 'open-aweme-customer-service');

const AMOUNT = ['orderAmount', 'goodType为道具直购场景时必传,代表道具现金价格,单位为【分】'];
const AMOUNT_TYPE = ['orderAmount', 'orderAmount | number'];
const QUANTITY = ['buyQuantity', 'buyQuantity | number'];
const COINS = ['buyQuantity', '游戏币购买数量'];
const CURRENCY = ['sample', '币种:目前仅为"DIAMOND"'];
const CUSTOM = ['sample', '开发者自定义唯一订单号'];
const NAME = ['goodName', '长度限制小于等于10个字符'];
const ITEM_NAME = ['goodName', 'goodType为道具直购场景时,代表道具名称'];
const ZONE = ['zoneId', '游戏服务区 id,开发者自定义'];
const EXTRA = ['sample', 'extraInfo要转成字符串'];
const SCENE = ['goodType', '| 2 | 道具直购场景 |'];

const isDigits = (text) => /^[0-9]+$/.test(text);

/** A text that holds JSON becomes what it holds. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The longest beginning of whole characters that has at most `limit` bytes. */
function firstBytes(text, limit) {
  let kept = '';
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > limit) break;
    kept += character;
  }
  return kept;
}

module.exports = [
  fault('diamond-price-in-yuan', AMOUNT, 'orderAmount is in fen', 'divides by 100', converted('amount', (fen) => fen / 100)),
  fault('diamond-price-in-diamonds', AMOUNT, 'orderAmount is in fen', 'ten fen are a diamond', converted('amount', (fen) => fen / 10)),
  fault('diamond-price-taken-for-yuan', AMOUNT, 'orderAmount is in fen', 'multiplies by 100', converted('amount', (fen) => fen * 100)),
  fault('diamond-price-as-text', AMOUNT_TYPE, 'orderAmount is a number', 'as text', converted('amount', String)),
  fault('diamond-price-to-tier', AMOUNT, 'orderAmount is the price of the item', 'rounds up to whole yuan, as for game coins',
    converted('amount', (fen) => Math.ceil(fen / 100) * 100)),
  fault('diamond-price-renamed', AMOUNT, 'orderAmount must be passed for an item', 'named as in tt.pay',
    changeAnswer('diamondOptions', (options) => renamed(options, { orderAmount: 'total_amount' }))),
  fault('diamond-item-as-quantity', AMOUNT, 'orderAmount must be passed for an item', 'one piece instead of the price',
    changeAnswer('itemFields', ({ orderAmount: _left, ...fields }) => ({ ...fields, buyQuantity: 1 }))),
  fault('diamond-quantity-beside-price', ['buyQuantity', '游戏币购买数量'],
    'buyQuantity is the number of game coins, none are bought with an item',
    'one piece beside the price; item-quantity=ignored lets it pass',
    changeAnswer('itemFields', (fields) => ({ ...fields, buyQuantity: 1 }))),

  fault('diamond-good-type-as-text', ['goodType', 'goodType | number'], 'goodType is a number', 'as text',
    changeAnswer('itemFields', ({ goodType, ...fields }) => ({ goodType: String(goodType), ...fields }))),
  fault('diamond-good-type-missing', SCENE, 'goodType of an item is 2', 'left out',
    changeAnswer('itemFields', ({ goodType: _left, ...fields }) => fields)),
  fault('diamond-good-type-of-coins', ['goodType', '| 1 | 游戏币场景 |'], 'goodType 1 is for game coins', '1 for an item',
    changeAnswer('itemFields', (fields) => ({ ...fields, goodType: 1 }))),
  fault('diamond-good-type-of-items', SCENE, 'goodType 2 is for items', '2 for game coins as well',
    changeAnswer('coinFields', (fields) => ({ ...fields, goodType: 2 }))),
  fault('diamond-good-type-unknown', SCENE, 'goodType of an item is 2', '3',
    changeAnswer('itemFields', (fields) => ({ ...fields, goodType: 3 }))),

  fault('diamond-coins-as-text', QUANTITY, 'buyQuantity is a number', 'as text', converted('quantity', String)),
  fault('diamond-coins-as-yuan', COINS, 'buyQuantity is the number of game coins', 'their price, at ten coins a yuan',
    converted('quantity', (coins) => coins / 10)),
  fault('diamond-coins-one-short', COINS, 'buyQuantity is the number of game coins', 'counts from zero',
    converted('quantity', (coins) => coins - 1)),
  fault('diamond-coins-as-price', COINS, 'buyQuantity is the number of game coins', 'passed as orderAmount',
    changeAnswer('coinFields', ({ buyQuantity, ...fields }) => ({ ...fields, orderAmount: buyQuantity }))),
  fault('diamond-coins-renamed', COINS, 'the quantity is named buyQuantity', 'buyNum',
    changeAnswer('diamondOptions', (options) => renamed(options, { buyQuantity: 'buyNum' }))),

  fault('diamond-currency-lower-case', CURRENCY, 'currencyType is DIAMOND', 'diamond', converted('currencyType', () => 'diamond')),
  fault('diamond-currency-cny', CURRENCY, 'currencyType is DIAMOND', 'the CNY of tt.pay', converted('currencyType', () => 'CNY')),
  fault('diamond-currency-empty', CURRENCY, 'currencyType is DIAMOND', 'never filled in', converted('currencyType', () => '')),
  fault('diamond-currency-missing', CURRENCY, 'currencyType is DIAMOND', 'left out; the same as the reading currency-told=never',
    leftOut('currencyType')),

  fault('diamond-custom-id-empty', ['errCode -15101', 'customId 为空或者不唯一'], 'customId is not empty', 'never filled in',
    converted('customId', () => '')),
  fault('diamond-custom-id-missing', ['customId', 'customId | string | | 是'], 'customId is required', 'left out', leftOut('customId')),
  fault('diamond-custom-id-renamed', ['customId', 'customId | string | | 是'], 'customId is required', 'customID',
    changeAnswer('diamondOptions', (options) => renamed(options, { customId: 'customID' }))),
  fault('diamond-custom-id-as-number', ['customId', 'customId | string'], 'customId is text', 'digits become a number',
    converted('customId', (id) => (isDigits(id) ? Number(id) : id))),
  fault('diamond-custom-id-of-its-own', CUSTOM, 'customId is the number of the order, each its own', 'one for all orders',
    converted('customId', () => 'order')),
  fault('diamond-custom-id-upper-case', CUSTOM, 'customId is the number of the order', 'upper case',
    converted('customId', (id) => id.toUpperCase())),

  fault('diamond-name-cut-to-9', NAME, 'goodName may have 10 characters', 'a limit off by one',
    converted('goodName', (name) => [...name].slice(0, 9).join(''))),
  fault('diamond-name-cut-to-10-bytes', NAME, 'goodName may have 10 characters', 'counts bytes',
    converted('goodName', (name) => firstBytes(name, 10))),
  fault('diamond-name-with-quantity', NAME, 'goodName has at most 10 characters', 'appends ×1',
    converted('goodName', (name) => `${name}×1`)),
  fault('diamond-name-encoded', ITEM_NAME, 'goodName is the name of the item', 'URL-encoded', converted('goodName', encodeURIComponent)),
  fault('diamond-name-missing', ITEM_NAME, 'goodName is the name of the item', 'left out', leftOut('goodName')),
  fault('diamond-name-renamed', ITEM_NAME, 'the name is named goodName', 'goodsName, as in pay-button',
    changeAnswer('diamondOptions', (options) => renamed(options, { goodName: 'goodsName' }))),

  fault('diamond-zone-as-number', ['zoneId', 'zoneId | string'], 'zoneId is text', 'digits become a number',
    converted('zoneId', (zone) => (isDigits(zone) ? Number(zone) : zone))),
  fault('diamond-zone-0', ['zoneId', '填写"1"'], 'a game without zones fills in 1', '0',
    replace('zoneId', ({ zoneId }) => zoneId ?? '0')),
  fault('diamond-zone-always-1', ZONE, 'zoneId is the zone of the purchase', 'the 1 of the sample', replace('zoneId', () => '1')),
  fault('diamond-zone-without-role', ['zoneId', '则角色 ID 接在分区 ID 后,用"_"连接'], 'the role follows the zone', 'cut at the _',
    converted('zoneId', (zone) => zone.split('_')[0])),
  fault('diamond-zone-dash', ['zoneId', '则角色 ID 接在分区 ID 后,用"_"连接'], 'zone and role are joined by _', 'by -',
    converted('zoneId', (zone) => zone.replace('_', '-'))),

  fault('diamond-extra-as-object', EXTRA, 'extraInfo is text', 'parsed', converted('extraInfo', parsed)),
  fault('diamond-extra-quoted', EXTRA, 'extraInfo is the text of the purchase', 'turned into JSON once more',
    converted('extraInfo', JSON.stringify)),
  fault('diamond-extra-missing', ['sample', `extraInfo: '{"userId":"12xxx6","version":"v0.0.0","price":"30"}'`], 'extraInfo is passed on',
    'left out', leftOut('extraInfo')),
];
