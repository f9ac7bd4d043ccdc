// The published versions that are tried, with the packages of the same framework that each needs. Every version is exact.
// They are chosen because they differ: see expected.tsv.

export const TARO = '@tarojs/plugin-platform-tt';
export const UNI = '@dcloudio/uni-mp-toutiao';

/** The bundler, of no framework: the frameworks' own builds bundle as well. */
export const BUNDLER = { name: 'esbuild', version: '0.21.5', dependencies: { esbuild: '0.21.5' }, stubs: {} };

const same = (version, ...names) => Object.fromEntries(names.map((name) => [name, version]));

const taro = (version, react) => ({
  name: TARO, version, framework: 'taro',
  dependencies: { ...same(version, TARO, '@tarojs/plugin-framework-react', '@tarojs/react', '@tarojs/runtime', '@tarojs/shared'), react },
  stubs: { '@tarojs/service': 'taro-service' },
});

const uni2 = (version, ...more) => ({
  name: UNI, version, framework: 'uni2',
  dependencies: same(version, UNI, ...['uni-mp-weixin', 'uni-template-compiler', 'vue-cli-plugin-uni', ...more].map((name) => `@dcloudio/${name}`)),
  stubs: { webpack: 'webpack' },
});

const uni3 = (version) => ({
  name: UNI, version, framework: 'uni3',
  dependencies: same(version, UNI, ...['uni-cli-shared', 'uni-i18n', 'uni-mp-compiler', 'uni-mp-vite', 'uni-mp-vue', 'uni-shared'].map((name) => `@dcloudio/${name}`)),
  stubs: {},
});

export const PACKAGES = [
  taro('3.4.0', '17.0.2'),
  taro('3.5.12', '18.2.0'),
  taro('3.6.20', '18.2.0'),
  taro('3.6.40', '18.2.0'),
  taro('4.2.0', '18.2.0'),
  uni2('2.0.0', 'uni-cli-shared'),
  uni2('2.0.2-3061420221215003', 'uni-cli-shared', 'uni-cli-i18n', 'uni-i18n'),
  uni2('2.0.2-5000720260410001', 'uni-cli-shared', 'uni-cli-i18n', 'uni-i18n'),
  uni3('3.0.0-3060520221121001'),
  uni3('3.0.0-4080720251210001'),
  uni3('3.0.0-5000720260410001'),
];

/** `PACKAGE@VERSION` of an entry. */
export const specOf = ({ name, version }) => `${name}@${version}`;

/** The entry that `spec` (`PACKAGE@VERSION`) names, or undefined. */
export const entryOf = (spec) => PACKAGES.find((entry) => specOf(entry) === spec);
