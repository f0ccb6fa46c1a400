import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { type RuleSetName, ruleSetNames } from '#domain/kpi/rule-sets.ts';
import { analyse } from './command.ts';
import type { Diagnosis } from './diagnose.ts';

type Listed = number[] | { end: number[] };
type Vector = {
  name: string;
  values: (number | null)[];
  expected: Record<string, Listed> & Record<'cl' | 'mrBar' | 'unpl' | 'lnpl' | 'url', number | null>;
};

const source = new URL('../../../../shared/reference/signals-vectors.json', import.meta.url);
const skip = existsSync(source)
  ? false
  : 'the reference vectors (../shared/reference) are not beside this clone';
const vectors: Vector[] = skip ? [] : JSON.parse(readFileSync(source, 'utf8')).vectors;

// The NHS reads its two of three more narrowly than the vectors list it; the domain's own test holds it against the NHS software.
const listed: Record<RuleSetName, Record<string, string>> = {
  wheeler: { beyond: 'beyond-limits', run8: 'run-of-eight', threeOfFour: 'three-of-four' },
  nhs: { beyond: 'beyond-limits', run7: 'run-of-seven', trend7: 'trend-of-seven' },
  'western-electric': {
    beyond: 'beyond-limits',
    twoOfThree: 'two-of-three',
    fourOfFive: 'four-of-five',
    run8: 'run-of-eight',
  },
  nelson: {
    beyond: 'beyond-limits',
    run9: 'run-of-nine',
    trend6: 'trend-of-six',
    alternating14: 'fourteen-alternating',
    twoOfThree: 'two-of-three',
    fourOfFive: 'four-of-five',
    hug15: 'fifteen-inside',
    mixture8: 'eight-outside',
  },
};

async function answers(rules: RuleSetName): Promise<Diagnosis[]> {
  const lines = vectors.map(({ name, values }) => JSON.stringify({ id: name, values, rules }));
  let out = '';
  const code = await analyse(['-', '--format', 'jsonl', '--no-season'], {
    out: (text) => {
      out += text;
    },
    err: (text) => assert.fail(text),
    input: (async function* () {
      yield Buffer.from(lines.join('\n'));
    })(),
    width: 80,
    today: '2026-11-22',
    readTable: () => assert.fail('these are lines'),
  });
  assert.equal(code, 0);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function close(actual: number, expected: number | null, what: string): void {
  assert.ok(
    expected !== null && Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)),
    `${what}: ${actual}, not ${expected}`,
  );
}

describe('the reference vectors as JSON lines', { skip }, () => {
  for (const rules of ruleSetNames)
    it(`have their limits and all that the rules of ${rules} list`, async (test) => {
      let compared = 0;
      const found = await answers(rules);
      assert.deepEqual(
        found.map(({ id }) => id),
        vectors.map(({ name }) => name),
      );
      for (const [index, { name, values, expected }] of vectors.entries()) {
        const { limits, signals, refused } = found[index]!;
        const count = values.filter((value) => value !== null).length;
        if (count < 6 || expected.unpl === null) {
          assert.deepEqual([limits, signals], [null, []], name);
          assert.match(refused ?? '', /^Limits need/, name);
          continue;
        }
        close(limits!.centre, expected.cl, `${name} centre`);
        close(limits!.lower, expected.lnpl, `${name} lower`);
        close(limits!.upper, expected.unpl, `${name} upper`);
        close(limits!.averageMovingRange, expected.mrBar, `${name} moving range`);
        close(limits!.upperRange, expected.url, `${name} upper range`);
        for (const [key, rule] of Object.entries({ ...listed[rules], mrBeyond: 'range-beyond' })) {
          const wanted = Array.isArray(expected[key]) ? expected[key] : (expected[key]?.end ?? []);
          const ends = signals.filter((each) => each.rule === rule).map((each) => each.index);
          // Limits on trial carry the first rule only.
          assert.deepEqual(ends, count >= 12 || key === 'beyond' ? wanted : [], `${name} ${rule}`);
          compared += ends.length;
        }
      }
      test.diagnostic(`${vectors.length} vectors, ${compared} places where a rule holds`);
      assert.ok(compared > 300, `only ${compared} places were compared`);
    });
});
