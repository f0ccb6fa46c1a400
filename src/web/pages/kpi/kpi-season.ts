import type { Judgement } from '#contract/judgements.ts';
import { formatDifference } from '#domain/kpi/format.ts';
import { type Season, seasonOf, withoutSeason } from '#domain/kpi/seasonal.ts';
import { weekday } from '#domain/time/day.ts';
import type { Point } from '../../charts/series.ts';

/** A season beside the slots of a chart: slot 0 of its factors is that of the point `first`. */
export type PlacedSeason = Season & { first: number };

/** One part of the cycle, such as January: what it adds to the level, or the part of it that it takes (1.1 is a tenth more). */
export type Slot = { name: string; factor: number; words: string };

// The judgement says that there is a season and not its factors; they follow from the same values by the same rule.
/** The season of the points that are judged, undefined when they have none. */
export function seasonIn({ kpi, season }: Judgement, points: readonly Point[]): PlacedSeason | undefined {
  if (!season) return undefined;
  const { first, raw } = judgedValues(points);
  const found = seasonOf(raw, kpi.cadence);
  return found && { ...found, first };
}

/** Points with their value without the season beside the measured one. */
export function adjustedPoints(points: readonly Point[], season: PlacedSeason): Point[] {
  const { first, raw } = judgedValues(points);
  const values = withoutSeason(raw, season);
  return points.map((point, index) => {
    const adjusted = values[index - first];
    return adjusted === null || adjusted === undefined ? point : { ...point, adjusted };
  });
}

type Limits = { from: number; to: number; lower: number; centre: number; upper: number };

/** Measured points with the limits of their phase and the season of their period in them. */
export function spannedPoints(
  points: readonly Point[],
  season: PlacedSeason,
  phases: readonly Limits[],
): Point[] {
  return points.map((point, index) => {
    const phase = phases.find(({ from, to }) => from <= index && index <= to);
    if (!phase) return point;
    const factor = factorAt(season, index);
    const swung = (value: number) => (season.kind === 'ratio' ? value * factor : value + factor);
    const { lower, centre, upper } = phase;
    return { ...point, span: { lower: swung(lower), centre: swung(centre), upper: swung(upper) } };
  });
}

/** The parts of the cycle in the order of the calendar, each with its meaning in words. */
export function slotsOf(season: PlacedSeason, points: readonly Point[], kpi: Judgement['kpi']): Slot[] {
  // Weeks do not fit into years: the newest cycle says which number each has.
  const cycle = points.map((point, index) => ({ point, index })).slice(-season.period);
  return cycle
    .map(({ point, index }) => ({ ...placeOf(point), factor: factorAt(season, index) }))
    .sort((a, b) => a.order - b.order)
    .map(({ name, factor }) => ({ name, factor, words: `${name}: ${wordsOf(factor, season, kpi)}` }));
}

/** The highest and the lowest part of a season in a sentence. */
export function seasonSentence(slots: readonly Slot[]): string {
  const ordered = slots.toSorted((a, b) => a.factor - b.factor);
  const [lowest, highest] = [ordered[0], ordered.at(-1)];
  return lowest && highest ? `Highest in ${highest.words}. Lowest in ${lowest.words}.` : '';
}

function wordsOf(factor: number, { kind }: PlacedSeason, { unit, decimals }: Judgement['kpi']): string {
  const amount =
    kind === 'ratio'
      ? `${Math.abs(Math.round((factor - 1) * 1000) / 10)}%`
      : formatDifference(Math.abs(factor), unit, decimals).replace('+', '');
  const isAbove = kind === 'ratio' ? factor >= 1 : factor >= 0;
  return `${amount} ${isAbove ? 'above' : 'below'} the level`;
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function placeOf({ period, start }: Point): { order: number; name: string } {
  if (period.includes('W')) {
    const week = Number(period.slice(6));
    return { order: week, name: `week ${week}` };
  }
  if (period.length === 7) {
    const month = Number(start.slice(5, 7)) - 1;
    return { order: month, name: months[month]! };
  }
  const order = weekday(start);
  return { order, name: weekdays[order - 1]! };
}

function factorAt({ factors, first, period }: PlacedSeason, index: number): number {
  return factors[(((index - first) % period) + period) % period]!;
}

function judgedValues(points: readonly Point[]): { first: number; raw: (number | null)[] } {
  const isWhole = ({ value, partial }: Point) => value !== null && !partial;
  const first = points.findIndex(isWhole);
  const judged = points.slice(Math.max(0, first), points.findLastIndex(isWhole) + 1);
  return { first: Math.max(0, first), raw: judged.map((point) => (point.partial ? null : point.value)) };
}
