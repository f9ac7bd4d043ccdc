// Tests of what is ours here: templates, the host, verdicts, tables. They need no package and no network.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { find, parse, render } from './native/ttml.mjs';
import { Host } from './native/host.mjs';
import { buttonOn } from './native/button.mjs';
import { BUNDLER, PACKAGES, specOf } from './packages.mjs';
import { CASES } from './cases.mjs';
import { isDefect, KINDS, lossesOf } from './verdicts.mjs';
import { expectedOf } from './expected.mjs';
import { judge } from './paystone.mjs';

const WORLD = { base_library: '3.47.0', os: 'android' };
const plain = (nodes) => nodes.map(({ tag, attributes, children }) => ({ [tag]: Object.fromEntries(attributes), children: plain(children) }));
const rendered = (text, data, scripts) => plain(render(parse(text), data, scripts));

test('what stands alone in braces keeps its type', () => {
  const text = `<a one="{{n}}" two="x{{n}}y{{m}}" three="{{n===undefined?5:n}}" four="{{ gone.deep }}" five='{{"}"}}' six/>`;
  assert.deepEqual(rendered(text, { n: 2, m: false }), [{ a: { one: 2, two: 'x2yfalse', three: 2, four: undefined, five: '}', six: true }, children: [] }]);
});

test('conditions and loops', () => {
  const text = '<b tt:if="{{n>1}}"/><c tt:elif="{{n}}"/><d tt:else/><e tt:for="{{list}}" tt:for-item="i" tt:key="k" v="{{i}}{{index}}"/>';
  const tags = (n) => rendered(text, { n, list: ['x', 'y'] }).map((node) => Object.keys(node)[0]);
  assert.deepEqual([tags(2), tags(1), tags(0)], [['b', 'e', 'e'], ['c', 'e', 'e'], ['d', 'e', 'e']]);
  assert.equal(rendered(text, { list: ['x', 'y'] })[2].e.v, 'y1');
});

test('templates are chosen by name, take data and call scripts', () => {
  const text = `<import src="x"/><template name="t_1"><pay-button mode="{{xs.b(i.p,1)}}" bindpay="eh"></pay-button></template>
    <block><template is="{{'t_' + i.nn}}" data="{{i:i}}" tt:for="{{root.cn}}" tt:for-item="i"/></block>`;
  const scripts = { xs: { b: (a, b) => (a === undefined ? b : a) } };
  const nodes = render(parse(text), { root: { cn: [{ nn: '0' }, { nn: '1' }, { nn: '1', p: 2 }] } }, scripts);
  assert.deepEqual(nodes.map((node) => node.attributes.get('mode')), [1, 2]);
  assert.equal(find(nodes, 'pay-button').attributes.get('bindpay'), 'eh');
});

test('a template that is not well-formed is refused', () => {
  assert.throws(() => parse('<a><b></a>'), /closes/);
  assert.throws(() => parse('<a><b/>'), /not closed/);
});

test('a page takes data by path, and its button fires its methods', () => {
  const host = new Host(WORLD);
  const seen = [];
  host.globals.Page({ data: { list: [] }, onLoad() { this.setData({ 'list.[0]': { id: 's1' }, 'list[0].n': 3 }); }, eh(event) { seen.push(event); return 'answer'; } });
  const page = host.open();
  assert.deepEqual(page.data.list, [{ id: 's1', n: 3 }]);
  const button = buttonOn(page, parse('<view><pay-button goods-id="{{list[0].n}}" id="{{list[0].id}}" data-sid="s" data-event-opts="o" bind:pay="eh" binderror="none"/></view>'));
  assert.deepEqual(button.properties, { 'goods-id': 3 });
  assert.deepEqual(Object.keys(button.handlers), ['pay']);
  assert.equal(button.handlers.pay({ detail: { status: 'success' } }), 'answer');
  const [{ type, detail, currentTarget }] = seen;
  assert.deepEqual([type, detail, currentTarget.id, currentTarget.dataset], ['pay', { status: 'success' }, 's1', { sid: 's', eventOpts: 'o' }]);
});

