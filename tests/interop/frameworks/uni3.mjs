// uni-app on Vue 3: the platform's own compiler options, the compiler, and the runtime, all of the same version.
//
// A page is written as its author would write it, `<pay-button :mode="..." @getgoodsinfo="..."/>`, and compiled to a
// template and a render function. Vue is theirs: `@dcloudio/uni-mp-vue`.

import fs from 'node:fs';
import path from 'node:path';
import { bundle, starter } from '../bundle.mjs';
import { folderOf } from '../install.mjs';
import { UNI } from '../packages.mjs';
import { Host } from '../native/host.mjs';
import { buttonLater } from '../native/button.mjs';
import { parse } from '../native/ttml.mjs';
import { projectOf } from './uni-project.mjs';
import { pageOf } from './vue-page.mjs';

const ENTRY = `import * as vue from 'vue';\nimport 'uni-mp-runtime';\nexport { vue };\n`;

const SWITCHES = {
  __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false', __VUE_CREATED_DEFERRED__: 'true',
  __PLATFORM__: '"mp-toutiao"',
};

export function build(entry) {
  const modules = path.join(folderOf(entry), 'node_modules');
  const define = Object.fromEntries(['UNI_DEBUG', 'UNI_SUBPACKAGE', 'UNI_MP_PLUGIN'].map((name) => [`process.env.${name}`, 'false']));
  const uni = path.join(folderOf(entry), 'uni.mjs'); // their build gives `uni` to every module
  fs.writeFileSync(uni, `export { default as uni } from '${UNI}/dist/uni.api.esm.js';\n`);
  bundle(folderOf(entry), ENTRY, {
    inject: [uni],
    alias: { vue: path.join(modules, '@dcloudio/uni-mp-vue/dist/vue.runtime.esm.js'), 'uni-mp-runtime': path.join(modules, UNI, 'dist/uni.mp.esm.js') },
    define: { ...SWITCHES, ...define },
  });
}

export function load(entry) {
  const start = starter(entry);
  const compile = compilerOf(entry);
  return {
    async render(properties, handlers, world) {
      const page = pageOf(properties, handlers);
      const { template, code } = compile(page.template);
      const host = new Host(world);
      const { vue } = start(host);
      vue.createSSRApp({ render: () => null }).mount('#app');
      host.tt.createPage({ ...page.options, render: renderFunction(code, vue) });
      return buttonLater(host.open(), parse(template));
    },
  };
}

/** The compiler with the options that the platform gives it, as the project's build would use it. */
function compilerOf(entry) {
  const { project, require } = projectOf(entry);
  const { compiler, compilerOptions } = require(`${UNI}/dist/uni.compiler.js`).map((plugin) => plugin.uni).find(Boolean);
  return (source) => {
    let emitted;
    const miniProgram = { ...compilerOptions.miniProgram, emitFile: (file) => { emitted = file; return file.fileName; } };
    const { code } = compiler.compile(source, {
      ...compilerOptions, miniProgram, mode: 'module', prefixIdentifiers: true, filename: path.join(project, 'pages', 'index.vue'),
    });
    return { code, template: emitted.source };
  };
}

/** The function `render` of a compiled template: a module that imports from Vue and exports it. */
function renderFunction(code, vue) {
  const body = code
    .replace(/^import \{(.*)\} from "vue"$/m, (_, names) => `const {${names.replaceAll(' as ', ': ')}} = vue;`)
    .replace(/^export function render/m, 'return function render');
  return new Function('vue', body)(vue);
}
