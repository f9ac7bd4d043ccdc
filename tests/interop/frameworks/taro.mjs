// Taro with React: the platform's own template and event hooks, the runtime and the renderer of the same version.
//
// A page is a React component, as its author would write it: `<View><PayButton mode={2} onPlaceorder={...}/></View>`. The
// template is what `Template` of the platform writes.

import { createRequire } from 'node:module';
import path from 'node:path';
import { bundle, starter } from '../bundle.mjs';
import { folderOf } from '../install.mjs';
import { TARO } from '../packages.mjs';
import { Host } from '../native/host.mjs';
import { buttonLater } from '../native/button.mjs';
import { parse } from '../native/ttml.mjs';

const ENTRY = `import '${TARO}/dist/runtime';
import * as React from 'react';
import * as renderer from '@tarojs/react';
export { createReactApp } from '@tarojs/plugin-framework-react/dist/runtime';
export { createPageConfig } from '@tarojs/runtime';
export { React, renderer };
`;

const SWITCHES = ['INNER_HTML', 'ADJACENT_HTML', 'SIZE_APIS', 'TEMPLATE_CONTENT', 'CLONE_NODE', 'CONTAINS', 'MUTATION_OBSERVER'];

export function build(entry) {
  const env = { TARO_ENV: '"tt"', TARO_PLATFORM: '"mini"', SUPPORT_TARO_POLYFILL: '"disabled"', FRAMEWORK: '"react"' };
  bundle(folderOf(entry), ENTRY, {
    external: ['preact'], // asked for where a page is Preact's
    define: {
      ...Object.fromEntries(Object.entries(env).map(([name, value]) => [`process.env.${name}`, value])),
      __TARO_FRAMEWORK__: '"react"',
      ...Object.fromEntries(SWITCHES.map((name) => [`ENABLE_${name}`, 'false'])),
    },
  });
}

export function load(entry) {
  const start = starter(entry);
  const { template, scripts } = templateOf(entry);
  return {
    render(properties, handlers, world) {
      const host = new Host(world);
      const { React, renderer, createReactApp, createPageConfig } = start(host);
      host.globals.App(createReactApp(({ children }) => children, React, renderer, { pages: ['pages/index'] }));
      host.globals.Page(createPageConfig(pageOf(React, properties, handlers), 'pages/index', { root: { cn: [] } }, {}));
      return buttonLater(host.open(), template, scripts);
    },
  };
}

function pageOf({ createElement }, properties, handlers) {
  const attributes = Object.entries(properties).map(([name, value]) => [camelCase(name), value]);
  const listeners = Object.entries(handlers).map(([name, handler]) => [camelCase(`on-${name}`), handler]);
  return () => createElement('view', null, createElement('pay-button', Object.fromEntries([...attributes, ...listeners])));
}

const camelCase = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** The templates of a page and the script that they call, as the platform writes them. */
function templateOf(entry) {
  const require = createRequire(path.join(folderOf(entry), 'package.json'));
  const { TT } = require(TARO);
  const platform = new TT({ helper: { recursiveMerge } }, {});
  platform.modifyTemplate();
  const { template } = platform;
  if ('isUseXS' in template) template.isUseXS = true; // what builds do by default, where the platform supports it
  const base = template.buildTemplate({ includes: new Set(), exclude: new Set(), thirdPartyComponents: new Map(), includeAll: true });
  const module = { exports: {} };
  if (template.supportXS) new Function('module', template.buildXScript())(module);
  return { template: parse(base + template.buildPageTemplate('./base.ttml')), scripts: { xs: module.exports } };
}

/** In place of Taro's helper of this name: what is given goes into what is there, member by member. */
function recursiveMerge(target, patch) {
  for (const [name, value] of Object.entries(patch)) {
    if (value !== null && typeof value === 'object' && target[name] !== null && typeof target[name] === 'object') recursiveMerge(target[name], value);
    else target[name] = value;
  }
  return target;
}
