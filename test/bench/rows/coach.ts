import { existsSync, readFileSync } from 'node:fs';
import { check, type Given } from '#domain/coach/check.ts';
import { type LabelledCase, saidPart, tally } from '#domain/coach/examples/tally.ts';
import { cases } from '#domain/coach/examples.ts';
import { loop } from '../load.ts';
import type { Bench } from '../measure.ts';
import type { Line } from '../table.ts';

const file = new URL('../../../../shared/reference/coach-cases.jsonl', import.meta.url);

/** How quickly the coach reads goals, and how often it is right: on the labelled cases of the reference and on the project's own. */
export async function coachRows({ seconds }: Pick<Bench, 'seconds'>): Promise<(Line | string)[]> {
  const goals = cases.flatMap((each): Given[] =>
    each.kind === 'okr_set' ? [] : [{ kind: each.kind, text: each.text, period: '2026-Q1' }],
  );
  return [
    {
      what: `The coach reads ${goals.length} goals`,
      measured: await loop(1, seconds, async () => ({
        ok: goals.every((each) => check(each) !== undefined),
        bytes: 0,
      })),
      floors: [],
      note: 'wording only, in one process',
    },
    ...(existsSync(file)
      ? told('the labelled cases of the reference', referenceCases())
      : ['The coach on the labelled cases of the reference: skipped, ../shared is not there']),
    ...told("the project's own cases", cases),
  ];
}

function referenceCases(): LabelledCase[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): LabelledCase => {
      const { context, key_results: keyResults, ...each } = JSON.parse(line);
      return { ...each, keyResults, objective: each.objective ?? context?.objective };
    });
}

function told(of: string, read: readonly LabelledCase[]): string[] {
  const { badKeyResults, badObjectives, good, named, hard, found } = tally(read);
  return [
    `The coach on ${of}: ${read.length} were read`,
    `  bad key results that get a problem: ${saidPart(badKeyResults)}; bad objectives: ${saidPart(badObjectives)}`,
    `  good ones that get none: ${saidPart(good)}; of those with a problem are bad (precision): ${saidPart(found)}`,
    `  named defects that are found: ${saidPart(named)}; hard cases that are right: ${saidPart(hard)}`,
  ];
}
