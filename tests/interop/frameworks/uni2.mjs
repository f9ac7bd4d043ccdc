// uni-app on Vue 2: the template compiler, the platform's runtime, and Vue as uni-app ships it, all of the same version.

import path from 'node:path';
import { bundle, starter } from '../bundle.mjs';
import { folderOf } from '../install.mjs';
import { UNI } from '../packages.mjs';
import { Host } from '../native/host.mjs';
import { buttonLater } from '../native/button.mjs';
import { parse } from '../native/ttml.mjs';
import { projectOf } from './uni-project.mjs';
import { pageOf } from './vue-page.mjs';

const ENTRY = `export { default as Vue } from 'vue';\nexport { createApp, createPage } from '${UNI}';\n`;

export function build(entry) {
  const modules = path.join(folderOf(entry), 'node_modules');
  const define = Object.fromEntries(['UNI_DEBUG', 'UNI_SUBPACKAGE', 'UNI_MP_PLUGIN', 'VUE_APP_DEBUG'].map((name) => [`process.env.${name}`, 'false']));
  bundle(folderOf(entry), ENTRY, {
    alias: { vue: path.join(modules, '@dcloudio/vue-cli-plugin-uni/packages/mp-vue/dist/mp.runtime.esm.js') },
    define: { 'process.env.VUE_APP_PLATFORM': '"mp-toutiao"', 'process.env.VUE_APP_NAME': '"shop"', 'process.env': '{}', ...define },
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
      const { Vue, createApp, createPage } = start(host);
      Vue.config.productionTip = false;
      createApp(new Vue({ mpType: 'app' })).$mount();
      createPage({ ...page.options, render: new Function(code), staticRenderFns: [], mpType: 'page' });
      return buttonLater(host.open(), parse(template));
    },
  };
}

function compilerOf(entry) {
  const { require } = projectOf(entry);
  const compiler = require('@dcloudio/uni-template-compiler');
  return (source) => {
    let template;
    const result = compiler.compile(source, {
      mp: { platform: 'mp-toutiao', scopeId: '' }, resourcePath: 'pages/index.vue', emitFile: (name, text) => { template ??= text; }, filterModules: {},
    });
    if (result.errors.length > 0) throw new Error(`the template does not compile: ${JSON.stringify(result.errors)}`);
    return { code: result.render, template };
  };
}
