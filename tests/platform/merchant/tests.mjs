// The tests of the caller's side: the samples of the documents, what becomes of the intents at the platform, the faults.
// self.test.mjs runs them with the others.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import test from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { COINS, ITEM, PLAIN, call } from '../bench.mjs';
import { call as callPay, pay } from '../cashier/bench.mjs';
import { LIBRARY, SAMPLE, call as callButton, library } from '../pay-button/bench.mjs';
import { GOODS, ORDERS, PURCHASES } from './probes.mjs';

const require = createRequire(import.meta.url);
const { faults } = require('../faults.cjs');
const { READINGS } = require('../readings.cjs');
const { createMerchant } = require('./merchant.cjs');

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the samples of the diamonds', () => {
  const { extraInfo, customId } = ITEM;
  const more = { customId, zoneId: '1', extraInfo };
  assert.deepEqual(createMerchant().diamondOptions({ fen: 10, name: '道具名称', ...more }), ITEM);
  assert.deepEqual(createMerchant().diamondOptions({ coins: 600, ...more }), COINS);
  assert.deepEqual(createMerchant().diamondOptions({ coins: 600, ...more, extraInfo: JSON.parse(extraInfo) }), COINS);
});

test('the samples of the goods', () => {
  const rules = { least: 1, most: 2, usage: '周一至周日可用', phoneRequired: true, marketing: 2 };
  assert.deepEqual(createMerchant().goodsInfo(rules), LIBRARY);
  const labels = SAMPLE.goodsLabels.map(({ type, value }) => ({ type, ...(value ? { days: value } : {}) }));
  const { currentPrice: price, goodsName: name, goodsPhoto: photo, extra, tradeOption: trade } = SAMPLE;
  assert.deepEqual(createMerchant().goodsInfo({ ...rules, price, name, photo, labels, extra, trade }), SAMPLE);
});

test('what an intent leaves out is left out', () => {
  assert.deepEqual(createMerchant().goodsInfo({}), {});
  assert.deepEqual(createMerchant().diamondOptions({ coins: 10, customId: 'a' }), { buyQuantity: 10, currencyType: 'DIAMOND', zoneId: '1', customId: 'a' });
});

/** At once, and when some orders and all orders of the probes have expired. */
const CLOCKS = [1566720690, 1566721200, 1566722000];

/** What the platform makes of an intent that this merchant passes to it. */
const PLATFORM = {
  'diamond-options': (merchant, purchase) => call(merchant.diamondOptions(purchase)),
  'goods-info': async (merchant, goods) => {
    const type = goods.price === undefined ? 1 : 2;
    const handlers = { getgoodsinfo: [{ resolves: merchant.goodsInfo(goods) }] };
    const trace = await callButton(library({}, { 'goods-type': type, 'marketing-ready': true }, handlers));
    return trace.filter(({ asked }) => asked !== 'getgoodsinfo');
  },
  'order-info': async (merchant, input) => {
    const options = pay({ orderInfo: merchant.orderInfo(input, PLAIN.payment_secret) });
    return (await Promise.all(CLOCKS.map((clock) => callPay(options, { clock })))).flat();
  },
};
const INTENTS = { 'diamond-options': PURCHASES, 'goods-info': GOODS, 'order-info': ORDERS };
const outcomes = (operation, merchant) => Promise.all(INTENTS[operation].map((intent) => PLATFORM[operation](merchant, intent)));
const shown = (trace, wanted) => trace.find((event) => event.shown && wanted in event.shown)?.shown;

const OWN = READINGS.filter(({ operation }) => [operation].flat().some((name) => name in INTENTS && name !== 'sign'));
const CHOICES = [{}, ...OWN.filter(({ operation }) => !Array.isArray(operation)).flatMap(({ name, values }) => values.slice(1).map((value) => ({ [name]: value })))];

