// A bench for the tests: runs the steps of one case without a clock and without the adapter, and gives their traces.

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { createTT } = require('./diamond.cjs');
const { createMerchant } = require('./merchant/merchant.cjs');
const { createSigner } = require('./sign.cjs');

export const PLAIN = {
  base_library: '3.47.0', host: 'douyin', os: 'android', payment_open: true, logged_in: true, real_name: true,
  spent: 0, spending_limit: null, risk: false, face: 'passes', network: 'online', desk: 'opens',
  order_server: 'answers', user: ['pays'], coin_price: '0.1', payment_secret: 'paystone-example-secret',
};

/** The options with recording callbacks, unless they bring their own. */
function recording(options, trace) {
  if (typeof options !== 'object' || options === null) return options;
  const record = (called) => (...given) => {
    trace.push(given.length > 0 ? { called, with: given[0] } : { called });
  };
  return { success: record('success'), fail: record('fail'), complete: record('complete'), ...options };
}

/** Runs steps of `[operation, input]`. `options`: readings, and plants by target as faults.cjs names them. */
export function run(world, steps, { readings = {}, plants = {} } = {}) {
  const full = { ...PLAIN, ...world };
  const pending = [];
  const stage = { step: 0, shown: (shown) => trace.push({ shown }), sent: (sent) => trace.push({ sent }) };
  let trace;
  const tt = createTT(full, stage, {
    readings,
    plant(platform) {
      platform.later = (action) => pending.push(action);
      plants.platform?.(platform);
    },
  });
  const merchant = createMerchant({ readings, plant: plants.merchant });
  const operations = {
    'tt.openAwemeCustomerService': (input) => tt.openAwemeCustomerService(recording(input, trace)),
    'tt.canIUse': (input) => tt.canIUse(input),
    sign: ({ fields, secret }) => ({ sign: createSigner({ readings, plant: plants.signer }).sign(fields, secret) }),
    'order-info': (input) => merchant.orderInfo(input, full.payment_secret),
    'diamond-options': (purchase) => merchant.diamondOptions(purchase),
    'goods-info': (goods) => merchant.goodsInfo(goods),
  };
  return steps.map(([operation, input], step) => {
    trace = [];
    stage.step = step;
    try {
      trace.push({ returned: operations[operation](input) });
    } catch (error) {
      trace.push({ threw: error.message });
    }
    while (pending.length > 0) pending.shift()();
    return trace;
  });
}

/** One call of tt.openAwemeCustomerService; `undefined` members are left out. */
export function call(options, world = {}, settings = {}) {
  return run(world, [['tt.openAwemeCustomerService', options]], settings)[0];
}

/** The coin sample and the item sample of the document, without their callbacks. */
export const COINS = {
  currencyType: 'DIAMOND', buyQuantity: 600, zoneId: '1', customId: 'QWERTYUIDFxxxxx',
  extraInfo: '{"userId":"12xxx6","version":"v0.0.0","price":"30"}',
};
export const ITEM = {
  goodType: 2, orderAmount: 10, goodName: '道具名称', currencyType: 'DIAMOND', zoneId: '1',
  customId: 'QWERTYUIDFxxxxx', extraInfo: '{"userId":"12xxx6","version":"v0.0.0","price":"30"}',
};

/** The published vector of the signature; its secret is "a". */
export const VECTOR = {
  app_id: '800000000001', merchant_id: '1900000001', timestamp: 1570694312, sign_type: 'MD5',
  out_order_no: '201900000000000001', total_amount: 1, product_code: 'pay', payment_type: 'direct', trade_type: 'H5',
  version: '2.0', currency: 'CNY', subject: '测试订单', body: '测试订单', uid: '0000000000000001',
  trade_time: 1570585744, valid_time: 300, notify_url: '', risk_info: '{"ip":"120.230.0.0"}', wx_type: 'MWEB',
  wx_url: 'https://wx.tenpay.com/xxx', alipay_url: 'app_id=2019000000000006&biz_content=xxxx',
};
