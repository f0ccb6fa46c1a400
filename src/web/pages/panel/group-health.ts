import type { PanelRow } from '#contract/judgements.ts';
import type { PanelLine } from './panel-view.ts';

/** How many KPIs of a group stand in one way; those of the same way are told together. */
export type HealthPart = {
  of: PanelRow['status'] | NonNullable<PanelRow['sense']>;
  count: number;
  words: string;
};

const statuses: [status: PanelRow['status'], word: string][] = [
  ['breach', 'in breach'],
  ['overdue', 'overdue'],
  ['warning', 'warning'],
  ['healthy', 'healthy'],
  ['no threshold', 'no threshold'],
  ['no data', 'no data'],
];
const senses: [sense: NonNullable<PanelRow['sense']>, one: string, many: string][] = [
  ['deterioration', 'signal for the worse', 'signals for the worse'],
  ['improvement', 'signal for the better', 'signals for the better'],
  ['neither', 'signal of a change', 'signals of a change'],
];

/** A group of KPIs by status, then by signal, the gravest first and what is nought left out: counts, because a mean would hide the worst. */
export function groupHealthOf(lines: readonly PanelLine[]): HealthPart[] {
  const rows = lines.map(({ row }) => row);
  const count = (is: (row: PanelRow) => boolean): number => rows.filter(is).length;
  return [
    ...statuses.map(([of, words]) => ({ of, words, count: count(({ status }) => status === of) })),
    ...senses.map(([of, one, many]) => {
      const found = count(({ sense }) => sense === of);
      return { of, words: found === 1 ? one : many, count: found };
    }),
  ].filter((part) => part.count > 0);
}