for (const readings of CHOICES) {
  const merchant = createMerchant({ readings });
  const which = JSON.stringify(readings);

  test(`every purchase is paid as it was meant, ${which}`, async () => {
    (await outcomes('diamond-options', merchant)).forEach((trace, index) => {
      const { fen, coins, customId, zoneId = '1' } = PURCHASES[index];
      assert.deepEqual(trace.find(({ sent }) => sent).sent, { to: 'order', customId, zoneId });
      assert.equal(shown(trace, 'desk').fen, fen ?? coins * 10);
      assert.ok(trace.some(({ called }) => called === 'success'));
    });
  });

  test(`all goods are shown as they were meant, ${which}`, async () => {
    (await outcomes('goods-info', merchant)).forEach((trace, index) => {
      const { least = 1, most = 99999, usage = '周一至周日可用', phoneRequired = false, marketing = 1, ...goods } = GOODS[index];
      const { price = 9900, name, photo, labels = [], extra, trade } = goods;
      const page = shown(trace, 'page');
      assert.deepEqual([page.minLimits, page.maxLimits, page.dateRule, page.phoneRequired], [least, most, usage, phoneRequired]);
      assert.deepEqual([page.marketing, page.price, page.name, page.photo], [marketing, price, name, photo]);
      assert.deepEqual((page.labels ?? []).map(({ type, value: days }) => (days ? { type, days } : { type })), labels);
      const { sent } = trace.find((event) => event.sent?.to === 'order');
      assert.deepEqual([sent.extra, sent.tradeOption], [extra, trade].map((object) => object && JSON.stringify(object)));
    });
  });

  test(`every order is paid, ${which}`, async () => {
    (await outcomes('order-info', merchant)).forEach((trace, index) => {
      const { total_amount: fen, wx_url: wx, alipay_url: alipay } = ORDERS[index].order;
      const { fen: asked, ...desk } = shown(trace, 'desk');
      assert.deepEqual([asked, desk.wx, desk.alipay], [fen, Boolean(wx), Boolean(alipay)]);
      assert.ok(!trace.some(({ called }) => called === 'fail'));
    });
  });
}

const own = faults.filter(({ operation }) => operation in INTENTS);
const named = own.filter(({ name }) => name.startsWith('merchant-'));

test('there are many faults', () => {
  const of = (...operations) => named.filter(({ operation }) => operations.includes(operation)).length;
  assert.ok(of('diamond-options', 'goods-info') >= 25 && of('order-info') >= 10);
});

/** What nothing at the platform shows: it only differs from what the intent says, or a default reading lets it pass. */
const UNSEEN = new Set([
  'merchant-diamond-quantity-beside-price', 'merchant-diamond-currency-missing', 'merchant-diamond-name-cut-to-9',
  'merchant-diamond-name-cut-to-10-bytes', 'merchant-diamond-name-missing', 'merchant-diamond-name-renamed',
  'merchant-diamond-extra-missing', 'merchant-info-timestamp-of-order', 'merchant-info-uid-is-app-id',
  'merchant-info-ids-swapped', 'merchant-info-body-is-subject', 'merchant-info-subject-encoded',
  'merchant-info-alipay-url-decoded', 'merchant-info-risk-info-of-server',
]);

for (const { name, operation, plant } of named) {
  test(`the fault ${name} ${UNSEEN.has(name) ? 'does not show' : 'shows'} at the platform`, async () => {
    const [right, wrong] = await Promise.all([{}, { plant }].map((options) => outcomes(operation, createMerchant(options))));
    assert.equal(isDeepStrictEqual(right, wrong), UNSEEN.has(name));
  });
}

const SENTENCE = /\((open-aweme-customer-service|pay-button|tt-pay), .+?: “(.+)”\)$/;

const expected = readFileSync(new URL('../faults/merchant.expected.tsv', import.meta.url), 'utf8')
  .trimEnd().split('\n').map((line) => line.split('\t'));

test('every fault of the merchant has its sentence', () => {
  const [head, ...rows] = expected;
  assert.deepEqual(head, ['fault', 'sentence']);
  assert.deepEqual(rows.map(([name]) => name), named.map(({ name }) => name));
  rows.forEach(([name, sentence], index) => {
    assert.match(named[index].breaks, SENTENCE, name);
    assert.ok(named[index].breaks.endsWith(`(${sentence})`), name);
  });
});

test('the sentences stand in the documents of the merchant', { skip: !process.env.PAYSTONE_DOCUMENTS }, () => {
  const folder = process.env.PAYSTONE_DOCUMENTS;
  const texts = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(join(folder, name), 'utf8'));
  const flat = (text) => text.replace(/\s+/g, ' ');
  const heads = { 'open-aweme-customer-service': 'tt.openAwemeCustomerService 收藏', 'tt-pay': 'tt.pay 1.19.4+', 'pay-button': 'pay-button 交易按钮(旧版)' };
  for (const { name, breaks } of named) {
    const [, document, quote] = SENTENCE.exec(breaks);
    assert.ok(flat(texts.find((text) => text.includes(heads[document]))).includes(flat(quote)), `${name}: ${quote}`);
  }
});

test('the README lists the readings and the files of the merchant', () => {
  for (const { name, values, about } of OWN) {
    assert.ok(README.includes(`| \`${name}\` | ${values.map((value) => `\`${value}\``).join(', ')} | ${about} |`), name);
  }
  for (const file of readdirSync(new URL('.', import.meta.url))) assert.ok(README.includes(`\`merchant/${file}\``), file);
});
