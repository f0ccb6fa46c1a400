import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { Judgement } from '#contract/judgements.ts';
import type { Day } from '#domain/time/day.ts';
import type { Calendar, Period } from '#domain/time/period.ts';
import { LineHandles } from '../../charts/LineHandles.tsx';
import { RunChart } from '../../charts/RunChart.tsx';
import { summary } from '../../charts/words.ts';
import { SaveChart } from '../../save/SaveChart.tsx';
import { useView } from '../../view.ts';
import { AnnotationDialog } from './Annotations.tsx';
import { ChartViews } from './ChartViews.tsx';
import { ChartWords } from './ChartWords.tsx';
import { type Chosen, ChosenPoints } from './ChosenPoints.tsx';
import { CorrectAt } from './CorrectAt.tsx';
import { ForecastWords } from './ForecastWords.tsx';
import classes from './KpiChart.module.css';
import { seasonIn } from './kpi-season.ts';
import { kpiSeries, kpiSlots } from './kpi-series.ts';
import { PhaseDialog } from './PhaseDialog.tsx';
import { ProposalMark } from './ProposalMark.tsx';
import { SeasonFactors } from './SeasonFactors.tsx';
import { sparkWays } from './spark-ways.ts';
import { type Moved, ThresholdDialog } from './ThresholdDialog.tsx';
import { useFan } from './useFan.ts';

type Props = { judgement: Judgement; mayWrite: boolean; calendar: Calendar; today: Day };

type Open =
  | { what: 'note' | 'phase'; from: Period; to: Period }
  | { what: 'correct'; period: Period }
  | { what: 'accept' }
  | { what: 'threshold'; moved: Moved };

/** The run chart of a KPI with all that can be done on it: its views, notes, phases, corrections and thresholds. */
export function KpiChart({ judgement, mayWrite, calendar, today }: Props): ReactNode {
  const [view] = useView({ chart: 'adjusted' });
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined);
  const [isExtending, setExtending] = useState(false);
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const { kpi, proposal, thresholds, points } = judgement;
  const isMeasured = view.chart === 'measured';
  const slots = useMemo(() => kpiSlots(judgement, calendar), [judgement, calendar]);
  const season = useMemo(() => seasonIn(judgement, slots), [judgement, slots]);
  const { forecast, fan } = useFan(kpi.key, judgement.asOf ?? undefined);
  const series = useMemo(
    () => ({
      ...kpiSeries(judgement, calendar, isMeasured ? 'measured' : 'adjusted'),
      ...(fan && { fan }),
    }),
    [judgement, calendar, isMeasured, fan],
  );
  const day = judgement.asOf ? today : undefined;
  const close = (): void => setOpen(undefined);
  const choose = (index: number, isFurther: boolean): void => {
    // Of what may come there is nothing to say yet.
    if (index >= slots.length) return;
    setExtending(false);
    setChosen((old) => {
      const anchor = (isFurther || isExtending) && old ? old.anchor : index;
      return { from: Math.min(anchor, index), to: Math.max(anchor, index), anchor };
    });
  };
  const letGo = (): void => {
    setExtending(false);
    setChosen(undefined);
  };
  const act = (next: Open): void => {
    letGo();
    setOpen(next);
  };
  const frame = useRef<HTMLDivElement>(null);
  return (
    <div className={classes.chart} ref={frame}>
      <div className={classes.saveChart}>
        <SaveChart
          name={kpi.name}
          frame={frame}
          words={summary(kpi.name, series)}
          notes={series.annotations.map(({ text }) => text)}
          day={day}
          more={(scheme) => sparkWays(scheme, judgement, day)}
        />
      </div>
      <ChartViews hasSeason={season !== undefined} />
      <RunChart
        name={kpi.name}
        series={series}
        chosen={chosen}
        {...(mayWrite && {
          onChoose: choose,
          overlay: (marks, size) => (
            <>
              <LineHandles
                series={series}
                marks={marks}
                size={size}
                onMoved={(field, value) => setOpen({ what: 'threshold', moved: { [field]: value } })}
              />
              {proposal && <ProposalMark marks={marks} onAccept={() => setOpen({ what: 'accept' })} />}
            </>
          ),
        })}
      />
      {chosen && (
        <ChosenPoints
          judgement={judgement}
          points={slots}
          chosen={chosen}
          isExtending={isExtending}
          onExtend={() => setExtending(!isExtending)}
          onNote={(from, to) => act({ what: 'note', from, to })}
          onPhase={(from, to) => act({ what: 'phase', from, to })}
          onCorrect={(period) => act({ what: 'correct', period })}
          onClose={letGo}
        />
      )}
      {season && isMeasured && <SeasonFactors season={season} points={slots} kpi={kpi} day={day} />}
      <ForecastWords forecast={forecast} />
      <ChartWords judgement={judgement} onPhase={mayWrite ? () => setOpen({ what: 'accept' }) : undefined} />
      {open?.what === 'note' && (
        <AnnotationDialog judgement={judgement} from={open.from} to={open.to} onClose={close} />
      )}
      {open?.what === 'phase' && (
        <PhaseDialog judgement={judgement} from={open.from} to={open.to} onClose={close} />
      )}
      {open?.what === 'accept' && <PhaseDialog judgement={judgement} onClose={close} />}
      {open?.what === 'correct' && <CorrectAt kpi={kpi} period={open.period} onClose={close} />}
      {open?.what === 'threshold' && (
        <ThresholdDialog
          kpi={kpi}
          present={thresholds.findLast(({ from, holds }) => holds && from <= today)}
          today={today}
          first={points[0]?.starts}
          moved={open.moved}
          onClose={close}
        />
      )}
    </div>
  );
}
