'use strict';
// The merchant's side of `tt-pay`: a signed orderInfo. Methods of the merchant.

/** "固定值" in the orderInfo table. */
const FIXED = {
  sign_type: 'MD5',
  version: '2.0',
  trade_type: 'H5',
  product_code: 'pay',
  payment_type: 'direct',
  currency: 'CNY',
  notify_url: 'https://tp-pay.snssdk.com/paycallback',
};

module.exports = {
  FIXED,

  methods: {
    fixed() {
      return FIXED;
    },

    /** The fields of the order itself. Everything but total_amount is text. */
    orderFields(order) {
      return {
        out_order_no: String(order.out_order_no),
        uid: String(order.uid),
        total_amount: order.total_amount,
        subject: String(order.subject),
        body: String(order.body),
        trade_time: String(order.trade_time),
        valid_time: String(order.valid_time),
        risk_info: JSON.stringify({ ip: order.ip }),
      };
    },

    merchantFields(merchant) {
      return {
        merchant_id: String(merchant.merchant_id),
        app_id: String(merchant.app_id),
        timestamp: String(merchant.timestamp),
      };
    },

    /** wx_type goes with a wx_url that is not empty, and only with one. */
    channelFields({ wx_url: wxUrl, alipay_url: alipayUrl }) {
      const fields = {};
      const unwanted = this.readings['channel-unwanted'] === 'empty' ? '' : undefined;
      if (wxUrl || unwanted !== undefined) fields.wx_url = wxUrl || unwanted;
      if (wxUrl) fields.wx_type = 'MWEB';
      if (alipayUrl || unwanted !== undefined) fields.alipay_url = alipayUrl || unwanted;
      return fields;
    },

    build(order, merchant) {
      return {
        ...this.merchantFields(merchant),
        ...this.fixed(),
        ...this.orderFields(order),
        ...this.channelFields(order),
      };
    },

    /** Signed last: nothing may change afterwards. */
    orderInfo({ order, merchant }, secret) {
      const fields = this.build(order, merchant);
      return { ...fields, sign: this.signer.sign(fields, secret) };
    },
  },
};
