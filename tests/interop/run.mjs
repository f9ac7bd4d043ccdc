// Runs published frameworks, unmodified, through the bridge operation and prints what each lets through.
//
//   node tests/interop/run.mjs [PACKAGE@VERSION...]     all of packages.mjs, or these
//   node tests/interop/run.mjs --install [...]          gets the packages, runs nothing
//
// Exit codes: 0 as expected.tsv says; 1 it differs, or an adapter broke; 2 usage; 4 some packages could not be had.

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PACKAGES, entryOf, specOf } from './packages.mjs';
import { install, isInstalled, Unavailable } from './install.mjs';
import { frameworkOf } from './frameworks/index.mjs';
import { runCases } from './client.mjs';
import { CASES, OPERATION } from './cases.mjs';
import { lossesOf, isDefect } from './verdicts.mjs';
import { readExpected } from './expected.mjs';

const KINDS = ['component', 'property', 'bound', 'event', 'answer', 'throw'];

async function main(parameters) {
  const { values, positionals } = parseArgs({ args: parameters, options: { install: { type: 'boolean' } }, allowPositionals: true });
  const unknown = positionals.find((spec) => !entryOf(spec));
  if (unknown) {
    console.error(`${unknown} is not in packages.mjs`);
    return 2;
  }
  const entries = positionals.length > 0 ? positionals.map(entryOf) : PACKAGES;
  const had = [];
  for (const entry of entries) if (await get(entry)) had.push(entry);
  let differences = 0;
  if (!values.install) for (const entry of had) differences += await tryOut(entry);
  return conclude(entries, had, differences, values.install);
}

/** Gets one package and prepares it. Says so where it cannot be had. */
async function get(entry) {
  try {
    const fresh = !isInstalled(entry);
    install(entry);
    (await frameworkOf(entry)).build(entry);
    if (fresh) console.error(`installed ${specOf(entry)}`);
    return true;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    console.log(`SKIPPED ${specOf(entry)}: ${error.message}`);
    return false;
  }
}

/** Runs all cases through one package, prints its rows, and gives the number of differences to what is expected. */
async function tryOut(entry) {
  const adapter = [process.execPath, fileURLToPath(new URL('adapter.mjs', import.meta.url)), specOf(entry)];
  const found = new Set();
  try {
    const { results } = await runCases(adapter, CASES.map(({ input }) => ({ world: {}, steps: [{ operation: OPERATION, input }] })));
    results.forEach((result, index) => {
      if (!result.traces || result.traces[0].some((event) => event.threw)) throw new Error(`case ${index}: ${JSON.stringify(result)}`);
      for (const [kind, name] of lossesOf(CASES[index].about, result.traces[0])) found.add(`${kind} ${name}`);
    });
  } catch (error) {
    print(entry, '-', error.message, 'BROKE');
    return 1;
  }
  return report(entry, found, readExpected().get(specOf(entry)) ?? new Set());
}

function report(entry, found, expected) {
  const lacking = [...expected].filter((loss) => !found.has(loss));
  const surplus = [...found].filter((loss) => !expected.has(loss));
  for (const kind of KINDS) {
    const names = namesOf(found, kind);
    if (names.length > 0) print(entry, kind, names.join(' '), isDefect(kind) ? 'drops' : 'told');
  }
  if (![...found].some((loss) => isDefect(loss.split(' ')[0]))) print(entry, '-', 'everything reaches the native component', 'passes');
  for (const loss of lacking) print(entry, ...loss.split(' '), 'EXPECTED TO BE DROPPED, IS NOT');
  for (const loss of surplus) print(entry, ...loss.split(' '), 'NOT EXPECTED');
  return lacking.length + surplus.length;
}

function namesOf(losses, kind) {
  return [...losses].filter((loss) => loss.startsWith(`${kind} `)).map((loss) => loss.slice(kind.length + 1));
}

function print({ name, version }, kind, names, verdict) {
  console.log([name.padEnd(28), version.padEnd(24), kind.padEnd(10), names.padEnd(72), verdict].join(' '));
}

function conclude(entries, had, differences, onlyInstalled) {
  const missing = entries.length - had.length;
  if (missing > 0) console.log(`${missing} of ${entries.length} packages could not be had, and nothing is known of them`);
  if (differences > 0) console.log(`${differences} differences to expected.tsv`);
  else if (had.length > 0) console.log(onlyInstalled ? `${had.length} packages are installed` : `${had.length} packages, ${CASES.length} cases each: as expected.tsv says`);
  if (differences > 0) return 1;
  return missing > 0 ? 4 : 0;
}

process.exitCode = await main(process.argv.slice(2));
