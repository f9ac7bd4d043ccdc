/** What the world of a case holds. The kit completes it: every fact is there. */
export interface World {
  base_library: string;
  /** `other`: an app that no document names. */
  host: 'douyin' | 'toutiao' | 'other' | 'devtools';
  /** Version of the app that runs the mini program. */
  host_version: string;
  os: 'android' | 'ios';
  payment_open: boolean;
  logged_in: boolean;
  real_name: boolean;
  /** What the user has paid before this case, in fen. */
  spent: number;
  /** The most that the user may pay in total, in fen; `null`: no limit. */
  spending_limit: number | null;
  risk: boolean;
  face: 'passes' | 'fails';
  network: 'online' | 'offline';
  desk: 'opens' | 'fails';
  order_server: 'answers' | 'internal_error';
  /** What the user does at the desk of the n-th step; for later steps the last entry counts. */
  user: Array<'pays' | 'cancels' | 'payment_fails' | 'closes' | 'times_out' | 'leaves'>;
  /** Price of one game coin in yuan, a decimal text; `null`: not configured. */
  coin_price: string | null;
  /** Whether what is paid for with `tt.pay` is virtual. */
  virtual_goods: boolean;
  wechat: 'pays' | 'payment_fails' | 'unpaid' | 'does_not_start' | 'missing';
  alipay: 'pays' | 'payment_fails' | 'unpaid' | 'times_out' | 'closed' | 'missing';
  /** What the user does at the cashier of the n-th step, actions separated by blanks; for later steps the last entry counts. */
  cashier_user: string[];
  /** The time as the platform sees it, in seconds since 1970. */
  clock: number;
  payment_secret: string;
  /** What the user does with the button of the n-th step; for later steps the last entry counts. The kit plays it. */
  button_user: Array<'submits' | 'taps' | 'taps_twice' | 'waits'>;
  /** How the cashier ends that the button of the n-th step opens. The last three: it cannot be opened. */
  button_desk: Array<'pays' | 'times_out' | 'payment_fails' | 'closed' | 'cancels' | 'unknown' | 'leaves' | 'fails' | 'wechat_fails' | 'wechat_missing'>;
  /** The quantity that the user asks for on the order page; `null`: the one that the page proposes. The kit plays it. */
  order_quantity: number | null;
  /** Whether the user gives a phone number on the order page. The kit plays it. */
  gives_phone: boolean;
  /** Where the present lies towards the sale period of goods of the library. */
  sale: 'on_sale' | 'not_started' | 'starts_now' | 'ends_now' | 'ended';
  /** How many of the goods of the library are left. */
  stock: number;
  /** Whether the mini program may sell goods outside the library. */
  goods_whitelisted: boolean;
  goods_server: 'answers' | 'internal_error' | 'rejects';
  ability_server: 'answers' | 'internal_error' | 'rejects';
  /** `bad_data`: no order can be made of the data. */
  order_creation: 'answers' | 'internal_error' | 'bad_data';
  order_query: 'answers' | 'internal_error' | 'rejects';
  refund_query: 'answers' | 'internal_error' | 'rejects' | 'no_goods' | 'nothing_left';
  app_name_server: 'answers' | 'internal_error';
  refund_server: 'answers' | 'internal_error';
  refund_detail: 'answers' | 'not_got' | 'query_fails';
  /** What fails where the tap is to lead straight to the order page. */
  direct_order: 'off' | 'login_fails' | 'extra_info_fails';
  /** Whether the order to be refunded is from before the trading system. */
  old_order: boolean;
  /** Whether the order to be refunded goes the merged way. */
  merged_order: boolean;
  /** The platform's number of the order: the one that is created, goes on, or is refunded. */
  order_id: string;
  /** The developer's number of the order that is created. */
  out_order_no: string;
  /** The platform's number of the refund. */
  refund_id: string;
  /** The developer's number of the refund. */
  out_refund_no: string;
  /** What was paid for the item order `item-1`, in fen. */
  item_1_paid: number;
  /** What was paid for the item order `item-2`, in fen. */
  item_2_paid: number;
  /** What was refunded of `item-1` before this case, in fen. */
  item_1_refunded: number;
  /** Facts of your own, if `stages` names them. */
  [fact: string]: unknown;
}

