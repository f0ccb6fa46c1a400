import type { Act, Event, Turn } from '#app/act.ts';
import { refuseComputedPeriods } from '#app/formula/computed-periods.ts';
import { followersOf } from '#app/key-result/follow-kpis.ts';
import { type Era, eraOn, pastEras } from '#app/kpi/eras.ts';
import { Refused } from '#contract/refused.ts';
import { type Dossier, dossiersOf, withReadings } from '#db/dossier.ts';
import { type KpiWithCounters, listKpisByRef } from '#db/kpis.ts';
import { insertReadings, type NewReading } from '#db/readings.ts';
import { may } from '#domain/access.ts';
import { unitName } from '#domain/kpi/unit.ts';
import { isPeriod, periodOf, startOf } from '#domain/time/period.ts';
import { afterReadings } from './after-readings.ts';
import { type Amounts, amountsOf } from './reading-amounts.ts';

/** A reading as somebody gives it; a value of null withdraws the one that stands. */
export type Given = Amounts & { kpi: string; period: string; note?: string | undefined };

/** Who records: a person by their act, or nobody when it is a source that says so; a push token names the KPIs that it may bring readings of. */
export type Recorder = Turn & { who: Act['who'] | null; pushes?: Act['pushes'] };

/** How many were new, corrected and equal, what happened, what was appended, and to what. */
export type Recorded = {
  counts: { created: number; changed: number; same: number };
  events: Event[];
  rows: readonly NewReading[];
  /** The KPIs as they were locked, by what they were named by. */
  kpis: ReadonlyMap<string, KpiWithCounters>;
};

/**
 * Records readings in the running transaction: checks each against its KPI, leaves equal ones alone, appends the others as revisions,
 * and brings up to date what depends on them. Refuses the whole batch at the first fault, naming the reading.
 */
export async function record(
  act: Recorder,
  given: readonly Given[],
  { source, reason }: { source: NewReading['source']; reason?: string | undefined },
): Promise<Recorded> {
  const organisation = act.organisation.id;
  const refs = [...new Set(given.map((each) => each.kpi))];
  // Sent together and answered in this order, so the latter two read what the lock has waited for. The whole history, not only what
  // stands in these slots: judging the KPI anew needs it in any case.
  const [locked, dossiers, followers] = await Promise.all([
    listKpisByRef(act.tx, organisation, refs, true),
    dossiersOf(act.tx, organisation, refs),
    followersOf(act, refs),
  ]);
  const kpis = writableKpis(act, refs, locked);
  const eras = await pastEras(act, [...kpis.values()], given);
  const wanted = given.map((each) => wantedReading(act, kpis.get(each.kpi)!, each, eras.get(each.kpi)));
  refuseTwice(wanted);
  await refuseComputedPeriods(act, [...kpis.values()], wanted);
  const standing = standingIn(dossiers);
  const differing = wanted.filter((row) => !isSame(standing.get(slotOf(row)), row));
  // A note that was added or reworded corrects no number, so it asks for no reason.
  const corrections = differing.filter((row) => {
    const stands = standing.get(slotOf(row));
    return stands?.value != null && !hasSameAmounts(stands, row);
  });
  if (corrections[0] && !reason) {
    const stands = standing.get(slotOf(corrections[0]))!;
    throw new Refused(
      'conflict',
      // Who may only push may not read either.
      `${corrections[0].period} has ${act.pushes ? 'another reading' : `the reading ${stands.value}`} already. Give a reason to correct it.`,
      'reason',
    );
  }
  const rows = differing.map((row) => {
    const before = standing.get(slotOf(row));
    return {
      ...row,
      revision: (before?.revision ?? 0) + 1,
      source,
      reason: before ? (reason ?? null) : null,
    };
  });
  if (rows.length > 0)
    insertReadings(act.tx, { organisation, author: act.who?.id ?? null, at: act.now }, rows);
  const own = Map.groupBy(
    rows.filter(({ era }) => era === undefined),
    ({ kpi }) => kpi,
  );
  const now = new Map(
    [...dossiers].map(([kpi, dossier]) => [kpi, withReadings(dossier, own.get(kpi) ?? [])]),
  );
  const events = rows.length > 0 ? await afterReadings(act, [...kpis.values()], rows, now, followers) : [];
  const changed = corrections.length;
  return {
    counts: { created: rows.length - changed, changed, same: wanted.length - rows.length },
    events: [...eventsOf(rows, standing), ...events],
    rows,
    kpis,
  };
}

type Standing = Pick<NewReading, 'revision' | 'value' | 'numerator' | 'denominator' | 'note'>;

function standingIn(dossiers: ReadonlyMap<string, Dossier>): Map<string, Standing> {
  const standing = new Map<string, Standing>();
  for (const [kpi, { readings, past }] of dossiers)
    for (const [period, value, numerator, denominator, , revision, note] of [...readings, ...past])
      standing.set(slotOf({ kpi, period }), { revision, value, numerator, denominator, note });
  return standing;
}

