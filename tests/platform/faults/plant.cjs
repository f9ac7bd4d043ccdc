'use strict';
// Small helpers to plant a fault: each replaces one method of the target.

/** The method's answer goes through `change(answer, ...arguments)`. */
function changeAnswer(method, change) {
  return (target) => {
    const real = target[method];
    target[method] = function changed(...given) {
      return change.call(this, real.apply(this, given), ...given);
    };
  };
}

/** The method is something else. Inside, `this` is the target. */
function replace(method, replacement) {
  return (target) => {
    target[method] = replacement;
  };
}

/** The check is forgotten: it never objects. */
function forget(...checks) {
  return (target) => {
    for (const check of checks) target[check] = () => undefined;
  };
}

/** The option `name` goes through `convert` first when it is of the JavaScript type `from`. */
function coerce(name, from, convert) {
  return (target) => {
    const real = target.read;
    target.read = function coerced(options) {
      const value = options[name];
      const fits = value !== null && typeof value === from;
      return real.call(this, fits ? { ...options, [name]: convert(value) } : options);
    };
  };
}

/** A fact of the world is never looked at: it is as if plain. */
function assume(fact, plain) {
  return (target) => {
    target.world = { ...target.world, [fact]: plain };
  };
}

module.exports = { assume, changeAnswer, coerce, forget, replace };
