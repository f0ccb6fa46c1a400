import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { PreviewedKeyResult, PreviewedObjective } from '#contract/okr-documents.ts';
import { Why } from '../../parts/Why.tsx';
import { measureWords } from '../okr/key-result/measure-words.ts';
import { MeasureCorrection } from './MeasureCorrection.tsx';
import classes from './OkrImport.module.css';
import type { OkrImporting } from './useOkrImport.ts';

type Props = Pick<OkrImporting, 'correct'> & { goal: PreviewedObjective | PreviewedKeyResult };

/** An objective or key result as it would be written: its words, who owns it, how it is measured, and what the coach finds. */
export function GoalLine({ goal, correct }: Props): ReactNode {
  const { line, title, owner, outcomes, exists, findings } = goal;
  const [isRewording, setRewording] = useState(false);
  const keyResult = 'measure' in goal ? goal : undefined;
  const facts = [
    exists && 'there already',
    owner && (owner.person ? `owner ${owner.text}` : `"${owner.text}" has no account here: yours`),
    'initiatives' in goal && goal.initiatives.length > 0 && `by: ${goal.initiatives.join('; ')}`,
    outcomes.length > 0 && `came out: ${outcomes.join('; ')}`,
  ].filter(Boolean);
  return (
    <>
      {isRewording ? (
        <Rewording
          title={title}
          onDone={(next) => {
            setRewording(false);
            if (next !== title) correct(line, { title: next });
          }}
        />
      ) : (
        <button type="button" className={classes.title} onClick={() => setRewording(true)} title="Reword it">
          {title}
        </button>
      )}
      {keyResult && <Measured keyResult={keyResult} correct={correct} />}
      {facts.length > 0 && <p className={classes.facts}>{facts.join(' · ')}</p>}
      {findings.length > 0 && (
        <ul className={classes.findings}>
          {findings.map(({ rule, severity, message }) => (
            <li key={rule} data-severity={severity}>
              <span>{severity === 'problem' ? 'Problem' : 'Advice'}</span>
              <span>{message}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Measured({
  keyResult,
  correct,
}: { keyResult: PreviewedKeyResult } & Pick<Props, 'correct'>): ReactNode {
  const { measure, unit, decimals, read, fault, line } = keyResult;
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={classes.measure}>
      <span className="numbers">{measureWords({ measure, unit, decimals })}</span>
      <Why title="How it is measured" rule={read.join('. ')} />
      <Button variant="subtle" size="compact-xs" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
        Measure it otherwise
      </Button>
      {fault && <span className={classes.fault}>{fault}</span>}
      {isOpen && (
        <MeasureCorrection
          keyResult={keyResult}
          onDone={(next) => {
            setOpen(false);
            if (next) correct(line, { measure: next });
          }}
        />
      )}
    </div>
  );
}

function Rewording({ title, onDone }: { title: string; onDone: (title: string) => void }): ReactNode {
  const [text, setText] = useState(title);
  const done = (): void => onDone(text.trim() === '' ? title : text.trim());
  return (
    <TextInput
      aria-label="Reword it"
      autoFocus
      maxLength={200}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done();
        if (event.key === 'Escape') onDone(title);
      }}
    />
  );
}
