import type { Schedule } from '#contract/connectors.ts';
import { weekdays } from '../people/setting-choices.ts';

/** A schedule for people: 'Every day at 06:00', 'On the 1st of each month at 06:00'. */
export function scheduleWords(schedule: Schedule | null): string {
  if (!schedule) return 'Only when somebody runs it';
  switch (schedule.every) {
    case 'hour':
      return `Every hour, ${schedule.minute === 0 ? 'on the hour' : `${schedule.minute} minutes past`}`;
    case 'day':
      return `Every day at ${schedule.at}`;
    case 'week':
      return `Every ${weekdays[schedule.weekday - 1]!.label} at ${schedule.at}`;
    case 'month':
      return schedule.day === 31
        ? `On the last day of each month at ${schedule.at}`
        : `On the ${ordinal(schedule.day)} of each month${schedule.day > 28 ? ', or its last day,' : ''} at ${schedule.at}`;
  }
}

/** A place in an order: 1st, 2nd, 3rd, 11th. */
export function ordinal(count: number): string {
  const teen = count % 100 > 10 && count % 100 < 14;
  return `${count}${(!teen && ['th', 'st', 'nd', 'rd'][count % 10]) || 'th'}`;
}
