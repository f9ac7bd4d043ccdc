// Runs published frameworks, unmodified, through the bridge operation and prints how each rule came out.
//
//   node tests/interop/run.mjs [PACKAGE@VERSION...]     all of packages.mjs, or these: package, version, rule, verdict
//   node tests/interop/run.mjs --paystone 'COMMAND' ... with another Paystone than the one that cargo builds here
//   node tests/interop/run.mjs --own-cases ...          without Paystone: the cases of cases.mjs, and what each package drops
//   node tests/interop/run.mjs --compare            the pairs of releases of compared.tsv: package, old, new, class, rule
//   node tests/interop/run.mjs --install [...]          gets the packages, runs nothing
//
// Exit codes: 0 as expected.tsv, or compared.tsv, says; 1 it differs, or an adapter broke; 2 usage; 4 not everything could be had.

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PACKAGES, entryOf, specOf } from './packages.mjs';
import { install, isInstalled, Unavailable } from './install.mjs';
import { frameworkOf } from './frameworks/index.mjs';
import { runCases } from './client.mjs';
import { CASES, OPERATION } from './cases.mjs';
import { lossesOf, isDefect, KINDS } from './verdicts.mjs';
import { judge } from './paystone.mjs';
import { compare as compareReleases, pairs } from './compared.mjs';
import { expectedOf } from './expected.mjs';

async function main(parameters) {
  const options = {
    install: { type: 'boolean' }, compare: { type: 'boolean' }, 'own-cases': { type: 'boolean' },
    paystone: { type: 'string', default: 'cargo run --locked --release --quiet --' },
  };
  const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true });
  const unknown = positionals.find((spec) => !entryOf(spec));
  if (unknown) {
    console.error(`${unknown} is not in packages.mjs`);
    return 2;
  }
  if (values.compare) return comparePairs(values.paystone.split(' '));
  const outcome = { had: 0, missing: 0, differences: 0 };
  for (const entry of positionals.length > 0 ? positionals.map(entryOf) : PACKAGES) {
    try {
      await get(entry);
      outcome.had += 1;
      if (!values.install) outcome.differences += await tryOut(entry, values['own-cases'] ? undefined : values.paystone);
    } catch (error) {
      const unavailable = error instanceof Unavailable;
      print(entry, '-', error.message, unavailable ? 'SKIPPED' : 'BROKE');
      if (unavailable) outcome.missing += 1;
      else outcome.differences += 1;
    }
  }
  return conclude(outcome, values.install);
}

/** Compares each pair of releases of compared.tsv, prints what differs, and what of it was not expected. */
async function comparePairs(paystone) {
  const outcome = { had: 0, missing: 0, differences: 0 };
  for (const pair of pairs()) {
    const entries = [pair.old, pair.new].map((version) => entryOf(`${pair.name}@${version}`));
    try {
      for (const entry of entries) await get(entry);
      const rows = compareReleases(paystone, ...entries.map(adapterOf));
      outcome.had += 1;
      for (const row of rows) printPair(pair, row.class, row.rule);
      const text = ({ class: kind, rule }) => `${kind} ${rule}`;
      const [found, expected] = [new Set(rows.map(text)), new Set(pair.rows.map(text))];
      for (const row of pair.rows.filter((row) => !found.has(text(row)))) printPair(pair, 'EXPECTED', text(row));
      for (const row of rows.filter((row) => !expected.has(text(row)))) printPair(pair, 'NOT EXPECTED', text(row));
      outcome.differences += [...expected].filter((row) => !found.has(row)).length + [...found].filter((row) => !expected.has(row)).length;
    } catch (error) {
      const unavailable = error instanceof Unavailable;
      printPair(pair, unavailable ? 'SKIPPED' : 'BROKE', error.message);
      if (unavailable) outcome.missing += 1;
      else outcome.differences += 1;
    }
  }
  return conclude(outcome, false, 'pairs of releases', 'compared.tsv');
}

