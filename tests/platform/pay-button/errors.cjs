'use strict';
// The table of bind:error, and how errors are told. Methods of the button.

/** "bind:error 报错信息": every code that the table has. */
const MEANINGS = {
  21500: 'mode 非法',
  21501: 'goods-id 非法',
  21502: 'goods-type 非法',
  21503: '无 bind:getgoodsinfo',
  21504: '无 bind:placeorder',
  21505: '商品库商品获取商品信息,服务端内部错误',
  21506: '商品库商品获取商品信息,服务端校验参数不通过',
  21507: '支付能力查询,服务端内部错误',
  21508: '支付能力查询,服务端校验参数不通过',
  21509: '开发者 bind:getgoodsinfo 调用失败',
  21510: '开发者 bind:placeorder 调用失败',
  21511: '非商品库商品,商品标签校验不通过',
  21512: 'bind:getgoodsinfo 传入数据类型错误',
  21513: '点击按钮后触发,获取商品信息中',
  21514: '点击按钮后触发,获取商品信息失败',
  21515: '点击按钮后触发,无支付能力',
  21516: '无 bind:pay 方法',
  21517: '创建订单(预下单),服务端错误',
  21518: '订单数据错误,无法生成订单',
  21521: 'order-status 非法',
  21522: 'order-id 非法',
  21523: 'refund-id 非法',
  21524: '订单为 1.0 版本,但缺少 refund-total-amount',
  21526: '继续支付获取订单信息失败,服务端内部错误',
  21527: '继续支付获取订单信息失败,服务端参数校验不通过',
  21528: '申请退款获取订单信息失败,服务端内部错误',
  21529: '申请退款获取订单信息失败,服务端参数校验不通过',
  21530: '申请退款获取订单信息失败,服务端返回数据缺少商品信息',
  21531: '申请退款获取订单信息失败,订单无可退款订单,订单可退份数等于0',
  21532: '查看退款详情 获取退款详情失败',
  21533: 'bind:applyrefund 调用失败',
  21534: 'bind:applyrefund 返回类型错误',
  21535: '申请退款失败,服务端错误',
  21536: '获取小程序主体名称失败,服务端错误',
  21537: '查询退款详情失败,服务端错误',
  21546: '直跳提单页userLogin调用失败',
  21547: '直跳提单页getExtraInfo调用失败',
  10000: '支付失败',
  10001: '调起微信失败',
  10002: '微信未安装',
};

module.exports = {
  MEANINGS,

  methods: {
    /** Something that is wrong: the code of the table, and in a few words of ours what. */
    fault(code, about = '') {
      return { code, about };
    },

    /** What is said of a value. The words are free, so this is all that becomes of these two readings here. */
    wordsFor(name, value) {
      if (value === undefined) return `${name} is missing`;
      const noNumber = typeof value === 'number' && !Number.isFinite(value) && this.readings['not-finite'] === 'wrong-type';
      return noNumber ? `${name} is no number` : `${name} is illegal`;
    },

    messageOf({ code, about }) {
      return about ? `${MEANINGS[code]} (${about})` : MEANINGS[code];
    },

    /** `errNo` is a number, `errMsg` a text. */
    errorDetail(fault) {
      return { errNo: fault.code, errMsg: this.messageOf(fault) };
    },

    tellError(button, fault) {
      return this.notify(button, 'error', this.errorDetail(fault));
    },

    /** Which of several faults come first. */
    inOrder(faults) {
      return this.readings.precedence === 'table-order' ? [...faults].sort((a, b) => a.code - b.code) : faults;
    },

    tellFaults(button, faults) {
      const all = this.inOrder(faults);
      const told = this.readings['button-error-count'] === 'each' ? all : all.slice(0, 1);
      for (const fault of told) this.tellError(button, fault);
    },
  },
};
