import type { CoachedFinding } from '#contract/coach.ts';
import { aboutWords } from '#domain/coach/about.ts';
import { check } from '#domain/coach/check.ts';
import { besideMeasure, type Measured, spoken } from '#domain/coach/measured.ts';
import { whyOf } from '#domain/coach/why.ts';

/** A goal as it is being written; `objective` is the text of the one that a key result belongs to. */
export type Writing = {
  kind: 'objective' | 'key_result' | 'kpi';
  text: string;
  objective?: string | undefined;
} & Measured;

// In the dialog the cycle is the date, and the initiatives come later.
const around = { period: 'the cycle', hasInitiative: true };

/** What the coach finds in the words of a goal, told here and now. */
export function findingsInWords({ kind, text, objective, ...measured }: Writing): CoachedFinding[] {
  const found = check({ kind, text: spoken(text, measured), objective, ...around });
  return besideMeasure(found, text, measured).map(({ rule, severity, at, message, repair }) => ({
    ...{ kind, subject: null, by: 'words', rule, severity, at, message },
    quote: at.to - at.from < text.length ? text.slice(at.from, at.to) : '',
    ...{ repair: repair ?? null, value: null, about: aboutWords(text, at), setAside: null },
    ...(whyOf(rule) ?? { why: '', source: '' }),
  }));
}
