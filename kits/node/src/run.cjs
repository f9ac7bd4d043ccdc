'use strict';
// What one case has shown so far: its traces, or the skip or fault that ended it early.

const real = require('./real.cjs');
const { encode, TooLarge } = require('./values.cjs');
const { wellFormed, messageOf } = require('./text.cjs');

const MAX_LINE = 1024 * 1024;
const MAX_EVENTS = 10000;
const { stringify } = JSON;

/** Thrown into the implementation when its case is over. Not an error of anybody. */
class Halt extends Error {}

class Run {
  constructor(id) {
    this.id = id;
    this.step = 0;
    this.traces = [[]];
    this.room = MAX_LINE;
    this.ending = undefined; // the text of a skip or a fault; the first one stays
    this.closed = false;
    this.touched = real.now(); // when the last event came
    this.thrown = new Set(); // what scripts threw on purpose
  }

  begin(step) {
    this.step = step;
    if (step > 0) this.traces.push([]);
  }

  skip(reason) {
    this.ending ??= `"skip":${stringify(wellFormed(String(reason)).slice(0, 2000))}`;
  }

  fault(kind, detail) {
    this.ending ??= `"fault":${stringify({ kind, detail })}`;
  }

  /** A function of the caller was invoked. */
  invoked(kind, name, values, rest = '') {
    const head = `{"${kind}":${stringify(name)}`;
    if (values.length === 0) this.record(`${head}${rest}}`);
    else this.event(`${head},"with":`, values[0], `${rest}}`);
    this.halt();
  }

  event(head, value, tail = '}') {
    if (this.ending || this.closed) return;
    try {
      this.record(head + encode(value, this.room) + tail);
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      this.tooLarge();
    }
  }

  threw(error) {
    if (!(error instanceof Halt)) this.event('{"threw":', { message: messageOf(error) });
  }

  record(text) {
    // What comes in after the end belongs to no case.
    if (this.ending || this.closed) return;
    const trace = this.traces[this.step];
    if (trace.length >= MAX_EVENTS) {
      this.fault('too many events', `more than ${MAX_EVENTS} events in one step`);
      return;
    }
    trace.push(text);
    this.touched = real.now();
    this.room -= text.length;
    if (this.room < 0) this.tooLarge();
  }

  tooLarge() {
    this.fault('too large', `the traces exceed ${MAX_LINE} bytes`);
  }

  /** Leaves the implementation if the case is over. */
  halt() {
    if (this.ending && !this.closed) throw new Halt('the case is over');
  }

  /** Remembers that a script throws this value, so that nobody is blamed when it surfaces. */
  expected(value) {
    this.thrown.add(value);
    return value;
  }

  /** An error that nobody caught: the implementation's, unless a script or the kit threw it. */
  blame(kind, detail, error) {
    if (!(error instanceof Halt) && !this.thrown.has(error)) this.fault(kind, detail);
  }

  /** The reply. Nothing is recorded any more. */
  close() {
    this.closed = true;
    const line = this.line();
    if (line.length * 3 < MAX_LINE || Buffer.byteLength(line) < MAX_LINE) return line;
    this.tooLarge();
    return this.line();
  }

  line() {
    const content = this.ending ?? `"traces":[${this.traces.map((events) => `[${events.join(',')}]`).join(',')}]`;
    return `{"type":"result","id":${this.id},${content}}`;
  }
}

module.exports = { Run, Halt };
