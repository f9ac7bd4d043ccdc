// The native `<pay-button>` on a page that was rendered: what it was given, and what happens when it fires.

import { find, render } from './ttml.mjs';

const EVENT = /^(?:capture-)?(?:bind|catch):?(.+)$/;
const COMMON = /^(?:id|class|style|hidden|data-.*)$/; // attributes of any component

/**
 * The button on the page, as the kit wants it; undefined if there is none. It is looked at anew each time: a page may change.
 * Every page here has the button in a view: one without a view was not rendered, which is nobody's choice.
 */
export function buttonOn(page, template, scripts) {
  const elements = () => render(template, page.data, scripts);
  const look = () => find(elements(), 'pay-button');
  if (!find(elements(), 'view')) throw new Error('the page is empty: the framework did not come up');
  if (!look()) return undefined;
  return {
    get properties() {
      const entries = [...look().attributes].filter(([name, value]) => !EVENT.test(name) && !COMMON.test(name) && value !== undefined);
      return Object.fromEntries(entries);
    },
    get handlers() {
      const bound = [...look().attributes].filter(([name, method]) => EVENT.test(name) && typeof page[method] === 'function');
      return Object.fromEntries(bound.map(([name, method]) => {
        const [, type] = EVENT.exec(name);
        return [type, ({ detail }) => page[method](eventOf(look(), type, detail))];
      }));
    },
  };
}

/** The same, once the page has come to rest: frameworks fill a page by timers. */
export const buttonLater = (page, template, scripts) => new Promise((resolve, reject) => {
  setTimeout(() => {
    try {
      resolve(buttonOn(page, template, scripts));
    } catch (error) {
      reject(error);
    }
  }, 1000);
});

/** The event as a base library makes it. */
function eventOf({ attributes }, type, detail) {
  const data = [...attributes].filter(([name]) => name.startsWith('data-'));
  const dataset = Object.fromEntries(data.map(([name, value]) => [camelCase(name.slice('data-'.length)), value]));
  const target = { id: attributes.get('id') ?? '', tagName: 'pay-button', offsetLeft: 0, offsetTop: 0, dataset };
  return { type, timeStamp: 1000, detail, target, currentTarget: { ...target, dataset: { ...dataset } } };
}

const camelCase = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
