'use strict';
// A platform whose methods each do one thing that the kit has to see.
const { serve } = require('../../index.cjs');

class Platform {
  constructor(world, stage) {
    Object.assign(this, { world, stage, calls: 0 });
  }

  report({ success, complete, twice }) {
    const answer = { code: 0 };
    success?.(answer);
    answer.code = 1; // too late to be seen
    setTimeout(() => complete?.(answer, 'ignored'), 1000);
    if (twice) setTimeout(() => complete?.(), 2000);
    return true;
  }

  async ask({ getStatus }) {
    const answers = [];
    for (let n = 0; n < 3; n += 1) {
      try {
        answers.push(await getStatus({ n }));
      } catch (error) {
        answers.push(error instanceof Error ? error.message : error);
      }
    }
    this.stage.shown({ answers });
  }

  names({ success }) {
    return [success.name, typeof success, success instanceof Function];
  }

  count() {
    this.calls += 1;
    return [this.calls, this.stage.step];
  }

  spread({ success }) {
    setTimeout(success, 10, 'ten');
    setTimeout(success, '5', 'five');
    setTimeout(success, NaN, 'odd');
    setTimeout(success, 10, 'ten again');
    setImmediate(success, 'immediate');
    process.nextTick(success, 'tick');
    Promise.resolve('microtask').then(success);
    success('sync');
  }

  endless({ success }) { while (true) success(); }
  interval({ success }) { setInterval(() => {}, 1000); setTimeout(success, 20 * 86_400_000, 'after twenty days'); }
  late({ success }) { setTimeout(success, 2 ** 31 - 1, 'never in reach'); setInterval(() => {}, 86_400_000); setTimeout(() => setTimeout(success, 20 * 86_400_000), 20 * 86_400_000); }
  unguarded({ success }) { setTimeout(() => success('x'), 10); }
  rejected({ success }) { Promise.resolve(success('x')).then(() => {}); }
  floating() { Promise.reject(new Error('forgotten')); }
  crash() { setTimeout(() => { throw new Error('in a timer'); }, 10); }
  promise() { return Promise.reject(new Error('unseen')); }
  throws() { throw new RangeError('no such thing'); }
  skips() { try { this.stage.skip('no wallet here'); } catch { this.stage.shown({ desk: 'diamond' }); } }
  skipsLater() { setTimeout(() => this.stage.skip('no wallet there'), 10); }
  sends() { this.stage.sent({ to: 'order', customId: 'c1' }); this.stage.shown({ desk: 'diamond', fen: 600 }); }
  talks() { console.log('to the console'); console.error('to the error'); process.stdout.write('to the stream\n'); }
  exits() { process.exit(3); }
  world_() { return this.world; }
}

serve({
  name: 'platform', version: '1.0.0', stages: ['network', 'createTT'], pins: { coin_price: '0.2' }, observes: ['called'],
  unsupported: [{ rule: 'x', reason: 'y' }], maxInFlight: 8,
  operations: [
    ...Object.getOwnPropertyNames(Platform.prototype).filter((name) => name !== 'constructor').map((name) => `tt.${name}`),
    'tt.missing', 'pure',
  ],
  functions: { pure: (input) => input },
  load: async () => {
    await new Promise((resolve) => { setTimeout(resolve, 20); });
    console.log('loaded');
  },
  createTT(world, stage) {
    if (world.createTT === 'throws') throw new Error('no platform');
    if (world.createTT === 'skips') stage.skip('not this one');
    if (world.createTT === 'nothing') return undefined;
    if (world.createTT === 'promises') return new Promise((resolve) => { setTimeout(resolve, 5000, new Platform(world, stage)); });
    return new Platform(world, stage);
  },
});
