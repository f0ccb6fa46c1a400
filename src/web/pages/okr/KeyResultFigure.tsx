import { type ReactNode, useMemo, useRef } from 'react';
import type { Cycle } from '#contract/cycles.ts';
import { ProgressChart } from '../../charts/ProgressChart.tsx';
import { progressSummary } from '../../charts/progress-chart.ts';
import { useOperation } from '../../query.ts';
import { SaveChart } from '../../save/SaveChart.tsx';
import classes from './KeyResultFigure.module.css';
import { type KeyResultDetail, seriesOf } from './key-result-series.ts';
import { Milestones } from './Milestones.tsx';
import { PeriodStrip } from './PeriodStrip.tsx';

type Props = { detail: KeyResultDetail; cycle: Pick<Cycle, 'starts' | 'ends'>; today: string };

/** How a key result came to where it is: its chart, and the periods or steps that its measure counts. */
export function KeyResultFigure({ detail, cycle, today }: Props): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const organisation = useOperation('organisations.find', {});
  const { starts, ends } = cycle;
  const series = useMemo(() => seriesOf(detail, { starts, ends, today }), [detail, starts, ends, today]);
  const { measure, facts, unit, decimals, title } = detail;
  const isDrawn = measure.kind === 'move' || series.values.length > 1;
  return (
    <div className={classes.figure} ref={frame}>
      {(measure.kind === 'hold' || measure.kind === 'hit rate') && (
        <PeriodStrip
          {...{ measure, facts, unit, decimals }}
          span={{ starts, ends }}
          yearStartsIn={organisation.data?.yearStartsIn ?? 1}
        />
      )}
      {measure.kind === 'milestones' && <Milestones measure={measure} done={facts.stepsDone} />}
      {isDrawn && (
        <div className={classes.save}>
          <SaveChart name={title} frame={frame} words={progressSummary(title, series)} />
        </div>
      )}
      {isDrawn && <ProgressChart name={title} series={series} height={measure.kind === 'move' ? 190 : 150} />}
      {!isDrawn && measure.kind === 'done' && (
        <p className={classes.done}>{facts.done ? 'It is done.' : 'It is not done yet.'}</p>
      )}
    </div>
  );
}
