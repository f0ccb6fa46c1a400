import type { Breakdown } from '#contract/objectives.ts';
import { percent } from '../../../parts/dates.ts';

/** A part of an objective's progress: what it counts as, its share, and how much of the whole it adds. */
export type BreakdownRow = {
  kind: 'key result' | 'objective';
  id: string;
  title: string;
  progress: string;
  /** Told only where it differs from the progress as measured. */
  counts: string | undefined;
  weight: number;
  /** Null beside parts that are private to others: what is not seen has a share too. */
  share: string | null;
  adds: string | null;
};

/** The parts of an objective's progress in words, and their sum in tenths of a percent, so that what is shown adds up. */
export function breakdownRows({ inputs }: Pick<Breakdown, 'inputs'>): {
  rows: BreakdownRow[];
  sum: string | null;
} {
  const parts = inputs.map(({ counted, share }) => (share === null ? null : counted * share));
  const rows = inputs.map(({ kind, id, title, progress, counted, weight, share }, at): BreakdownRow => {
    const part = parts[at] ?? null;
    return {
      ...{ kind, id, title, weight },
      progress: percent(progress),
      counts: progress === counted ? undefined : percent(counted),
      share: share === null ? null : tenths(share),
      adds: part === null ? null : tenths(part),
    };
  });
  const known = parts.filter((part) => part !== null);
  const sum =
    known.length === parts.length && parts.length > 0 ? known.reduce((all, part) => all + part, 0) : null;
  return { rows, sum: sum === null ? null : tenths(sum) };
}

// One place more than the bars show: three parts of a third would not add up otherwise.
function tenths(share: number): string {
  return `${(Math.round(share * 1000) / 10).toFixed(1)}%`;
}
