import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Judgement } from '#contract/judgements.ts';
import type { Threshold } from '#contract/thresholds.ts';
import { formatValue } from '#domain/kpi/format.ts';
import type { Day } from '#domain/time/day.ts';
import { dayName } from '../../parts/dates.ts';
import { useNames } from '../../parts/useNames.ts';
import classes from './Kpi.module.css';
import { Section } from './Section.tsx';
import { ThresholdDialog } from './ThresholdDialog.tsx';

type Props = { judgement: Judgement; mayWrite: boolean; isPast: boolean; today: Day };

/** The dated thresholds of a KPI, newest first. */
export function Thresholds({ judgement, mayWrite, isPast, today }: Props): ReactNode {
  const [isSetting, setSetting] = useState(false);
  const { kpi, thresholds, points } = judgement;
  const names = useNames(thresholds.map(({ author }) => author));
  const present = thresholds.findLast(({ from, holds }) => holds && from <= today);
  return (
    <Section
      title="Thresholds"
      action={
        mayWrite && (
          <Button size="compact-xs" variant="default" onClick={() => setSetting(true)}>
            Set
          </Button>
        )
      }
    >
      {thresholds.length === 0 && (
        <p className={classes.empty}>
          {isPast
            ? 'None had been set by then.'
            : 'Nothing says yet what would be too little or too much, so the KPI is not called healthy. Set a floor or a ceiling: what must never be crossed.'}
        </p>
      )}
      <ol className={classes.list}>
        {thresholds.toReversed().map((each) => (
          <li key={`${each.from} ${each.recordedAt}`}>
            <span className={each.holds ? classes.lines : `${classes.lines} ${classes.quiet}`}>
              {lines(each).map(([label, value]) => (
                <span key={label}>
                  {label} <b>{formatValue(value, each.unit, kpi.decimals)}</b>
                </span>
              ))}
              {lines(each).length === 0 && <span className={classes.quiet}>No thresholds</span>}
              {each.desiredBy && <span className={classes.quiet}>by {dayName(each.desiredBy)}</span>}
            </span>
            <span className={classes.quiet}>from {dayName(each.from)}</span>
            <small>
              {[!each.holds && 'Counted differently then', each.reason, names.person(each.author)]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ol>
      {isSetting && (
        <ThresholdDialog
          kpi={kpi}
          present={present}
          today={today}
          first={points[0]?.starts}
          onClose={() => setSetting(false)}
        />
      )}
    </Section>
  );
}

function lines(each: Threshold): [label: string, value: number][] {
  const named: [string, number | null][] = [
    ['Floor', each.floor],
    ['Warn below', each.warningFloor],
    ['Ceiling', each.ceiling],
    ['Warn above', each.warningCeiling],
    ['Desired', each.desired],
  ];
  return named.flatMap(([label, value]) => (value === null ? [] : [[label, value]]));
}