/** What the user sees. */
export type Shown =
  | { desk: 'diamond'; fen: number; diamonds?: number }
  | { qr: 'diamond' }
  | { desk: 'cashier'; fen: number; wx: boolean; alipay: boolean; ticked?: 'wx' | 'alipay' }
  | { wallet: 'wx' | 'alipay' }
  | { result: number }
  | ShownByButton;

/** What the user sees of `<pay-button>`. What the page gave is told as it is, hence `unknown`. */
export type ShownByButton =
  | { button: 'on_sale' | 'not_started' | 'ended' | 'sold_out' | 'pay' | 'refund' | 'refunding' | 'refunded' | 'refund_failed' }
  | OrderPage
  /** The cashier: `fen` is the price of the whole order. */
  | { desk: 'pay-button'; fen: number }
  | { page: 'refund'; orderId: unknown }
  | { page: 'refund_detail'; refundId: unknown };

/** The order page, as it is shown. */
export interface OrderPage {
  page: 'order';
  goodsId: unknown;
  /** Of one piece, in fen. */
  price: number;
  /** After defaults and conversion, as `maxLimits`. */
  minLimits: number;
  maxLimits: number;
  phoneRequired: boolean;
  dateRule?: unknown;
  name?: unknown;
  photo?: unknown;
  labels?: unknown;
  /** The marketing version; absent where no marketing is displayed. */
  marketing?: unknown;
}

/** The handlers of a page by the names that the document gives the events, without `bind:`. */
export type Handlers = Record<string, (event: { detail: any }) => unknown>;

/** What a framework hands to the native `<pay-button>`. */
export interface Native {
  /** By the names of the document. Read once everything is quiet, so it may be filled late. */
  properties: Record<string, unknown>;
  /** The bound events, as own members. What one returns is what the native component gets back. */
  handlers: Record<string, (event: { detail: any }) => unknown>;
}

/** The framework's side of `<pay-button>`. */
export interface Bridge {
  /** Renders a page on which the button has these properties and handlers. Nothing: no native component came of it. */
  render(properties: Record<string, any>, handlers: Handlers): Native | undefined | Promise<Native | undefined>;
}

/** What the user fills in on the page that a tap led to. */
export interface Form {
  /** `undefined`: the quantity that the page proposes. */
  quantity: number | undefined;
  /** `undefined`: the user gives none. */
  phoneNumber: string | undefined;
}

/** A `<pay-button>` on a page. An action that throws, or whose promise rejects, is recorded as `threw`. */
export interface Button {
  /** The user taps the button. */
  tap(): unknown;
  /** The user submits the page that the tap led to; it does nothing where none is open. Only a user who never submits can do without it. */
  submit?(form: Form): unknown;
}

/** A page of a mini program. It lasts for one case; a button lasts for one step. */
export interface Page {
  /** Attaches a button with these properties and handlers. Nothing: the page has rendered no button. */
  attach(properties: Record<string, any>, handlers: Handlers): Button | null | undefined | void | PromiseLike<Button | null | undefined | void>;
}

/** What a server receives. */
export type Sent = { to: 'order'; customId: string; zoneId?: string } | SentByButton;

/** What a server receives of `<pay-button>`. What the page gave is told as it is, hence `unknown`. */
export type SentByButton =
  | { to: 'goods'; goodsId: unknown }
  | { to: 'order'; goodsId: unknown; goodsType: unknown; quantity: number; fen: number; extra?: string; tradeOption?: string }
  | {
    to: 'refund'; orderId: unknown; itemOrderList?: Array<{ itemOrderId: unknown; refundAmount: number }>; cp_extra?: string;
    /** Only for an old order. */
    refundTotalAmount?: number;
  };

