import type { Day } from '#domain/time/day.ts';
import { cadenceOf } from '#domain/time/period.ts';
import { tenths } from './path.ts';
import type { Point } from './series.ts';

/** A tick below the slot `index`; `year` is there where it differs from the tick before. */
export type PeriodTick = { index: number; x: number; text: string; year: string | undefined };

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

type Slot = Pick<Point, 'period' | 'start'>;
type Level = {
  /** Slots of one group share a name; the first slot of a group may carry a tick. */
  group: (slot: Slot) => string;
  /** Whether the very first slot begins its group; a chart from 20 March on has no tick "Mar". */
  opens: (slot: Slot) => boolean;
  text: (slot: Slot) => string;
  /** The pixels that a tick needs. */
  room: number;
};

const month = (start: Day) => Number(start.slice(5, 7)) - 1;
const yearOf = ({ period }: Slot) => period.slice(0, 4);
const calendarYear = ({ start }: Slot) => start.slice(0, 4);
const opensMonth = ({ period, start }: Slot) => Number(start.slice(8)) <= (period.includes('W') ? 7 : 1);
const always = () => true;
const monthName = ({ start }: Slot) => months[month(start)] ?? '';

/** Ticks at the start of each group of so many months. */
function monthly(count: number): Level {
  return {
    group: ({ start }) => `${start.slice(0, 4)} ${Math.floor(month(start) / count)}`,
    opens: (slot) => month(slot.start) % count === 0 && opensMonth(slot),
    text: monthName,
    room: 34,
  };
}

function yearly(count: number, year: (slot: Slot) => string): Level {
  return {
    group: (slot) => String(Math.floor(Number(year(slot)) / count)),
    opens: (slot) =>
      Number(year(slot)) % count === 0 &&
      (year === yearOf ? !/Q[234]$/.test(slot.period) : month(slot.start) === 0 && opensMonth(slot)),
    text: () => '',
    room: 38,
  };
}

const calendarLevels = [
  monthly(1),
  monthly(3),
  monthly(6),
  ...[1, 2, 5, 10].map((count) => yearly(count, calendarYear)),
];

const levels: Record<string, Level[]> = {
  daily: [
    {
      group: ({ start }) => start,
      opens: always,
      text: ({ start }) => String(Number(start.slice(8))),
      room: 22,
    },
    ...calendarLevels,
  ],
  weekly: [
    {
      group: ({ start }) => start,
      opens: always,
      text: ({ start }) => `${Number(start.slice(8))} ${months[month(start)]}`,
      room: 50,
    },
    ...calendarLevels,
  ],
  monthly: calendarLevels,
  quarterly: [
    { group: ({ period }) => period, opens: always, text: ({ period }) => period.slice(5), room: 28 },
    ...[1, 2, 5, 10].map((count) => yearly(count, yearOf)),
  ],
  yearly: [1, 2, 5, 10].map((count) => yearly(count, yearOf)),
};

/** The ticks of a time axis: the finest level of days, weeks, months, quarters or years that has room, at `step` pixels a slot from `left`. */
export function periodTicks(slots: readonly Slot[], left: number, step: number): PeriodTick[] {
  const first = slots[0];
  if (!first) return [];
  const cadence = cadenceOf(first.period) ?? 'daily';
  const byPeriod = cadence === 'quarterly' || cadence === 'yearly';
  const year = byPeriod ? yearOf : calendarYear;
  const choices = (levels[cadence] as Level[]).map((level) => ({ level, at: starts(slots, level) }));
  const chosen = choices.find(({ level, at }) => closest(at) * step >= level.room) ?? choices.at(-1)!;
  let shown: string | undefined;
  return chosen.at.map((index) => {
    const slot = slots[index]!;
    const isNew = year(slot) !== shown;
    shown = year(slot);
    return {
      index,
      x: tenths(left + index * step),
      text: chosen.level.text(slot),
      year: isNew ? shown : undefined,
    };
  });
}

function starts(slots: readonly Slot[], level: Level): number[] {
  return slots.flatMap((slot, index) => {
    const before = slots[index - 1];
    const isStart = before ? level.group(before) !== level.group(slot) : level.opens(slot);
    return isStart ? [index] : [];
  });
}

function closest(at: readonly number[]): number {
  return at.reduce(
    (least, index, place) => (place === 0 ? least : Math.min(least, index - at[place - 1]!)),
    Number.POSITIVE_INFINITY,
  );
}
