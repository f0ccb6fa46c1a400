import type { CycleReport } from '#contract/cycle-report.ts';
import type { GradeSheet } from '#contract/grades.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { periodName } from '../../parts/dates.ts';

/** The ids of everybody whom a report names. */
export function peopleOf({ objectives, calibration }: CycleReport): (string | null)[] {
  return [
    ...objectives.flatMap(({ owner, keyResults }) => [
      owner,
      ...keyResults.flatMap(({ keyResult, movedGoalposts }) => [
        keyResult.owner,
        ...movedGoalposts.map(({ author }) => author),
      ]),
    ]),
    ...calibration.map(({ person }) => person),
  ];
}

/** What would have come without action, as short as a cell: "0.31", "about 15%", or a dash. */
export function withoutAction({ counterfactual, keyResult }: GradeSheet): string {
  if (!counterfactual) return '–';
  return counterfactual.score?.toFixed(2) ?? keyResult.foreseen?.oddsWords ?? '–';
}

/** Whether the KPI of a key result shows a signal since the start. */
export function signalWord({ keyResult, signal }: GradeSheet): string {
  if (!keyResult.kpi) return 'no KPI';
  return signal ? `yes, ${signal.sense === 'neither' ? 'a change' : (signal.sense ?? 'a change')}` : 'no';
}

type Breach = GradeSheet['guardrails'][number]['breaches'][number];
type Shown = Pick<CycleReport['kpis'][number], 'unit' | 'decimals'>;

/** Breaches in words, the last three of many: "5 periods, the last: 93% in February 2026, floor 95%". */
export function breachesWords(breaches: readonly Breach[], kpi: Shown): string {
  const last = breaches.slice(-3).map((each) => breachWords(each, kpi));
  return breaches.length > 3 ? `${breaches.length} periods, the last: ${last.join('; ')}` : last.join('; ');
}

/** A breach in words: "93% in Feb 2026, floor 95%". */
function breachWords({ period, value, side, threshold }: Breach, { unit, decimals }: Shown): string {
  const show = (each: number) => formatValue(each, unit, decimals);
  return `${show(value)} in ${periodName(period)}, ${side} ${show(threshold)}`;
}

/** How many of those that could succeed did. */
export function successWords({ succeeded, judged }: CycleReport['standing']): string {
  if (judged === 0) return 'none judged yet';
  return `${succeeded} of ${judged} succeeded`;
}
