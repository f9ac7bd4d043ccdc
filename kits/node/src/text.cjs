'use strict';
// Text for the wire, made safe: a lone surrogate has no UTF-8 form, and what was thrown may be anything.

const LONE_SURROGATE = /\p{Surrogate}/u;
const LONE_SURROGATES = /\p{Surrogate}/gu;

const isWellFormed = (text) => !LONE_SURROGATE.test(text);

const wellFormed = (text) => text.replace(LONE_SURROGATES, '\uFFFD');

/** The message of anything that was thrown. */
function messageOf(error) {
  try {
    return wellFormed(String(error?.message ?? error));
  } catch {
    return 'a value that cannot be shown as text';
  }
}

/** The first lines of the stack of anything that was thrown, short enough for a report. */
function stackOf(error) {
  try {
    const text = typeof error?.stack === 'string' ? error.stack : messageOf(error);
    return wellFormed(text.split('\n').slice(0, 6).join('\n').slice(0, 2000));
  } catch {
    return messageOf(error).slice(0, 2000);
  }
}

module.exports = { isWellFormed, wellFormed, messageOf, stackOf };
