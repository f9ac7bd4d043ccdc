'use strict';
// More mistakes about orderInfo: fields, urls, risk_info and signature. See order-info.cjs as well.

const { changeAnswer, replace } = require('../plant.cjs');
const { faultOf } = require('./sentence.cjs');

const fault = faultOf('order-info', 'tt-pay');

/** The fields before they are signed, changed. */
const fields = (change) => changeAnswer('build', (info) => ({ ...info, ...change(info) }));
const field = (name, change) => fields((info) => (info[name] ? { [name]: change(info[name], info) } : {}));
const risk = (change) => field('risk_info', (text) => change(JSON.parse(text).ip));
const isDigits = (text) => /^[0-9]+$/.test(text);

const TRADE_TIME = ['trade_time', 'trade_timestring下单时间戳,精确到秒'];
const VALID = ['valid_time', 'valid_timestring订单有效时间(单位 秒)'];
const ALIPAY = ['alipay_url', "形如 'app_id=xxx&biz_content=xxx...'"];
const WX_TYPE = ['wx_type', "wx_url 非空时传 'MWEB'"];
const NO_WX = ['wx_type', 'wx_url 为空时,该字段不传'];
const RISK = ['risk_info', '序列化后的 JSON 结构字符串'];
const IP = ['risk_info', "JSON 结构如下:{ip: '用户外网IP'}"];

