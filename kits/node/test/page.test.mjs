// How pages come about, and the options that plug them in.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { HELLO, BYE, results, talk } from '../testing/drive.mjs';

const require = createRequire(import.meta.url);
const { readOptions } = require('../src/options.cjs');

const BUTTON = { operation: 'pay-button', input: { properties: {}, handlers: {} } };
const noop = () => {};

test('a page may be promised, skip, or attach nothing', async () => {
  const tapped = { traces: [[{ shown: 'tapped' }]] };
  const cases = ['plain', 'promised', 'foreign', 'skips', 'empty'].map((page) => [{ page }, BUTTON]);
  assert.deepEqual(await results('pages.cjs', cases), [tapped, tapped, tapped, { skip: 'not this page' }, { traces: [[]] }]);
});

test('a button with a `then` of its own holds nobody up', async () => {
  const [{ fault }] = await results('pages.cjs', [[{ page: 'nested' }, BUTTON]]);
  assert.match(fault.detail, /no function `submit`/);
});

test('a page that never comes, or cannot attach, is a fault of the adapter', async () => {
  const cases = ['nothing', 'unfinished', 'throws', 'rejects', 'never'].map((page) => [{ page }, BUTTON]);
  const faults = (await results('pages.cjs', cases)).map(({ fault }) => fault);
  assert.deepEqual(faults.map(({ kind }) => kind), Array(5).fill('createPage'));
  const says = [/createPage gave undefined/, /no function `attach`/, /no page/, /no page yet/, /never settled/];
  faults.forEach(({ detail }, index) => assert.match(detail, says[index]));
  const [bridge] = await results('pages.cjs', [[{}, { operation: 'pay-button.bridge', input: {} }]]);
  assert.match(bridge.fault.detail, /createBridge gave has no function `render`/);
});

test('what is plugged in says which operations there are', async () => {
  const { replies } = await talk('pages.cjs', [HELLO, BYE]);
  assert.deepEqual(replies[0].operations, ['pure', 'pay-button.bridge', 'pay-button']);
  const both = readOptions({ name: 'x', version: '1', createTT: noop, Button: class {}, operations: ['tt.pay', 'pay-button'] });
  assert.equal(typeof both.createPage, 'function');
});

test('options that do not fit are named', () => {
  const complaints = [
    [{ operations: ['pay-button'] }, /`pay-button` needs `createPage` or `Button`/],
    [{ operations: ['pay-button.bridge'], createPage: noop }, /`pay-button.bridge` needs `createBridge`/],
    [{ createPage: noop, Button: class {} }, /`createPage` or `Button`, not both/],
    [{ createPage: {} }, /`createPage` is not a function/],
    [{ Button: 'PayButton' }, /`Button` is not a function/],
    [{ Button: () => {} }, /`Button` is not a class/],
    [{ createPage: noop, createTT: noop }, /name the `operations`/],
    [{}, /there is no operation/],
  ];
  for (const [options, complaint] of complaints) assert.throws(() => readOptions({ name: 'x', version: '1', ...options }), complaint);
  assert.equal(readOptions({ name: 'x', version: '1', functions: { 'pay-button': noop } }).operations.length, 1);
});
