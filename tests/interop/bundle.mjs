// A framework's runtime as one script, bundled as its own build would, that can be started afresh for each case.

import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { install, folderOf } from './install.mjs';
import { BUNDLER } from './packages.mjs';

/** Bundles `source` (an ES module) with what it imports from the packages in `folder`. Writes `runtime.cjs` there. */
export function bundle(folder, source, { alias = {}, define = {}, inject = [], external = [] } = {}) {
  const esbuild = createRequire(path.join(install(BUNDLER), 'package.json'))('esbuild');
  fs.writeFileSync(path.join(folder, 'entry.mjs'), source);
  esbuild.buildSync({
    entryPoints: [path.join(folder, 'entry.mjs')], outfile: runtimeOf(folder), absWorkingDir: folder, bundle: true, format: 'cjs', platform: 'neutral',
    mainFields: ['module', 'main'], alias, inject, external, define: { 'process.env.NODE_ENV': '"production"', ...define }, logLevel: 'silent', charset: 'utf8',
  });
}

const runtimeOf = (folder) => path.join(folder, 'runtime.cjs');

/** A function that starts the bundled runtime of `entry` in the surroundings of a host, and gives what it exports. */
export function starter(entry) {
  const filename = runtimeOf(folderOf(entry));
  const names = ['tt', 'global', 'App', 'Page', 'Component', 'getApp', 'getCurrentPages'];
  const run = vm.compileFunction(fs.readFileSync(filename, 'utf8'), [...names, 'module', 'exports'], { filename });
  return (host) => {
    const module = { exports: {} };
    run(...names.map((name) => host.globals[name]), module, module.exports);
    return module.exports;
  };
}
