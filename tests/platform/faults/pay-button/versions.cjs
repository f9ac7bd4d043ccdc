'use strict';
// Mistakes about base library versions.

const { changeAnswer, replace } = require('../plant.cjs');
const { fault } = require('./sentence.cjs');

const COMPONENT = ['title', '基础库 2.43.0.0 开始支持本组件。'];
const MARKETING = ['marketing-ready', '营销版本的选择参考 bind:getgoodsinfo 中 marketingVersion 字段 2.54.0.0'];
const VERSION = ['marketingVersion', '进入提单页时会展示营销算价信息 2.76.0.0'];
const TRADE = ['tradeOption', 'true:接入交易规则 false:不接入交易规则 2.76.0.0'];
const EXTENSION = ['bind:getextensionpath', '详见 bind:getextensionpath 说明 -- 2.76.0.0'];
const LABEL = ['type 的合法值', 'NON_REFUNDABLE 不可退 2.50.0.0'];
const ITEMS = ['itemOrderList 说明', 'itemOrderId string 退款的商品单号 2.59.0.3'];

const FIRST = '2.43.0.0';

/** One thing has another minimum version. */
const since = (method, which, version) => changeAnswer(method, (real, name) => (which === undefined || name === which ? version : real));

const compares = (compare) => replace('compareVersions', compare);
const parts = (version) => version.split('.').map(Number);

module.exports = [
  fault('any-version', COMPONENT, 'the component exists from 2.43.0.0 on', 'no gate', since('componentSince', undefined, '1.0.0')),
  fault('later-version', COMPONENT, 'the component exists from 2.43.0.0 on', '"greater than" instead of "at least"',
    since('componentSince', undefined, '2.43.0.1'),
  ),
  fault('marketing-any-version', MARKETING, 'marketing-ready counts from 2.54.0.0 on', 'no gate',
    since('propertySince', 'marketing-ready', FIRST),
  ),
  fault('marketing-later-version', MARKETING, 'marketing-ready counts from 2.54.0.0 on', 'takes the version of marketingVersion',
    since('propertySince', 'marketing-ready', '2.76.0.0'),
  ),
  fault('marketing-version-any-version', VERSION, 'marketingVersion counts from 2.76.0.0 on', 'takes the version of marketing-ready',
    since('fieldSince', 'marketingVersion', FIRST),
  ),
  fault('marketing-version-later-version', VERSION, 'marketingVersion counts from 2.76.0.0 on', '"greater than" instead of "at least"',
    since('fieldSince', 'marketingVersion', '2.76.0.1'),
  ),
  fault('trade-option-any-version', TRADE, 'tradeOption counts from 2.76.0.0 on', 'no gate', since('fieldSince', 'tradeOption', FIRST)),
  fault('trade-option-later-version', TRADE, 'tradeOption counts from 2.76.0.0 on', '"greater than" instead of "at least"',
    since('fieldSince', 'tradeOption', '2.76.0.1'),
  ),
  fault('extension-any-version', EXTENSION, 'bind:getextensionpath counts from 2.76.0.0 on', 'no gate',
    since('extensionSince', undefined, FIRST),
  ),
  fault('label-any-version', LABEL, 'NON_REFUNDABLE counts from 2.50.0.0 on', 'no gate', since('labelSince', 'NON_REFUNDABLE', FIRST)),
  fault('label-later-version', LABEL, 'NON_REFUNDABLE counts from 2.50.0.0 on', '"greater than" instead of "at least"',
    since('labelSince', 'NON_REFUNDABLE', '2.50.0.1'),
  ),
  fault('items-any-version', ITEMS, 'itemOrderList counts from 2.59.0.3 on', 'no gate', since('listSince', undefined, FIRST)),
  fault('items-three-parts', ITEMS, 'itemOrderList counts from 2.59.0.3 on', 'the fourth part is cut off',
    since('listSince', undefined, '2.59.0'),
  ),
  fault('items-later-version', ITEMS, 'itemOrderList counts from 2.59.0.3 on', 'rounded up', since('listSince', undefined, '2.59.1')),
  fault('versions-as-text', COMPONENT, 'versions are compared part by part', 'compared as texts',
    compares((a, b) => (a < b ? -1 : Number(a > b))),
  ),
  fault('versions-two-parts', ITEMS, 'versions are compared part by part', 'compares two parts', compares((a, b) => {
    const [[major, minor], [otherMajor, otherMinor]] = [parts(a), parts(b)];
    return major - otherMajor || minor - otherMinor;
  })),
];