test('a page without a button is told from a page that did not come up', () => {
  const host = new Host(WORLD);
  host.globals.Page({});
  const page = host.open();
  assert.equal(buttonOn(page, parse('<view/>')), undefined);
  assert.throws(() => buttonOn(page, parse('<block/>')), /empty/);
});

test('a faithful bridge loses nothing, and each loss has its name', () => {
  const detail = { goodsId: '1' };
  const resolves = { resolves: 1 };
  const shown = { shown: { native: { mode: 2 } } };
  const asked = { asked: 'placeorder', with: { detail }, answered: resolves };
  const sent = (answer) => ({ sent: { to: 'native', event: 'placeorder', ...(answer && { answer }) } });
  const losses = (...trace) => lossesOf({ handler: 'placeorder', detail, answer: resolves }, trace);
  assert.deepEqual(losses(shown, asked, sent(resolves)), []);
  assert.deepEqual(losses(), [['component', 'pay-button']]);
  assert.deepEqual(losses(shown, sent()), [['bound', 'placeorder']]);
  assert.deepEqual(losses(shown, { asked: 'placeorder', answered: resolves }, sent(resolves)), [['event', 'placeorder']]);
  assert.deepEqual(losses(shown, asked, asked, sent(resolves)), [['event', 'placeorder']]);
  assert.deepEqual(losses(shown, asked, sent({ returns: { $undefined: true } })), [['answer', 'placeorder']]);
  assert.deepEqual(lossesOf({ handler: 'placeorder', detail, answer: { throws: 'x' } }, [shown, asked, sent(resolves)]), [['throw', 'placeorder']]);
  assert.deepEqual(lossesOf({ property: 'mode', value: 2 }, [shown]), []);
  assert.deepEqual(lossesOf({ property: 'mode', value: '2' }, [shown]), [['property', 'mode']]);
});

test('every row of the table is about a package that is tried, in words that the cases can find', () => {
  const text = fs.readFileSync(new URL('expected.tsv', import.meta.url), 'utf8');
  const rows = text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
  const names = new Set(['pay-button', ...CASES.flatMap(({ about }) => [about.property ?? about.handler])]);
  for (const [name, version, kind, lost, source] of rows) {
    assert.ok(PACKAGES.some((entry) => specOf(entry) === `${name}@${version}`), `${name}@${version}`);
    assert.ok(KINDS.includes(kind), kind);
    assert.ok(lost.split(' ').every((one) => names.has(one)), lost);
    assert.ok(source.includes('dist/') || source.includes('lib/'), `${name}@${version}: where was it read?`);
  }
  assert.ok(PACKAGES.some((entry) => expectedOf(specOf(entry)).every(({ kind }) => !isDefect(kind))), 'some version passes');
});

test('every package has a digest', () => {
  const digests = new Set(fs.readFileSync(new URL('integrity.tsv', import.meta.url), 'utf8').split('\n').map((line) => line.split('\t')[0]));
  for (const { dependencies } of [...PACKAGES, BUNDLER]) for (const [name, version] of Object.entries(dependencies)) assert.ok(digests.has(`${name}@${version}`), `${name}@${version}`);
});

test('a recorded run becomes one row per rule, the broken ones first', () => {
  const rule = (id, status) => ({ event: 'rule', id, status });
  const finding = (severity, ...rules) => ({ event: 'finding', class: 'wrong-answer', severity, suspects: rules.map((one) => ({ rule: one })) });
  const run = (records, exit) => judge([process.execPath, '-e', `console.log(${JSON.stringify(records.map((record) => JSON.stringify(record)).join('\n'))}); process.exit(${exit})`, '--'], ['adapter']);
  const records = [rule('a/b/kept', 'checked'), rule('a/b/bad', 'checked'), rule('a/b/warned', 'checked'), rule('a/b/far', 'not-staged'), finding('finding', 'a/b/bad'), finding('warning', 'a/b/warned'), { event: 'end' }];
  assert.deepEqual(run(records, 1).map(({ rule: id, verdict }) => `${id} ${verdict}`), ['a/b/bad breaks', 'a/b/kept keeps', 'a/b/warned keeps', 'a/b/far not staged']);
  assert.throws(() => run(records.slice(0, -1), 1), /not whole/);
  assert.throws(() => run(records, 3), /ended with 3/);
});
