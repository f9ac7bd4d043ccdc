// Cases of <pay-button> that together tell every planted fault from the button without faults. `[world, steps]` each.

import { RECORDS, library, ordered, outside, refund, rejects, resolves } from './bench.mjs';

const one = (step, world = {}) => [world, [step]];
const each = (values, step, world) => values.map((value) => one(step(value), world));
const worlds = (step, ...all) => all.map((world) => one(step, world));

const bytes = (count) => 'x'.repeat(count);
const chinese = (count) => '字'.repeat(count);
const extra = (count) => ({ text: bytes(count - '{"text":""}'.length) });
const ordinary = 'https://example.com/photo.jpg';
const photo = (count) => `https://example.com/${bytes(count - 24)}.jpg`;
const NONE = undefined;

const plain = [
  one(library()), one(outside()), one(outside({}, { 'marketing-ready': true })), one(ordered(NONE)),
  ...each([0, 1, 2, 3, 4], (status) => ordered(status)), one(refund({ note: 'a&b' })),
];

const properties = [
  ...each([0, 3, 1.5, -1, '1', {}, true], (mode) => library({}, { mode })),
  ...each([0, 3, 1.5, -1, NONE], (mode) => ordered(0, { mode })),
  ...each([NONE, '', bytes(64), bytes(65), chinese(21), chinese(22), 5, {}, ['a']], (id) => library({}, { 'goods-id': id })),
  ...each([NONE, 0, 3, '1', {}], (type) => library({}, { 'goods-type': type })),
  ...[1, 2].flatMap((type) => each([1, 2], (line) => (type === 1 ? library : outside)({}, { 'biz-line': line }))),
  ...each([-1, 5, 1.5, 0.5, 4.5, {}], (status) => ordered(status)),
  ...each([-1, 5, 2.5, {}], (status) => ordered(status, { 'order-id': 'mine-1', 'refund-id': 'mine-2' })),
  ...[0, 1, 2, 3, 4].flatMap((status) => [
    one(ordered(status, { 'order-id': NONE, 'refund-id': NONE })),
    one(ordered(status, { 'order-id': 'mine-1', 'refund-id': 'mine-2' })),
    one(ordered(status, { 'order-id': 5, 'refund-id': {} })),
  ]),
  one(outside(), { goods_whitelisted: false }),
  one(library(), { goods_whitelisted: false }),
  ...each(['mode', 'goods-id', 'goods-type'], (name) => library({}, { [name]: NONE, 'goods-id': name === 'goods-id' ? NONE : 'spu-1' })),
];

const SCRIPTS = [
  [{ rejects: 'mine' }], [{ throws: 'mine' }], ['never'], resolves(NONE), resolves('text'), resolves(5), resolves({}),
  [{ returns: {} }], RECORDS,
];

const handlers = [
  ...['getgoodsinfo', 'placeorder', 'pay'].flatMap((name) => [NONE, 5].map((value) => one(library({}, {}, { [name]: value })))),
  ...['pay', 'refund', 'applyrefund'].flatMap((name) => [0, 1].map((status) => one(ordered(status, {}, { [name]: NONE })))),
  ...['getgoodsinfo', 'placeorder'].flatMap((name) => SCRIPTS.map((script) => one(library({}, {}, { [name]: script })))),
  ...SCRIPTS.map((script) => one(outside({}, {}, { getgoodsinfo: script }))),
  ...SCRIPTS.map((script) => one(ordered(1, {}, { applyrefund: script }))),
  one(ordered(0, {}, { getgoodsinfo: resolves({}) })),
  ...['taps', 'waits', 'taps_twice'].flatMap((user) =>
    [library(), outside(), ordered(0), refund({}), ordered(2)].map((step) => one(step, { button_user: [user] })),
  ),
  ...['rejects', 'throws'].map((how) => one(library({}, {}, { placeorder: [{ [how]: 'mine' }] }), { button_user: ['taps'] })),
  ...['2.75.9', '2.76.0.0'].map((base_library) => one(library({}, {}, { getextensionpath: resolves('path') }), { base_library })),
];

const EXTRAS = [
  NONE, {}, { note: '备注', list: [1] }, { note: chinese(1000) }, { note: chinese(679) }, { [bytes(2100)]: 1 }, '{}', 5,
];

