// Compiles what uses the types that this repository gives away: those of the Node kit, and those of the golden fixtures.
//
//   node tests/types/run.mjs        with TypeScript from npm, in the version below; exit 0: they hold
//
// Each JSON file of the fixtures becomes a constant of its type, in which the compiler knows every literal: an import of JSON would widen
// `"valid"` to a text. What the types do not allow, and what they do not know, is an error.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const TYPESCRIPT = '5.9.3';
const FIXTURES = new URL('../../snapshots/fixtures/v1/', import.meta.url);
const WRITTEN = new URL('../../target/types/', import.meta.url);
const OTHERS = { 'errors.json': 'ErrorFile', 'manifest.json': 'Manifest', 'changes.json': 'Changes', 'aliases.json': 'Aliases', 'retired.json': 'Retired' };
const UNTYPED = ['schema.json'];

rmSync(WRITTEN, { recursive: true, force: true });
mkdirSync(WRITTEN, { recursive: true });
for (const name of readdirSync(FIXTURES).filter((name) => name.endsWith('.json') && !UNTYPED.includes(name))) {
  const type = OTHERS[name] ?? 'TestFile';
  const text = readFileSync(new URL(name, FIXTURES), 'utf8');
  writeFileSync(new URL(`${name}.ts`, WRITTEN), `import type { ${type} } from 'fixtures';\nexport const file: ${type} = ${text.trim()};\n`);
}
const words = ['--yes', '--package', `typescript@${TYPESCRIPT}`, '--', 'tsc', '--project', fileURLToPath(new URL('.', import.meta.url))];
const { status, error } = spawnSync('npx', words, { stdio: 'inherit', shell: process.platform === 'win32' });
if (error) throw error;
rmSync(WRITTEN, { recursive: true, force: true });
process.exitCode = status ?? 1;