function printPair({ name, old, new: next }, kind, what) {
  console.log([name.padEnd(26), old.padEnd(22), next.padEnd(22), kind.padEnd(21), what].join('  '));
}

const adapterOf = (entry) => [process.execPath, fileURLToPath(new URL('adapter.mjs', import.meta.url)), specOf(entry)];

/** Gets one package and prepares it. */
async function get(entry) {
  const fresh = !isInstalled(entry);
  install(entry);
  (await frameworkOf(entry)).build(entry);
  if (fresh) console.error(`installed ${specOf(entry)}`);
}

/** Tries one package, prints its rows, and gives the number of differences to what is expected. */
async function tryOut(entry, paystone) {
  const adapter = adapterOf(entry);
  return paystone ? tellRules(entry, judge(paystone.split(' '), adapter)) : tellLosses(entry, await lossesIn(adapter));
}

/** What is lost in any of our own cases: a set of `kind name`. */
async function lossesIn(adapter) {
  const { results, stderr } = await runCases(adapter, CASES.map(({ input }) => ({ world: {}, steps: [{ operation: OPERATION, input }] })));
  const broken = results.find(({ traces }) => !traces || traces[0].some((event) => event.threw));
  if (broken) throw new Error(`case ${broken.id}: ${JSON.stringify(broken)}\n${stderr.slice(-2000)}`);
  return new Set(results.flatMap(({ traces }, index) => lossesOf(CASES[index].about, traces[0]).map((loss) => loss.join(' '))));
}

function tellLosses(entry, found) {
  for (const kind of KINDS) {
    const names = [...found].filter((loss) => loss.startsWith(`${kind} `)).map((loss) => loss.slice(kind.length + 1));
    if (names.length > 0) print(entry, kind, names.join(' '), isDefect(kind) ? 'drops' : 'told');
  }
  if (![...found].some((loss) => isDefect(loss.split(' ')[0]))) print(entry, '-', 'everything reaches the native component', 'passes');
  return compare(entry, found, new Set(expectedOf(specOf(entry)).flatMap(({ kind, names }) => names.map((name) => `${kind} ${name}`))));
}

function tellRules(entry, rows) {
  for (const { rule, verdict } of rows) print(entry, 'rule', rule, verdict);
  const broken = rows.filter(({ verdict }) => verdict === 'breaks').map(({ rule }) => `rule ${rule}`);
  return compare(entry, new Set(broken), new Set(expectedOf(specOf(entry)).flatMap(({ rules }) => rules.map((rule) => `rule ${rule}`))));
}

/** Prints in what `found` differs from `expected`, and gives the number of differences. */
function compare(entry, found, expected) {
  const lacking = [...expected].filter((loss) => !found.has(loss));
  const surplus = [...found].filter((loss) => !expected.has(loss));
  for (const loss of lacking) print(entry, ...loss.split(' '), 'EXPECTED TO BE DROPPED, IS NOT');
  for (const loss of surplus) print(entry, ...loss.split(' '), 'NOT EXPECTED');
  return lacking.length + surplus.length;
}

function print({ name, version }, kind, names, verdict) {
  console.log([name.padEnd(26), version.padEnd(22), kind.padEnd(9), verdict.padEnd(7), names].join('  '));
}

function conclude({ had, missing, differences }, onlyInstalled, things = 'packages', table = 'expected.tsv') {
  console.log();
  if (missing > 0) console.log(`${missing} ${things} could not be had: nothing is known of them`);
  if (differences > 0) console.log(`${differences} differences to ${table}, or ${things} that broke`);
  else if (had > 0) console.log(onlyInstalled ? `${had} ${things} are installed` : `${had} ${things}: as ${table} says`);
  if (differences > 0) return 1;
  return missing > 0 ? 4 : 0;
}

process.exitCode = await main(process.argv.slice(2));
