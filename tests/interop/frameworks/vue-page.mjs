// A page in Vue's own words (for Vue 2 and 3 alike), with the button and what is given to it.

/** `{ template, options }`: the template's text, and the options that hold the values and methods that it names. */
export function pageOf(properties, handlers) {
  const values = Object.entries(properties);
  const methods = Object.entries(handlers);
  const attributes = [
    ...values.map(([name], index) => `:${name}="value${index}"`),
    ...methods.map(([name], index) => `@${name}="method${index}"`),
  ];
  return {
    template: `<view><pay-button ${attributes.join(' ')}/></view>`,
    options: {
      data: () => Object.fromEntries(values.map(([, value], index) => [`value${index}`, value])),
      methods: Object.fromEntries(methods.map(([, handler], index) => [`method${index}`, (...given) => handler(...given)])),
    },
  };
}
