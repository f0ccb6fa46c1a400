import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type LabelledCase, type Part, saidPart, tally } from './examples/tally.ts';

const file = new URL('../../../../shared/reference/coach-cases.jsonl', import.meta.url);
const skip = existsSync(file) ? false : '../shared is not there';

test('the labelled goals of the reference are judged as careful readers judge them', { skip }, (t) => {
  const cases = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): LabelledCase => {
      const { context, key_results: keyResults, ...each } = JSON.parse(line);
      return { ...each, keyResults, objective: each.objective ?? context.objective };
    });
  const { wrong, hard: _, ...parts } = tally(cases);
  const share = ({ right, all }: Part) => right / all;
  t.diagnostic(
    Object.entries(parts)
      .map(([name, part]) => `${name} ${saidPart(part)}`)
      .join(', '),
  );
  assert.ok(share(parts.badKeyResults) >= 0.97, wrong.join('\n'));
  assert.ok(share(parts.badObjectives) >= 0.97, wrong.join('\n'));
  assert.ok(share(parts.good) >= 0.97, wrong.join('\n'));
  assert.ok(share(parts.named) >= 0.95, 'named defects that are found');
});
