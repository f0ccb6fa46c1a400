import { formatValue } from '#domain/kpi/format.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import type { Measure } from '#domain/okr/measure.ts';
import type { Finding } from './finding.ts';
import { read } from './read.ts';

/** A key result's measure as far as it is known, in its unit. */
export type Measured = {
  measure: Measure | null | undefined;
  unit?: Unit | null | undefined;
  decimals?: number | undefined;
};

const missed = ['no-number', 'no-target', 'no-baseline'];
const lacks = ['says-nothing', 'no-target'];

/**
 * A key result as one who sees its measure beside the title reads it: "Waiting time falls" with a move from 50 to 30 is "Waiting time falls from
 * 50 to 30". A title that has numbers of its own is left as it is.
 */
export function spoken(title: string, { measure, unit, decimals }: Measured): string {
  if (!measure || read(title).amounts.length > 0) return title;
  const show = (value: number) =>
    formatValue(value, unit ?? { kind: 'number' }, decimals ?? (String(value).split('.')[1] ?? '').length);
  return `${title.trimEnd().replace(/[.!]$/, '')} ${inWords(measure, show)}`.trimEnd();
}

function inWords(measure: Measure, show: (value: number) => string): string {
  switch (measure.kind) {
    case 'move':
      return `from ${show(measure.baseline)} to ${show(measure.target)}`;
    case 'hold':
      return `${measure.bound} ${show(measure.level)} for ${measure.run} consecutive ${nouns[measure.cadence]}`;
    case 'hit rate':
      return `in ${measure.planned} of ${measure.planned} ${nouns[measure.cadence]}`;
    case 'milestones':
    case 'done':
      return '';
  }
}

const nouns = { daily: 'days', weekly: 'weeks', monthly: 'months', quarterly: 'quarters', yearly: 'years' };

/**
 * The findings in the words of a goal that its measure does not answer, each within the title. One lack is told once: what has no number says
 * nothing and has no target either. A measure that is held for a number of periods has an end, so that it is a KPI in disguise is a matter of school.
 */
export function besideMeasure(findings: readonly Finding[], title: string, { measure }: Measured): Finding[] {
  const isCounted = measure != null && measure.kind !== 'done';
  const isHeld = measure?.kind === 'hold' || measure?.kind === 'hit rate';
  const isLacking = findings.some(({ rule }) => rule === 'no-number');
  return findings
    .filter(({ rule }) => !(isCounted && missed.includes(rule)) && !(isLacking && lacks.includes(rule)))
    .map((finding) => ({
      ...finding,
      at: within(finding.at, title.length),
      ...(isHeld && finding.rule === 'kpi-in-disguise' && { severity: 'advice' as const }),
    }));
}

// Words that only the measure says are not there to be underlined.
function within({ from, to }: Finding['at'], length: number): Finding['at'] {
  return from >= length ? { from: 0, to: length } : { from, to: Math.min(to, length) };
}
