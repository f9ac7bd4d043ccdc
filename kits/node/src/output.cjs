'use strict';
// Standard output for the protocol alone: everybody else who writes there reaches standard error.

const real = require('./real.cjs');

const BATCH = 16; // replies in one write
const PAUSE = 2; // milliseconds that a finished reply may wait for company

class Output {
  constructor() {
    const { stdout, stderr } = process;
    this.stream = stdout;
    this.write = stdout.write.bind(stdout);
    this.lines = [];
    this.since = 0; // when the oldest of these lines came
    this.free = true; // whether the stream takes more
    stdout.on('error', (error) => real.exit(error.code === 'EPIPE' ? 0 : 1));
    stderr.on('error', () => {}); // nobody listens: nothing to say
    process.on('exit', () => this.flush());
    redirect(stdout, stderr);
  }

  /** Takes a line; writes it soon. */
  add(line) {
    if (this.lines.length === 0) this.since = real.now();
    this.lines.push(line);
    if (this.lines.length >= BATCH || real.now() - this.since > PAUSE) this.flush();
  }

  /** Writes what waits; `done` is called once everything is out. */
  flush(done) {
    const text = this.lines.map((line) => `${line}\n`).join('');
    this.lines = [];
    this.free = this.write(text, done);
  }

  /** Resolves when the stream takes more. */
  async ready() {
    if (this.free) return;
    await new Promise((resolve) => { this.stream.once('drain', resolve); });
    this.free = true;
  }
}

/** Sends to `stderr` what is written to `stdout`, by `process.stdout` or by the console. */
function redirect(stdout, stderr) {
  stdout.write = stderr.write.bind(stderr);
  Object.defineProperty(process, 'stdout', { configurable: true, enumerable: true, get: () => stderr });
  const { Console } = console;
  const safe = new Console({ stdout: stderr, stderr });
  for (const name of ['log', 'info', 'debug', 'warn', 'error', 'dir', 'table', 'trace', 'group', 'groupEnd']) console[name] = safe[name];
}

module.exports = { Output };