const goods = [
  ...each([NONE, 0, 1, 999999999, 1000000000, 99.5, -1, '9900', {}], (currentPrice) => outside({ currentPrice })),
  ...each([NONE, '', bytes(256), bytes(257), 5], (goodsName) => outside({ goodsName })),
  ...each([chinese(85), `${chinese(85)}x`, chinese(86), chinese(128), chinese(129)], (goodsName) => outside({ goodsName })),
  ...each([NONE, '', photo(512), photo(513), `https://example.com/${chinese(170)}.jpg`, 5], (goodsPhoto) => outside({ goodsPhoto })),
  ...each(['jpg', 'jpeg', 'gif', 'webp', 'png', 'jpg?x=1.png', 'png?x=1.jpg', 'JPG'], (end) =>
    outside({ goodsPhoto: `https://example.com/a.${end}` })),
  ...each([NONE, bytes(128), bytes(129), chinese(42), chinese(43), chinese(64), chinese(65), 5, ['一']], (dateRule) => library({ dateRule })),
  ...['extra', 'tradeOption'].flatMap((name) =>
    each([...EXTRAS, extra(2048), extra(2049)], (value) => outside({ [name]: value })),
  ),
  ...[undefined, 1, 2, '2', {}].flatMap((marketingVersion) =>
    [true, false].map((ready) => one(library({ marketingVersion }, { 'marketing-ready': ready }))),
  ),
  one(outside({ goodsPhoto: ordinary, extra: NONE, tradeOption: NONE })),
  one(library({ extra: { a: 1, b: { c: [1, 2] } } })),
];

const days = (type, value = 2) => ({ type, value });
const LABELS = ['EXPIRED_RETURNS', 'REFUND_ANYTIME', 'RESERVATION_FREE', 'REFUNDABLE_DAYS', 'BOOK_IN_ADVANCE', 'NON_REFUNDABLE'];
const label = (type) => (type === 'REFUNDABLE_DAYS' || type === 'BOOK_IN_ADVANCE' ? days(type) : { type });
const PAIRS = [
  ['REFUND_ANYTIME', 'REFUNDABLE_DAYS'], ['RESERVATION_FREE', 'BOOK_IN_ADVANCE'], ['NON_REFUNDABLE', 'REFUNDABLE_DAYS'],
  ['NON_REFUNDABLE', 'REFUND_ANYTIME'],
];

const labels = [
  ...each(LABELS, (type) => outside({ goodsLabels: [label(type)] })),
  ...PAIRS.flatMap(([a, b]) =>
    each([[a, b], [b, a], [a, 'EXPIRED_RETURNS', b], [b, 'EXPIRED_RETURNS', a]], (types) => outside({ goodsLabels: types.map(label) }))),
  ...each([NONE, [{ type: 'OTHER' }], [{ type: 'refund_anytime' }], [{}], [null], ['REFUND_ANYTIME']], (goodsLabels) => outside({ goodsLabels })),
  ...each([3, 4, 5], (count) =>
    outside({ goodsLabels: ['EXPIRED_RETURNS', 'REFUND_ANYTIME', 'RESERVATION_FREE', 'EXPIRED_RETURNS', 'REFUND_ANYTIME'].slice(0, count).map(label) })),
  ...['REFUNDABLE_DAYS', 'BOOK_IN_ADVANCE'].flatMap((type) =>
    each([NONE, 0, 1, 99, 100, 1.5, '2', null], (value) => outside({ goodsLabels: [{ type, value }] }))),
];

const limits = [
  ...['minLimits', 'maxLimits'].flatMap((name) => each([NONE, 0, 1, 99999, 100000, 1.5, '2', -1], (value) => library({ [name]: value }))),
  ...each([[5, 3], [3, 3], [2, 9], [99999, 1], [5, NONE], [NONE, 5], [NONE, NONE]], ([minLimits, maxLimits]) =>
    library({ minLimits, maxLimits })),
];

const PHONES = [NONE, {}, { phoneNumber: {} }, { phoneNumber: { required: true } }, { phoneNumber: { required: false } }];

