// From what the adapter saw to what was lost, in the words of expected.tsv: `kind name`.

import { isDeepStrictEqual } from 'node:util';

/** The kinds of losses, in the order of the table. */
export const KINDS = ['component', 'property', 'bound', 'event', 'answer', 'throw'];

/** What the trace of a case shows to be lost: a list of `[kind, name]`. */
export function lossesOf({ property, value, handler, detail, answer }, trace) {
  const shown = trace.find((event) => event.shown)?.shown.native;
  if (shown === undefined) return [['component', 'pay-button']];
  if (property !== undefined) return isDeepStrictEqual(shown[property], value) ? [] : [['property', property]];

  const sent = trace.find((event) => event.sent)?.sent;
  if (sent?.answer === undefined) return [['bound', handler]];
  const losses = [];
  const invoked = trace.filter((event) => (event.asked ?? event.called) === handler);
  if (invoked.length !== 1 || !isDeepStrictEqual(invoked[0].with, { detail })) losses.push(['event', handler]);
  if (answer !== undefined && !isDeepStrictEqual(sent.answer, answer)) losses.push([answer.throws === undefined ? 'answer' : 'throw', handler]);
  return losses;
}

/** What is told and is no defect: no document says what becomes of an exception. */
export const isDefect = (kind) => kind !== 'throw';
