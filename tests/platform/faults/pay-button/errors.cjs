'use strict';
// Mistakes about bind:error: codes that are mixed up, and how errors are told.

const { changeAnswer, replace } = require('../plant.cjs');
const { fault, row } = require('./sentence.cjs');

const DETAIL = ['bind:error 报错信息', 'const { errNo , errMsg } = event.detail'];
const HAPPENS = ['bind:error', '组件传入属性异常、组件内部发生异常时触发'];

/** Two codes that are told for each other, with the row that is wrong then. */
const MIXED = [
  [21500, 21501, '21500 mode 非法'],
  [21501, 21502, '21501 goods-id 非法'],
  [21503, 21504, '21503 无 bind:getgoodsinfo'],
  [21505, 21506, '21505 商品库商品获取商品信息,服务端内部错误'],
  [21507, 21508, '21507 支付能力查询,服务端内部错误'],
  [21509, 21510, '21509 开发者 bind:getgoodsinfo 调用失败'],
  [21511, 21512, '21511 非商品库商品,商品标签校验不通过'],
  [21513, 21514, '21513 点击按钮后触发,获取商品信息中'],
  [21515, 21516, '21515 点击按钮后触发,无支付能力'],
  [21517, 21518, '21517 创建订单(预下单),服务端错误'],
  [21521, 21500, '21521 order-status 非法'],
  [21522, 21523, '21522 order-id 非法'],
  [21524, 21531, '21524 订单为 1.0 版本,但缺少 refund-total-amount'],
  [21526, 21528, '21526 继续支付获取订单信息失败,服务端内部错误'],
  [21527, 21529, '21527 继续支付获取订单信息失败,服务端参数校验不通过'],
  [21530, 21531, '21530 申请退款获取订单信息失败,服务端返回数据缺少商品信息'],
  [21533, 21535, '21533 bind:applyrefund 调用失败'],
  [21536, 21530, '21536 获取小程序主体名称失败,服务端错误'],
  [21537, 21536, '21537 查询退款详情失败,服务端错误'],
  [21546, 21547, '21546 直跳提单页userLogin调用失败'],
];

const told = (code) => (button) => {
  const real = button.errorDetail;
  button.errorDetail = function mixed(found) {
    return real.call(this, { ...found, code: code(found.code) });
  };
};

const mixed = MIXED.map(([one, other, words]) =>
  fault(`codes-${one}-${other}-mixed-up`, row(words), `${one} is not ${other}`, `tells ${other} for ${one}, and the other way round`,
    told((code) => (code === one ? other : code === other ? one : code))),
);

const detail = (change) => changeAnswer('errorDetail', change);

module.exports = [
  ...mixed,
  fault('codes-queries-are-one', row('21526 继续支付获取订单信息失败,服务端内部错误'), 'each query that fails has its codes', 'one code, which is not listed',
    told((code) => (code >= 21526 && code <= 21531 ? 21525 : code)),
  ),
  fault('codes-internal-for-all', row('21529 申请退款获取订单信息失败,服务端参数校验不通过'),
    'an internal error and parameters that are not accepted have two codes',
    'one code',
    told((code) => ({ 21506: 21505, 21508: 21507, 21527: 21526, 21529: 21528 })[code] ?? code),
  ),
  fault('codes-apply-type-is-call', row('21534 bind:applyrefund 返回类型错误'), 'a text from bind:applyrefund is 21534',
    'told as a call that failed',
    changeAnswer('wrongType', function call(answer, name) {
      return name === 'applyrefund' ? this.callFailed(name) : answer;
    }),
  ),
  fault('codes-goods-type-is-call', row('21512 bind:getgoodsinfo 传入数据类型错误'), 'goods that are wrong are 21512', 'told as a call that failed',
    changeAnswer('goodsFaults', function call(found) {
      return found.length > 0 ? [this.fault(21509)] : found;
    }),
  ),
  fault('error-without-code', DETAIL, 'bind:error is told errNo', 'only the message', detail(({ errMsg }) => ({ errMsg }))),
  fault('error-code-renamed', DETAIL, 'the code is named errNo', 'errCode', detail(({ errNo, errMsg }) => ({ errCode: errNo, errMsg }))),
  fault('error-without-message', ['bind:error 说明', 'errMsg string 组件内部错误信息,如传入属性类型错误等'], 'bind:error is told errMsg', 'only the code',
    detail(({ errNo }) => ({ errNo })),
  ),
  fault('error-message-is-object', ['bind:error 说明', 'errMsg string'], 'errMsg is a text', 'an Error',
    detail((found) => ({ ...found, errMsg: { message: found.errMsg } })),
  ),
  fault('error-as-text', ['bind:error 说明', '事件对象的detail 为 object 类型'], 'detail is an object', 'a text',
    detail(({ errNo, errMsg }) => `${errNo} ${errMsg}`),
  ),
  fault('error-told-twice', ['bind:error 说明', '当错误发生时触发。'], 'an error is told once', 'by the check and by its caller', (button) => {
    const real = button.tellError;
    button.tellError = function twice(given, found) {
      real.call(this, given, found);
      return real.call(this, given, found);
    };
  }),
  fault('error-told-to-buyers', ['bind:error 说明', '任意模式下均可使用bind:error'], 'bind:error works in every mode', 'in mode 2 only', (button) => {
    const real = button.tellError;
    button.tellError = function buyers(given, found) {
      return given.mode === 2 ? real.call(this, given, found) : true;
    };
  }),
  fault('error-never', HAPPENS, 'bind:error is told of errors', 'written to the console', replace('tellError', () => true)),
  fault('error-thrown', HAPPENS, 'bind:error is told of wrong properties', 'thrown at the page', (button) => {
    const real = button.tellAtAttach;
    button.tellAtAttach = function thrown(given) {
      const [found] = given.faults;
      if (found.code <= 21502) throw new TypeError(this.messageOf(found));
      real.call(this, given);
    };
  }),
  fault('error-at-attach-goes-on', ['goods-id', 'mode 为 2 时,该属性必传'], 'a button with wrong properties does not sell',
    'tells the error and goes on',
    (button) => {
      const real = button.start;
      button.start = function goesOn(given) {
        real.call(this, given);
        if (given.exists && given.mode === 2 && given.faults[0]?.code === 21501) {
          given.faults = [];
          this.startBuying(given);
        }
      };
    },
  ),
  fault('error-without-cause', HAPPENS, 'bind:error is told of errors only', 'told of a success, too: errNo 0', (button) => {
    const real = button.endPayment;
    button.endPayment = function zero(given, order, code) {
      real.call(this, given, order, code);
      if (code === 0) this.notify(given, 'error', { errNo: 0, errMsg: 'ok' });
    };
  }),
  fault('error-of-a-cancel', ['bind:pay, result', '只要调起收银台成功,支付都会回调成功'], 'a cancelled payment is no error', 'told to bind:error as 10000',
    (button) => {
      const real = button.endPayment;
      button.endPayment = function cancelled(given, order, code) {
        if (code === 4) this.tellError(given, this.fault(10000));
        real.call(this, given, order, code);
      };
    },
  ),
];
