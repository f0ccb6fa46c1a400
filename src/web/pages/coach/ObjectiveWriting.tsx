import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import type { CoachedFinding } from '#contract/coach.ts';
import type { ObjectiveDraft } from '../okr/objective/objective-draft.ts';
import { CoachedField } from './CoachedField.tsx';
import classes from './FindingList.module.css';
import { FindingList } from './FindingList.tsx';
import { InitiativeEntry } from './InitiativeEntry.tsx';
import { useOpenOther } from './KeyResultWriting.tsx';
import { type Mends, mendIn } from './mends.ts';
import { useFindings } from './useFindings.ts';
import type { SettingAside } from './useSetAsides.ts';

type Props = {
  draft: Pick<ObjectiveDraft, 'title' | 'owner'>;
  onChange: (part: { title: string }) => void;
  cycle: string;
  /** The objective that is changed. */
  self: string | undefined;
  error: string | undefined;
  asides: SettingAside;
  /** Has its words written as a key result of it, once it is there. */
  onKeyResult: (text: string) => void;
};

/** The words of an objective while they are written, with what the coach finds and what mends it by a click. */
export function ObjectiveWriting({
  draft,
  onChange,
  cycle,
  self,
  error,
  asides,
  onKeyResult,
}: Props): ReactNode {
  const { title: text, owner } = draft;
  const navigate = useNavigate();
  const openOther = useOpenOther();
  const field = useRef<HTMLTextAreaElement>(null);
  const [active, setActive] = useState<string>();
  const [asked, ask] = useState<string>();
  const [done, setDone] = useState<string>();
  const found = useFindings(
    { kind: 'objective', text, measure: null },
    { kind: 'objective', text, owner, ...(cycle && { cycle }), ...(self && { subject: self }) },
  );
  const findings = asides.marked(found);
  const mends: Mends = {
    'make it a KPI': () => () =>
      void navigate({ to: '/kpis/new', search: { sentence: text.trim() } as never }),
    'make it an initiative': () => () => ask(text),
    'make it a key result': () => () => {
      onKeyResult(text.trim());
      setDone(`“${text.trim()}” is written as its key result next. Say here what it would mean to somebody.`);
      field.current?.select();
      field.current?.focus();
    },
    'open the other one': openOther,
  };
  return (
    <>
      <CoachedField
        label="Objective"
        description="What will be better, in words that people remember. Numbers belong in its key results."
        placeholder="Customers get an answer before they get impatient"
        value={text}
        onChange={(title) => onChange({ title })}
        {...{ findings, active, error, field }}
      />
      {done && (
        <p className={classes.done} role="status">
          {done}
        </p>
      )}
      <FindingList
        findings={findings}
        mendOf={(finding) => mendIn(mends, finding)}
        asking={({ repair }) =>
          repair === 'make it an initiative' &&
          asked === text && (
            <InitiativeEntry
              title={text}
              cycle={cycle}
              onDone={(keyResult) => {
                ask(undefined);
                if (keyResult === undefined) return;
                setDone(`“${text.trim()}” is an initiative of “${keyResult}”.`);
                if (!self) onChange({ title: '' });
              }}
            />
          )
        }
        onSetAside={asides.setAside}
        onTakeUp={asides.takeUp}
        onActive={setActive}
        onShow={({ at }: CoachedFinding) => {
          field.current?.focus();
          field.current?.setSelectionRange(at.from, at.to);
        }}
        error={asides.error}
      />
    </>
  );
}
