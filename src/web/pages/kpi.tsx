import { Button, TextInput } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { Judgement } from '#contract/judgements.ts';
import { isDay } from '#domain/time/day.ts';
import type { Period } from '#domain/time/period.ts';
import { RunChart } from '../charts/RunChart.tsx';
import { summary } from '../charts/words.ts';
import { dayName } from '../parts/dates.ts';
import { Fault } from '../parts/Fault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useOperation } from '../query.ts';
import { faultOf } from '../refusal.ts';
import { SaveChart } from '../save/SaveChart.tsx';
import { useView } from '../view.ts';
import { AnnotationDialog, Annotations } from './kpi/Annotations.tsx';
import { ChartWords } from './kpi/ChartWords.tsx';
import { Children } from './kpi/Children.tsx';
import { Definition } from './kpi/Definition.tsx';
import { endOfDay } from './kpi/end-of-day.ts';
import { Fitness } from './kpi/Fitness.tsx';
import { GapBox } from './kpi/GapBox.tsx';
import classes from './kpi/Kpi.module.css';
import { KpiAbove } from './kpi/KpiAbove.tsx';
import { KpiFacts } from './kpi/KpiFacts.tsx';
import { kpiSeries } from './kpi/kpi-series.ts';
import { Objectives } from './kpi/Objectives.tsx';
import { PhaseDialog } from './kpi/PhaseDialog.tsx';
import { Phases } from './kpi/Phases.tsx';
import { Readings } from './kpi/Readings.tsx';
import { Thresholds } from './kpi/Thresholds.tsx';
import { useMayWrite } from './kpi/useMayWrite.ts';
import { NotFoundPage } from './not-found.tsx';

/** One KPI: how it runs, what it says, and all that can be done with it; or as it could have been seen on a day before. */
export function Page(): ReactNode {
  const { kpi: key = '' } = useParams({ strict: false });
  const [view, change] = useView({ asof: '' });
  const organisation = useOperation('organisations.find', {}).data;
  const today = useOperation('people.me', {}).data?.today;
  const day = isDay(view.asof) ? view.asof : undefined;
  const asOf = day && organisation ? endOfDay(day, organisation.timeZone) : undefined;
  const found = useOperation(
    'judgements.find',
    { kpi: key, ...(asOf && { asOf }) },
    { keepPrevious: true, enabled: !day || organisation !== undefined },
  );
  if (found.error && faultOf(found.error).code === 'not_found') return <NotFoundPage />;
  if (!found.data || !organisation || !today) {
    return found.error ? <Fault of={found.error} onRetry={found.refetch} /> : <Loading lines={14} />;
  }
  const judgement = found.data;
  return (
    <>
      <PageHead
        title={judgement.kpi.name}
        above={<KpiAbove kpi={judgement.kpi} />}
        actions={
          <TextInput
            type="date"
            size="xs"
            aria-label="As of"
            title="See it as it was seen on a day"
            leftSection={<span className={classes.asOf}>As of</span>}
            leftSectionWidth={52}
            leftSectionPointerEvents="none"
            max={today}
            value={view.asof}
            onChange={(event) => change({ asof: event.currentTarget.value })}
          />
        }
      >
        {judgement.kpi.purpose}
      </PageHead>
      {day && (
        <div className={classes.banner} role="status">
          <span>
            As it could be judged at the end of {dayName(day)}, by the readings, thresholds and phases of that
            day. Nothing can be changed here.
          </span>
          <Button size="compact-sm" variant="default" onClick={() => change({ asof: '' })}>
            Back to today
          </Button>
        </div>
      )}
      <Fault of={found.error} onRetry={found.refetch} />
      <Body judgement={judgement} asOf={asOf} today={day ?? today} yearStartsIn={organisation.yearStartsIn} />
    </>
  );
}

type BodyProps = {
  judgement: Judgement;
  asOf: string | undefined;
  today: string;
  yearStartsIn: number;
};

function Body({ judgement, asOf, today, yearStartsIn }: BodyProps): ReactNode {
  const [isStarting, setStarting] = useState(false);
  const [noting, setNoting] = useState<Period | 'new' | undefined>(undefined);
  const { kpi } = judgement;
  const mayWrite = useMayWrite(kpi) && !asOf && !kpi.archivedAt;
  const calendar = useMemo(() => ({ yearStartsIn }), [yearStartsIn]);
  const series = useMemo(() => kpiSeries(judgement, calendar), [judgement, calendar]);
  const begin = (): void => setStarting(true);
  const chart = useRef<HTMLDivElement>(null);
  return (
    <>
      <KpiFacts judgement={judgement} />
      {!asOf && <GapBox kpi={kpi.id} mayWrite={mayWrite} />}
      {series.points.length > 0 && (
        <div className={classes.chart} ref={chart}>
          <div className={classes.saveChart}>
            <SaveChart
              name={kpi.name}
              frame={chart}
              words={summary(kpi.name, series)}
              notes={series.annotations.map(({ text }) => text)}
            />
          </div>
          <RunChart
            name={kpi.name}
            series={series}
            {...(mayWrite && { onChoose: (index: number) => setNoting(series.points[index]?.period) })}
          />
          <ChartWords judgement={judgement} onPhase={mayWrite ? begin : undefined} />
        </div>
      )}
      {kpi.computed && <Children judgement={judgement} mayWrite={mayWrite} />}
      <div className={classes.columns}>
        <Readings kpi={kpi} asOf={asOf} mayWrite={mayWrite} today={today} calendar={calendar} />
        <div>
          <Thresholds judgement={judgement} mayWrite={mayWrite} isPast={asOf !== undefined} today={today} />
          <Objectives judgement={judgement} />
          <Phases judgement={judgement} mayWrite={mayWrite} onStart={begin} />
          <Annotations judgement={judgement} mayWrite={mayWrite} onAdd={() => setNoting('new')} />
          {!asOf && <Fitness kpi={kpi} mayWrite={mayWrite} />}
          <Definition kpi={kpi} mayWrite={mayWrite} />
          {!kpi.computed && <Children judgement={judgement} mayWrite={mayWrite} />}
        </div>
      </div>
      {isStarting && <PhaseDialog judgement={judgement} onClose={() => setStarting(false)} />}
      {noting && (
        <AnnotationDialog
          judgement={judgement}
          from={noting === 'new' ? undefined : noting}
          onClose={() => setNoting(undefined)}
        />
      )}
    </>
  );
}
