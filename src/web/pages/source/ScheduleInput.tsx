import { NumberInput, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schedule } from '#contract/connectors.ts';
import { weekdays } from '../people/setting-choices.ts';
import classes from './Source.module.css';
import { ordinal } from './schedule-words.ts';

const choices = [
  { value: 'hour', label: 'Every hour' },
  { value: 'day', label: 'Every day' },
  { value: 'week', label: 'Every week' },
  { value: 'month', label: 'Every month' },
  { value: '', label: 'Only when somebody runs it' },
];

const days = Array.from({ length: 31 }, (_, index) => ({
  value: String(index + 1),
  label: index === 30 ? 'the last day' : `the ${ordinal(index + 1)}`,
}));

function started(every: string, at: string): Schedule | null {
  if (every === 'hour') return { every, minute: 5 };
  if (every === 'day') return { every, at };
  if (every === 'week') return { every, weekday: 1, at };
  return every === 'month' ? { every, day: 1, at } : null;
}

type Props = { schedule: Schedule | null; onSchedule: (schedule: Schedule | null) => void; timeZone: string };

/** When a connector runs by itself, in the organisation's time zone. */
export function ScheduleInput({ schedule, onSchedule, timeZone }: Props): ReactNode {
  const at = schedule && 'at' in schedule ? schedule.at : '06:00';
  return (
    <div className={classes.pair}>
      <Select
        label="It runs"
        data={choices}
        value={schedule?.every ?? ''}
        allowDeselect={false}
        onChange={(every) => onSchedule(started(every ?? '', at))}
      />
      {schedule?.every === 'hour' && (
        <NumberInput
          label="Minutes past the hour"
          min={0}
          max={59}
          clampBehavior="strict"
          value={schedule.minute}
          onChange={(minute) => minute !== '' && onSchedule({ ...schedule, minute: Number(minute) })}
        />
      )}
      {schedule?.every === 'week' && (
        <Select
          label="On"
          data={weekdays}
          value={String(schedule.weekday)}
          allowDeselect={false}
          onChange={(day) => day && onSchedule({ ...schedule, weekday: Number(day) })}
        />
      )}
      {schedule?.every === 'month' && (
        <Select
          label="On"
          data={days}
          value={String(schedule.day)}
          allowDeselect={false}
          onChange={(day) => day && onSchedule({ ...schedule, day: Number(day) })}
        />
      )}
      {schedule && 'at' in schedule && (
        <TextInput
          label="At"
          type="time"
          required
          description={timeZone}
          inputWrapperOrder={['label', 'input', 'description']}
          value={schedule.at}
          onChange={(event) =>
            event.currentTarget.value && onSchedule({ ...schedule, at: event.currentTarget.value })
          }
        />
      )}
    </div>
  );
}
