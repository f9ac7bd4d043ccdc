/** What the world of a case holds. The kit completes it: every fact is there. */
export interface World {
  base_library: string;
  host: 'douyin' | 'devtools';
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
  /** Price of one game coin in yuan, a decimal text. */
  coin_price: string;
  payment_secret: string;
  /** Facts of your own, if `stages` names them. */
  [fact: string]: unknown;
}

/** What the user sees. */
export type Shown = { desk: 'diamond'; fen: number; diamonds?: number } | { qr: 'diamond' };

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

/** What a server receives. */
export type Sent = { to: 'order'; customId: string; zoneId?: string };

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

export interface FunctionOptions extends CommonOptions {
  /** The pure operations by name. */
  functions: Record<string, PureFunction>;
  createTT?: undefined;
  createBridge?: CreateBridge;
  /** Default: the keys of `functions`. */
  operations?: string[];
}

export interface TTOptions extends CommonOptions {
  functions?: Record<string, PureFunction>;
  createBridge?: CreateBridge;
  /** Gives the `tt` of one case. The operation `tt.NAME` calls `tt.NAME(input)`. */
  createTT: (world: World, stage: Stage) => object | Promise<object>;
  /** All operations that are served. */
  operations: string[];
}

/** Gives the bridge of one case, for the operation `pay-button.bridge`. */
export type CreateBridge = (world: World, stage: Stage) => Bridge | Promise<Bridge>;

export interface BridgeOptions extends CommonOptions {
  functions?: Record<string, PureFunction>;
  createTT?: undefined;
  createBridge: CreateBridge;
  /** Default: the keys of `functions`, and `pay-button.bridge`. */
  operations?: string[];
}

/** Starts the adapter: serves until `bye` or the end of standard input, then ends the process. */
export function serve(options: FunctionOptions | TTOptions | BridgeOptions): void;
