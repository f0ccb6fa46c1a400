import type { Act, Event, UseCases } from '#app/act.ts';
import { type Era, erasOf, readingIn } from '#app/kpi/eras.ts';
import { definedBy, versionsKnown } from '#app/kpi/kpi-versions.ts';
import { loadKpi } from '#app/kpi/kpis.ts';
import type { Reading } from '#contract/readings.ts';
import { Refused } from '#contract/refused.ts';
import type { KpiWithCounters } from '#db/kpis.ts';
import { listReadings, listRevisions } from '#db/readings.ts';
import type { Row } from '#db/schema.ts';
import { unitOfScale } from '#domain/kpi/unit.ts';
import { type Calendar, isComplete, isPeriod, startOf } from '#domain/time/period.ts';
import { type Given, type Recorded, record } from './record-readings.ts';
import { rolledUp } from './rolled-up.ts';

export const readings: UseCases<'readings'> = {
  list: async (act, { kpi, ...span }) => {
    const row = await loadKpi(act, kpi);
    const eras = await erasAt(act, row, span.asOf);
    const rows = await listReadings(act.tx, act.organisation.id, row.id, span);
    return rows.filter(({ era }) => eras.has(era)).map((each) => shown(each, act, eras));
  },

  rolledUp: async (act, { kpi, cadence, from, to }) =>
    rolledUp(act, await loadKpi(act, kpi), cadence, { from, to }),

  revisions: async (act, { kpi, period }) => {
    const row = await loadKpi(act, kpi);
    const { id, name, cadence } = row;
    if (!isPeriod(period, cadence))
      throw new Refused('invalid', `${period} is not a period of ${name}, which is ${cadence}.`, 'period');
    const rows = await listRevisions(
      act.tx,
      act.organisation.id,
      id,
      startOf(period, act.organisation.calendar),
    );
    const eras = await erasAt(act, row);
    return rows.map((each) => shown(each, act, eras));
  },

  record: async (act, { reason, ...input }) => {
    return recordOne(act, input, { source: act.source, reason });
  },

  recordMany: async (act, { readings: given, reason }) => {
    const { counts, events } = await record(act, given, { source: act.source, reason });
    return [counts, { kind: 'readings.recorded', subject: act.organisation.id, detail: counts }, ...events];
  },

  withdraw: async (act, { kpi, period, reason }) => {
    const recorded = await record(act, [{ kpi, period, value: null }], { source: act.source, reason });
    return only(act, { kpi, period }, recorded);
  },
};

/** Records one reading and gives it as it stands then, with what happened. */
export async function recordOne(
  act: Act,
  given: Given,
  how: Parameters<typeof record>[2],
): Promise<[Reading, Event, ...Event[]]> {
  return only(act, given, await record(act, [given], how));
}

async function erasAt(act: Act, kpi: KpiWithCounters, asOf?: string): Promise<ReadonlyMap<number, Era>> {
  if (kpi.version === 1) return erasOf(kpi, []);
  const versions = await versionsKnown(act, kpi.id, asOf);
  return erasOf(asOf ? definedBy(kpi, versions) : kpi, versions);
}

// Recording the same value again is no change, but it was asked for, so the audit log says so.
async function only(
  act: Act,
  { kpi, period }: { kpi: string; period: string },
  { rows, events, kpis }: Recorded,
): Promise<[Reading, Event, ...Event[]]> {
  const [first, ...more] = events;
  const row = rows[0];
  const found = kpis.get(kpi)!;
  const eras = await erasAt(act, found);
  if (!first || !row) {
    const { id } = found;
    const stands = await newest(act, id, period, eras);
    // What others wrote beside the value is not for a token that only brings values.
    const said = act.pushes ? { ...stands, note: null, reason: null, author: null } : stands;
    return [said, { kind: 'reading.confirmed', subject: id, detail: { period } }];
  }
  const { era = found.era, unit_scale = found.unit_scale } = row;
  const kept = { ...row, era, unit_scale, author: act.who.id, recorded_at: act.now, missing: null };
  return [shown(kept, act, eras), first, ...more];
}

async function newest(
  act: Act,
  id: string,
  period: string,
  eras: ReadonlyMap<number, Era>,
): Promise<Reading> {
  const rows = await listRevisions(
    act.tx,
    act.organisation.id,
    id,
    startOf(period, act.organisation.calendar),
  );
  if (!rows[0]) throw new Refused('not_found', `There is no reading of ${period} to withdraw.`, 'period');
  return shown(rows[0], act, eras);
}

function shown(
  typed: Omit<Row<'reading'>, 'organisation'>,
  { today, organisation }: { today: string; organisation: { calendar: Calendar } },
  eras: ReadonlyMap<number, Era>,
): Reading {
  const era = eras.get(typed.era)!;
  const row = readingIn(typed, era);
  const { unit, scale } = era;
  return {
    period: row.period,
    starts: row.starts,
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    unit,
    asTyped:
      typed.value === null || typed.unit_scale === scale
        ? null
        : { value: typed.value, unit: unitOfScale(typed.unit_scale, unit) },
    revision: row.revision,
    source: row.source,
    note: row.note,
    reason: row.reason,
    missing: row.missing ?? [],
    author: row.author,
    recordedAt: row.recorded_at,
    partial: !isComplete(row.period, today, organisation.calendar),
  };
}
