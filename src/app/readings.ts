import type { Reading } from '#contract/readings.ts';
import { Refused } from '#contract/refused.ts';
import { listReadings, listRevisions } from '#db/readings.ts';
import type { Row } from '#db/schema.ts';
import { type Calendar, isComplete, isPeriod, startOf } from '#domain/time/period.ts';
import type { Act, Event, UseCases } from './act.ts';
import { loadKpi } from './kpis.ts';
import { type Recorded, record } from './record-readings.ts';

export const readings: UseCases<'readings'> = {
  list: async (act, { kpi, ...span }) => {
    const { id } = await loadKpi(act, kpi);
    const rows = await listReadings(act.tx, act.organisation.id, id, span);
    return rows.map((row) => shown(row, act));
  },

  revisions: async (act, { kpi, period }) => {
    const { id, name, cadence } = await loadKpi(act, kpi);
    if (!isPeriod(period, cadence))
      throw new Refused('invalid', `${period} is not a period of ${name}, which is ${cadence}.`, 'period');
    const rows = await listRevisions(
      act.tx,
      act.organisation.id,
      id,
      startOf(period, act.organisation.calendar),
    );
    return rows.map((row) => shown(row, act));
  },

  record: async (act, { reason, ...input }) => {
    return only(act, input, await record(act, [input], { source: act.source, reason }));
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

// Recording the same value again is no change, but it was asked for, so the audit log says so.
async function only(
  act: Act,
  { kpi, period }: { kpi: string; period: string },
  { rows, events }: Recorded,
): Promise<[Reading, Event, ...Event[]]> {
  const [first, ...more] = events;
  const row = rows[0];
  if (!first || !row) {
    const { id } = await loadKpi(act, kpi);
    const stands = await newest(act, id, period);
    // What others wrote beside the value is not for a token that only brings values.
    const said = act.pushes ? { ...stands, note: null, reason: null, author: null } : stands;
    return [said, { kind: 'reading.confirmed', subject: id, detail: { period } }];
  }
  const kept = { ...row, author: act.who.id, recorded_at: act.now, missing: null };
  return [shown(kept, act), first, ...more];
}

async function newest(act: Act, kpi: string, period: string): Promise<Reading> {
  const { id } = await loadKpi(act, kpi);
  const rows = await listRevisions(
    act.tx,
    act.organisation.id,
    id,
    startOf(period, act.organisation.calendar),
  );
  if (!rows[0]) throw new Refused('not_found', `There is no reading of ${period} to withdraw.`, 'period');
  return shown(rows[0], act);
}

function shown(
  row: Omit<Row<'reading'>, 'organisation'>,
  { today, organisation }: { today: string; organisation: { calendar: Calendar } },
): Reading {
  return {
    period: row.period,
    starts: row.starts,
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
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
