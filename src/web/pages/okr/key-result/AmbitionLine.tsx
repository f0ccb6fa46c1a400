import { useDebouncedValue } from '@mantine/hooks';
import { lazy, type ReactNode, Suspense } from 'react';
import type { Ambition } from '#contract/ambitions.ts';
import { formatValue } from '#domain/kpi/format.ts';
import type { AmbitionWord } from '#domain/okr/ambition.ts';
import { fieldText } from '../../../parts/typed-value.ts';
import { Why } from '../../../parts/Why.tsx';
import { useOperation } from '../../../query.ts';
import classes from './AmbitionLine.module.css';
import { type KeyResultDraft, measureOf } from './key-result-draft.ts';

type Props = {
  draft: KeyResultDraft;
  cycle: string;
  ends: string;
  onChange: (part: Partial<KeyResultDraft>) => void;
};

// The chart is fetched when a KPI is chosen.
const TargetChart = lazy(() => import('./TargetChart.tsx').then((file) => ({ default: file.TargetChart })));

const sayings: Record<AmbitionWord, string> = {
  'comes by itself': 'Comes by itself',
  likely: 'Likely',
  'a stretch': 'A stretch',
  'needs a different process': 'Needs a different process',
  'not credible': 'Not credible',
};

/** How ambitious a key result on a KPI is while it is written: the odds that it comes by itself, and values to choose from. */
export function AmbitionLine({ draft, cycle, ends, onChange }: Props): ReactNode {
  const promised = measureOf(draft);
  const asked =
    'measure' in promised && draft.kpi
      ? {
          kpi: draft.kpi,
          measure: promised.measure,
          unit: draft.unit,
          cycle,
          ...(draft.deadline && { deadline: draft.deadline }),
        }
      : undefined;
  const [settled] = useDebouncedValue(asked && JSON.stringify(asked), 250);
  const input = settled ? (JSON.parse(settled) as NonNullable<typeof asked>) : undefined;
  const answer = useOperation(
    'ambitions.find',
    input ?? { kpi: draft.kpi ?? 'none', measure: { kind: 'done' }, cycle },
    { enabled: input !== undefined, keepPrevious: true },
  );
  if (!draft.kpi) return null;
  // One place for the chart, whatever is known: it would lose what is open in it otherwise.
  return (
    <div className={classes.ambition}>
      {(draft.kind === 'move' || draft.kind === 'hold') && (
        <Suspense>
          <TargetChart draft={draft} kpi={draft.kpi} until={draft.deadline || ends} onChange={onChange} />
        </Suspense>
      )}
      {asked && answer.data && <Odds ambition={answer.data} draft={draft} onChange={onChange} />}
    </div>
  );
}

type OddsProps = Pick<Props, 'draft' | 'onChange'> & { ambition: Ambition };

function Odds({ ambition, draft, onChange }: OddsProps): ReactNode {
  const { refused, word, oddsWords, advice, calibrated, why } = ambition;
  if (refused !== null) return <p className={classes.quiet}>{refused}</p>;
  const choose = (value: number) => onChange({ target: fieldText(Number(value.toFixed(draft.decimals))) });
  return (
    <>
      <p aria-live="polite">
        <Why
          title="The odds that it comes by itself"
          formula={why.rule}
          inputs={why.inputs}
          rule={why.sentence}
        >
          <b>{word && sayings[word]}</b>
        </Why>
        <span className={classes.quiet}>{oddsWords} that it is reached if nothing changes</span>
      </p>
      {advice && <p className={classes.advice}>{advice}</p>}
      {calibrated && draft.kind === 'move' && (
        <p className={classes.values}>
          {(['commit', 'target', 'stretch'] as const).map((name, index) => (
            <button
              key={name}
              type="button"
              onClick={() => choose(calibrated[name])}
              title="Take it as the target"
            >
              {name} <b>{formatValue(calibrated[name], draft.unit, draft.decimals)}</b>
              <span className={classes.quiet}>{['90%', '50%', '10%'][index]}</span>
            </button>
          ))}
        </p>
      )}
    </>
  );
}
