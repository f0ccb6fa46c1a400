import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Day, isDay } from '#domain/time/day.ts';
import { dayName } from '../../parts/dates.ts';
import { useOperation } from '../../query.ts';
import { useView } from '../../view.ts';
import { endOfDay } from './end-of-day.ts';
import classes from './Kpi.module.css';

/** The day in the address as of which a KPI is read, and the instant at which it was over; `isReady` once the time zone is known. */
export function useAsOf(): { day: Day | undefined; asOf: string | undefined; isReady: boolean } {
  const [{ asOf: text }] = useView({ asOf: '' });
  const organisation = useOperation('organisations.find', {}).data;
  const day = isDay(text) ? text : undefined;
  const asOf = day && organisation ? endOfDay(day, organisation.timeZone) : undefined;
  return { day, asOf, isReady: day === undefined || asOf !== undefined };
}

/** Chooses the day as of which a KPI is read. */
export function AsOfPicker({ today }: { today: Day }): ReactNode {
  const [view, change] = useView({ asOf: '' });
  return (
    <TextInput
      type="date"
      size="xs"
      aria-label="As of"
      title="See it as it was known on a day"
      leftSection={<span className={classes.asOf}>As of</span>}
      leftSectionWidth={52}
      leftSectionPointerEvents="none"
      max={today}
      value={view.asOf}
      onChange={(event) => change({ asOf: event.currentTarget.value })}
    />
  );
}

type BannerProps = {
  day: Day;
  /** By what it is told: "the links and readings". */
  by: string;
  /** What more there is to say, such as what has changed since. */
  children?: ReactNode;
};

/** Says that a past state is shown, and the way back. */
export function AsOfBanner({ day, by, children }: BannerProps): ReactNode {
  const [, change] = useView({ asOf: '' });
  return (
    <div className={classes.banner}>
      <div>
        <p role="status">
          <b>As it was known on {dayName(day)}</b>, by {by} of that day. Nothing can be changed here.
        </p>
        {children}
      </div>
      <Button size="compact-sm" variant="default" onClick={() => change({ asOf: '' })}>
        Back to today
      </Button>
    </div>
  );
}
