'use strict';
// JavaScript values to and from the wire. `encode` writes the text itself: it survives any value and never calls `toJSON`.

const { types } = require('node:util');
const { isWellFormed, wellFormed } = require('./text.cjs');
const { scripted } = require('./scripts.cjs');

const MAX_DEPTH = 64;
const { stringify } = JSON;
const NUMBERS = new Map([['NaN', NaN], ['Infinity', Infinity], ['-Infinity', -Infinity], ['-0', -0]]);

/** A value on the wire that the protocol does not know. */
class Unreadable extends Error {}

/** Thrown by `encode` as soon as the text would exceed its room. */
class TooLarge extends Error {}

/**
 * The value that `wire` stands for. Functions become real ones that report to `run`;
 * `name` is the key under which the value stands.
 */
function decode(wire, run, name = 'input') {
  if (wire === null || typeof wire !== 'object') return wire;
  if (Array.isArray(wire)) return wire.map((item, index) => decode(item, run, String(index)));
  const keys = Object.keys(wire);
  if (keys.length === 1 && keys[0].startsWith('$')) return decodeTagged(keys[0], wire[keys[0]], run, name);
  return decodeMembers(wire, keys, run);
}

function decodeTagged(tag, content, run, name) {
  switch (tag) {
    case '$undefined':
      return undefined;
    case '$number':
      if (NUMBERS.has(content)) return NUMBERS.get(content);
      break;
    case '$object':
      if (content !== null && typeof content === 'object' && !Array.isArray(content)) {
        return decodeMembers(content, Object.keys(content), run);
      }
      break;
    case '$function':
      if (Array.isArray(content)) return scripted(content, run, name, decode);
      break;
  }
  throw new Unreadable(`unknown value: ${stringify({ [tag]: content }).slice(0, 100)}`);
}

function decodeMembers(wire, keys, run) {
  const object = {};
  for (const key of keys) setOwn(object, key, decode(wire[key], run, key));
  return object;
}

/** Sets an own member, `__proto__` included. */
function setOwn(object, key, value) {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  } else {
    object[key] = value;
  }
}

/** The text of `value` on the wire, at most `room` characters long; else throws `TooLarge`. */
function encode(value, room = Infinity) {
  const writer = { room, ancestors: [] };
  return encodeValue(value, writer);
}

function spend(writer, text) {
  writer.room -= text.length;
  if (writer.room < 0) throw new TooLarge();
  return text;
}

const other = (writer, what) => spend(writer, `{"$other":${stringify(what)}}`);

function encodeValue(value, writer) {
  switch (typeof value) {
    case 'string':
      if (value.length > writer.room) throw new TooLarge();
      return isWellFormed(value) ? spend(writer, stringify(value)) : other(writer, 'lone surrogate');
    case 'number':
      return spend(writer, encodeNumber(value));
    case 'boolean':
      return spend(writer, value ? 'true' : 'false');
    case 'undefined':
      return spend(writer, '{"$undefined":true}');
    case 'function':
      return spend(writer, '{"$function":[]}');
    case 'object':
      return value === null ? spend(writer, 'null') : encodeGuarded(value, writer);
    default:
      return other(writer, typeof value);
  }
}

function encodeNumber(number) {
  if (Number.isFinite(number) && !Object.is(number, -0)) return String(number);
  return `{"$number":"${Object.is(number, -0) ? '-0' : number}"}`;
}

/** An object whose own traps or accessors throw is written as `threw`. */
function encodeGuarded(object, writer) {
  const depth = writer.ancestors.length;
  try {
    return encodeObject(object, writer);
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    writer.ancestors.length = depth;
    return other(writer, 'threw');
  }
}

function encodeObject(object, writer) {
  if (types.isPromise(object)) return other(writer, 'promise');
  if (writer.ancestors.includes(object)) return other(writer, 'cyclic');
  if (writer.ancestors.length >= MAX_DEPTH) return other(writer, 'too deep');
  const isArray = Array.isArray(object);
  if (!isArray && !isPlain(object)) return other(writer, `not plain: ${className(object)}`);
  writer.ancestors.push(object);
  const text = isArray ? encodeItems(object, writer) : encodeMembers(object, writer);
  writer.ancestors.pop();
  return text;
}

function encodeItems(array, writer) {
  const items = [];
  spend(writer, '[]');
  for (let index = 0; index < array.length; index += 1) {
    items.push(encodeMember(array, index, writer));
    writer.room -= 1;
  }
  return `[${items.join(',')}]`;
}

function encodeMembers(object, writer) {
  const keys = Object.keys(object);
  if (!keys.every(isWellFormed)) return other(writer, 'lone surrogate');
  const members = [];
  spend(writer, '{}');
  for (const key of keys) {
    const name = spend(writer, `${stringify(key)}:`);
    members.push(name + encodeMember(object, key, writer));
    writer.room -= 1;
  }
  const text = `{${members.join(',')}}`;
  return keys.length === 1 && keys[0].startsWith('$') ? `{"$object":${text}}` : text;
}

/** One member. A getter that throws spoils its own member only. */
function encodeMember(object, key, writer) {
  let value;
  try {
    value = object[key];
  } catch {
    return other(writer, 'threw');
  }
  return encodeValue(value, writer);
}

/** Plain: without a prototype, or directly under the `Object.prototype` of this or another realm. */
function isPlain(object) {
  const prototype = Object.getPrototypeOf(object);
  if (prototype === null || prototype === Object.prototype) return true;
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'constructor') && prototype.constructor?.name === 'Object';
}

function className(object) {
  if (types.isNativeError(object)) return 'Error';
  const name = Object.getPrototypeOf(object).constructor?.name;
  return typeof name === 'string' && name !== '' ? wellFormed(name).slice(0, 100) : 'Object';
}

module.exports = { decode, encode, Unreadable, TooLarge };
