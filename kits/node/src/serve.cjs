'use strict';
// The adapter: reads messages, runs the cases one after another, answers each.

const real = require('./real.cjs');
const { readOptions } = require('./options.cjs');
const { Output } = require('./output.cjs');
const { VirtualClock, WallClock } = require('./clocks.cjs');
const { Worlds } = require('./plain.cjs');
const { Run } = require('./run.cjs');
const { hello } = require('./hello.cjs');
const { perform } = require('./perform.cjs');
const { stackOf } = require('./text.cjs');

const ENOUGH = 64; // cases in the queue above which standard input has to wait

/** Serves the implementation that `options` describe, until `bye` or the end of standard input. */
function serve(options) {
  new Adapter(readOptions(options)).start();
}

class Adapter {
  constructor(options) {
    this.options = options;
    this.queue = [];
    this.busy = false;
    this.over = false; // no more messages will come
    this.current = undefined; // the run of the case under way
    this.output = new Output();
    const uncaught = (error) => this.blame('uncaught exception', error);
    process.on('uncaughtException', uncaught);
    process.on('unhandledRejection', (error) => this.blame('unhandled rejection', error));
    this.kit = {
      functions: options.functions,
      createTT: options.createTT,
      createBridge: options.createBridge,
      createPage: options.createPage,
      operations: new Set(options.operations),
      worlds: new Worlds(options.stages, options.pins),
      clock: options.wallClock === undefined ? new VirtualClock(uncaught) : new WallClock(options.wallClock),
    };
  }

  start() {
    const { load = () => {} } = this.options;
    const loading = (async () => load())();
    this.kit.clock.during(loading).then(() => this.listen()).catch((error) => die(`loading failed: ${stackOf(error)}`));
  }

  listen() {
    const { stdin } = process;
    let rest = '';
    const end = () => {
      this.over = true;
      this.pump();
    };
    stdin.setEncoding('utf8');
    stdin.on('data', (chunk) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      for (const line of lines) if (line.trim() !== '') this.receive(line);
      if (this.queue.length > ENOUGH) stdin.pause();
      this.pump();
    });
    stdin.on('end', () => {
      if (rest.trim() !== '') this.receive(rest);
      end();
    });
    stdin.on('error', end);
  }

  receive(line) {
    if (this.over) return;
    const message = parse(line);
    switch (message.type) {
      case 'hello':
        this.greet(message);
        break;
      case 'case':
        assertCase(message);
        this.queue.push(message);
        break;
      case 'bye':
        this.over = true;
        break;
      default:
        process.stderr.write(`paystone-kit: a message of unknown type: ${line.slice(0, 200)}\n`);
    }
  }

  greet(message) {
    const answer = hello(this.options, message);
    if (answer === undefined) die(`no protocol in common: offered is ${JSON.stringify(message.protocol)}, spoken is 1`);
    this.output.add(answer);
    this.output.flush();
  }

  /** Works until the queue is empty. Input is let go meanwhile, so that an empty event loop means a quiet case. */
  pump() {
    if (this.busy) return;
    this.busy = true;
    this.work().catch((error) => die(`the kit broke: ${stackOf(error)}`));
  }

  async work() {
    const { stdin } = process;
    stdin.unref?.();
    while (this.queue.length > 0) {
      if (this.queue.length <= ENOUGH && stdin.isPaused()) stdin.resume();
      this.output.add(await this.answer(this.queue.shift()));
      await this.output.ready();
    }
    stdin.ref?.();
    this.busy = false;
    this.output.flush(this.over ? () => real.exit(0) : undefined);
  }

  async answer(message) {
    const run = new Run(message.id);
    this.current = run;
    await perform(this.kit, message, run);
    this.current = undefined;
    return run.close();
  }

  /** Nobody caught `error`: it belongs to the case under way. */
  blame(kind, error) {
    if (this.current) this.current.blame(kind, stackOf(error), error);
    else process.stderr.write(`paystone-kit: ${kind} outside any case: ${stackOf(error)}\n`);
  }
}

function parse(line) {
  let message;
  try {
    message = JSON.parse(line);
  } catch {
    // Reported below: what matters is that it is no message.
  }
  if (message === null || typeof message !== 'object') die(`not a message: ${line.slice(0, 200)}`);
  return message;
}

function assertCase({ id, world, steps }) {
  const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
  const fine = Number.isSafeInteger(id) && id >= 0 && isObject(world) && Array.isArray(steps) && steps.length > 0
    && steps.every((step) => isObject(step) && typeof step.operation === 'string');
  if (!fine) die(`not a case: id ${JSON.stringify(id)}`);
}

function die(why) {
  process.stderr.write(`paystone-kit: ${why}\n`);
  real.exit(1);
}

module.exports = { serve };
