// A bench for the tests of tt.pay: runs the steps of one case without a clock and without the adapter, and gives their traces.

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { createCashier } = require('./cashier.cjs');
const { sign } = require('../sign.cjs');

export const PLAIN = {
  base_library: '3.47.0', host: 'douyin', host_version: '35.0.0', os: 'android', network: 'online', desk: 'opens',
  virtual_goods: false, wechat: 'pays', alipay: 'pays', cashier_user: ['alipay'], clock: 1566720690,
  payment_secret: 'paystone-example-secret',
};

/** The orderInfo of the document's sample; the texts of the wallets are shortened. */
const SAMPLE = {
  app_id: '800000040005', sign_type: 'MD5', out_order_no: 'MicroApp7075638135', merchant_id: '1300000004',
  timestamp: '1566720681', product_code: 'pay', payment_type: 'direct', total_amount: 1, trade_type: 'H5',
  uid: '800000040005', version: '2.0', currency: 'CNY', subject: 'microapp test', body: 'microapp test',
  trade_time: '1566720681', valid_time: '300', notify_url: 'https://tp-pay.snssdk.com/paycallback',
  wx_url: 'https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx2516&package=2746219290', wx_type: 'MWEB',
  alipay_url: 'alipay_sdk=alipay-sdk-java-3.4.27.ALL&app_id=2018061460417275&biz_content=%7B%7D&charset=utf-8',
  risk_info: '{"ip":"127.0.0.1"}',
};

const present = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** A signed orderInfo; a change to `undefined` leaves the field out. */
export function info(changes = {}, secret = PLAIN.payment_secret) {
  const fields = present({ ...SAMPLE, ...changes });
  return { ...fields, sign: sign(fields, secret) };
}

/** Options of tt.pay. `status` lists what getOrderStatus answers: its n-th call follows the n-th entry, later ones the last. */
export function pay(changes = {}, order = {}) {
  const options = { orderInfo: info(order), service: 1, payChannel: { default_pay_channel: 'alipay' }, status: [{ resolves: { code: 0 } }] };
  return present({ ...options, ...changes });
}

const ANSWERS = {
  returns: (value) => value,
  resolves: (value) => Promise.resolve(value),
  rejects: (value) => {
    const rejection = Promise.reject(value);
    rejection.catch(() => {}); // nobody has to look at it
    return rejection;
  },
  throws: (text) => {
    throw new Error(text);
  },
  never: () => new Promise(() => {}),
};

function handler(script, trace) {
  let calls = 0;
  return (...given) => {
    const [[kind, value]] = Object.entries(script[Math.min(calls, script.length - 1)]);
    calls += 1;
    trace.push({ asked: 'getOrderStatus', with: given });
    return ANSWERS[kind](value);
  };
}

/** The options with recording callbacks, unless they bring their own. */
function recording(input, trace) {
  if (typeof input !== 'object' || input === null) return input;
  const { status, ...options } = input;
  const record = (called) => (...given) => {
    trace.push(given.length > 0 ? { called, with: given[0] } : { called });
  };
  const asked = status ? { getOrderStatus: handler(status, trace) } : {};
  return { success: record('success'), fail: record('fail'), complete: record('complete'), ...asked, ...options };
}

/** Runs one call of tt.pay for each of `inputs`. `readings`; `plant` as faults.cjs gives it. */
export async function run(world, inputs, { readings = {}, plant } = {}) {
  const pending = [];
  const late = []; // what only a time limit brings
  let trace;
  const stage = { step: 0, shown: (shown) => trace.push({ shown }) };
  const tt = createCashier({ ...PLAIN, ...world }, stage, {
    readings,
    plant(cashier) {
      cashier.later = (action) => pending.push(action);
      cashier.afterAWhile = (action) => late.push(action);
      plant?.(cashier);
    },
  });
  const traces = [];
  for (const [step, input] of inputs.entries()) {
    traces.push((trace = []));
    stage.step = step;
    try {
      trace.push({ returned: tt.pay(recording(input, trace)) });
    } catch (error) {
      trace.push({ threw: error.message });
    }
    for (;;) {
      if (pending.length === 0) await new Promise(setImmediate);
      const next = pending.shift() ?? late.shift();
      if (!next) break;
      next();
    }
  }
  return traces;
}

/** One call. */
export async function call(input, world = {}, settings = {}) {
  return (await run(world, [input], settings))[0];
}
