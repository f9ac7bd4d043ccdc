// Gets packages from npm, unmodified, into a folder that git ignores, and holds them against the digests of integrity.tsv.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { specOf } from './packages.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const CACHE = process.env.PAYSTONE_INTEROP_CACHE ?? path.join(here, '..', '..', 'target', 'interop');

/** Thrown where a package cannot be had: there is no network, or the registry lacks it. */
export class Unavailable extends Error {}

/** Thrown where a package is not the one whose source was read. */
export class Different extends Error {}

/** The folder in which the packages of `entry` stand, as a project of its own. */
export const folderOf = (entry) => path.join(CACHE, specOf(entry).replaceAll('/', '+'));

/** Installs the packages of `entry` unless they are there, and checks them. */
export function install(entry) {
  const folder = folderOf(entry);
  const done = path.join(folder, 'installed');
  const project = projectOf(entry);
  if (!fs.existsSync(done) || fs.readFileSync(done, 'utf8') !== project) {
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, 'package.json'), project);
    npmInstall(folder);
    checkIntegrity(entry, folder);
    fs.writeFileSync(done, project);
  }
  return folder;
}

/** Whether the packages of `entry` are there. */
export const isInstalled = (entry) => fs.existsSync(path.join(folderOf(entry), 'installed'));

function projectOf({ dependencies, stubs }) {
  const ours = Object.fromEntries(Object.entries(stubs).map(([name, folder]) => [name, `file:${path.join(here, 'stubs', folder)}`]));
  const overrides = Object.fromEntries(Object.keys(stubs).map((name) => [name, `$${name}`]));
  return `${JSON.stringify({ private: true, dependencies: { ...dependencies, ...ours }, overrides }, null, 1)}\n`;
}

function npmInstall(cwd) {
  // Nothing of a package runs on installing, and peers that nothing here loads are left out.
  const flags = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error', '--fetch-retries=1'];
  try {
    execFileSync('npm', ['install', ...flags], { cwd, stdio: ['ignore', 'ignore', 'pipe'], timeout: 10 * 60_000, encoding: 'utf8' });
  } catch (error) {
    const [line] = (error.stderr || error.message || '').split('\n').filter((text) => /code|error/i.test(text));
    throw new Unavailable(line ?? 'npm cannot install it');
  }
}

/** npm has checked what came against the registry's digests; this checks the registry's digests against ours. */
function checkIntegrity(entry, folder) {
  const lock = JSON.parse(fs.readFileSync(path.join(folder, 'node_modules', '.package-lock.json'), 'utf8'));
  const known = readIntegrity();
  for (const [name, version] of Object.entries(entry.dependencies)) {
    const found = lock.packages[`node_modules/${name}`];
    const spec = `${name}@${version}`;
    if (found?.version !== version) throw new Different(`${spec}: ${found?.version ?? 'nothing'} was installed`);
    if (found.integrity !== known.get(spec)) throw new Different(`${spec} has the digest ${found.integrity}, not ${known.get(spec)} as in integrity.tsv`);
  }
}

function readIntegrity() {
  const lines = fs.readFileSync(path.join(here, 'integrity.tsv'), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => line.split('\t')));
}
