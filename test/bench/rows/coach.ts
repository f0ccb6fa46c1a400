import { existsSync, readFileSync } from 'node:fs';
import { check, checkOkrSet, type Given } from '#domain/coach/check.ts';
import { examples } from '#domain/coach/examples.ts';
import type { GoalKind } from '#domain/coach/finding.ts';
import { loop } from '../load.ts';
import type { Bench } from '../measure.ts';
import type { Line } from '../table.ts';

const file = new URL('../../../../shared/reference/coach-cases.jsonl', import.meta.url);

type Case = { kind: GoalKind | 'okr_set'; label: 'good' | 'bad'; text: string } & {
  objective: string;
  key_results: string[];
  context: { objective?: string };
};

/** How quickly the coach reads goals, and how often it is right: on the labelled cases of the reference and on the project's own. */
export async function coachRows({ seconds }: Pick<Bench, 'seconds'>): Promise<(Line | string)[]> {
  const texts = examples.map(([kind, , text]): Given => ({ kind, text, period: '2026-Q1' }));
  const own = tally(
    examples.map(([kind, label, text]) => ({ kind, label, isFound: isProblem(check({ kind, text })) })),
  );
  return [
    {
      what: `The coach reads ${texts.length} goals`,
      measured: await loop(1, seconds, async () => ({
        ok: texts.every((each) => check(each) !== undefined),
        bytes: 0,
      })),
      floors: [],
      note: 'wording only, in one process',
    },
    ...(existsSync(file)
      ? reference()
      : ['The coach on the labelled cases: skipped, ../shared is not there']),
    ...own.map((line) => `The coach on the project's own cases, ${line}`),
  ];
}

function reference(): string[] {
  const cases = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case);
  const judged = cases.map(({ kind, label, text, objective, key_results: keyResults, context }) => ({
    ...{ kind, label },
    isFound: isProblem(
      kind === 'okr_set'
        ? checkOkrSet({ objective, keyResults })
        : check({ kind, text, objective: context.objective }),
    ),
  }));
  return tally(judged).map((line) => `The coach on the labelled cases, ${line}`);
}

function isProblem(found: readonly { severity: string }[]): boolean {
  return found.some(({ severity }) => severity === 'problem');
}

type Judged = { kind: string; label: 'good' | 'bad'; isFound: boolean };

function tally(judged: readonly Judged[]): string[] {
  return [...Map.groupBy(judged, ({ kind }) => kind)].map(([kind, of]) => {
    const count = (label: string | undefined, isFound: boolean | undefined) =>
      of.filter((each) => (label ?? each.label) === each.label && (isFound ?? each.isFound) === each.isFound)
        .length;
    const share = (part: number, all: number) =>
      all === 0 ? 'none' : `${((100 * part) / all).toFixed(0)} %`;
    const [found, right] = [count(undefined, true), count('bad', true)];
    return `${kind}: precision ${share(right, found)}, recall ${share(right, count('bad', undefined))}, good ones with a problem ${share(count('good', true), count('good', undefined))} (${of.length} cases)`;
  });
}
