// Cases of tt.pay that together tell every planted fault from the cashier without faults. `[world, inputs]` each.

import { info, pay } from './bench.mjs';

const one = (options = {}, world = {}) => [world, [pay(options)]];
const order = (changes, world = {}, options = {}) => [world, [pay(options, changes)]];
const acts = (text, status, more = {}) => [{ cashier_user: [text], ...more }, [pay({ status })]];
const says = (...codes) => codes.map((code) => ({ resolves: { code } }));

const WECHAT = { service: 3 };
const ALIPAY = { service: 4 };
const NO_WX = { wx_url: undefined, wx_type: undefined };
const NO_ALIPAY = { alipay_url: undefined };

const options = [
  one(),
  one(WECHAT),
  one(ALIPAY),
  ...[2, '1', '3', '4', 0, 5, undefined].map((service) => one({ service })),
  one({ service: 2 }, { wechat: 'missing' }),
  one({ orderInfo: JSON.stringify(info()) }),
  one({ orderInfo: undefined }),
  one({ status: undefined }),
  one({ payChannel: undefined }),
  one({ payChannel: { default_pay_channel: 'wx' } }),
  one({ payChannel: 'alipay' }),
  one({ _debug: 1 }),
  ...['1.18.9', '1.19.3', '1.19.4', '1.19.5', '1.35.0', '1.100.0'].map((base_library) => one({}, { base_library })),
  ...['1.34.9', '1.35.0', '1.35.0.0', '1.35.0.1', '1.35.0.2', '1.35.1', '1.100.0'].flatMap((base_library) => [
    one(WECHAT, { base_library }),
    one(ALIPAY, { base_library }),
  ]),
];

const REQUIRED = [
  'merchant_id', 'app_id', 'sign_type', 'timestamp', 'version', 'trade_type', 'product_code', 'payment_type',
  'out_order_no', 'uid', 'total_amount', 'currency', 'subject', 'body', 'trade_time', 'valid_time', 'notify_url', 'risk_info',
];

const fields = [
  ...REQUIRED.flatMap((name) => [order({ [name]: undefined }), order({ [name]: 'other' }), order({ [name]: '' })]),
  ...[
    { sign_type: 'md5' }, { trade_type: 'h5' }, { currency: 'cny' }, { version: 2 }, { version: '2' }, { merchant_id: 1300000004 },
    { out_order_no: 7075638135 }, { uid: 5 }, { notify_url: 'https://example.com/pay' },
    ...[1.5, '1', -1, 100, NaN, true].map((total_amount) => ({ total_amount })),
    { timestamp: '1566720681000' }, { timestamp: '2019-08-25 16:11:21' }, { trade_time: '2019-08-25' },
    ...['1.5', '-300', '5m', '60'].map((valid_time) => ({ valid_time })),
    ...['{}', '127.0.0.1', 'null', '"ip"', '{"ip":1}', '{"ip":"::1"}', { ip: '127.0.0.1' }].map((risk_info) => ({ risk_info })),
    { extra: '1' }, { extra: '' }, { subject: 'a & b=c %41' }, { zoom: '1', Zoom: '2' },
  ].map((changes) => order(changes)),
];

const signatures = [
  one({ orderInfo: { ...info(), subject: 'changed' } }),
  one({ orderInfo: { ...info(), risk_info: '{"ip":"10.0.0.1"}' } }),
  one({ orderInfo: { ...info(), sign: undefined } }),
  one({ orderInfo: { ...info(), sign: 'x'.repeat(32) } }),
  one({ orderInfo: { ...info(), sign: '0'.repeat(32) } }),
  one({ orderInfo: { ...info(), sign: info().sign.slice(1) } }),
  one({ orderInfo: { ...info(), sign: info().sign.toUpperCase() } }),
  one({ orderInfo: info({}, '800000040005') }),
];

