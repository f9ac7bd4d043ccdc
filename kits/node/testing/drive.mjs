// Runs an example adapter on a list of messages and gives back what it said.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const HELLO = { type: 'hello', protocol: [1, 1], paystone: '0.1.0' };
export const BYE = { type: 'bye' };

const text = (message) => (typeof message === 'string' ? message : JSON.stringify(message));

/** Feeds `messages` (objects, or raw lines) to the adapter at once. */
export async function talk(adapter, messages, { args = [], env = {} } = {}) {
  const child = spawn(process.execPath, [fileURLToPath(new URL(`adapters/${adapter}`, import.meta.url)), ...args], {
    env: { ...process.env, ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => { stdout += chunk; });
  child.stderr.setEncoding('utf8').on('data', (chunk) => { stderr += chunk; });
  child.stdin.on('error', () => {});
  child.stdin.end(messages.map((message) => `${text(message)}\n`).join(''));
  const code = await new Promise((resolve) => { child.on('close', resolve); });
  const replies = stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
  return { replies, stdout, stderr, code };
}

/** Runs one case per element of `cases` (`[world, ...steps]`) and gives the results in the order of the cases. */
export async function results(adapter, cases, options) {
  const messages = cases.map(([world, ...steps], id) => ({ type: 'case', id, world, steps }));
  const { replies, stderr, code } = await talk(adapter, [HELLO, ...messages, BYE], options);
  if (code !== 0) throw new Error(`the adapter exited with ${code}: ${stderr}`);
  const found = replies.filter((reply) => reply.type === 'result').sort((one, another) => one.id - another.id);
  return found.map(({ type, id, ...rest }) => rest);
}

/** The traces, or the skip or fault, of one case of one step. */
export async function trace(adapter, operation, input, world = {}, options = {}) {
  const [result] = await results(adapter, [[world, { operation, input }]], options);
  return result.traces ? result.traces[0] : result;
}