// A batch makes one entry a KPI: an import of 100,000 readings is not 100,000 lines of audit.
function eventsOf(rows: readonly NewReading[], standing: ReadonlyMap<string, Standing>): Event[] {
  return [...Map.groupBy(rows, (row) => row.kpi)].map(([kpi, own]) => {
    const first = own[0]!;
    if (own.length > 1)
      return {
        kind: 'readings.recorded',
        subject: kpi,
        detail: { periods: own.length, from: first.period, to: own.at(-1)!.period },
      };
    const before = standing.get(slotOf(first));
    const kind =
      first.value === null ? 'reading.withdrawn' : before ? 'reading.corrected' : 'reading.recorded';
    return {
      kind,
      subject: kpi,
      detail: {
        period: first.period,
        value: first.value,
        before: before?.value ?? null,
        reason: first.reason,
      },
    };
  });
}

function writableKpis(
  act: Recorder,
  refs: readonly string[],
  rows: readonly KpiWithCounters[],
): Map<string, KpiWithCounters> {
  const byRef = new Map(rows.flatMap((row) => [[row.key, row] as const, [row.id, row] as const]));
  const found = new Map<string, KpiWithCounters>();
  for (const ref of refs) {
    const row = byRef.get(ref);
    if (act.pushes && !(row && act.pushes.has(row.id)))
      throw new Refused('not_found', `There is no KPI ${ref} that this token brings readings of.`, 'kpi');
    if (!row) throw new Refused('not_found', `There is no KPI ${ref}.`, 'kpi');
    refuseReadingsOf(row);
    if (act.who && !may(act.who, 'write', row))
      throw new Refused(
        'forbidden',
        `You may not record readings of ${row.name}: its owner, a lead of its team or an admin may.`,
      );
    found.set(ref, row);
  }
  return found;
}

/** Refuses a KPI that takes no readings: one that is archived or computed. */
export function refuseReadingsOf({ name, archived_at, computed }: KpiWithCounters): void {
  if (archived_at) throw new Refused('closed', `${name} is archived and takes no more readings.`, 'kpi');
  if (computed)
    throw new Refused('invalid', `${name} is computed from the KPIs below it: record theirs.`, 'kpi');
}

type Wanted = Omit<NewReading, 'revision' | 'source' | 'reason'>;

function wantedReading(
  act: Recorder,
  kpi: KpiWithCounters,
  given: Given,
  eras: ReadonlyMap<number, Era> | undefined,
): Wanted {
  const { period } = given;
  const where = `${kpi.name}, ${period}`;
  if (!isPeriod(period, kpi.cadence)) {
    const right = periodOf(kpi.cadence, act.today, act.organisation.calendar);
    throw new Refused(
      'invalid',
      `${period} is not a period of ${kpi.name}, which is ${kpi.cadence}: write it as ${right}.`,
      'period',
    );
  }
  const starts = startOf(period, act.organisation.calendar);
  if (starts > act.today)
    throw new Refused(
      'invalid',
      `${where}: this period has not begun yet; a reading is about what was measured.`,
      'period',
    );
  const era = eras && eraOn(starts, eras);
  if (!era || era.era === kpi.era)
    return { kpi: kpi.id, starts, period, ...amountsOf(kpi, given, where), note: given.note || null };
  if (kpi.parent)
    throw new Refused(
      'conflict',
      `${where}: this was counted in ${unitName(era.unit)}, and the KPI above is no longer added up in it. That past stays as it is.`,
      'period',
    );
  const amounts = amountsOf({ unit: era.unit, adds_up: era.addsUp }, given, where);
  const kept = { era: era.era, unit_scale: era.scale };
  return { kpi: kpi.id, starts, period, ...amounts, ...kept, note: given.note || null };
}

function refuseTwice(wanted: readonly Wanted[]): void {
  const seen = new Set<string>();
  for (const row of wanted) {
    if (seen.has(slotOf(row)))
      throw new Refused('invalid', `The period ${row.period} is given twice for one KPI.`, 'readings');
    seen.add(slotOf(row));
  }
}

function slotOf({ kpi, period }: { kpi: string; period: string }): string {
  return `${kpi} ${period}`;
}

function isSame(standing: Standing | undefined, wanted: Wanted): boolean {
  if (!standing) return wanted.value === null;
  return hasSameAmounts(standing, wanted) && (wanted.note === null || wanted.note === standing.note);
}

function hasSameAmounts(standing: Standing, wanted: Wanted): boolean {
  return (
    standing.value === wanted.value &&
    standing.numerator === wanted.numerator &&
    standing.denominator === wanted.denominator
  );
}
