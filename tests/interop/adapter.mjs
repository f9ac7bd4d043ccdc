// The adapter of one published framework: `node adapter.mjs PACKAGE@VERSION`. The package must be installed (see run.mjs).

import { createRequire } from 'node:module';
import { PACKAGES, entryOf, specOf } from './packages.mjs';
import { isInstalled } from './install.mjs';
import { frameworkOf } from './frameworks/index.mjs';

const { serve } = createRequire(import.meta.url)('../../kits/node/index.cjs');

const entry = entryOf(process.argv[2]);
if (!entry || !isInstalled(entry)) {
  const known = PACKAGES.map(specOf).join('\n  ');
  process.stderr.write(entry ? `${specOf(entry)} is not installed: node tests/interop/run.mjs --install ${specOf(entry)}\n` : `which of these?\n  ${known}\n`);
  process.exit(2);
}

let framework;
serve({
  name: entry.name, version: entry.version, stages: ['base_library', 'os'],
  load: async () => { framework = (await frameworkOf(entry)).load(entry); },
  createBridge: (world) => ({ render: (properties, handlers) => framework.render(properties, handlers, world) }),
});
