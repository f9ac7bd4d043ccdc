// What a suite in TypeScript does with a file of the fixtures: each union is taken apart, nothing is cast.

import type { Because, Check, ErrorFile, Outcome, Pattern, Step, Test, TestFile, Value } from 'fixtures';

declare function call(operation: string, input: Value, world: { [fact: string]: Value }): Seen[];
interface Seen { kind: Pattern['event']; name?: string; with: Value; answered?: Value }

/** The tests of a file, each with the outcomes that no step of it showed. */
export function run(file: TestFile): string[] {
  const version: 1 = file.format;
  const failures: string[] = [];
  for (const { world, tests } of file.groups) {
    for (const test of tests) {
      for (const step of test.steps) {
        const seen = call(step.operation, step.input, world);
        if (!step.outcomes.some((outcome) => fits(outcome, seen))) failures.push(`${version} ${what(test)}: ${expected(file, step)}`);
      }
    }
  }
  return failures;
}

function what(test: Test): string {
  switch (test.verdict) {
    case 'valid': return test.slug;
    case 'invalid': return `${test.slug} breaks ${test.breaks ?? '?'}, unlike ${test.twin?.slug ?? '?'} in ${test.twin?.differs ?? '?'}`;
    case 'open': return `${test.slug} is open: ${(test.gaps ?? []).join()}`;
    default: return unknown(test.verdict);
  }
}

function expected({ outcomes, rules }: TestFile, step: Step): string {
  const why = ({ rule, readings = {} }: Because) => `${rule ? rules[rule]?.says.en : 'no rule is broken'} ${Object.entries(readings).join()}`;
  return step.outcomes.map(({ id, because = [] }) => `${outcomes[id]?.says.zh} ${because.map(why).join()}`).join(' | ');
}

function fits({ events = [], also = [], never = [], only = false }: Outcome, seen: Seen[]): boolean {
  const is = (pattern: Pattern) => (event: Seen) => pattern.event === event.kind && (pattern.name ?? '') === (event.name ?? '')
    && (pattern.with ?? []).every((check) => holds(check, event.with)) && (pattern.answered ?? []).every((check) => holds(check, event.answered ?? null));
  const deciding = seen.filter((event) => event.kind === 'called' || event.kind === 'returned');
  const once = also.filter((pattern) => pattern.once === true).every((pattern) => seen.filter(is(pattern)).length === 1);
  return events.every((pattern, i) => deciding.slice(i, i + 1).some(is(pattern))) && (!only || deciding.length === events.length)
    && also.every((pattern) => seen.some(is(pattern))) && once && !never.some((pattern) => seen.some(is(pattern)));
}

function holds({ at, test, value }: Check, whole: Value): boolean {
  const place = at.reduce<Value>((inner, name) => (inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? inner[name] ?? null : null), whole);
  switch (test) {
    case 'is': return JSON.stringify(place) === JSON.stringify(value);
    case 'starts-with': return typeof place === 'string' && typeof value === 'string' && place.startsWith(value);
    case 'has-number': return typeof place === 'string' && place.includes(String(value));
    case 'type': return (place === null ? 'null' : typeof place) === value;
    default: return unknown(test);
  }
}

/** The code of each row, and the tests that end in it. */
export const codes = (file: ErrorFile): Array<[string, string[]]> => file.errors.map(({ id, tests }) => [id, tests]);

function unknown(nothing: never): never {
  throw new Error(`unknown: ${String(nothing)}`);
}

// What must not pass.
// @ts-expect-error a verdict is one of three
export const verdict: Test['verdict'] = 'maybe';
// @ts-expect-error a test has a name for good
export const nameless: Test = { says: { en: '', zh: '' }, verdict: 'valid', steps: [] };
// @ts-expect-error undefined has a form of its own in JSON
export const value: Value = undefined;
