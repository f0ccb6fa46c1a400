import type { ReactNode } from 'react';
import { Choice } from '../../../parts/Choice.tsx';
import { ValueInput } from '../../../parts/ValueInput.tsx';
import classes from './KeyResultFields.module.css';
import type { KeyResultDraft } from './key-result-draft.ts';

type Props = {
  draft: KeyResultDraft;
  onChange: (part: Partial<KeyResultDraft>) => void;
  fault: string | undefined;
};

const bounds = [
  { value: 'at least', label: 'at least' },
  { value: 'at most', label: 'at most' },
] as const;

/** The level on whose good side a period counts. */
export function GoodFields({ draft, onChange, fault }: Props): ReactNode {
  return (
    <div className={classes.good}>
      <Choice
        label="Good is"
        options={bounds}
        value={draft.bound}
        onChange={(bound) => onChange({ bound })}
      />
      <ValueInput
        label="Level"
        required
        text={draft.level}
        onText={(level) => onChange({ level })}
        unit={draft.unit}
        error={fault}
      />
    </div>
  );
}
