import { type ReactNode, useState } from 'react';
import type { CoachedFinding } from '#contract/coach.ts';
import { takesGoals } from '#domain/time/cycle.ts';
import { useNames } from '../../parts/useNames.ts';
import { useOperation } from '../../query.ts';
import { useView } from '../../view.ts';
import { KeyResultDialog } from '../okr/key-result/KeyResultDialog.tsx';
import type { ObjectiveDetail } from '../okr/key-result/KeyResultSection.tsx';
import { ObjectiveDialog } from '../okr/objective/ObjectiveDialog.tsx';
import { FindingList } from './FindingList.tsx';
import type { Mend } from './mends.ts';
import classes from './Note.module.css';
import { asFinding, countWords } from './report-words.ts';
import { useSetAsides } from './useSetAsides.ts';

/** What the coach finds in an objective and its key results, open and set aside: a quiet line that opens. */
export function GoalNote({ detail }: { detail: ObjectiveDetail }): ReactNode {
  const [view, change] = useView({ mend: '' });
  const report = useOperation('coach.report', { objective: detail.id, limit: 1_000 });
  const names = useNames([]);
  const asides = useSetAsides(undefined);
  const [isOpen, setOpen] = useState(view.mend !== '');
  const { cycle, state, mayChange, keyResults } = detail;
  const isChanging = state !== 'dropped' && takesGoals(cycle);
  const words = report.data && countWords(report.data);
  // What is being graded is written no more; what was set aside explains it still.
  if (!report.data || !words || (!isChanging && report.data.setAside === 0)) return null;
  const { lines, rules } = report.data;
  const shown = lines.filter(({ setAside }) => isChanging || setAside);
  const keyResult = keyResults.find(({ id }) => id === view.mend);
  const close = () => change({ mend: '' });
  const mayMend = (subject: string): boolean =>
    isChanging && (mayChange || names.isMe(keyResults.find(({ id }) => id === subject)?.owner));
  return (
    <>
      <details
        className={classes.note}
        open={isOpen}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary>The coach: {isChanging ? words : `${report.data.setAside} set aside`}</summary>
        {[...Map.groupBy(shown, ({ subject }) => subject)].map(([subject, own]) => (
          <section key={subject} aria-label={own[0]?.title}>
            <h3>{own[0]?.title}</h3>
            <FindingList
              label={`What the coach finds in ${own[0]?.title}`}
              findings={own.map((line) => asFinding(line, rules))}
              {...(mayMend(subject) && {
                mendOf: (finding) => mendOf(finding, subject, (mend) => change({ mend })),
                onSetAside: asides.setAside,
                onTakeUp: asides.takeUp,
              })}
            />
          </section>
        ))}
      </details>
      {mayMend(view.mend) && view.mend === detail.id && <ObjectiveDialog detail={detail} onClose={close} />}
      {mayMend(detail.id) && view.mend === newOne && (
        <KeyResultDialog objective={detail} ends={cycle.ends} onClose={close} />
      )}
      {mayMend(view.mend) && keyResult && (
        <KeyResultDialog
          key={keyResult.id}
          objective={detail}
          keyResult={keyResult}
          ends={cycle.ends}
          onClose={close}
        />
      )}
    </>
  );
}

const newOne = 'new';

/** Where a finding is mended: by another key result, by an initiative of this one, or in the words and numbers. */
function mendOf(finding: CoachedFinding, subject: string, open: (mend: string) => void): Mend | undefined {
  if (finding.rule === 'too-few') return { label: 'Add a key result …', run: () => open(newOne) };
  if (finding.by === 'set') return undefined;
  if (finding.rule !== 'no-how') return { label: 'Mend it …', run: () => open(subject) };
  return {
    label: 'Go to its initiatives',
    run: () => document.getElementById(subject)?.scrollIntoView({ block: 'start' }),
  };
}
