'use strict';
// Mistakes about what bind:getgoodsinfo resolves with; those about the labels stand in goods-labels.cjs.

const { changeAnswer, replace } = require('../plant.cjs');
const { converted, faultOf, leftOut, renamed } = require('./sentence.cjs');

const fault = faultOf('goods-info', 'pay-button');

const FEN = ['currentPrice', '商品单价 单位:分 非商品库商品必传 价格范围是 1 - 999999999'];
const WHOLE = ['currentPrice', '价格范围是 1 - 999999999 必须为整型值,不能为浮点数'];
const PRICE = ['currentPrice', 'currentPrice number 注意:非商品库商品必传'];
const NAME = ['goodsName', 'goodsName string 注意:非商品库商品必传'];
const BYTES = ['goodsName', '字段长度为区间值 [1, 256] 字节'];
const PHOTO = ['goodsPhoto', 'goodsPhoto string 注意:非商品库商品必传'];
const LIMITS = ['minLimits', '范围是 1 - 99999(minLimits与maxLimits关系见 Bug & Tip )'];
const LEAST = ['minLimits', 'minLimits number 1 起购份数'];
const MOST = ['maxLimits', 'maxLimits number 99999 限购份数'];
const ORDER = ['Bug & Tip', 'minLimits 应小于 maxLimits'];
const RULE = ['dateRule', 'dateRule string 周一至周日可用 使用规则'];
const RULE_BYTES = ['dateRule', '字段长度最大长度为128字节'];
const PHONE = ['sample', '手机号是否必填, 为 true则必填,false选填,默认选填'];
const EXTRA = ['extra', 'extra object 开发者透传参数'];
const TRADE = ['tradeOption', 'tradeOption object 开发者透传参数'];
const FUSED = ['tradeOption', '0:非融合链路 1:走融合链路(标准融合/完全融合)'];
const RULES = ['tradeOption', 'true:接入交易规则 false:不接入交易规则'];
const VERSION = ['marketingVersion', 'marketingVersion number 1 营销版本'];

const rename = (names) => changeAnswer('goodsInfo', (info) => renamed(info, names));
const cut = (method, length) => converted(method, (text) => [...text].slice(0, length).join(''));

/** A member of the tradeOption converted, where it is there. */
const trade = (name, convert) =>
  converted('tradeOption', (option) => (option[name] === undefined ? option : { ...option, [name]: convert(option[name]) }));

