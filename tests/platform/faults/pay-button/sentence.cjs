'use strict';
// A planted fault of <pay-button>: with the sentence of the document that it breaks, by its place and a few of its words.

const fault = (name, [place, quote], demand, note, plant) => ({
  name: `button-${name}`,
  operation: 'pay-button',
  breaks: `${demand} (pay-button, ${place}: “${quote}”)`,
  note,
  plant,
});

/** The row of one code in the table of bind:error. */
const row = (code) => ['bind:error 报错信息', code];

module.exports = { fault, row };
