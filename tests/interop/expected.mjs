// Reads expected.tsv.

import fs from 'node:fs';

/** What is expected to be lost: `PACKAGE@VERSION` to a set of `kind name`. */
export function readExpected() {
  const text = fs.readFileSync(new URL('expected.tsv', import.meta.url), 'utf8');
  const rows = text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
  const expected = new Map();
  for (const [name, version, kind, names] of rows) {
    const spec = `${name}@${version}`;
    const losses = expected.get(spec) ?? new Set();
    for (const one of names.split(' ')) losses.add(`${kind} ${one}`);
    expected.set(spec, losses);
  }
  return expected;
}
