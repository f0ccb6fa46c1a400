import type { Turn } from '#app/act.ts';
import { readingIn } from '#app/kpi/eras.ts';
import type { EvidenceAt } from '#app/kpi/evidence-at.ts';
import { evidenceOf } from '#app/kpi/rejudge.ts';
import { todayIn } from '#app/today.ts';
import type { Row } from '#db/schema.ts';
import type { Asks } from '#domain/fitness/facts.ts';
import { judge } from '#domain/kpi/judge.ts';
import { addDays, type Day } from '#domain/time/day.ts';
import { periodOf, periodsBetween, startOf } from '#domain/time/period.ts';
import { asksOf } from './keep-fitness.ts';

// So many judgements take less than a fifth of a second; of a weekly KPI they reach back more than two years.
const most = 400;

/**
 * What a KPI asked a decision for on the day of a turn of the past, and since when without a break: as it could have been judged on each day
 * before on which anything about it changed, at most 400 of them.
 */
export async function askedSince(turn: Turn, at: EvidenceAt): Promise<Asks | null> {
  const { kpi, evidence } = at;
  const asksBy = (known: EvidenceAt['evidence']) => asksOf({ kpi, evidence, judgement: judge(known) });
  const what = asksBy(evidence);
  if (!what) return null;
  const history = await historyOf(turn, at);
  let since = turn.today;
  for (const changed of changeDays(turn, at, history).slice(0, most)) {
    since = changed;
    if (!asksBy(history.evidenceOn(addDays(changed, -1)))) break;
  }
  return { what, since };
}

type History = {
  /** The days on which something was recorded. */
  days: Day[];
  evidenceOn(day: Day): EvidenceAt['evidence'];
};

/** The days up to that of a turn on which a KPI could be judged otherwise than on the day before, the latest first. */
function changeDays(
  { today, organisation }: Turn,
  { kpi, thresholds }: EvidenceAt,
  { days }: History,
): Day[] {
  const first = days.toSorted()[0];
  if (!first) return [];
  const { calendar } = organisation;
  const [from, to] = [first, today].map((day) => periodOf(kpi.cadence, day, calendar));
  const turns = periodsBetween(from!, to!).flatMap((period) => {
    const start = startOf(period, calendar);
    // A period is complete when the next begins, and its value overdue when the grace days have passed.
    return [start, addDays(start, kpi.grace_days), addDays(start, kpi.grace_days + 1)];
  });
  const all = new Set([...days, ...turns, ...thresholds.map(({ valid_from }) => valid_from)]);
  return [...all]
    .filter((day) => day >= first && day <= today)
    .sort()
    .reverse();
}

/** All that was ever recorded of a KPI by the instant of a turn, by the definition that is asked about. */
async function historyOf(turn: Turn, { kpi }: EvidenceAt): Promise<History> {
  const { timeZone } = turn.organisation;
  const readings = (await everyRow(turn, 'reading', kpi.id))
    .filter(({ era }) => era === kpi.era)
    .map((row) => readingIn(row, { scale: kpi.unit_scale }));
  const thresholds = await everyRow(turn, 'threshold', kpi.id);
  const phases = await everyRow(turn, 'phase', kpi.id);
  const readingsBy = newestBy(readings, ({ starts }) => starts);
  const thresholdsBy = newestBy(thresholds, ({ valid_from }) => valid_from);
  const phasesBy = timed(phases);
  const moments = [...readings, ...thresholds, ...phases].map(({ recorded_at }) => recorded_at);
  const undone = phases.flatMap(({ undone_at }) => undone_at ?? []);
  return {
    days: [...new Set([...moments, ...undone])].map((moment) => todayIn(timeZone, moment)),
    evidenceOn: (day) => {
      const end = endOf(day, timeZone);
      const standing = phasesBy.filter(({ at, row }) => at <= end && !isUndoneBy(row, end));
      const then = { thresholds: thresholdsBy(end), phases: standing.map(({ row }) => row) };
      return evidenceOf({ ...turn, today: day }, kpi, then, readingsBy(end));
    },
  };
}

async function everyRow<T extends 'reading' | 'threshold' | 'phase'>(
  { tx, organisation }: Turn,
  table: T,
  kpi: string,
): Promise<Row<T>[]> {
  const query = tx.selectFrom(table as 'reading').selectAll();
  const rows = await query.where('organisation', '=', organisation.id).where('kpi', '=', kpi).execute();
  return rows as unknown as Row<T>[];
}

function isUndoneBy({ undone_at }: Row<'phase'>, end: number): boolean {
  return undone_at !== null && millisecondsOf(undone_at) <= end;
}

type Timed<T> = { row: T; at: number };

function timed<T extends { recorded_at: string }>(rows: readonly T[]): Timed<T>[] {
  return rows.map((row) => ({ row, at: millisecondsOf(row.recorded_at) })).sort((a, b) => a.at - b.at);
}

/** The newest revision of each place that was known at an instant, in the order of the places. */
function newestBy<T extends { recorded_at: string; revision: number }>(
  rows: readonly T[],
  place: (row: T) => string,
): (end: number) => T[] {
  const places = Map.groupBy(timed(rows), ({ row }) => place(row));
  const ordered = [...places.keys()]
    .sort()
    .map((key) => places.get(key)!.sort((a, b) => b.row.revision - a.row.revision));
  return (end) =>
    ordered.flatMap((revisions) => {
      const known = revisions.find(({ at }) => at <= end);
      return known ? [known.row] : [];
    });
}

function millisecondsOf(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}

function endOf(day: Day, timeZone: string): number {
  const next = Temporal.PlainDate.from(day).add({ days: 1 });
  return next.toZonedDateTime(timeZone).epochMilliseconds - 1;
}
