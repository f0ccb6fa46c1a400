import type { ReactNode } from 'react';
import type { KeyResult } from '#contract/key-results.ts';
import { dayName, percent } from '../../parts/dates.ts';
import { HealthMark } from '../../parts/HealthMark.tsx';
import { Why } from '../../parts/Why.tsx';
import { useOperation } from '../../query.ts';

type Props = { keyResult: KeyResult };

/** The health of a key result, and why it is judged so. */
export function HealthWhy({ keyResult }: Props): ReactNode {
  const organisation = useOperation('organisations.find', {});
  const { health, progress, expected, due, lastCheckIn, plan } = keyResult;
  const { onTrackFrom = 0.9, behindFrom = 0.7, checkInGraceDays = 0 } = organisation.data ?? {};
  const share = progress === null || expected === 0 ? null : progress / expected;
  const inputs = [
    { name: 'Progress', value: percent(progress) },
    {
      name: plan ? 'Expected today, by its plan' : 'Expected today, on a straight line',
      value: percent(expected),
    },
    ...(share === null ? [] : [{ name: 'Progress ÷ expected', value: share.toFixed(2) }]),
    ...(lastCheckIn ? [{ name: 'Last check-in', value: dayName(lastCheckIn) }] : []),
    ...(due ? [{ name: 'Check-in due', value: dayName(due) }] : []),
  ];
  return (
    <Why
      title={health ? `Health: ${health}` : 'Too early, or nothing measured'}
      formula="progress ÷ the progress expected today"
      inputs={inputs}
      rule={`On track from ${onTrackFrom}, behind from ${behindFrom}, else off track; none in the first tenth of the cycle. Before all that: outdated when a check-in is more than ${checkInGraceDays} days overdue.`}
    >
      <HealthMark health={health} />
    </Why>
  );
}
