import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Judgement } from '#contract/judgements.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { instantName, periodName } from '../../parts/dates.ts';
import { FormDialog } from '../../parts/FormDialog.tsx';
import { useNames } from '../../parts/useNames.ts';
import { useCall } from '../../query.ts';
import classes from './Kpi.module.css';
import { Section } from './Section.tsx';

type Props = { judgement: Judgement; mayWrite: boolean; onStart: () => void };

/** The phases of a KPI: between which limits it ran from when on, and who said why. */
export function Phases({ judgement, mayWrite, onStart }: Props): ReactNode {
  const [undoing, setUndoing] = useState<string | undefined>(undefined);
  const { kpi, phases, startedPhases } = judgement;
  const names = useNames(startedPhases.map(({ author }) => author));
  const show = (value: number) => formatValue(value, kpi.unit, kpi.decimals);
  return (
    <Section
      title="Phases"
      action={
        mayWrite &&
        phases.length > 0 && (
          <Button size="compact-xs" variant="default" onClick={onStart}>
            Begin a new phase
          </Button>
        )
      }
    >
      {phases.length === 0 && <p className={classes.empty}>The first phase begins with the first reading.</p>}
      <ol className={classes.list}>
        {phases.toReversed().map(({ from, baselineTo, reason, limits }) => {
          const started = startedPhases.find((each) => each.from === from);
          return (
            <li key={from}>
              <span>
                <strong>From {periodName(from)}</strong>
                {limits
                  ? `: level ${show(limits.centre)}, ${show(limits.lower)} to ${show(limits.upper)}`
                  : ': too few points for limits'}
              </span>
              {started && mayWrite ? (
                <button type="button" className={classes.plain} onClick={() => setUndoing(started.id)}>
                  Undo<span className="unseen"> the phase from {periodName(from)}</span>
                </button>
              ) : (
                <span />
              )}
              <small>
                {started &&
                  `${reason} · ${names.person(started.author) ?? ''}, ${instantName(started.recordedAt)}. `}
                {limits &&
                  `Limits from ${limits.count} points up to ${periodName(baselineTo)}, ${limits.strength}.`}
              </small>
            </li>
          );
        })}
      </ol>
      {undoing && <UndoDialog kpi={kpi.key} phase={undoing} onClose={() => setUndoing(undefined)} />}
    </Section>
  );
}

function UndoDialog(props: { kpi: string; phase: string; onClose: () => void }): ReactNode {
  const { kpi, phase, onClose } = props;
  const undo = useCall('phases.undo', { stale: ['judgements', 'panel', 'gaps'], onDone: onClose });
  return (
    <FormDialog
      title="Undo this phase"
      lead="The limits of the phase before it hold again, and signals are judged by them. The audit log keeps that there was a phase."
      action="Undo it"
      saving={undo}
      onClose={onClose}
      onSubmit={() => undo.mutate({ kpi, phase })}
    />
  );
}
