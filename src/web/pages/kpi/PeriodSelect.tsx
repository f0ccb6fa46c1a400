import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Period } from '#domain/time/period.ts';
import { periodName, weekDays } from '../../parts/dates.ts';

type Props = {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  value: Period;
  onChange: (period: Period) => void;
  /** Newest first. */
  periods: readonly Period[];
  /** The choice of no period, when there is one. */
  none?: string;
};

/** Chooses a period out of a list; weeks are told with their days. */
export function PeriodSelect({ value, onChange, periods, none, ...rest }: Props): ReactNode {
  const data = periods.map((period) => {
    const days = weekDays(period);
    return { value: period, label: days ? `${periodName(period)} (${days})` : periodName(period) };
  });
  return (
    <NativeSelect
      {...rest}
      value={value}
      data={none === undefined ? data : [{ value: '', label: none }, ...data]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
