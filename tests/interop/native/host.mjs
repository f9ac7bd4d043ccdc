// A mini program as its frameworks see it: `App`, `Page`, `Component`, `tt`, pages that are opened and take data.
// It does what it is told and decides nothing about the button.

const INFO = { language: 'zh_CN', version: '35.0.0', appName: 'Douyin', pixelRatio: 2, windowWidth: 360, screenWidth: 360, statusBarHeight: 25 };

/** What a framework finds in its surroundings. */
export class Host {
  constructor({ base_library, os }) {
    const info = { ...INFO, platform: os, system: os === 'ios' ? 'iOS 17.0' : 'Android 14', SDKVersion: base_library };
    this.pages = [];
    this.defined = undefined; // the page that was defined last
    this.app = undefined;
    const start = { path: 'pages/index', query: {}, scene: '0' };
    this.tt = {
      getSystemInfoSync: () => ({ ...info }),
      getLaunchOptionsSync: () => ({ ...start }),
      getEnterOptionsSync: () => ({ ...start }),
      canIUse: () => true,
      nextTick: (callback) => { setTimeout(callback, 0); },
      getStorageSync: () => '',
      setStorageSync() {},
      onAppShow() {},
      onAppHide() {},
    };
    this.globals = {
      tt: this.tt,
      global: {},
      App: (options) => {
        this.app = { ...options };
        this.app.onLaunch?.({ ...start });
      },
      Page: (options) => { this.defined = { ...options, methods: options }; },
      Component: (options) => { this.defined = options; },
      getApp: () => this.app,
      getCurrentPages: () => this.pages,
    };
  }

  /** Opens the page that was defined last. */
  open(route = 'pages/index') {
    const definition = this.defined;
    const page = new PageInstance(route, definition);
    this.pages.push(page);
    const { created, attached, ready } = { ...definition, ...definition.lifetimes };
    created?.call(page);
    attached?.call(page);
    page.onLoad?.({});
    page.onShow?.();
    ready?.call(page);
    page.onReady?.();
    return page;
  }
}

class PageInstance {
  constructor(route, { data = {}, properties = {}, methods = {} }) {
    Object.assign(this, methods);
    const initial = Object.entries(properties).map(([name, property]) => [name, property?.value]);
    this.properties = Object.fromEntries(initial);
    this.data = { ...JSON.parse(JSON.stringify(data)), ...this.properties };
    Object.assign(this, { route, __route__: route, is: route, __webviewId__: 1, __nodeId__: 0, __nodeid__: 0 });
  }

  /** Takes values by path (`root.cn.[0].p1`, `root.cn[0].p1`), and calls back a moment later. */
  setData(values, callback) {
    for (const [path, value] of Object.entries(values)) {
      const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
      const last = keys.pop();
      const target = keys.reduce((object, key) => { object[key] ??= {}; return object[key]; }, this.data);
      target[last] = value;
    }
    if (callback) setTimeout(() => callback.call(this), 0);
  }

  triggerEvent() {}
  createSelectorQuery() { return undefined; }
  selectComponent() { return null; }
  selectAllComponents() { return []; }
}
