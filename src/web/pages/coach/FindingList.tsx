import type { ReactNode } from 'react';
import type { CoachedFinding } from '#contract/coach.ts';
import { Fault } from '../../parts/Fault.tsx';
import { FindingItem } from './FindingItem.tsx';
import classes from './FindingList.module.css';
import type { Mend } from './mends.ts';
import { SetAsideList } from './SetAsideList.tsx';

type Props = {
  findings: readonly CoachedFinding[];
  label?: string;
  /** What mends a finding by a click; nothing where only writing does. */
  mendOf?: (finding: CoachedFinding) => Mend | undefined;
  /** What is asked before a finding is mended, below it. */
  asking?: (finding: CoachedFinding) => ReactNode;
  /** Absent for who may not change the goal. */
  onSetAside?: ((finding: CoachedFinding, reason: string) => void) | undefined;
  onTakeUp?: ((finding: CoachedFinding) => void) | undefined;
  /** The finding under the pointer or with the focus. */
  onActive?: (rule: string | undefined) => void;
  /** Goes to the words of a finding. */
  onShow?: (finding: CoachedFinding) => void;
  error?: unknown;
};

/** What the coach finds: each with its reason, who says so, what mends it, and a way to set it aside; those set aside below, closed. */
export function FindingList(props: Props): ReactNode {
  const { findings, label = 'What the coach finds', error } = props;
  const open = findings.filter(({ setAside }) => !setAside);
  const aside = findings.filter(({ setAside }) => setAside);
  if (findings.length === 0) return null;
  return (
    <div className={classes.coach}>
      {open.length > 0 && (
        <ul className={classes.findings} aria-label={label} aria-live="polite">
          {open.map((finding) => (
            <FindingItem
              key={`${finding.kind} ${finding.rule} ${finding.about}`}
              finding={finding}
              {...props}
            />
          ))}
        </ul>
      )}
      <SetAsideList findings={aside} onTakeUp={props.onTakeUp} />
      <Fault of={error} />
    </div>
  );
}
