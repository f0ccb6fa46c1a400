import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { ConfidenceInput } from '../../../parts/Confidence.tsx';
import dialog from '../../../parts/Dialog.module.css';
import { standingWords } from '../key-result/measure-words.ts';
import classes from './CheckInFields.module.css';
import { type Asked, asBefore, type CheckInDraft, type Faults } from './check-in-draft.ts';
import { ReportInput } from './ReportInput.tsx';
import { useConfidenceKeys } from './useConfidenceKeys.ts';

type Props = {
  asked: Asked;
  draft: CheckInDraft;
  onChange: (part: Partial<CheckInDraft>) => void;
  faults: Faults;
  /** The periods that a hold or a hit rate can be reported for. */
  periods: readonly string[];
};

const words = [
  { field: 'changed', label: 'What changed' },
  { field: 'blocks', label: 'What blocks' },
  { field: 'needs', label: 'What I need' },
] as const;

/** The fields of one check-in, in the order in which they are filled: value, confidence, three short lines. */
export function CheckInFields({ asked, draft, onChange, faults, periods }: Props): ReactNode {
  const onKey = useConfidenceKeys((confidence) => onChange({ confidence }));
  return (
    <div className={classes.fields}>
      {asked.asksValue ? (
        <ReportInput
          asked={asked}
          draft={draft}
          onChange={onChange}
          fault={faults.report}
          periods={periods}
        />
      ) : (
        <div className={classes.read}>
          <span className={dialog.label}>Value</span>
          <b>{standingWords(asked, asked.facts)}</b>
          <span>read from its KPI</span>
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the radio buttons inside take the keys; this only hears digits */}
      <div onKeyDown={onKey}>
        <ConfidenceInput
          label="Confidence"
          name={`confidence-${asked.keyResult}`}
          value={draft.confidence}
          onChange={(confidence) => onChange({ confidence })}
        />
        {faults.confidence && <p className={classes.fault}>{faults.confidence}</p>}
        {asked.previous?.confidence != null && draft.confidence === null && (
          <button type="button" className={classes.before} onClick={() => onChange(asBefore(asked))}>
            As before: {asked.previous.confidence}
          </button>
        )}
      </div>
      <div className={classes.words}>
        {words.map(({ field, label }) => (
          <Textarea
            key={field}
            label={label}
            size="xs"
            autosize
            minRows={1}
            maxRows={6}
            value={draft[field]}
            onChange={(event) => onChange({ [field]: event.currentTarget.value })}
          />
        ))}
      </div>
    </div>
  );
}
