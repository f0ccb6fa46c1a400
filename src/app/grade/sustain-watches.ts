import type { Act, Event, Turn, UseCases } from '#app/act.ts';
import { kpisByRef } from '#app/key-result/key-result-write.ts';
import { maySee } from '#app/objective/objective-access.ts';
import type { SustainWatch } from '#contract/sustain-watches.ts';
import { kpiValues } from '#db/check-ins.ts';
import { objectivesById } from '#db/objectives.ts';
import type { Row } from '#db/schema.ts';
import { listWatches, lockWatches, type NamedWatch, type WatchRow } from '#db/sustain-watches.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { convert, type Unit } from '#domain/kpi/unit.ts';
import { sustained, type Verdict, verdictSentence, type Watch } from '#domain/okr/sustain.ts';
import { isComplete, startOf } from '#domain/time/period.ts';

type Value = { period: string; value: number };

/** What a watch keeps so that its verdict can be asked why. */
export type Evidence = Pick<Watch, 'meanMovingRange' | 'before'> & { verdict?: Verdict; values?: Value[] };

export const sustainWatches: UseCases<'sustainWatches'> = {
  list: async (act, { kpi, ...filter }) => {
    const id = kpi ? (await kpisByRef(act, [kpi], 'kpi')).get(kpi)!.id : undefined;
    return shownWatches(act, { ...filter, kpi: id });
  },
};

/** The watches that the person may see, in the contract's shape. */
export async function shownWatches(
  act: Act,
  filter: Parameters<typeof listWatches>[2],
): Promise<SustainWatch[]> {
  const rows = await listWatches(act.tx, act.organisation.id, filter);
  const objectives = await objectivesById(act.tx, act.organisation.id, [
    ...new Set(rows.map((row) => row.objective)),
  ]);
  const seen = new Set(objectives.filter((row) => maySee(act, row)).map(({ id }) => id));
  return rows.filter((row) => seen.has(row.objective)).map(shown);
}

/** Judges the undecided watches of KPIs by the complete periods since they began, and gives those that were decided. */
export async function judgeWatches(turn: Turn, kpis: readonly string[]): Promise<Event[]> {
  const { tx, organisation } = turn;
  const watches = await lockWatches(tx, organisation.id, kpis);
  const events: Event[] = [];
  for (const watch of watches) {
    const values = await valuesSince(turn, watch);
    const evidence = watch.evidence as Evidence;
    const verdict = sustained(watchOf(watch), values);
    if (verdict.seen === watch.seen && sameValues(values, evidence.values ?? [])) continue;
    await tx
      .updateTable('sustain_watch')
      .set({
        state: verdict.state,
        good: verdict.good,
        seen: verdict.seen,
        decided_period: verdict.state === 'watching' ? null : (verdict.period ?? null),
        evidence: JSON.stringify({ ...evidence, verdict, values: values.slice(0, verdict.seen) }),
      })
      .where('organisation', '=', organisation.id)
      .where('id', '=', watch.id)
      .execute();
    if (verdict.state !== 'watching')
      events.push({
        kind: `sustainWatch.${verdict.state}`,
        subject: watch.id,
        detail: {
          keyResult: watch.key_result,
          kpi: watch.kpi,
          sentence: sentenceOf(watch, verdict),
        },
      });
  }
  return events;
}

function sentenceOf({ periods, unit, decimals }: WatchRow, verdict: Verdict): string {
  return verdictSentence(verdict, periods, (value) => formatValue(value, unit as Unit, decimals));
}

function watchOf(row: Row<'sustain_watch'>): Watch {
  const { meanMovingRange, before } = row.evidence as Evidence;
  return { level: row.level, direction: row.direction, periods: row.periods, meanMovingRange, before };
}

// In the unit of the watched level, so that the KPI's may change meanwhile.
async function valuesSince(turn: Turn, { kpi, from_period, unit }: Row<'sustain_watch'>): Promise<Value[]> {
  const { calendar, id } = turn.organisation;
  const span = { kpi, from: startOf(from_period, calendar), to: turn.today };
  const values = await kpiValues(turn.tx, id, [span]);
  return values
    .filter(({ period }) => isComplete(period, turn.today, calendar))
    .flatMap(({ period, value, unit: from }) => {
      const own = convert(value, from, unit as Unit);
      return own === undefined ? [] : [{ period, value: own }];
    });
}

// Another value for a period that was seen already is a correction, and may change the verdict.
function sameValues(now: readonly Value[], before: readonly Value[]): boolean {
  return now.length === before.length && now.every(({ value }, index) => value === before[index]!.value);
}

function shown(row: NamedWatch): SustainWatch {
  const evidence = row.evidence as Evidence;
  const verdict: Verdict = evidence.verdict ?? { state: 'watching', seen: row.seen, good: row.good };
  return {
    id: row.id,
    keyResult: { id: row.key_result, title: row.key_result_title },
    objective: { id: row.objective, title: row.objective_title },
    kpi: { id: row.kpi, key: row.kpi_key, name: row.kpi_name },
    level: row.level,
    unit: row.unit as Unit,
    direction: row.direction,
    fromPeriod: row.from_period,
    periods: row.periods,
    state: row.state,
    seen: row.seen,
    good: row.good,
    decidedPeriod: row.decided_period,
    sentence: sentenceOf(row, verdict),
    limit: verdict.limit ?? null,
    values: evidence.values ?? [],
    createdAt: row.created_at,
  };
}
