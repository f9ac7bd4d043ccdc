// Operations that try the virtual clock, as an ES module.
import { promisify } from 'node:util';
import { serve } from '../../index.mjs';
import { setInterval as everyFew, setTimeout as sleep } from 'node:timers/promises';
import { setTimeout as importedTimeout } from 'node:timers';

const EPOCH = Date.UTC(2024, 0, 1);
const since = () => Date.now() - EPOCH;
const RealDate = Date;

serve({
  name: 'timers', version: '1.0.0',
  functions: {
    leave: () => { setTimeout(() => {}, 1000); },
    now: () => [Date.now(), performance.now()],

    async dates() {
      const start = process.hrtime();
      await new Promise((resolve) => { setTimeout(resolve, 3000); });
      const date = new Date();
      return [
        since(), date - EPOCH, performance.now(), date instanceof Date, date instanceof RealDate && date.constructor === Date,
        new Date(2020, 0, 1, 0, -new Date(2020, 0, 1).getTimezoneOffset()).toISOString(), typeof Date(),
        process.hrtime(start)[0], Number(process.hrtime.bigint() / 1_000_000n), Date.parse('2024-01-01') === EPOCH,
      ];
    },

    async promises() {
      const seen = [await promisify(setTimeout)(1000, 'a'), since(), await sleep(1000, 'b'), since(), await promisify(setImmediate)('c')];
      for await (const value of everyFew(100, 'd')) {
        seen.push(value);
        if (seen.length === 8) break;
      }
      seen.push(since());
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 100);
      await sleep(5000, 'e', { signal: controller.signal }).catch((error) => seen.push(error.name));
      const signal = AbortSignal.timeout(500);
      await new Promise((resolve) => { signal.addEventListener('abort', resolve); });
      return [...seen, signal.reason.name, since()];
    },

    async handles() {
      const seen = [];
      const timer = setTimeout(() => seen.push(`refreshed at ${since()}`), 1000);
      seen.push(timer.hasRef(), timer.unref().hasRef(), timer.ref().hasRef(), typeof +timer);
      setTimeout(() => timer.refresh(), 500);
      const cleared = setTimeout(() => seen.push('cleared'), 10);
      clearTimeout(String(+cleared));
      clearTimeout(undefined);
      let ticks = 0;
      const interval = setInterval(() => { ticks += 1; if (ticks === 2) clearInterval(interval); }, 900);
      await new Promise((resolve) => { setTimeout(resolve, 5000); });
      seen.push(`interval ${ticks} times`);
      try { setTimeout('text'); } catch (error) { seen.push(error.code); }
      return seen;
    },

    imported: () => new Promise((resolve) => { importedTimeout(() => resolve(since()), 86_400_000); }),
  },
});
