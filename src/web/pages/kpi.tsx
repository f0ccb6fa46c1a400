import { Link, useParams } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import type { Judgement } from '#contract/judgements.ts';
import { Fault } from '../parts/Fault.tsx';
import { Loading } from '../parts/Loading.tsx';
import head from '../parts/PageHead.module.css';
import { PageHead } from '../parts/PageHead.tsx';
import { useOperation } from '../query.ts';
import { faultOf } from '../refusal.ts';
import { useView } from '../view.ts';
import { KpiNote } from './coach/KpiNote.tsx';
import { AnnotationDialog, Annotations } from './kpi/Annotations.tsx';
import { AsOfBanner, AsOfPicker, useAsOf } from './kpi/AsOf.tsx';
import { ChangedSince } from './kpi/ChangedSince.tsx';
import { Children } from './kpi/Children.tsx';
import { Definition } from './kpi/Definition.tsx';
import { Fitness } from './kpi/Fitness.tsx';
import { GapBox } from './kpi/GapBox.tsx';
import classes from './kpi/Kpi.module.css';
import { KpiAbove } from './kpi/KpiAbove.tsx';
import { KpiChart } from './kpi/KpiChart.tsx';
import { KpiFacts } from './kpi/KpiFacts.tsx';
import { Objectives } from './kpi/Objectives.tsx';
import { PhaseDialog } from './kpi/PhaseDialog.tsx';
import { Phases } from './kpi/Phases.tsx';
import { Readings } from './kpi/Readings.tsx';
import { onSameDay } from './kpi/same-day.ts';
import { Thresholds } from './kpi/Thresholds.tsx';
import { useMayWrite } from './kpi/useMayWrite.ts';
import { NotFoundPage } from './not-found.tsx';

const ComputedBy = lazy(() =>
  import('./formula/ComputedBy.tsx').then((file) => ({ default: file.ComputedBy })),
);

/** One KPI: how it runs, what it says, and all that can be done with it; or as it could have been seen on a day before. */
export function Page(): ReactNode {
  const { kpi: key = '' } = useParams({ strict: false });
  const [view] = useView({ centre: 'mean' });
  const organisation = useOperation('organisations.find', {}).data;
  const today = useOperation('people.me', {}).data?.today;
  const { day, asOf, isReady } = useAsOf();
  const found = useOperation(
    'judgements.find',
    { kpi: key, ...(asOf && { asOf }), ...(view.centre === 'median' && { average: 'median' }) },
    { keepPrevious: true, enabled: isReady },
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
          <>
            <Link
              className={head.tool}
              to="/kpis/$kpi/drivers"
              params={{ kpi: judgement.kpi.key }}
              search={onSameDay}
            >
              Drivers
            </Link>
            <AsOfPicker today={today} />
          </>
        }
      >
        {judgement.kpi.purpose}
      </PageHead>
      {day && asOf && (
        <AsOfBanner day={day} by="the definition, readings, thresholds and phases">
          <ChangedSince judgement={judgement} asOf={asOf} />
        </AsOfBanner>
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
  const [isNoting, setNoting] = useState(false);
  const { kpi, points, past } = judgement;
  const mayWrite = useMayWrite(kpi) && !asOf && !kpi.archivedAt;
  const calendar = useMemo(() => ({ yearStartsIn }), [yearStartsIn]);
  const begin = (): void => setStarting(true);
  return (
    <>
      <KpiFacts judgement={judgement} />
      <GapBox kpi={kpi.id} asOf={asOf} mayWrite={mayWrite} />
      {points.length + past.length > 0 && (
        <KpiChart judgement={judgement} mayWrite={mayWrite} calendar={calendar} today={today} />
      )}
      {kpi.formula !== null && (
        <Suspense fallback={<Loading lines={3} />}>
          <ComputedBy judgement={judgement} />
        </Suspense>
      )}
      {kpi.computed && <Children judgement={judgement} mayWrite={mayWrite} />}
      <div className={classes.columns}>
        <Readings kpi={kpi} asOf={asOf} mayWrite={mayWrite} today={today} calendar={calendar} />
        <div>
          <Thresholds judgement={judgement} mayWrite={mayWrite} isPast={asOf !== undefined} today={today} />
          <Objectives judgement={judgement} />
          <Phases judgement={judgement} mayWrite={mayWrite} onStart={begin} />
          <Annotations judgement={judgement} mayWrite={mayWrite} onAdd={() => setNoting(true)} />
          <Fitness kpi={kpi} asOf={asOf} mayWrite={mayWrite} />
          <Definition judgement={judgement} mayWrite={mayWrite} />
          {!asOf && !kpi.archivedAt && <KpiNote kpi={kpi} mayWrite={mayWrite} />}
          {!kpi.computed && <Children judgement={judgement} mayWrite={mayWrite} />}
        </div>
      </div>
      {isStarting && <PhaseDialog judgement={judgement} onClose={() => setStarting(false)} />}
      {isNoting && (
        <AnnotationDialog judgement={judgement} from={undefined} onClose={() => setNoting(false)} />
      )}
    </>
  );
}