const urls = [
  ...[1, 3, 4].flatMap((service) =>
    [
      NO_WX, NO_ALIPAY, { ...NO_WX, wx_url: '' }, { alipay_url: '' }, { wx_url: 5 }, { alipay_url: 5 },
      { wx_type: undefined }, { wx_type: 'APP' }, { wx_type: 'mweb' }, { wx_type: '' }, { wx_type: 5 },
      { wx_url: undefined }, { wx_url: '' },
      { wx_url: 'https%3A%2F%2Fwx.tenpay.com%2Fx' },
      { wx_url: 'https://wx.tenpay.com/x?redirect_url=https%3A%2F%2Fexample.com' },
      { alipay_url: 'app_id=1&biz_content=2' },
      { alipay_url: 'biz' },
    ].map((changes) => order(changes, {}, { service })),
  ),
  ...['wx', 'alipay'].flatMap((channel) =>
    [NO_WX, NO_ALIPAY].map((changes) =>
      order(changes, { cashier_user: [channel] }, { payChannel: { default_pay_channel: channel } }),
    ),
  ),
];

const VERSIONS = [
  '7.0.0', '7.0.9', '7.1.0', '7.1.1', '7.2.6', '7.2.7', '7.2.8', '7.4.2', '7.4.3', '7.4.4', '8.5.0', '8.5.9', '8.6.0',
  '8.6.1', '8.6.9', '8.7.0', '8.7.1', '9.0.0', '9.0.9', '9.1.0', '9.1.1', '10.0.0',
];

const hosts = [
  ...[{ service: 1 }, ALIPAY].flatMap((service) =>
    ['douyin', 'toutiao'].flatMap((host) =>
      ['android', 'ios'].flatMap((os) => VERSIONS.map((host_version) => one(service, { host, os, host_version }))),
    ),
  ),
  one(WECHAT, { host: 'toutiao', host_version: '7.4.2' }),
  one(WECHAT, { host: 'toutiao', host_version: '7.4.3' }),
  ...['android', 'ios'].flatMap((os) =>
    [1, 3, 4].map((service) => one({ service }, { os, virtual_goods: true })),
  ),
  one({}, { os: 'ios' }),
  one({}, { host: 'other' }),
  one({}, { host: 'devtools', host_version: '1.0.0' }),
  one({}, { desk: 'fails' }),
  one(WECHAT, { desk: 'fails' }),
  one({}, { network: 'offline' }),
];

const twice = (first, second, options = {}, world = {}) => [world, [pay(options, first), pay(options, second)]];
const LATER = { trade_time: '1566720682' };
const EARLIER = { trade_time: '1566720680' };

const orders = [
  twice({}, LATER),
  twice({}, EARLIER),
  twice({}, {}),
  twice({}, {}, {}, { cashier_user: ['closes'] }),
  twice({}, { out_order_no: 'other', ...LATER }),
  twice({}, { timestamp: '1566720689' }, {}, { cashier_user: ['closes'] }),
  twice({}, { out_order_no: 'other' }, {}, { cashier_user: ['wx'] }),
  twice({}, LATER, ALIPAY),
];

const desks = [
  ...['wx', 'alipay', 'confirms', 'closes', 'leaves', 'wx wx', 'wx alipay', 'alipay wx', 'alipay alipay', 'wx wx wx'].flatMap((text) => [
    acts(text, says(0)),
    acts(text, says(9)),
    acts(text, says(9, 9, 0)),
    acts(text, says(9, 1)),
    acts(text, says(2), { alipay: 'unpaid' }),
  ]),
  ...['payment_fails', 'unpaid', 'times_out', 'closed', 'missing'].map((alipay) => one({}, { alipay })),
  ...['payment_fails', 'unpaid', 'does_not_start', 'missing'].map((wechat) => acts('wx alipay', says(9, 0), { wechat })),
  acts('wx', says(0), { wechat: 'unpaid' }),
  acts('wx', says(9), { wechat: 'pays' }),
  [{ cashier_user: ['wx'] }, [pay({ payChannel: { default_pay_channel: 'wx' } })]],
  [{ cashier_user: ['confirms'] }, [pay({ payChannel: { default_pay_channel: 'wx' } })]],
  [{ cashier_user: ['wx'] }, [pay({}, { out_order_no: '7075638135' })]],
];