module.exports = [
  fault('goods-price-in-yuan', FEN, 'currentPrice is in fen', 'divides by 100', converted('price', (fen) => fen / 100)),
  fault('goods-price-by-way-of-yuan', WHOLE, 'currentPrice is whole', 'yuan as a float times 100',
    converted('price', (fen) => (fen / 100) * 100)),
  fault('goods-price-as-text', PRICE, 'currentPrice is a number', 'as text', converted('price', String)),
  fault('goods-price-renamed', PRICE, 'the price is named currentPrice', 'price', rename({ currentPrice: 'price' })),
  fault('goods-price-of-least', FEN, 'currentPrice is that of one piece', 'times the least quantity',
    changeAnswer('goodsInfo', (info, { price, least = 1 }) => (price === undefined ? info : { ...info, currentPrice: price * least }))),

  fault('goods-name-renamed', NAME, 'the name is named goodsName', 'goodName, as for diamonds', rename({ goodsName: 'goodName' })),
  fault('goods-name-cut-to-85', BYTES, 'goodsName may have 256 bytes', '256 / 3 characters, whatever they are', cut('goodsName', 85)),
  fault('goods-name-cut-to-255-bytes', BYTES, 'goodsName may have 256 bytes', 'a limit off by one',
    converted('goodsName', (name) => (Buffer.byteLength(name) > 255 ? [...name].slice(0, -1).join('') : name))),
  fault('goods-name-encoded', NAME, 'goodsName is the name', 'URL-encoded', converted('goodsName', encodeURIComponent)),
  fault('goods-photo-without-query', PHOTO, 'goodsPhoto is the address of the photo', 'cuts the query',
    converted('goodsPhoto', (url) => url.split('?')[0])),
  fault('goods-photo-png', ['goodsPhoto', '图片类型支持 jpg、jpeg、gif、webp'], 'the photo is jpg, jpeg, gif or webp', 'asks for a png',
    converted('goodsPhoto', (url) => url.replace(/\.(?:jpe?g|gif|webp)(?=\?|$)/i, '.png'))),
  fault('goods-photo-list', PHOTO, 'goodsPhoto is text', 'a list of one', converted('goodsPhoto', (url) => [url])),
  fault('goods-photo-cut', ['goodsPhoto', '字段长度为 [1, 512] 字节'], 'goodsPhoto may have 512 bytes', 'the 256 of the name',
    cut('goodsPhoto', 256)),

  fault('goods-limits-swapped', ORDER, 'minLimits is the lesser one', 'swapped',
    changeAnswer('limitFields', ({ minLimits, maxLimits }) => ({ minLimits: maxLimits, maxLimits: minLimits }))),
  fault('goods-limits-as-text', LEAST, 'limits are numbers', 'as text',
    changeAnswer('limitFields', (limits) => JSON.parse(JSON.stringify(limits), (_key, value) => (typeof value === 'number' ? String(value) : value)))),
  fault('goods-least-0', LIMITS, 'minLimits is at least 1', '0 where the goods set none; limits-outside=clamped mends it',
    changeAnswer('limitFields', ({ minLimits = 0, maxLimits }) => ({ minLimits, maxLimits }))),
  fault('goods-most-0', ['maxLimits', '限购份数 范围是 1 - 99999'], 'maxLimits is at least 1', '0 for no limit',
    changeAnswer('limitFields', ({ minLimits, maxLimits = 0 }) => ({ minLimits, maxLimits }))),
  fault('goods-most-1', MOST, 'maxLimits is 99999 by default', '1 where the goods set none',
    changeAnswer('limitFields', ({ minLimits, maxLimits = 1 }) => ({ minLimits, maxLimits }))),
  fault('goods-most-999999', ['maxLimits', '限购份数 范围是 1 - 99999'], 'maxLimits is at most 99999',
    '999999 for no limit; limits-outside=clamped mends it',
    changeAnswer('limitFields', ({ minLimits, maxLimits = 999999 }) => ({ minLimits, maxLimits }))),
  fault('goods-most-excluded', MOST, 'the highest quantity may be bought', 'one more, as an open end',
    changeAnswer('limitFields', ({ minLimits, maxLimits }) => ({ minLimits, maxLimits: maxLimits && maxLimits + 1 }))),
  fault('goods-least-missing', LEAST, 'minLimits is the least quantity', 'left out',
    changeAnswer('limitFields', ({ maxLimits }) => ({ maxLimits }))),
  fault('goods-limits-renamed', LEAST, 'limits are named minLimits and maxLimits', 'minLimit and maxLimit',
    rename({ minLimits: 'minLimit', maxLimits: 'maxLimit' })),

  fault('goods-usage-from-name', RULE, 'dateRule is the rule of use', 'takes the name',
    replace('dateRule', ({ usage, name }) => name ?? usage)),
  fault('goods-usage-of-the-sample', RULE, 'dateRule is the rule of use', 'that of the sample, always',
    replace('dateRule', () => '周一至周日可用')),
  fault('goods-usage-cut', RULE_BYTES, 'dateRule may have 128 bytes', '128 / 3 characters, whatever they are', cut('dateRule', 42)),
  fault('goods-usage-renamed', RULE, 'the rule of use is named dateRule', 'usage', rename({ dateRule: 'usage' })),

  fault('goods-phone-as-text', PHONE, 'required is true or false', 'as text',
    changeAnswer('validation', (given, required) => given && { phoneNumber: { required: String(required) } })),
  fault('goods-phone-as-number', PHONE, 'required is true or false', '1 or 0',
    changeAnswer('validation', (given, required) => given && { phoneNumber: { required: Number(required) } })),
  fault('goods-phone-too-high', PHONE, 'required stands in validation.phoneNumber', 'in validation itself',
    changeAnswer('validation', (given, required) => given && { required })),
  fault('goods-phone-flag-alone', PHONE, 'required stands in validation.phoneNumber', 'phoneNumber is the flag',
    changeAnswer('validation', (given, required) => given && { phoneNumber: required })),
  fault('goods-phone-outside', PHONE, 'required stands in validation.phoneNumber', 'phoneNumber without validation',
    changeAnswer('goodsInfo', ({ validation, ...info }) => ({ ...info, ...validation }))),
  fault('goods-phone-always', PHONE, 'the phone number is optional by default', 'required where the goods say nothing',
    replace('validation', (required = true) => ({ phoneNumber: { required } }))),

  fault('goods-extra-as-text', EXTRA, 'extra is an object', 'turned into text', converted('extra', JSON.stringify)),
  fault('goods-extra-missing', EXTRA, 'extra is passed through', 'left out', leftOut('extra')),
  fault('goods-extra-wrapped', EXTRA, 'extra is passed through', 'one object deeper', converted('extra', (extra) => ({ extra }))),
  fault('goods-trade-as-text', TRADE, 'tradeOption is an object', 'turned into text', converted('tradeOption', JSON.stringify)),
  fault('goods-trade-in-extra', TRADE, 'tradeOption stands on its own', 'inside extra',
    changeAnswer('goodsInfo', ({ tradeOption, ...info }) => (tradeOption ? { ...info, extra: { ...info.extra, tradeOption } } : info))),
  fault('goods-trade-renamed', TRADE, 'it is named tradeOption', 'trade_option', rename({ tradeOption: 'trade_option' })),
  fault('goods-life-trade-flag-boolean', FUSED, 'life_trade_flag is 0 or 1', 'true or false', trade('life_trade_flag', Boolean)),
  fault('goods-life-trade-flag-text', FUSED, 'life_trade_flag is 0 or 1', 'as text', trade('life_trade_flag', String)),
  fault('goods-use-tag-number', RULES, 'is_use_tag is true or false', '1 or 0', trade('is_use_tag', Number)),
  fault('goods-use-tag-text', RULES, 'is_use_tag is true or false', 'as text', trade('is_use_tag', String)),
  fault('goods-marketing-as-text', VERSION, 'marketingVersion is a number', 'as text', converted('marketingVersion', String)),
  fault('goods-marketing-always-2', VERSION, 'marketingVersion is 1 by default', 'the 2 of the sample, always',
    replace('marketingVersion', () => 2)),
  fault('goods-marketing-in-trade', VERSION, 'marketingVersion stands on its own', 'inside tradeOption',
    changeAnswer('goodsInfo', ({ marketingVersion, ...info }) =>
      marketingVersion === undefined ? info : { ...info, tradeOption: { ...info.tradeOption, marketingVersion } })),
];
