// What an adapter's author writes with the Node kit: each way to plug something in, and what the types must refuse.

import { serve } from 'paystone-kit';
import type { Bridge, Button, CreatePage, EventKind, Handlers, Page, Sent, Shown, Stage, World } from 'paystone-kit';

type Event = { kind: 'success' | 'fail'; errCode?: number };
declare function pay(input: unknown, online: boolean): Promise<Event>;
declare function sign(fields: Record<string, string>, secret: string): string;

const common = { name: 'acme', version: '1.0.0' };
const observes: EventKind[] = ['called', 'asked', 'shown', 'sent', 'returned', 'threw'];

serve({ ...common, functions: { sign: ({ fields, secret }) => ({ sign: sign(fields, secret) }) } });

serve({
  ...common, observes, language: 'typescript', maxInFlight: 8, wallClock: 50,
  operations: ['tt.openAwemeCustomerService', 'tt.canIUse', 'sign'],
  stages: ['network', 'coin_price', 'user'],
  pins: { spent: 100, spending_limit: null, os: 'ios' },
  unsupported: [{ rule: 'diamond/zone-id/type', reason: 'later' }],
  load: async () => {},
  functions: { sign: (input, _world, stage) => (input ? stage.step : stage.skip('no input')) },
  createTT: async (world: World, stage: Stage) => ({
    openAwemeCustomerService: (input: unknown) => {
      const order: Sent = { to: 'order', customId: 'c1', zoneId: '1' };
      stage.sent(order);
      stage.shown({ desk: 'diamond', fen: 6000, diamonds: 600 });
      void pay(input, world.network === 'online');
      const price: string = world.coin_price ?? stage.skip('no price');
      return world.user[stage.step] === 'pays' ? price : undefined;
    },
  }),
});

const bridge: Bridge = { render: (properties, handlers) => ({ properties, handlers }) };
serve({ ...common, createBridge: () => bridge });
serve({ ...common, createBridge: async (_world, _stage) => ({ render: () => undefined }) });

const createPage: CreatePage = (world, stage) => {
  const page: Page = {
    async attach(properties, handlers: Handlers) {
      const button: Button = {
        tap: () => handlers['getgoodsinfo']?.({ detail: { goodsId: properties['goods-id'] } }),
        submit: ({ quantity, phoneNumber }) => stage.sent({
          to: 'order', goodsId: properties['goods-id'], goodsType: 1, quantity: quantity ?? 1, fen: world.stock, extra: phoneNumber ?? '',
        }),
      };
      return world.sale === 'ended' ? undefined : button;
    },
  };
  return page;
};
serve({ ...common, createPage, stages: ['button_user', 'stock'] });

class PayButton {
  constructor(readonly world: World, readonly properties: Record<string, unknown>, readonly handlers: Handlers, readonly stage: Stage) {}
  tap(): void {
    this.stage.shown({ button: 'on_sale' });
  }
}
serve({ ...common, Button: PayButton });
serve({ ...common, createTT: () => ({}), operations: ['tt.pay', 'pay-button'], Button: PayButton });

export const shown: Shown[] = [
  { qr: 'diamond' }, { desk: 'cashier', fen: 1, wx: true, alipay: false, ticked: 'wx' }, { wallet: 'alipay' }, { result: 0 },
  { page: 'order', goodsId: '1', price: 1, minLimits: 1, maxLimits: 9, phoneRequired: false }, { desk: 'pay-button', fen: 1 },
];

// What must not pass: a line here that is no error is one.
// @ts-expect-error nothing is plugged in
serve(common);
// @ts-expect-error a tt has no list of its operations
serve({ ...common, createTT: () => ({}) });
// @ts-expect-error either way to plug in the component, not both
serve({ ...common, createPage, Button: PayButton });
// @ts-expect-error a version is a text
serve({ name: 'acme', version: 1, functions: {} });
// @ts-expect-error no such kind of event
serve({ ...common, functions: {}, observes: ['heard'] });
// @ts-expect-error no such value of the fact
serve({ ...common, functions: {}, pins: { os: 'harmony' } });
// @ts-expect-error no such state of the button
export const strange: Shown = { button: 'maybe' };
// @ts-expect-error an order names what it is for
export const nameless: Sent = { to: 'order' };
// @ts-expect-error the price may be unset
export const price: string = ({} as World).coin_price;
// @ts-expect-error the step is the kit's to count
({} as Stage).step = 1;