/** What an implementation gets to tell what only it can see. One per case; its functions need no `this`. */
export interface Stage {
  /** Records what the user sees. */
  shown(value: Shown): void;
  /** Records what a server receives. */
  sent(value: Sent): void;
  /** Answers that this case cannot be staged. Throws, so nothing after it runs. */
  skip(reason: string): never;
  /** Index of the step that runs, from 0. */
  readonly step: number;
}

/** The kinds of events of a trace. */
export type EventKind = 'called' | 'asked' | 'shown' | 'sent' | 'returned' | 'threw';

/** A pure operation: what it returns, or what its promise resolves with, becomes the event `returned`. */
// The input is whatever the case holds, wrongly typed ones included: hence `any`.
export type PureFunction = (input: any, world: World, stage: Stage) => unknown;

interface CommonOptions {
  /** Name of the implementation. */
  name: string;
  /** Version of the implementation. */
  version: string;
  /** Language of the implementation, for reports. Default: `"javascript"`. */
  language?: string;
  /** The world facts that the implementation can vary. Default: none. */
  stages?: string[];
  /** Facts that have one fixed value here, which is not the plain one. */
  pins?: Partial<World>;
  /** The kinds of events that can be seen here. Default: all. */
  observes?: EventKind[];
  /** How many cases may be queued. Default: 64. */
  maxInFlight?: number;
  /** Rules that the implementation is known not to support. */
  unsupported?: Array<{ rule: string; reason: string }>;
  /** Runs once, after the clock is installed and before the first case: require the implementation here. */
  load?: () => void | Promise<void>;
  /** Milliseconds without an event after which a step counts as over: real time instead of the virtual clock. */
  wallClock?: number;
}

/** Gives the bridge of one case, for the operation `pay-button.bridge`. */
export type CreateBridge = (world: World, stage: Stage) => Bridge | PromiseLike<Bridge>;

/** Gives the page of one case, for the operation `pay-button`. */
export type CreatePage = (world: World, stage: Stage) => Page | PromiseLike<Page>;

/** A class of buttons, for the operation `pay-button`: one is made for each step. All steps of a case get the same `world` object. */
export type ButtonClass = new (world: World, properties: Record<string, any>, handlers: Handlers, stage: Stage) => Button;

/** Either way to plug in the component, or none. */
type ComponentOptions = { createPage?: CreatePage; Button?: undefined } | { createPage?: undefined; Button?: ButtonClass };

interface PlugOptions extends CommonOptions {
  /** The pure operations by name. */
  functions?: Record<string, PureFunction>;
  /** Gives the `tt` of one case. The operation `tt.NAME` calls `tt.NAME(input)`. */
  createTT?: (world: World, stage: Stage) => object | PromiseLike<object>;
  createBridge?: CreateBridge;
  /** All operations that are served. Default: the keys of `functions`, `pay-button.bridge`, `pay-button`, as far as they are plugged in. */
  operations?: string[];
}

export type FunctionOptions = PlugOptions & ComponentOptions & { functions: Record<string, PureFunction>; createTT?: undefined };

/** With `createTT` the operations have to be named: a `tt` has no list of them. */
export type TTOptions = PlugOptions & ComponentOptions & { createTT: NonNullable<PlugOptions['createTT']>; operations: string[] };

export type BridgeOptions = PlugOptions & ComponentOptions & { createBridge: CreateBridge; createTT?: undefined };

export type PageOptions = PlugOptions & ({ createPage: CreatePage; Button?: undefined } | { createPage?: undefined; Button: ButtonClass }) & { createTT?: undefined };

/** Starts the adapter: serves until `bye` or the end of standard input, then ends the process. */
export function serve(options: FunctionOptions | TTOptions | BridgeOptions | PageOptions): void;
