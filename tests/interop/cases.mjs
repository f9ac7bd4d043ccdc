// The cases: each property, each handler, and each way in which a handler may answer. `paystone run` is to draw its own.

export const OPERATION = 'pay-button.bridge';

/** The documented properties, each with a value that is not its default. */
const PROPERTIES = {
  mode: 2, 'goods-id': '7203456', 'goods-type': 1, 'order-status': 3, 'order-id': 'ot423412', 'refund-id': 'rf77', 'refund-total-amount': 20000,
  'biz-line': 2, 'marketing-ready': true,
};

/** The properties that have a default, with it: what a page sets arrives, also where it could be left out. */
const DEFAULTS = { mode: 1, 'order-status': 0, 'biz-line': 1, 'marketing-ready': false };

/** The documented handlers, each with the detail of its event. */
const DETAILS = {
  getextensionpath: { goodsId: '7203456' },
  getgoodsinfo: { goodsId: '7203456', goodsType: 1 },
  placeorder: { goodsId: '7203456', goodsType: 1 },
  error: { errNo: 21500, errMsg: 'mode is illegal' },
  applyrefund: { orderId: 'ot423412' },
  refund: { status: 'success', result: { refundId: 'r1', outRefundNo: 'o1' } },
  pay: { status: 'success', outOrderNo: 'no1', result: { code: 0 } },
};

/** The handlers whose answer the native component needs. */
const ANSWERING = ['getextensionpath', 'getgoodsinfo', 'placeorder', 'applyrefund'];

const ANSWERS = [
  { resolves: { goodsName: '循礼门', currentPrice: 9900 } }, { resolves: { $undefined: true } }, { rejects: { errMsg: 'not logged in' } }, { rejects: { $undefined: true } },
  { returns: { path: 'pages/extension' } }, 'never', { throws: 'broken' },
];

const fires = (name) => [{ event: name, detail: DETAILS[name] }];
const everything = Object.fromEntries(Object.keys(DETAILS).map((name) => [name, { $function: [] }]));

/** `{ about, input }`: `about` says what the case looks at, `input` is the input of the operation. */
export const CASES = [
  ...[...Object.entries(PROPERTIES), ...Object.entries(DEFAULTS)].map(([name, value]) => ({ about: { property: name, value }, input: { properties: { [name]: value }, handlers: {}, fires: [] } })),
  ...Object.entries(PROPERTIES).map(([name, value]) => ({ about: { property: name, value }, input: { properties: PROPERTIES, handlers: everything, fires: [] } })),
  ...Object.entries(DETAILS).map(([name, detail]) => ({
    about: { handler: name, detail, answer: undefined },
    input: { properties: { mode: 2 }, handlers: { [name]: { $function: [] } }, fires: fires(name) },
  })),
  ...ANSWERING.flatMap((name) => ANSWERS.map((answer) => ({
    about: { handler: name, detail: DETAILS[name], answer },
    input: { properties: PROPERTIES, handlers: { ...everything, [name]: { $function: [answer] } }, fires: fires(name) },
  }))),
];
