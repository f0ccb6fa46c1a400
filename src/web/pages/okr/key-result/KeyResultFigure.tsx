import { type ReactNode, useMemo, useRef } from 'react';
import type { Cycle } from '#contract/cycles.ts';
import { ProgressChart } from '../../../charts/ProgressChart.tsx';
import { progressSummary } from '../../../charts/progress-chart.ts';
import { useOperation } from '../../../query.ts';
import classes from './KeyResultFigure.module.css';
import { type KeyResultDetail, seriesOf } from './key-result-series.ts';
import { Milestones } from './Milestones.tsx';
import { PeriodStrip } from './PeriodStrip.tsx';
import { SaveKeyResult } from './SaveKeyResult.tsx';

type Props = { detail: KeyResultDetail; cycle: Pick<Cycle, 'starts' | 'ends'>; today: string };

/** How a key result came to where it is: its chart, and the periods or steps that its measure counts. */
export function KeyResultFigure({ detail, cycle, today }: Props): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const organisation = useOperation('organisations.find', {});
  const { starts, ends } = cycle;
  const series = useMemo(() => seriesOf(detail, { starts, ends, today }), [detail, starts, ends, today]);
  const { measure, facts, unit, decimals, title } = detail;
  const isDrawn = measure.kind === 'move' || series.values.length > 1;
  const periods =
    measure.kind === 'hold' || measure.kind === 'hit rate'
      ? {
          ...{ measure, facts, unit, decimals, span: { starts, ends } },
          yearStartsIn: organisation.data?.yearStartsIn ?? 1,
        }
      : undefined;
  return (
    <div className={classes.figure} ref={frame}>
      {periods && <PeriodStrip {...periods} />}
      {measure.kind === 'milestones' && <Milestones measure={measure} done={facts.stepsDone} />}
      <div className={classes.save}>
        <SaveKeyResult
          detail={detail}
          frame={isDrawn ? frame : undefined}
          words={progressSummary(title, series)}
          periods={periods}
        />
      </div>
      {isDrawn && <ProgressChart name={title} series={series} height={measure.kind === 'move' ? 190 : 150} />}
      {!isDrawn && measure.kind === 'done' && (
        <p className={classes.done}>{facts.done ? 'It is done.' : 'It is not done yet.'}</p>
      )}
    </div>
  );
}
