import type { Output } from '#contract/index.ts';
import type { ProgressSeries } from '../../../charts/progress-chart.ts';

/** One key result with all that is known of it. */
export type KeyResultDetail = Output<'keyResults.find'>;

type Span = { starts: string; ends: string; today: string };
type Spot = { day: string; value: number };

/** What the chart of a key result draws: the values of a move, the progress of any other measure in percent. */
export function seriesOf(detail: KeyResultDetail, span: Span): ProgressSeries {
  const { measure, unit, decimals, deadline } = detail;
  const days = { ...span, ends: deadline };
  if (measure.kind === 'move') {
    const { baseline, target } = measure;
    return {
      ...days,
      ...{ unit, decimals, baseline, target },
      values: movedValues(detail, span.today),
      ...planned(detail, span, baseline, target),
    };
  }
  return {
    ...days,
    unit: { kind: 'percent' },
    decimals: 0,
    baseline: 0,
    target: 100,
    values: inOrder([
      ...standing(detail, span),
      ...detail.checkIns.flatMap(({ day, progress, late }) =>
        progress === null || late ? [] : [{ day, value: progress * 100 }],
      ),
    ]),
    ...planned(detail, span, 0, 100),
  };
}

// A check-in keeps the progress of its day; what the KPI has told since would be missing from the line.
function standing({ kpi, progress, deadline }: KeyResultDetail, { starts, today }: Span): Spot[] {
  if (!kpi || progress === null || today < starts) return [];
  return [{ day: today < deadline ? today : deadline, value: progress * 100 }];
}

function movedValues({ kpi, values, checkIns }: KeyResultDetail, today: string): Spot[] {
  // A period that has not ended counts nowhere, and its value would contradict the one that does.
  if (kpi) return inOrder(values.flatMap(({ day, value }) => (day < today ? [{ day, value }] : [])));
  return inOrder(
    checkIns.flatMap(({ day, report, late }) =>
      report?.kind === 'value' && !late ? [{ day, value: report.value }] : [],
    ),
  );
}

// Of several check-ins about one day the one recorded last stands; the server lists it first.
function inOrder(spots: readonly Spot[]): Spot[] {
  const byDay = new Map(spots.toReversed().map((spot) => [spot.day, spot]));
  return [...byDay.values()].sort((one, other) => (one.day < other.day ? -1 : 1));
}

function planned({ plan, deadline }: KeyResultDetail, { starts }: Span, from: number, to: number) {
  if (!plan) return {};
  const at = (share: number) => from + share * (to - from);
  const steps = plan.flatMap(({ day, expected }, index): Spot[] => [
    { day, value: at(plan[index - 1]?.expected ?? 0) },
    { day, value: at(expected) },
  ]);
  const end = { day: deadline, value: at(plan.at(-1)?.expected ?? 0) };
  return { expected: [{ day: starts, value: from }, ...steps, end] };
}
