import type { Row } from '#db/schema.ts';
import type { Asks } from '#domain/fitness/facts.ts';
import { judge } from '#domain/kpi/judge.ts';
import { addDays, type Day } from '#domain/time/day.ts';
import type { Turn } from './act.ts';
import { readingIn } from './eras.ts';
import type { EvidenceAt } from './evidence-at.ts';
import { asksOf } from './keep-fitness.ts';
import { evidenceOf } from './rejudge.ts';

// Twice the quarter after which it counts as undecided: further back nothing turns on the day.
const farthest = 184;

/**
 * What a KPI asked a decision for on the day of a turn of the past, and since when without a break: each day before is judged as it could have
 * been at its end, at most 184 of them.
 */
export async function askedSince(turn: Turn, at: EvidenceAt): Promise<Asks | null> {
  const { kpi, evidence } = at;
  const asksBy = (known: EvidenceAt['evidence']) => asksOf({ kpi, evidence, judgement: judge(known) });
  const what = asksBy(evidence);
  if (!what) return null;
  const evidenceOn = await evidenceByDay(turn, at);
  let since = turn.today;
  for (let back = 1; back <= farthest; back++) {
    const day = addDays(turn.today, -back);
    if (!asksBy(evidenceOn(day))) break;
    since = day;
  }
  return { what, since };
}

/** The evidence about a KPI at the end of any day before, by the definition that is asked about. */
async function evidenceByDay(turn: Turn, { kpi }: EvidenceAt): Promise<(day: Day) => EvidenceAt['evidence']> {
  const readings = (await everyRow(turn, 'reading', kpi.id))
    .filter(({ era }) => era === kpi.era)
    .map((row) => readingIn(row, { scale: kpi.unit_scale }));
  const readingsBy = newestBy(readings, ({ starts }) => starts);
  const thresholdsBy = newestBy(await everyRow(turn, 'threshold', kpi.id), ({ valid_from }) => valid_from);
  const phases = timed(await everyRow(turn, 'phase', kpi.id));
  return (day) => {
    const end = endOf(day, turn.organisation.timeZone);
    const phasesThen = phases
      .filter(({ at, row }) => at <= end && !isUndoneBy(row, end))
      .map(({ row }) => row);
    return evidenceOf(
      { ...turn, today: day },
      kpi,
      { thresholds: thresholdsBy(end), phases: phasesThen },
      readingsBy(end),
    );
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
