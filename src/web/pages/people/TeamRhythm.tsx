import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index.ts';
import type { Team } from '#contract/teams.ts';
import { Fault } from '../../parts/Fault.tsx';
import { useCall, useOperation } from '../../query.ts';
import classes from './Forms.module.css';
import { every, weekdays } from './setting-choices.ts';

type Rhythm = NonNullable<Team['checkIns']>;

const usual = { value: 'usual', label: 'As the organisation' };

/** How often and on which day a team checks in; a lead chooses, else it goes by the organisation's settings. */
export function TeamRhythm({ team, mayWrite }: { team: Output<'teams.find'>; mayWrite: boolean }): ReactNode {
  const organisation = useOperation('organisations.find', {});
  const change = useCall('teams.change', { stale: ['objectives', 'keyResults', 'checkIns'] });
  const choose = (checkIns: Rhythm | null) => change.mutate({ team: team.id, checkIns });
  if (!organisation.data) return null;
  const { checkInEvery, checkInWeekday } = organisation.data;
  const weekday = team.checkIns?.weekday ?? checkInWeekday;
  return (
    <section className={classes.form}>
      <h2>Check-ins</h2>
      <div className={classes.pair}>
        <Select
          label="Check in"
          data={[usual, ...every]}
          value={team.checkIns?.every ?? usual.value}
          onChange={(value) =>
            value && choose(value === usual.value ? null : { every: value as Rhythm['every'], weekday })
          }
          allowDeselect={false}
          disabled={!mayWrite || change.isPending}
          description={team.checkIns ? undefined : every.find(({ value }) => value === checkInEvery)?.label}
        />
        <Select
          label="On"
          data={weekdays}
          value={String(weekday)}
          onChange={(day) => day && team.checkIns && choose({ ...team.checkIns, weekday: Number(day) })}
          allowDeselect={false}
          disabled={!mayWrite || !team.checkIns || change.isPending}
          description={team.checkIns ? undefined : 'Choose how often first'}
        />
      </div>
      <Fault of={change.error} />
    </section>
  );
}
