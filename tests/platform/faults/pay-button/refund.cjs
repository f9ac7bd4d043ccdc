'use strict';
// Mistakes about refunds: the queries, the pages, the request, and what bind:refund is told.

const { assume, changeAnswer, replace } = require('../plant.cjs');
const { fault, row } = require('./sentence.cjs');

const PAGE = ['效果示例', 'order-status 为 1 时 点击后进入申请退款页面。'];
const TOTAL = ['refund-total-amount', '针对交易系统之前的老订单申请退款(order-status 为 1),该属性必传'];
const TOTAL_TIP = ['Bug & Tip', '需要通过传入 refund-total-amount 指定退款金额'];
const FEN = ['refund-total-amount', '该属性必传 单位:分 如何哪些情况下为老订单'];
const STATUS = ['bind:refund', '发起申请退款结果 发起成功:\'success\' 发起失败:\'fail\''];
const RESULT = ['bind:refund, result', 'refundId string 抖音交易系统内部退款单号 2.43.0.0 outRefundNo string 开发者系统退款单号'];
const MERGED = ['bind:refund, result', '注意:融合链路不返回outRefundNo'];
const ORDER_ID = ['bind:refund, result', 'outRefundNo 2.43.0.0 orderId string 抖音交易系统内部交易订单号'];
const FAILED = ['bind:refund, result', 'errMsg string 失败错误信息'];
const DETAIL = ['refund-id', '开发者订单系统的退款单号,用于查看退款详情'];
const ITEMS_TOTAL = ['指定金额退款', '指定金额退时,需要通过 bind:applyrefund 传入 itemOrderList。'];

const result = (change) => changeAnswer('refundResult', change);
const failure = (change) => changeAnswer('refundFailure', change);

/** One obstacle is overlooked. */
const overlooks = (...codes) => changeAnswer('refundObstacle', (found) => (codes.includes(found?.code) ? undefined : found));