module.exports = [
  fault('info-trade-time-in-milliseconds', TRADE_TIME, 'trade_time is in seconds', 'appends the milliseconds',
    field('trade_time', (time) => `${time}000`)),
  fault('info-timestamp-as-date', ['timestamp', '发送请求的时间戳,精确到秒'], 'timestamp is a time stamp in seconds', 'a date, as Alipay wants it',
    field('timestamp', (time) => new Date(time * 1000).toISOString().slice(0, 19).replace('T', ' '))),
  fault('info-timestamp-of-order', ['timestamp', '发送请求的时间戳,精确到秒'], 'timestamp is the time of the request', 'that of the order',
    fields(({ trade_time }) => ({ timestamp: trade_time }))),
  fault('info-times-as-numbers', TRADE_TIME, 'times are text', 'as numbers; times-as-numbers=accepted lets it pass',
    fields(({ timestamp, trade_time, valid_time }) => ({ timestamp: Number(timestamp), trade_time: Number(trade_time), valid_time: Number(valid_time) }))),
  fault('info-valid-time-as-number', VALID, 'valid_time is text', 'as a number; times-as-numbers=accepted lets it pass',
    field('valid_time', Number)),
  fault('info-valid-time-in-minutes', VALID, 'valid_time is in seconds', 'in minutes',
    field('valid_time', (seconds) => String(Math.ceil(seconds / 60)))),
  fault('info-valid-time-until', VALID, 'valid_time is a length of time', 'the time of its end',
    field('valid_time', (seconds, { trade_time }) => String(Number(trade_time) + Number(seconds)))),
  fault('info-valid-time-always-300', VALID, 'valid_time is how long the order is valid', 'the 300 of the sample',
    field('valid_time', () => '300')),

  fault('info-amount-by-way-of-yuan', ['total_amount', '金额,整型,单位:分(不能有小数)'], 'total_amount is whole', 'yuan as a float times 100',
    field('total_amount', (fen) => (fen / 100) * 100)),
  fault('info-amount-taken-for-yuan', ['total_amount', '金额,整型,单位:分(不能有小数)'], 'total_amount is in fen', 'multiplies by 100',
    field('total_amount', (fen) => fen * 100)),
  fault('info-order-number-as-number', ['out_order_no', 'out_order_nostring商户订单号'], 'out_order_no is text', 'digits become a number',
    field('out_order_no', (id) => (isDigits(id) ? Number(id) : id))),
  fault('info-uid-as-number', ['uid', 'uidstring用户唯一标识'], 'uid is text', 'digits become a number',
    field('uid', (id) => (isDigits(id) ? Number(id) : id))),
  fault('info-uid-is-app-id', ['uid', 'uidstring用户唯一标识'], 'uid is the user', 'the app_id, as in the sample',
    fields(({ app_id }) => ({ uid: app_id }))),
  fault('info-merchant-id-as-number', ['merchant_id', 'merchant_idstring开发者后台支付设置页的商户号'], 'merchant_id is text', 'as a number',
    field('merchant_id', Number)),
  fault('info-ids-swapped', ['app_id', 'app_idstring开发者后台支付设置页的 app_id'], 'app_id is not merchant_id', 'swapped',
    fields(({ merchant_id, app_id }) => ({ merchant_id: app_id, app_id: merchant_id }))),
  fault('info-body-is-subject', ['body', 'bodystring商户订单详情'], 'body is the details', 'the name once more',
    fields(({ subject }) => ({ body: subject }))),
  fault('info-subject-encoded', ['subject', 'subjectstring商户订单名称'], 'subject is the name of the order', 'URL-encoded',
    field('subject', encodeURIComponent)),
  fault('info-currency-lower-case', ['currency', '固定值: CNY'], 'currency is CNY', 'cny', field('currency', () => 'cny')),
  fault('info-version-1', ['version', '固定值:2.0'], 'version is 2.0', '1.0, as for Alipay', field('version', () => '1.0')),
  fault('info-product-code-of-alipay', ['product_code', '固定值:pay'], 'product_code is pay', 'that of Alipay',
    field('product_code', () => 'QUICK_MSECURITY_PAY')),
  fault('info-payment-type-swapped', ['payment_type', '固定值:direct'], 'payment_type is direct, product_code is pay', 'swapped',
    fields(() => ({ payment_type: 'pay', product_code: 'direct' }))),

  fault('info-alipay-url-as-link', ALIPAY, 'alipay_url is a list of parameters',
    'behind the address of the gateway; url-form=never lets it pass',
    field('alipay_url', (text) => `https://openapi.alipay.com/gateway.do?${text}`)),
  fault('info-alipay-url-encoded', ALIPAY, 'alipay_url is a list of parameters', 'URL-encoded; url-form=never lets it pass',
    field('alipay_url', encodeURIComponent)),
  fault('info-alipay-url-decoded', ['alipay_url', '调用支付宝 App 支付所需的支付请求参数'], 'alipay_url is what Alipay was asked for', 'decoded',
    field('alipay_url', decodeURIComponent)),
  fault('info-alipay-dropped', ['alipay_url', 'service=1 时,如不传则不展示支付宝支付'], 'alipay_url is passed where Alipay is wanted',
    'one channel only: WeChat',
    changeAnswer('channelFields', ({ alipay_url, ...rest }) => (rest.wx_url ? rest : { ...rest, ...(alipay_url === undefined ? {} : { alipay_url }) }))),
  fault('info-wx-type-lower-case', WX_TYPE, 'wx_type is MWEB', 'mweb', field('wx_type', () => 'mweb')),
  fault('info-wx-type-app', WX_TYPE, 'wx_type is MWEB', 'APP', field('wx_type', () => 'APP')),
  fault('info-wx-type-with-alipay', NO_WX, 'without wx_url there is no wx_type', 'looks at alipay_url; wx-type-alone=ignored lets it pass',
    fields(({ alipay_url }) => (alipay_url ? { wx_type: 'MWEB' } : {}))),
  fault('info-wx-url-of-alipay', ['wx_url', '调用微信 H5 支付统一下单接口 返回的 mweb_url 字段值'], 'wx_url is that of WeChat',
    'takes the other one where there is none',
    replace('channelFields', ({ wx_url: wxUrl, alipay_url: alipayUrl }) => {
      const url = wxUrl || alipayUrl;
      return { ...(url ? { wx_url: url, wx_type: 'MWEB' } : {}), ...(alipayUrl ? { alipay_url: alipayUrl } : {}) };
    })),

  fault('info-risk-info-as-printed', RISK, 'risk_info is JSON', 'no quotes, as the document prints it', risk((ip) => `{ip: '${ip}'}`)),
  fault('info-risk-info-other-name', IP, 'the address is named ip', 'client_ip', risk((ip) => JSON.stringify({ client_ip: ip }))),
  fault('info-risk-info-quoted', RISK, 'risk_info is an object as JSON', 'turned into JSON twice', field('risk_info', JSON.stringify)),
  fault('info-risk-info-of-server', IP, 'ip is that of the user', 'that of the server itself',
    risk(() => JSON.stringify({ ip: '127.0.0.1' }))),
  fault('info-signed-without-channels', ['sign', 'signstring签名'], 'the channels are signed', 'signs the other fields only',
    replace('orderInfo', function orderInfo({ order, merchant }, secret) {
      const info = this.build(order, merchant);
      const { wx_url: _wx, wx_type: _type, alipay_url: _alipay, ...rest } = info;
      return { ...info, sign: this.signer.sign(rest, secret) };
    })),
  fault('info-sign-upper-case', ['sign', 'signstring签名'], 'sign is in lower case', 'upper case; sign-case=accepted lets it pass',
    changeAnswer('orderInfo', (info) => ({ ...info, sign: info.sign.toUpperCase() }))),
  fault('info-timestamp-after-signing', ['orderInfo', '请不要修改 orderInfo 上的字段,否则将会导致签名验证失败'], 'nothing changes after signing',
    'the page sets the time once more',
    changeAnswer('orderInfo', (info) => ({ ...info, timestamp: String(Number(info.timestamp) + 1) }))),
];
