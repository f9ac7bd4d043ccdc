'use strict';
// Pure operations that give back every kind of value, the hostile ones too.
const { serve } = require('../../index.cjs');

const loop = () => {
  const object = { name: 'loop' };
  object.self = object;
  return object;
};

const nested = (levels) => {
  let value = 'end';
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};

const bare = () => Object.assign(Object.create(null), { a: 1 });

const MADE = {
  loop,
  nested64: () => nested(64),
  nested65: () => nested(65),
  shared: () => { const part = { a: 1 }; return [part, part]; },
  odd: () => [10n, Symbol('s'), '\ud800', NaN, Infinity, -Infinity, -0, undefined, () => 1, Promise.resolve(1)],
  classes: () => [new Map(), new Date(0), new Error('e'), new TypeError('t'), new (class Money {})(), bare(), Object.create({})],
  getter: () => ({ a: 1, get b() { throw new Error('no'); } }),
  proxies: () => [new Proxy({}, { ownKeys() { throw new Error('no'); } }), new Proxy({ a: 1 }, {}), revoked()],
  dollar: () => [{ $a: 1 }, { $a: 1, b: 2 }, { $undefined: true }],
  proto: () => JSON.parse('{"__proto__":{"x":1}}'),
  toJSON: () => ({ a: 1, toJSON() { return 'json'; } }),
  loneKey: () => ({ '\ud800': 1 }),
  holes: () => [1, , 3],
  huge: () => 'x'.repeat(2 ** 20),
  wide: () => new Array(1e9),
  doubling: () => { let value = [1]; for (let n = 0; n < 60; n += 1) value = [value, value]; return value; },
  otherRealm: () => require('node:vm').runInNewContext('({ a: [1] })'),
};

function revoked() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

serve({
  name: 'values', version: '1.0.0',
  functions: {
    echo: (input) => input,
    describe: (input) => ({ keys: Object.keys(input), has: 'a' in input, type: typeof input.a, proto: Object.getPrototypeOf(input) === Object.prototype }),
    make: (name) => MADE[name](),
    throw: (what) => { throw { text: 'plain text', nothing: null, lone: new Error('a\ud800b'), trap: { get message() { throw new Error('no'); } } }[what]; },
    reject: async () => { throw new Error('later'); },
    later: async () => { await new Promise((resolve) => { setTimeout(resolve, 5000); }); return 'done'; },
    never: () => new Promise(() => {}),
    digest: async () => (await require('node:crypto').webcrypto.subtle.digest('SHA-256', Buffer.alloc(5e6))).byteLength,
    file: async () => (await require('node:fs').promises.readFile(__filename, 'utf8')).includes('nested64'),
  },
});
