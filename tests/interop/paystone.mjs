// Paystone in place of the small client: its recorded run (JSON lines) as one row per rule.

import { spawnSync } from 'node:child_process';
import { OPERATION } from './cases.mjs';

const ENDED = new Set([0, 1, 4]); // exits after which a report stands: conforms, findings, incomplete

/** How each rule came out: `[{ rule, verdict }]`, the broken ones first, from a run of `command` (words) over `adapter` (words). */
export function judge(command, adapter) {
  const [program, ...parameters] = command;
  const { status, stdout, stderr, error } = spawnSync(program, [...parameters, 'run', '--operation', OPERATION, '--format', 'json', '--', ...adapter], {
    encoding: 'utf8', maxBuffer: 1 << 28,
  });
  if (error) throw error;
  if (!ENDED.has(status)) throw new Error(`paystone ended with ${status}: ${stderr.slice(-2000)}`);
  return rowsOf(stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line)));
}

function rowsOf(records) {
  if (records.at(-1)?.event !== 'end') throw new Error('the recorded run is not whole');
  const findings = records.filter(({ event, severity }) => event === 'finding' && severity === 'finding');
  const blamed = new Set(findings.flatMap(({ suspects }) => suspects.map(({ rule }) => rule)));
  const unexplained = findings.filter(({ suspects }) => suspects.length === 0).map((finding) => ({ rule: finding.class, verdict: 'breaks' }));
  const rules = records.filter(({ event }) => event === 'rule').map(({ id, status }) => ({ rule: id, verdict: blamed.has(id) ? 'breaks' : verdictOf(status) }));
  return [...unexplained, ...rules].sort((one, another) => rank(one) - rank(another));
}

const verdictOf = (status) => (status === 'checked' ? 'keeps' : status.replaceAll('-', ' '));
const rank = ({ verdict }) => (verdict === 'breaks' ? 0 : 1);
