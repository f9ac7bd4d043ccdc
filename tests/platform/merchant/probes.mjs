// Intents of a merchant that together tell every planted fault of the caller's side: edges of lengths and ranges, absent
// members, all kinds of labels.

const EXTRA = '{"userId":"12xxx6","version":"v0.0.0","price":"30"}';
const coins = (more = {}) => ({ coins: 600, customId: 'order-1', ...more });
const item = (more = {}) => ({ fen: 10, name: '道具名称', customId: 'order-1', ...more });

export const PURCHASES = [
  coins(),
  coins({ zoneId: '1', extraInfo: EXTRA }),
  coins({ coins: 10, zoneId: '2' }),
  coins({ coins: 29980, zoneId: '3_role7', extraInfo: '' }),
  coins({ extraInfo: 'x'.repeat(256), customId: '20250001' }),
  item(),
  item({ zoneId: '1', extraInfo: EXTRA }),
  item({ fen: 1, name: '道'.repeat(10) }),
  item({ fen: 600, name: 'sword of 5', zoneId: '2_7' }),
  item({ fen: 1990, name: '剑', customId: '900719925474099312' }),
  { fen: 100, customId: 'Order-2' },
];

const label = (type, days) => (days === undefined ? { type } : { type, days });
const [EXPIRED, ANYTIME, FREE, NONE] = ['EXPIRED_RETURNS', 'REFUND_ANYTIME', 'RESERVATION_FREE', 'NON_REFUNDABLE'].map((type) => label(type));
const refundable = (days) => label('REFUNDABLE_DAYS', days);
const advance = (days) => label('BOOK_IN_ADVANCE', days);

const outside = (more = {}) => ({ price: 9900, name: '释集烤肉 99元套餐', photo: 'https://shop.example/img/meal~noop.jpeg?from=3303174740', ...more });
const labelled = (...labels) => outside({ labels });
const LONG = `https://shop.example/${'p'.repeat(512 - 25)}.jpg`;

const OUTSIDE = [
  outside(),
  outside({ price: 1, name: 'x', photo: 'https://shop.example/a.webp', least: 1, most: 99999, usage: '周一至周日可用' }),
  outside({ price: 999999999, name: '肉'.repeat(85) + 'x', photo: LONG, usage: `${'节'.repeat(42)}xx` }),
  outside({ price: 1990, name: 'x'.repeat(256), photo: 'https://shop.example/a.gif', usage: 'x'.repeat(128), least: 2, most: 3 }),
  outside({ price: 29, least: 2, phoneRequired: true, extra: {}, trade: { life_trade_flag: 1, is_use_tag: true }, marketing: 2 }),
  outside({ most: 20, phoneRequired: false, extra: { from: 'home', deep: [1, { a: null }] }, trade: { life_trade_flag: 0 }, marketing: 1 }),
  outside({ least: 99998, most: 99999, trade: { is_use_tag: false } }),
  labelled(EXPIRED),
  labelled(ANYTIME, advance(2), EXPIRED),
  labelled(FREE, refundable(7)),
  labelled(refundable(1), advance(99)),
  labelled(refundable(99), EXPIRED, advance(1)),
  labelled(NONE),
  labelled(NONE, FREE, EXPIRED),
  labelled(ANYTIME, FREE),
  labelled(),
];

const LIBRARY = [
  {},
  { least: 1, most: 2, usage: '周一至周日可用', phoneRequired: true, marketing: 2 },
  { least: 1, most: 20, usage: '非节假日可用', phoneRequired: false, extra: { from: 'list' }, trade: { life_trade_flag: 1 } },
  { least: 5, usage: '周一至周五可用' },
  { most: 99999 },
];

export const GOODS = [...OUTSIDE, ...LIBRARY];

const order = (more = {}) => ({
  out_order_no: 'order-1', total_amount: 1990, subject: '烤肉 套餐', body: '双人餐, 周末可用', uid: 'user-1', trade_time: '1566720600',
  valid_time: '900', ip: '120.230.0.7', ...more,
});
const merchant = { merchant_id: '1300000004', app_id: '800000040005', timestamp: '1566720681' };
const WX = 'https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx2516&package=2746219290';
const ALIPAY = 'app_id=2018061460417275&biz_content=%7B%22total_amount%22%3A%2219.90%22%7D&charset=utf-8';

export const ORDERS = [
  order({ wx_url: WX, alipay_url: ALIPAY }),
  order({ wx_url: WX }),
  order({ alipay_url: ALIPAY, out_order_no: '201900000000000001', uid: '0000000000000001', total_amount: 29 }),
  order({ alipay_url: ALIPAY, valid_time: '300', trade_time: '1566720681', total_amount: 1 }),
].map((one) => ({ order: one, merchant }));

const probes = (operation, inputs) => inputs.map((input) => [{}, [[operation, input]]]);

/** `[world, steps]` each, as the other probes. */
export const INTENTS = [
  ...probes('diamond-options', PURCHASES),
  ...probes('goods-info', GOODS),
  ...probes('order-info', ORDERS),
];