const orders = [
  ...[1, 2, 3, 4, 5, 6, 100, 0, -1].map((order_quantity) => one(outside({ minLimits: 3, maxLimits: 5 }), { order_quantity })),
  ...[1, 2, 3].map((order_quantity) => one(library(), { order_quantity })),
  ...[1, 3, 4].map((order_quantity) => one(library({ minLimits: 3, maxLimits: 3 }), { order_quantity })),
  one(outside({ minLimits: 3, maxLimits: 5 })),
  ...PHONES.flatMap((validation) => [true, false].map((gives_phone) => one(library({ validation }), { gives_phone }))),
  ...['internal_error', 'bad_data'].flatMap((order_creation) => worlds(library(), { order_creation }, { order_creation, order_quantity: 2 })),
  ...worlds(library(), { logged_in: false }),
  ...worlds(ordered(0), { logged_in: false }),
];

const ENDS = ['pays', 'times_out', 'payment_fails', 'closed', 'cancels', 'unknown', 'leaves', 'fails', 'wechat_fails', 'wechat_missing'];

const desks = [
  ...ENDS.flatMap((end) => [library(), outside(), ordered(0)].map((step) => one(step, { button_desk: [end] }))),
  one(library({ minLimits: 2, maxLimits: 3 }), { order_quantity: 3 }),
  [{ button_desk: ['cancels', 'pays'] }, [ordered(0), ordered(0)]],
  ...worlds(ordered(0), { order_query: 'internal_error' }, { order_query: 'rejects' }),
];

const servers = [
  ...['not_started', 'starts_now', 'ends_now', 'ended'].flatMap((sale) =>
    [library(), outside()].flatMap((step) => worlds(step, { sale }, { sale, stock: 0 }))),
  ...[0, 1, 2].flatMap((stock) => [library(), outside()].map((step) => one(step, { stock }))),
  ...['internal_error', 'rejects'].flatMap((answer) => [
    one(library(), { goods_server: answer }), one(outside(), { goods_server: answer }), one(library(), { ability_server: answer }),
    one(outside(), { ability_server: answer }),
  ]),
  ...[library(), outside(), ordered(0), refund({})].map((step) => one(step, { payment_open: false })),
  ...['login_fails', 'extra_info_fails'].map((direct_order) => one(library(), { direct_order })),
];

const old = { old_order: true };

const refunds = [
  ...['internal_error', 'rejects', 'no_goods', 'nothing_left'].map((refund_query) => one(refund({}), { refund_query })),
  one(refund({}), { app_name_server: 'internal_error' }),
  one(ordered(2), { app_name_server: 'internal_error' }),
  one(refund({}), { refund_server: 'internal_error' }),
  ...['not_got', 'query_fails'].map((refund_detail) => one(ordered(3), { refund_detail })),
  ...each([NONE, 20000, 'much', [1]], (total) => refund({}, { 'refund-total-amount': total }), old),
  one(refund({}, { 'refund-total-amount': 20000 })),
  one(refund({}), { merged_order: true }),
];

const list = (...items) => refund({ itemOrderList: items, note: 'n' });
const item = (itemOrderId, refundAmount) => (refundAmount === undefined ? { itemOrderId } : { itemOrderId, refundAmount });

const parts = [
  one(list(item('item-1', 100), item('item-2'))),
  one(list(item('item-2'))),
  one(list(item('item-1', 10000))),
  one(list(item('item-1', 10001))),
  one(list(item('item-2', 5001))),
  one(list(item('item-2', 15001))),
  one(list(item('item-2', 6000))),
  one(list(item('item-1', 6000), item('item-1', 6000))),
  one(list(item('item-1', 4000), item('item-1', 6000))),
  one(list()),
  ...each([NONE, null, 'text', '[]', item('item-1', 100), 5, [null], [{ refundAmount: 5 }], [{ itemOrderId: 5 }], [item('item-1', '100')]], (wrong) =>
    refund({ itemOrderList: wrong, note: 'n' })),
  [{}, [refund({}), refund({})]],
  [{}, [list(item('item-1', 4000)), list(item('item-1', 6000)), list(item('item-2', 5000)), list(item('item-1', 1))]],
  ...each([{}, { note: '备注' }, { orderId: 'x', list: [1] }], (value) => refund(value)),
  ...['2.43.0.0', '2.59.0', '2.59.0.2', '2.59.0.3', '2.59.1', '2.60.0', '2.100.0'].map((base_library) =>
    one(list(item('item-1', 100)), { base_library })),
];

