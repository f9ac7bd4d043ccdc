// The project that uni-app's compilers look for: a folder with a manifest and one page.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { folderOf } from '../install.mjs';

/** Makes the project of `entry` and names it in the environment. Gives its folder and a `require` among the packages. */
export function projectOf(entry) {
  const project = path.join(folderOf(entry), 'project');
  fs.mkdirSync(project, { recursive: true });
  fs.writeFileSync(path.join(project, 'manifest.json'), '{}');
  fs.writeFileSync(path.join(project, 'pages.json'), '{"pages":[{"path":"pages/index"}]}');
  Object.assign(process.env, {
    NODE_ENV: 'production', UNI_PLATFORM: 'mp-toutiao', UNI_INPUT_DIR: project, UNI_OUTPUT_DIR: path.join(project, 'dist'), UNI_CLI_CONTEXT: project,
  });
  return { project, require: createRequire(path.join(folderOf(entry), 'package.json')) };
}