const statuses = [
  ...[0, 1, 2, 3, 9, 4, '0', '1', null, undefined, -1].map((code) => acts('wx', says(code))),
  ...[0, 1, '0', null, undefined, [0]].map((answer) => acts('wx', [{ resolves: answer }])),
  acts('wx', [{ returns: { code: 0 } }]),
  acts('wx', [{ returns: undefined }]),
  acts('wx', [{ rejects: 'network' }]),
  acts('wx', [{ throws: 'mine' }]),
  acts('wx', [{ never: true }]),
  acts('wx', undefined),
  [{ cashier_user: ['wx'] }, [pay({ getOrderStatus: 5, status: undefined })]],
];

const direct = [
  ...['pays', 'payment_fails', 'unpaid', 'does_not_start', 'missing'].map((wechat) => one(WECHAT, { wechat })),
  ...['pays', 'payment_fails', 'unpaid', 'times_out', 'closed', 'missing'].map((alipay) => one(ALIPAY, { alipay })),
  one({ ...WECHAT, status: says(1) }),
  one({ ...WECHAT, payChannel: undefined }),
  one({ ...WECHAT, payChannel: { default_pay_channel: 'wx' } }),
];

export const PROBES = [...options, ...fields, ...signatures, ...urls, ...hosts, ...orders, ...desks, ...statuses, ...direct];

const throws = () => {
  throw new Error('mine');
};

/** Where the documents leave room: together they tell every value of every reading from its default. */
export const ROOM = [
  order({ version: '1.0' }, { host: 'other' }),
  order({ version: '1.0' }, {}, { service: 2 }),
  one({}, { base_library: '1.19.0' }),
  one({}, { base_library: '1.0.0' }),
  [{}, [null]],
  one({ service: null }),
  one({ service: undefined }),
  one({ success: 5 }),
  one({ success: throws }),
  acts('leaves', says(0)),
  acts('wx', [{ never: true }]),
  ...[{ status: undefined, getOrderStatus: 5 }, { payChannel: 5 }, { payChannel: { default_pay_channel: 5 } }, { _debug: 'x' }].map(
    (changes) => one(changes),
  ),
  ...[
    { uid: undefined }, { uid: '' }, { uid: null }, { risk_info: undefined }, { total_amount: 0 }, { total_amount: NaN },
    { timestamp: '1566720681000' }, { timestamp: 1566720681 }, { valid_time: '0' }, { valid_time: '5' }, { notify_url: '' },
    { wx_url: 'https%3A%2F%2Fwx.tenpay.com%2Fx' }, { alipay_url: 'biz' }, { ...NO_WX, ...NO_ALIPAY }, { ...NO_WX, wx_type: '' },
    { ...NO_WX, wx_type: 'MWEB' }, { extra: null }, { extra: { a: 1 } },
  ].map((changes) => order(changes)),
  one({ orderInfo: { ...info({ extra: 'null' }), extra: null } }),
  order({ wx_url: 'https%3A%2F%2Fwx.tenpay.com%2Fx' }, {}, WECHAT),
  order({ version: 'x' }, {}, ALIPAY),
  order(NO_WX, {}, ALIPAY),
  one({ orderInfo: { ...info(), subject: 'changed' } }),
  one({ orderInfo: { ...info(), sign: info().sign.toUpperCase() } }),
  twice({}, LATER),
  twice({}, LATER, ALIPAY),
  twice({}, LATER, {}, { cashier_user: ['closes'] }),
  twice({ version: '1.0' }, LATER),
  twice({}, {}),
  one({}, { clock: 1566720982 }),
  one({}, { host: 'other' }),
  one({ payChannel: undefined }, { cashier_user: ['confirms'] }),
  acts('wx', says(9)),
  acts('wx', says('0')),
  acts('wx', says(0), { wechat: 'missing' }),
  one({}, { alipay: 'unpaid' }),
  acts('alipay wx', says(0), { alipay: 'unpaid' }),
  one(WECHAT),
  one(WECHAT, { wechat: 'payment_fails' }),
  one(ALIPAY, { alipay: 'payment_fails' }),
  one(ALIPAY, { alipay: 'missing' }),
  one(ALIPAY, { network: 'offline' }),
];
