import { type ReactNode, useMemo, useRef, useState } from 'react';
import { convert } from '#domain/kpi/unit.ts';
import { LineHandles } from '../../../charts/LineHandles.tsx';
import { lately } from '../../../charts/lately.ts';
import { RunChart } from '../../../charts/RunChart.tsx';
import type { RunSeries } from '../../../charts/series.ts';
import { summary } from '../../../charts/words.ts';
import { fieldText, typedValue } from '../../../parts/typed-value.ts';
import { useOperation } from '../../../query.ts';
import { SaveChart } from '../../../save/SaveChart.tsx';
import { kpiSeries } from '../../kpi/kpi-series.ts';
import { stepsOf } from '../../kpi/useFan.ts';
import type { KeyResultDraft } from './key-result-draft.ts';
import classes from './TargetChart.module.css';

type Props = {
  draft: KeyResultDraft;
  kpi: string;
  /** The day up to which the forecast is drawn. */
  until: string;
  onChange: (part: Partial<KeyResultDraft>) => void;
};

/** The KPI of a key result with what may come of it, on which the target is a line to be dragged. */
export function TargetChart({ draft, kpi, until, onChange }: Props): ReactNode {
  const judgement = useOperation('judgements.find', { kpi }).data;
  const forecast = useOperation('forecasts.find', { kpi, until }, { keepPrevious: true }).data;
  const organisation = useOperation('organisations.find', {}).data;
  const field = draft.kind === 'move' ? 'target' : 'level';
  const frame = useRef<HTMLDivElement>(null);
  // The chart stands still under the hand that drags.
  const [held, setHeld] = useState<string | undefined>(undefined);
  const typed = typedValue(held ?? draft[field], draft.unit);
  const target =
    judgement && typeof typed === 'number' ? convert(typed, draft.unit, judgement.kpi.unit) : undefined;
  const series = useMemo(
    (): RunSeries | undefined =>
      judgement &&
      organisation && {
        ...lately(kpiSeries(judgement, { yearStartsIn: organisation.yearStartsIn }, 'measured')),
        thresholds:
          target === undefined
            ? []
            : [
                {
                  kind: 'desired',
                  field: 'desired',
                  label: field === 'target' ? 'Target' : 'Level',
                  value: target,
                },
              ],
        fan: forecast ? stepsOf(forecast) : [],
      },
    [judgement, organisation, forecast, target, field],
  );
  if (!series || !judgement || series.points.length < 2) return null;
  const put = (value: number): void => {
    const inDraft = convert(value, judgement.kpi.unit, draft.unit) ?? value;
    onChange({ [field]: fieldText(Number(inDraft.toFixed(draft.decimals))) });
  };
  return (
    <div ref={frame}>
      <div className={classes.save}>
        <SaveChart
          name={`${judgement.kpi.name}, the target`}
          frame={frame}
          words={summary(judgement.kpi.name, series).replace(`${judgement.kpi.name}: `, '')}
        />
      </div>
      <RunChart
        name={judgement.kpi.name}
        series={series}
        height={200}
        overlay={(marks, size) => (
          <LineHandles
            series={series}
            marks={marks}
            size={size}
            onMoving={(_, value) => {
              const before = held ?? draft[field];
              setHeld(value === undefined ? undefined : before);
              if (value === undefined) onChange({ [field]: before });
              else put(value);
            }}
            onMoved={(_, value) => {
              setHeld(undefined);
              put(value);
            }}
          />
        )}
      />
    </div>
  );
}
