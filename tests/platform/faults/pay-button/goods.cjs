'use strict';
// Mistakes about the goods that bind:getgoodsinfo resolves with.

const { changeAnswer, forget, replace } = require('../plant.cjs');
const { fault, row } = require('./sentence.cjs');

const PRICE = ['currentPrice', '价格范围是 1 - 999999999 必须为整型值,不能为浮点数'];
const PRICE_REQUIRED = ['currentPrice', '注意:非商品库商品必传 商品单价'];
const NAME = ['goodsName', '字段长度为区间值 [1, 256] 字节'];
const NAME_REQUIRED = ['goodsName', '注意:非商品库商品必传 商品名称'];
const PHOTO = ['goodsPhoto', '字段长度为 [1, 512] 字节'];
const PHOTO_REQUIRED = ['goodsPhoto', '注意:非商品库商品必传 商品图片'];
const PHOTO_TYPE = ['goodsPhoto', '图片类型支持 jpg、jpeg、gif、webp'];
const RULE = ['dateRule', '字段长度最大长度为128字节'];
const RULE_DEFAULT = ['dateRule', 'dateRule string 周一至周日可用'];
const EXTRA = ['extra', '开发者透传参数 上传服务端时会对extra进行JSON.stringify处理 字段长度应小于或等于2048字节'];
const EXTRA_TEXT = ['extra', '上传服务端时会对extra进行JSON.stringify处理'];
const TRADE = ['tradeOption', 'tradeOption object'];
const MARKETING = ['marketingVersion', 'marketingVersion number 1'];
const MARKETING_READY = ['marketing-ready', 'true:已配置营销扩展点,进行营销展现并进行营销优惠计算 false: 未配置,不展现营销信息'];
const CHOICE = ['marketing-ready', '传 true 时,营销版本的选择参考 bind:getgoodsinfo 中 marketingVersion 字段'];
const TYPES = row('21512 bind:getgoodsinfo 传入数据类型错误');
const BYTES = ['Bug & Tip', '字符串是 UTF-8 编码,一个汉字 3 个字节'];

const isText = (value) => typeof value === 'string';
const bytes = (value) => (isText(value) ? Buffer.byteLength(value) : 0);
const json = (value) => (typeof value === 'object' ? JSON.stringify(value) : '');

/** The check also lets through, or also refuses, what `which` says. */
const accepts = (check, which) => changeAnswer(check, (right, value) => right || which(value));
const refuses = (check, which) => changeAnswer(check, (right, value) => right && !which(value));

/** A field that may be missing after all. */
const mayLack = (check, name) => changeAnswer(check, (found, _button, info) => (info[name] === undefined ? undefined : found));

const passes = (change) => changeAnswer('passedThrough', change);

