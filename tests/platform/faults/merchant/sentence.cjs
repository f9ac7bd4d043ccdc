'use strict';
// A planted fault of the caller's side: with the sentence that it breaks, or whose meaning it changes, by its document, its
// place and a few of its words.

const { changeAnswer } = require('../plant.cjs');

const faultOf = (operation, document) => (name, [place, quote], demand, note, plant) => ({
  name: `merchant-${name}`,
  operation,
  breaks: `${demand} (${document}, ${place}: “${quote}”)`,
  note,
  plant,
});

/** The members of what is returned under other names. */
const renamed = (answer, names) =>
  Object.fromEntries(Object.entries(answer).map(([name, value]) => [names[name] ?? name, value]));

/** The method of the merchant answers with nothing. */
const leftOut = (method) => changeAnswer(method, () => undefined);

/** What the method answers, converted, where it answers with something. */
const converted = (method, convert) => changeAnswer(method, (value) => (value === undefined ? value : convert(value)));

module.exports = { converted, faultOf, leftOut, renamed };