module.exports = [
  fault('refund-query-unheard', row('21528 申请退款获取订单信息失败,服务端内部错误'), 'an order that cannot be got is told', 'the answer is not looked at',
    assume('refund_query', 'answers'),
  ),
  fault('refund-query-parameters-overlooked', row('21529 申请退款获取订单信息失败,服务端参数校验不通过'), 'parameters that the server does not accept are told',
    'only internal errors count',
    overlooks(21529),
  ),
  fault('refund-no-goods-overlooked', row('21530 申请退款获取订单信息失败,服务端返回数据缺少商品信息'), 'an order without goods is told', 'shows an empty page',
    overlooks(21530),
  ),
  fault('refund-nothing-left-overlooked', row('21531 申请退款获取订单信息失败,订单无可退款订单,订单可退份数等于0'), 'an order without anything to refund is told',
    'shows an empty page',
    overlooks(21531),
  ),
  fault('refund-app-name-unheard', row('21536 获取小程序主体名称失败,服务端错误'), 'a company whose name cannot be got is told',
    'the answer is not looked at',
    assume('app_name_server', 'answers'),
  ),
  fault('refund-app-name-silent', row('21536 获取小程序主体名称失败,服务端错误'), 'a company whose name cannot be got is told',
    'the page just stays closed',
    (button) => {
      const real = button.askForRefund;
      button.askForRefund = function silent(given) {
        return this.refundObstacle(given)?.code === 21536 ? undefined : real.call(this, given);
      };
    },
  ),
  fault('refund-app-name-of-details', row('21536 获取小程序主体名称失败,服务端错误'), 'the details of a refund need no name',
    'asked before every page of refunds',
    (button) => {
      const real = button.openRefundDetail;
      button.openRefundDetail = function asks(given) {
        if (this.world.app_name_server === 'answers') real.call(this, given);
        else this.tellError(given, this.fault(21536));
      };
    },
  ),
  fault('refund-without-page', PAGE, 'a tap leads to the refund page', 'refunds at once', (button) => {
    const real = button.askForRefund;
    button.askForRefund = async function hasty(given) {
      await real.call(this, given);
      given.page?.submit();
      given.page = undefined;
    };
  }),
  fault('refund-page-twice', PAGE, 'a tap leads to the refund page', 'opens it again after the refund',
    changeAnswer('refunded', function again(_, button) {
      this.stage.shown({ page: 'refund', orderId: button.given['order-id'] });
    }),
  ),
  fault('refund-page-at-attach', PAGE, 'a tap leads to the refund page', 'opens by itself', (button) => {
    const real = button.display;
    button.display = function hasty(given, state) {
      real.call(this, given, state);
      if (state === 'refund') this.askForRefund(given);
    };
  }),
  fault('refund-total-optional', TOTAL, 'an old order needs refund-total-amount', 'not checked', replace('lacksTotal', () => false)),
  fault('refund-total-wanted', TOTAL, 'only an old order needs refund-total-amount', 'wanted of all orders',
    replace('lacksTotal', function always({ given }) {
      return !this.isTotal(given['refund-total-amount']);
    }),
  ),
  fault('refund-total-text-accepted', ['refund-total-amount', 'refund-total-amount number'], 'refund-total-amount is a number',
    'anything that is there',
    changeAnswer('isTotal', (right, total) => right || Array.isArray(total) || (typeof total === 'string' && Number.isNaN(Number(total)))),
  ),
  fault('refund-total-not-sent', TOTAL_TIP, 'refund-total-amount says what is refunded', 'checked, and not sent',
    changeAnswer('requestOf', ({ fields, fault: found }) => {
      const { refundTotalAmount, ...rest } = fields ?? {};
      return found ? { fault: found } : { fields: rest };
    }),
  ),
  fault('refund-total-in-yuan', FEN, 'refund-total-amount is in fen', 'divides by 100', changeAnswer('requestOf', (request) => {
    const { fields } = request;
    return fields?.refundTotalAmount === undefined ? request : { fields: { ...fields, refundTotalAmount: fields.refundTotalAmount / 100 } };
  })),
  fault('refund-total-sent-always', TOTAL, 'refund-total-amount is for old orders', 'sent for all',
    changeAnswer('requestOf', (request, { given }) => {
      const total = given['refund-total-amount'];
      return request.fault || total === undefined ? request : { fields: { ...request.fields, refundTotalAmount: total } };
    }),
  ),
  fault('refund-old-order-unknown', TOTAL, 'an order from before the trading system is an old one', 'all orders count as new',
    assume('old_order', false),
  ),
  fault('refund-server-unheard', row('21535 申请退款失败,服务端错误'), 'a refund that failed is told as fail', 'the answer is not looked at',
    assume('refund_server', 'answers'),
  ),
  fault('refund-failure-silent', STATUS, 'bind:refund is told of a failure', 'only bind:error is', (button) => {
    button.tellRefundFault = function silent(given, found) {
      this.tellError(given, found);
    };
  }),
  fault('refund-failure-not-an-error', row('21535 申请退款失败,服务端错误'), 'a failed refund is 21535', 'only bind:refund hears of it', (button) => {
    const real = button.tellRefundFault;
    button.tellRefundFault = function quiet(given, found) {
      if (found.code === 21535) this.notify(given, 'refund', this.refundFailure(found));
      else real.call(this, given, found);
    };
  }),
  fault('refund-failure-is-success', STATUS, 'a failed refund has status fail', 'always success',
    failure((detail) => ({ ...detail, status: 'success' })),
  ),
  fault('refund-failure-without-message', FAILED, 'result has errMsg', 'an empty result', failure((detail) => ({ ...detail, result: {} }))),
  fault('refund-failure-message-outside', FAILED, 'errMsg is in result', 'beside it',
    failure(({ status, result: { errMsg } }) => ({ status, errMsg })),
  ),
  fault('refund-success-silent', ['bind:refund', '根据提交退款申请的状态返回值,实现开发者自定义的逻辑'], 'bind:refund is told of a refund', 'only failures are told',
    replace('refunded', function silent(_button, fields) {
      this.rememberRefund(fields.itemOrderList);
    }),
  ),
  fault('refund-told-twice', STATUS, 'a refund is told once', 'by the page and by the server', (button) => {
    const real = button.refunded;
    button.refunded = function twice(given, fields) {
      this.notify(given, 'refund', { status: 'success', result: this.refundResult() });
      real.call(this, given, fields);
    };
  }),
  fault('refund-told-before-sending', STATUS, 'bind:refund is told what came of the request', 'told before it', (button) => {
    const { submitRefund } = button;
    button.submitRefund = function early(given, extra) {
      this.notify(given, 'refund', { status: 'success', result: this.refundResult() });
      return submitRefund.call(this, { ...given, handlers: { ...given.handlers, refund: undefined } }, extra);
    };
  }),
  fault('refund-told-at-the-page', STATUS, 'bind:refund is told of a refund', 'told when the page opens', (button) => {
    const real = button.askForRefund;
    button.askForRefund = async function early(given) {
      await real.call(this, given);
      if (given.page) this.notify(given, 'refund', { status: 'success', result: this.refundResult() });
    };
  }),
  fault('refund-told-to-pay', ['bind:refund', '退款回调 用于申请退款场景'], 'bind:refund is told of a refund', 'told to bind:pay', (button) => {
    const real = button.notify;
    button.notify = function elsewhere(given, name, detail) {
      return real.call(this, given, name === 'refund' ? 'pay' : name, detail);
    };
  }),
  fault('refund-ids-exchanged', RESULT, 'refundId is the number of the platform', 'exchanged with outRefundNo',
    result((ids) => ({ ...ids, refundId: ids.outRefundNo ?? ids.refundId, outRefundNo: ids.outRefundNo && ids.refundId })),
  ),
  fault('refund-without-id', RESULT, 'result has refundId', 'only the own number', result(({ refundId, ...rest }) => rest)),
  fault('refund-without-out-no', RESULT, 'result has outRefundNo', 'left out always', result(({ outRefundNo, ...rest }) => rest)),
  fault('refund-merged-out-no', MERGED, 'no outRefundNo on the merged way', 'always there', assume('merged_order', false)),
  fault('refund-merged-only-out-no', MERGED, 'outRefundNo is left out on the merged way only', 'the wrong way round',
    result(function inverted({ outRefundNo, ...rest }) {
      return this.world.merged_order ? { ...rest, outRefundNo: this.world.out_refund_no } : rest;
    })),
  fault('refund-without-order', ORDER_ID, 'result has orderId', 'forgotten', result(({ orderId, ...rest }) => rest)),
  fault('refund-order-of-the-page', ORDER_ID, 'orderId is the number of the platform', 'the developer\'s number of the order',
    result(function own(ids) {
      return { ...ids, orderId: this.world.out_order_no };
    }),
  ),
  fault('refund-status-missing', ['bind:refund', 'status string 发起申请退款结果'], 'bind:refund is told status', 'only the result', (button) => {
    const real = button.notify;
    button.notify = function bare(given, name, detail) {
      return real.call(this, given, name, name === 'refund' ? { result: detail.result } : detail);
    };
  }),
  fault('refund-everything', ITEMS_TOTAL, 'a refund in parts is of the parts', 'everything is refunded',
    changeAnswer('requestOf', ({ fields, fault: found }) => {
      const { itemOrderList, ...rest } = fields ?? {};
      return found ? { fault: found } : { fields: rest };
    }),
  ),
  fault('detail-unheard', row('21532 查看退款详情 获取退款详情失败'), 'details that cannot be got are told', 'the answer is not looked at',
    assume('refund_detail', 'answers'),
  ),
  fault('detail-opens-all-the-same', row('21532 查看退款详情 获取退款详情失败'), 'without the details no page', 'tells the error and opens it',
    (button) => {
      const real = button.openRefundDetail;
      button.openRefundDetail = function opens(given) {
        real.call(this, given);
        if (this.world.refund_detail !== 'answers') this.stage.shown({ page: 'refund_detail', refundId: given.given['refund-id'] });
      };
    },
  ),
  fault('detail-of-the-platform', DETAIL, 'the page is that of refund-id', 'of a number of the platform',
    replace('openRefundDetail', function other(button) {
      const code = this.detailCode(this.world.refund_detail);
      if (code) this.tellError(button, this.fault(code));
      else this.stage.shown({ page: 'refund_detail', refundId: this.world.refund_id });
    }),
  ),
  fault('detail-of-the-order', DETAIL, 'the page is that of refund-id', 'of order-id, if there is one',
    replace('openRefundDetail', function other({ given, ...button }) {
      const code = this.detailCode(this.world.refund_detail);
      if (code) this.tellError(button, this.fault(code));
      else this.stage.shown({ page: 'refund_detail', refundId: given['order-id'] ?? given['refund-id'] });
    }),
  ),
];
