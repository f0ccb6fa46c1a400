import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CoachedFinding } from '#contract/coach.ts';
import { dayName } from '../../parts/dates.ts';
import { useNames } from '../../parts/useNames.ts';
import classes from './FindingList.module.css';

type Props = {
  findings: readonly CoachedFinding[];
  onTakeUp: ((finding: CoachedFinding) => void) | undefined;
};

/** What was set aside, for who reviews: one quiet line that opens. */
export function SetAsideList({ findings, onTakeUp }: Props): ReactNode {
  const names = useNames(findings.map(({ setAside }) => setAside?.by));
  const [first] = findings;
  if (!first?.setAside) return null;
  const one = `1 finding set aside by ${names.person(first.setAside.by) ?? '…'}: ${first.setAside.reason}`;
  return (
    <details className={classes.aside}>
      <summary>{findings.length === 1 ? one : `${findings.length} findings set aside`}</summary>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.rule} ${finding.about}`}>
            <p>
              <s>{finding.message}</s>
            </p>
            <p>
              {names.person(finding.setAside?.by) ?? '…'}
              {finding.setAside?.at
                ? `, ${dayName(finding.setAside.at.slice(0, 10))}`
                : ', kept when you save'}
              : {finding.setAside?.reason}{' '}
              {onTakeUp && (
                <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onTakeUp(finding)}>
                  Take it up again
                </Button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