const versions = [
  ...['2.42.9', '2.42.9.9', '2.43', '2.43.0.0', '2.43.0.1', '2.100.0', '3.0.0'].flatMap((base_library) =>
    [library(), ordered(0)].map((step) => one(step, { base_library }))),
  ...['2.49.9', '2.50.0.0', '2.50.0.1', '2.53.9', '2.54.0.0', '2.54.0.1', '2.75.9', '2.76.0.0', '2.76.0.1'].flatMap((base_library) => [
    one(outside({}, { 'marketing-ready': true }), { base_library }),
    one(outside({ goodsLabels: [{ type: 'NON_REFUNDABLE' }] }), { base_library }),
  ]),
];

export const PROBES = [
  ...plain, ...properties, ...handlers, ...goods, ...labels, ...limits, ...orders, ...desks, ...servers, ...refunds, ...parts, ...versions,
];

const throwing = { error: [{ throws: 'mine' }] };

/** Where the documents leave room: together they tell every value of every reading from its default. */
export const ROOM = [
  one(library({}, { 'goods-id': NONE, 'goods-type': 3 })),
  one(library({}, { 'goods-id': NONE }), { button_user: ['waits'] }),
  one(library({}, { 'goods-id': NONE }), { ability_server: 'rejects' }),
  one(outside({ currentPrice: 0, goodsLabels: [{}] })),
  one(library(), { base_library: '2.42.0' }),
  one(library({ tradeOption: {} }), { base_library: '2.70.0' }),
  one(library({}, { mode: null })),
  one(library({}, { mode: NaN })),
  one(library({}, { mode: '2', 'goods-type': '1' })),
  one(ordered(1, {}, { applyrefund: 5 })),
  one(library({}, {}, throwing), { button_desk: ['fails'] }),
  one(library({}, {}, { getgoodsinfo: ['never'] })),
  one(library(), { button_desk: ['leaves'] }),
  one(ordered(0, { 'order-id': bytes(65) })),
  one(library({}, { 'biz-line': 3 })),
  one(outside({}, { 'biz-line': 2 })),
  one(outside(), { goods_whitelisted: false }),
  one(library({}, {}, { getgoodsinfo: rejects() })),
  one(library(), { ability_server: 'internal_error' }),
  one(library({}, {}, { getgoodsinfo: [{ returns: {} }] })),
  one(ordered(1, {}, { applyrefund: [{ returns: {} }] })),
  one(library({ currentPrice: 0 })),
  one(library({ minLimits: 0 })),
  one(outside({ goodsPhoto: 'https://example.com/a.png' })),
  one(outside({ goodsPhoto: 'https://example.com/a' })),
  one(library({ dateRule: '' })),
  one(library({ tradeOption: { life_trade_flag: 2 } })),
  one(outside({ goodsLabels: [] })),
  one(outside({ goodsLabels: 'x' })),
  one(outside({ goodsLabels: [{ type: 'NON_REFUNDABLE' }] }), { base_library: '2.49.0' }),
  one(library({ extra: { note: chinese(600) } })),
  one(library({ extra: [1] })),
  one(library({}, {}, { getextensionpath: resolves('path') })),
  one(library({}, {}, { getextensionpath: rejects() })),
  one(library(), { button_user: ['taps_twice'] }),
  one(library(), { order_quantity: 9 }),
  one(library(), { logged_in: false }),
  one(library(), { order_creation: 'internal_error' }),
  one(library(), { order_creation: 'bad_data' }),
  one(ordered(0)),
  one(ordered(0), { payment_open: false }),
  one(ordered(0), { order_query: 'rejects' }),
  one(refund({}), { button_user: ['taps'] }),
  one(refund(NONE)),
  one(ordered(1, {}, { applyrefund: rejects() })),
  one(refund({ itemOrderList: [item('item-1')] })),
  one(refund({ note: bytes(3000) })),
  one(refund({ itemOrderList: [] })),
  one(refund({ itemOrderList: [item('item-1', 20000)] })),
  one(refund({ itemOrderList: [item('item-1')] }), { item_1_refunded: 4000 }),
  one(refund({ itemOrderList: [item('item-1', 4000), item('item-1')] })),
  one(refund({}, { 'refund-total-amount': 0 }), old),
  one(refund({}, { 'refund-total-amount': 20000 }), old),
  one(ordered(2), { refund_detail: 'not_got' }),
  one(ordered(2), { refund_detail: 'query_fails' }),
];
