import { cycleSpan } from '#domain/time/cycle.ts';
import { addDays, addMonths, type Day, weekday } from '#domain/time/day.ts';

export type Quarter = { starts: Day; ends: Day };

/** The days that the demo is played on: three years up to today. */
export type Times = {
  today: Day;
  /** The day on which the organisation began with Tandem. */
  begins: Day;
  /** Chosen so that today lies in the second month of a quarter, where a cycle is in mid-life on any day of the year. */
  yearStartsIn: number;
  /** Two quarters ago, the last one, the present one, and the next. */
  quarters: [Quarter, Quarter, Quarter, Quarter];
};

/** The times of a demo that is opened today. */
export function timesOf(today: Day): Times {
  const starts = addMonths(`${today.slice(0, 7)}-01`, -1);
  const yearStartsIn = ((Number(starts.slice(5, 7)) - 1) % 3) + 1;
  const quarter = (shift: number): Quarter =>
    cycleSpan('quarter', addMonths(starts, 3 * shift), { yearStartsIn });
  const begins = `${addMonths(today, -36).slice(0, 7)}-01`;
  return { today, begins, yearStartsIn, quarters: [quarter(-2), quarter(-1), quarter(0), quarter(1)] };
}

/** The Mondays from one day to another. */
export function mondays(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = addDays(from, (8 - weekday(from)) % 7); day <= to; day = addDays(day, 7)) days.push(day);
  return days;
}
