import { SegmentedControl, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Measure } from '#contract/measures.ts';
import { cadences } from '#domain/time/period.ts';
import { Choice } from '../../../parts/Choice.tsx';
import dialog from '../../../parts/Dialog.module.css';
import { ValueInput } from '../../../parts/ValueInput.tsx';
import { GoodFields } from './GoodFields.tsx';
import classes from './KeyResultFields.module.css';
import type { DraftFaults, KeyResultDraft } from './key-result-draft.ts';
import { StepsInput } from './StepsInput.tsx';

type Props = {
  draft: KeyResultDraft;
  onChange: (part: Partial<KeyResultDraft>) => void;
  faults: DraftFaults;
  /** The level of the KPI that is read, to start from. */
  level?: { value: number; text: string } | undefined;
};

const kinds: { value: Measure['kind']; label: string }[] = [
  { value: 'move', label: 'Move' },
  { value: 'hold', label: 'Hold' },
  { value: 'hit rate', label: 'Hit rate' },
  { value: 'milestones', label: 'Milestones' },
  { value: 'done', label: 'Done' },
];

const explained: Record<Measure['kind'], string> = {
  move: 'A number goes from here to there, such as first response from 4h to 45 minutes.',
  hold: 'A level is held for so many periods in a row, such as CSAT at least 4.7 for three months.',
  'hit rate':
    'So many of the planned periods are good, such as 9 of 13 Fridays on time. A missed one is not.',
  milestones: 'Steps are done, each with its weight. Use it when there is nothing to measure yet.',
  done: 'It is done or it is not.',
};

/** How a key result is measured: the kind, and the numbers that belong to it. */
export function MeasureFields({ draft, onChange, faults, level }: Props): ReactNode {
  const { kind } = draft;
  return (
    <fieldset className={classes.measure}>
      <legend className={dialog.label}>Measure</legend>
      <div>
        <SegmentedControl
          aria-label="Measure"
          fullWidth
          data={kinds}
          value={kind}
          onChange={(next) => onChange(turnTo(next as Measure['kind'], draft))}
          classNames={{ root: classes.kinds }}
        />
        <p className={dialog.hint}>{explained[kind]}</p>
      </div>
      {kind === 'move' && (
        <div className={classes.pair}>
          <div>
            <ValueInput
              label="Baseline"
              description="Where it stands today"
              required
              text={draft.baseline}
              onText={(baseline) => onChange({ baseline })}
              unit={draft.unit}
              error={faults.baseline}
            />
            {level && draft.baseline !== String(level.value) && (
              <button
                type="button"
                className={classes.take}
                onClick={() => onChange({ baseline: String(level.value) })}
              >
                Take the level of the KPI: {level.text}
              </button>
            )}
          </div>
          <ValueInput
            label="Target"
            description="Where it shall be"
            required
            text={draft.target}
            onText={(target) => onChange({ target })}
            unit={draft.unit}
            error={faults.target}
          />
        </div>
      )}
      {kind === 'hold' && (
        <div className={classes.pair}>
          <GoodFields draft={draft} onChange={onChange} fault={faults.level} />
          <TextInput
            label="For how many in a row"
            inputMode="numeric"
            required
            value={draft.run}
            onChange={(event) => onChange({ run: event.currentTarget.value })}
            error={faults.run}
          />
          <Cadence draft={draft} onChange={onChange} />
        </div>
      )}
      {kind === 'hit rate' && (
        <div className={classes.pair}>
          <TextInput
            label="How many periods"
            inputMode="numeric"
            required
            value={draft.planned}
            onChange={(event) => onChange({ planned: event.currentTarget.value })}
            error={faults.planned}
          />
          <Cadence draft={draft} onChange={onChange} />
          <Choice
            label="A period is good"
            options={[
              { value: 'level', label: 'by a level' },
              { value: 'said', label: 'when I say so' },
            ]}
            value={draft.hasLevel ? 'level' : 'said'}
            onChange={(next) => onChange({ hasLevel: next === 'level' })}
          />
          {draft.hasLevel && <GoodFields draft={draft} onChange={onChange} fault={faults.level} />}
        </div>
      )}
      {kind === 'milestones' && <StepsInput steps={draft.steps} onChange={(steps) => onChange({ steps })} />}
      {faults.measure && <p className={classes.fault}>{faults.measure}</p>}
    </fieldset>
  );
}

/** Weeks are what one counts hits in, months what one holds a level for; a KPI has a cadence of its own. */
function turnTo(kind: Measure['kind'], { kpi }: KeyResultDraft): Partial<KeyResultDraft> {
  if (kpi !== null || (kind !== 'hold' && kind !== 'hit rate')) return { kind };
  return { kind, cadence: kind === 'hold' ? 'monthly' : 'weekly' };
}

function Cadence({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>): ReactNode {
  return (
    <Choice
      label="Period"
      options={cadences.map((value) => ({ value, label: value }))}
      value={draft.cadence}
      onChange={(cadence) => onChange({ cadence })}
    />
  );
}
