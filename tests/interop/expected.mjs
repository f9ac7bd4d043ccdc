// Reads expected.tsv.

import fs from 'node:fs';

/** What is expected of a package (`PACKAGE@VERSION`): `{ kind, names, rules }`, a row each. `rules` is empty where none is named. */
export function expectedOf(spec) {
  const text = fs.readFileSync(new URL('expected.tsv', import.meta.url), 'utf8');
  const rows = text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
  const own = rows.filter(([name, version]) => `${name}@${version}` === spec);
  return own.map(([, , kind, names, , rules = '']) => ({ kind, names: names.split(' '), rules: rules.split(' ').filter((rule) => rule !== '') }));
}