module.exports = [
  fault('price-unchecked', PRICE, 'currentPrice is a whole number of fen', 'the check is forgotten', forget('badPrice')),
  fault('price-optional', PRICE_REQUIRED, 'goods outside the library need a price', 'checked only if it is there',
    mayLack('badPrice', 'currentPrice'),
  ),
  fault('price-wanted-of-library', PRICE_REQUIRED, 'only goods outside the library need a price', 'all goods do',
    changeAnswer('badPrice', function all(found, _button, info) {
      return found ?? (info.currentPrice === undefined ? this.fault(21512) : undefined);
    })),
  fault('price-zero-accepted', PRICE, 'the least price is 1', '`price >= 0`', accepts('isPrice', (price) => price === 0)),
  fault('price-one-refused', PRICE, 'the least price is 1', '`price > 1`', refuses('isPrice', (price) => price === 1)),
  fault('price-most-refused', PRICE, 'the highest price is 999999999', '`price < 999999999`',
    refuses('isPrice', (price) => price === 999999999),
  ),
  fault('price-over-most-accepted', PRICE, 'the highest price is 999999999', 'no upper limit',
    accepts('isPrice', (price) => price > 999999999),
  ),
  fault('price-float-accepted', PRICE, 'currentPrice is whole', 'only looks at the range', accepts('isPrice', (price) => price >= 1 && price <= 999999999)),
  fault('price-text-accepted', ['currentPrice', 'currentPrice number'], 'currentPrice is a number', 'converts a text',
    accepts('isPrice', (price) => isText(price) && Number(price) >= 1),
  ),
  fault('price-in-yuan', ['currentPrice', '商品单价 单位:分'], 'currentPrice is in fen', 'taken for yuan',
    changeAnswer('priceOf', (price, { goodsType }) => (goodsType === 2 ? price * 100 : price))),
  fault('name-optional', NAME_REQUIRED, 'goods outside the library need a name', 'checked only if it is there',
    mayLack('badName', 'goodsName'),
  ),
  fault('name-empty-accepted', NAME, 'goodsName has at least one byte', 'only the upper limit is looked at',
    accepts('isName', (name) => name === ''),
  ),
  fault('name-257-accepted', NAME, 'goodsName has at most 256 bytes', 'a limit off by one',
    accepts('isName', (name) => bytes(name) === 257),
  ),
  fault('name-256-refused', NAME, 'goodsName may have 256 bytes', '`length < 256`', refuses('isName', (name) => bytes(name) === 256)),
  fault('name-characters', NAME, 'the length of goodsName is in bytes', 'counts characters',
    replace('isName', (name) => isText(name) && name.length > 0 && name.length <= 256),
  ),
  fault('name-any-type', ['goodsName', 'goodsName string'], 'goodsName is a text', 'shows whatever it gets',
    accepts('isName', (name) => typeof name === 'number'),
  ),
  fault('photo-optional', PHOTO_REQUIRED, 'goods outside the library need a photo', 'checked only if it is there',
    mayLack('badPhoto', 'goodsPhoto'),
  ),
  fault('photo-empty-accepted', PHOTO, 'goodsPhoto has at least one byte', 'only the upper limit is looked at',
    accepts('isPhoto', (photo) => photo === ''),
  ),
  fault('photo-513-accepted', PHOTO, 'goodsPhoto has at most 512 bytes', 'a limit off by one',
    accepts('isPhoto', (photo) => bytes(photo) === 513),
  ),
  fault('photo-512-refused', PHOTO, 'goodsPhoto may have 512 bytes', '`length < 512`', refuses('isPhoto', (photo) => bytes(photo) === 512)),
  fault('photo-characters', PHOTO, 'the length of goodsPhoto is in bytes', 'counts characters',
    replace('isPhoto', function characters(photo) {
      return isText(photo) && photo.length > 0 && photo.length <= 512 && this.isImage(photo);
    })),
  ...['jpg', 'jpeg', 'gif', 'webp'].map((type) =>
    fault(`photo-${type}-refused`, PHOTO_TYPE, `a photo may be ${type}`, 'missing in the list',
      changeAnswer('imageTypes', (types) => types.filter((one) => one !== type)),
    ),
  ),
  fault('photo-query-counts', ['bind:getgoodsinfo 说明', '~noop.jpeg?from=3303174740'], 'the photo of the sample is a jpeg',
    'looks at the end of the whole address',
    replace('extensionOf', (photo) => /\.([^./]*)$/.exec(photo)?.[1].toLowerCase()),
  ),
  fault('date-rule-129-accepted', RULE, 'dateRule has at most 128 bytes', 'a limit off by one',
    accepts('isDateRule', (rule) => bytes(rule) === 129),
  ),
  fault('date-rule-128-refused', RULE, 'dateRule may have 128 bytes', '`length < 128`',
    refuses('isDateRule', (rule) => bytes(rule) === 128),
  ),
  fault('date-rule-characters', RULE, 'the length of dateRule is in bytes', 'counts characters',
    replace('isDateRule', (rule) => isText(rule) && rule.length <= 128),
  ),
  fault('date-rule-any-type', ['dateRule', 'dateRule string'], 'dateRule is a text', 'takes a list of days as well',
    accepts('isDateRule', Array.isArray),
  ),
  fault('date-rule-wanted', RULE_DEFAULT, 'dateRule has a default', 'refused if it is missing',
    changeAnswer('badDateRule', function wanted(found, _button, { dateRule }) {
      return dateRule === undefined ? this.fault(21512) : found;
    })),
  fault('date-rule-no-default', RULE_DEFAULT, 'dateRule has a default', 'shows nothing',
    changeAnswer('fieldDefault', (value, name) => (name === 'dateRule' ? '' : value)),
  ),
  fault('utf-16-bytes', BYTES, 'a character of Chinese has three bytes', 'takes two bytes for each',
    replace('bytesOf', (value) => Buffer.byteLength(value, 'latin1') * 2),
  ),
  fault('two-bytes-for-chinese', BYTES, 'a character of Chinese has three bytes', 'counts as GBK does',
    replace('bytesOf', (value) => Buffer.byteLength(value.replace(/[^\x00-\x7f]/g, 'xx'))),
  ),
  fault('extra-2049-accepted', EXTRA, 'extra has at most 2048 bytes', 'a limit off by one',
    accepts('isPassedThrough', (extra) => bytes(json(extra)) === 2049),
  ),
  fault('extra-2048-refused', EXTRA, 'extra may have 2048 bytes', '`length < 2048`',
    refuses('isPassedThrough', (extra) => bytes(json(extra)) === 2048),
  ),
  fault('extra-characters', EXTRA, 'the length of extra is in bytes', 'counts characters', replace('jsonBytesOf', (value) => value.length)),
  fault('extra-unlimited', EXTRA, 'extra has at most 2048 bytes', 'the limit is forgotten', replace('jsonBytesOf', () => 0)),
  fault('extra-values-only', EXTRA, 'the limit is for the whole JSON text of extra', 'adds up its values',
    replace('isPassedThrough', function values(extra) {
      return this.isObject(extra) && Object.values(extra).reduce((sum, value) => sum + String(value).length, 0) <= 2048;
    }),
  ),
  fault('extra-text-accepted', ['extra', 'extra object'], 'extra is an object', 'takes a JSON text as well',
    accepts('isPassedThrough', isText),
  ),
  fault('extra-twice-serialized', EXTRA_TEXT, 'extra is serialized once', 'once by the page and once by the request',
    passes((fields) => (fields.extra === undefined ? fields : { ...fields, extra: JSON.stringify(fields.extra) }))),
  fault('extra-not-serialized', EXTRA_TEXT, 'extra is sent as a JSON text', 'sent as it is',
    passes((fields, { goods }) => (fields.extra === undefined ? fields : { ...fields, extra: goods.info.extra }))),
  fault('extra-dropped', ['extra', '开发者透传参数'], 'extra is passed through', 'not part of the order', passes(({ extra, ...fields }) => fields)),
  fault('extra-pretty', EXTRA_TEXT, 'extra is sent as JSON.stringify makes it', 'indented for the log, and sent so',
    passes((fields, { goods }) => (fields.extra === undefined ? fields : { ...fields, extra: JSON.stringify(goods.info.extra, null, 2) }))),
  fault('trade-option-unchecked', TRADE, 'tradeOption is an object of at most 2048 bytes', 'the check is forgotten',
    replace('isTradeOption', () => true),
  ),
  fault('trade-option-dropped', ['tradeOption', '开发者透传参数'], 'tradeOption is passed through', 'not part of the order',
    passes(({ tradeOption, ...fields }) => fields),
  ),
  fault('trade-option-in-extra', TRADE, 'tradeOption is a parameter of its own', 'merged into extra',
    passes(({ tradeOption, ...fields }, { goods: { info } }) =>
      tradeOption === undefined ? fields : { ...fields, extra: JSON.stringify({ ...info.extra, ...info.tradeOption }) },
    ),
  ),
  fault('trade-option-for-extra', TRADE, 'extra and tradeOption are two', 'copied: the text of extra is sent for both',
    passes((fields) => (fields.tradeOption === undefined ? fields : { ...fields, tradeOption: fields.extra }))),
  fault('marketing-version-text-accepted', ['marketingVersion', 'marketingVersion number'], 'marketingVersion is a number',
    'converts a text',
    accepts('isMarketingVersion', isText),
  ),
  fault('marketing-version-default-2', MARKETING, 'marketingVersion is 1 by default', 'the new one by default',
    changeAnswer('fieldDefault', (value, name) => (name === 'marketingVersion' ? 2 : value))),
  fault('marketing-always', MARKETING_READY, 'no marketing without marketing-ready', 'shown as soon as there is a version',
    replace('marketingOf', function always({ goods: { info } }) {
      return this.fieldOf(info, 'marketingVersion');
    }),
  ),
  fault('marketing-never', MARKETING_READY, 'marketing is displayed with marketing-ready', 'forgotten',
    replace('marketingOf', () => undefined),
  ),
  fault('marketing-version-ignored', CHOICE, 'the version is that of marketingVersion', 'always the first one',
    changeAnswer('marketingOf', (version) => version && 1),
  ),
  fault('goods-nothing-accepted', TYPES, 'bind:getgoodsinfo resolves with the goods', 'nothing counts as an empty object',
    changeAnswer('ask', async (answer, _button, name) => {
      const got = await answer;
      return name === 'getgoodsinfo' && !got.fault && got.value === undefined ? { value: {} } : got;
    })),
  fault('goods-text-accepted', TYPES, 'bind:getgoodsinfo resolves with an object', 'parses a JSON text',
    changeAnswer('ask', async (answer, _button, name) => {
      const got = await answer;
      return name === 'getgoodsinfo' && isText(got.value) ? { value: {} } : got;
    })),
];
