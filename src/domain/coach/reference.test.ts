import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { check, checkOkrSet } from './check.ts';
import type { GoalKind } from './finding.ts';

const file = new URL('../../../../shared/reference/coach-cases.jsonl', import.meta.url);
const skip = existsSync(file) ? false : '../shared is not there';

type Case = {
  kind: GoalKind | 'okr_set';
  text: string;
  objective: string;
  key_results: string[];
  context: { objective?: string };
  label: 'good' | 'bad';
  defects: string[];
};

/** The rules that find a defect which the labels name. */
const named: Record<string, readonly string[]> = {
  activity_not_outcome: ['activity', 'task'],
  vague: ['says-nothing', 'no-number'],
  no_number: ['no-number'],
  kpi_relabelled: ['kpi-in-disguise'],
  vanity_metric: ['vanity'],
  no_baseline_or_target: ['no-target', 'no-baseline'],
  jargon_or_long: ['too-long'],
  objective_has_metric: ['has-metric'],
  not_ambitious: ['not-ambitious'],
};

test('the labelled goals are judged as careful readers judge them', { skip }, (t) => {
  const cases = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case);
  const right = { objective: [0, 0], key_result: [0, 0], good: [0, 0], defect: [0, 0] };
  const tell = (of: keyof typeof right, isRight: boolean) => {
    right[of][0]! += isRight ? 1 : 0;
    right[of][1]! += 1;
  };
  for (const { kind, text, objective, key_results: keyResults, context, label, defects } of cases) {
    const found =
      kind === 'okr_set'
        ? checkOkrSet({ objective, keyResults })
        : check({ kind, text, objective: context.objective });
    const isBad = found.some(({ severity }) => severity === 'problem');
    if (label === 'good') tell('good', !isBad);
    else if (kind === 'objective' || kind === 'key_result') tell(kind, isBad);
    for (const defect of defects.filter((each) => named[each]))
      tell(
        'defect',
        found.some(({ rule }) => named[defect]!.includes(rule)),
      );
  }
  const part = (of: keyof typeof right) => right[of][0]! / right[of][1]!;
  t.diagnostic(
    Object.entries(right)
      .map(([of, [n, all]]) => `${of} ${n} of ${all}`)
      .join(', '),
  );
  assert.ok(part('key_result') >= 0.92, 'bad key results that get a problem');
  assert.ok(part('objective') >= 0.8, 'bad objectives that get a problem');
  assert.ok(part('good') >= 0.95, 'good goals that get none');
  assert.ok(part('defect') >= 0.8, 'named defects that are found');
});
