// Two releases of one framework against each other, by `paystone compare`, and what compared.tsv says of them.

import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { OPERATION } from './cases.mjs';

const RULES = 'pay-button/bridge/';

/** The pairs of releases of compared.tsv: `[{ name, old, new, rows: [{ class, rule }] }]`. */
export function pairs() {
  const lines = readFileSync(new URL('compared.tsv', import.meta.url), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  const all = new Map();
  for (const [name, old, next, kind, rules] of lines.map((line) => line.split('\t'))) {
    const key = [name, old, next].join(' ');
    if (!all.has(key)) all.set(key, { name, old, new: next, rows: [] });
    all.get(key).rows.push(...rules.split(' ').map((rule) => ({ class: kind, rule: RULES + rule })));
  }
  return [...all.values()];
}

/** What `command` (words) says of two adapters (words): `[{ class, rule }]`, each once. */
export function compare(command, old, next) {
  const [program, ...parameters] = command;
  const words = ['compare', '--operation', OPERATION, '--format', 'json', '--old', quoted(old), '--new', quoted(next)];
  const { status, stdout, stderr, error } = spawnSync(program, [...parameters, ...words], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) throw error;
  const records = stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  const end = records.at(-1);
  if (end?.event !== 'end' || ![0, 1].includes(status)) throw new Error(`paystone ended with ${status}: ${stderr.slice(-2000)}`);
  const rows = records.filter(({ event }) => event === 'difference').flatMap(rowsOf);
  const distinct = new Map(rows.map((row) => [`${row.class} ${row.rule}`, row]));
  return settle([...distinct.values()]);
}

function rowsOf({ class: kind, same, departure, finding, ...sides }) {
  if (kind === 'changed') return [{ class: kind, rule: departure.gap ?? departure.rule ?? departure.name }];
  const { suspects } = finding ?? sides.new ?? sides.old;
  return suspects.map(({ rule }) => ({ class: kind === 'still-wrong' && !same ? 'still-wrong-otherwise' : kind, rule }));
}

/** A rule that is still wrong in some way is told once, as wrong otherwise where anything about it differs. */
function settle(rows) {
  const of = (rule) => rows.filter((row) => row.rule === rule).map((row) => row.class);
  const rules = [...new Set(rows.map(({ rule }) => rule))];
  return rules.flatMap((rule) => {
    const classes = of(rule);
    const still = classes.some((kind) => kind.startsWith('still-wrong'));
    if (!still) return classes.map((kind) => ({ class: kind, rule }));
    return [{ class: classes.length === 1 ? classes[0] : 'still-wrong-otherwise', rule }];
  });
}

const quoted = (words) => words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
