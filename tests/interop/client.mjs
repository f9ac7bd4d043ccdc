// A small client of the adapter protocol: runs cases through an adapter. `paystone run` is to take its place.

import { spawn } from 'node:child_process';

const PATIENCE = 120_000; // milliseconds for all cases

/** The results of `cases` (`{ world, steps }`), in their order, from the adapter that `command` starts. */
export async function runCases([program, ...parameters], cases) {
  const child = spawn(program, parameters, { stdio: ['pipe', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => { stdout += chunk; });
  child.stderr.setEncoding('utf8').on('data', (chunk) => { stderr += chunk; });
  child.stdin.on('error', () => {});
  const messages = [{ type: 'hello', protocol: [1, 1], paystone: 'interop' }, ...cases.map((one, id) => ({ type: 'case', id, ...one })), { type: 'bye' }];
  child.stdin.end(messages.map((message) => `${JSON.stringify(message)}\n`).join(''));
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  const code = await new Promise((resolve) => { child.on('close', resolve); });
  clearTimeout(timer);
  const replies = stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
  const byId = new Map(replies.filter((reply) => reply.type === 'result').map((reply) => [reply.id, reply]));
  if (code !== 0 || byId.size !== cases.length) throw new Error(`the adapter ended with ${code} after ${byId.size} of ${cases.length} cases:\n${stderr.slice(-3000)}`);
  return { results: cases.map((_, id) => byId.get(id)), stderr };
}
