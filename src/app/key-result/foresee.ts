import { sql } from 'kysely';
import type { Turn } from '#app/act.ts';
import { knownOf, type Measured } from '#app/kpi/facts.ts';
import type { Foresight as Shown } from '#contract/ambitions.ts';
import { type KpiForecast, stepsUntil } from '#domain/forecast/kpi-forecast.ts';
import { oddsWords } from '#domain/forecast/odds.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import {
  ambitionWord,
  type Foreseen,
  type Foresight,
  soFarOf,
  unaidedOdds,
  unaidedProgress,
} from '#domain/okr/ambition.ts';
import type { Facts } from '#domain/okr/facts.ts';
import { inUnit } from '#domain/okr/goalpost.ts';
import type { Measure } from '#domain/okr/measure.ts';
import type { Span } from '#domain/time/cycle.ts';
import { type Cadence, endOf, shift } from '#domain/time/period.ts';

/** A KPI with the forecast that was kept when it was judged. */
export type ForecastKpi = {
  id: string;
  unit: Unit;
  decimals: number;
  cadence: Cadence;
  forecast: KpiForecast | null;
};

/** What a key result promises of a KPI, and the days of its cycle. */
export type Promising = { measure: Measure; unit: Unit; deadline: string; span: Span };

// A year of days: beyond it nobody knows.
const farthest = 366;

/** The KPIs with their kept forecasts, by id. */
export async function forecastKpis(
  { tx, organisation }: Turn,
  ids: readonly string[],
): Promise<Map<string, ForecastKpi>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<ForecastKpi>`
    select k.id, k.unit, k.decimals, k.cadence, s.forecast from kpi k
    join kpi_state s on s.organisation = k.organisation and s.kpi = k.id
    where k.organisation = ${organisation.id} and k.id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * What would become of a key result by itself, by the forecast of its KPI and what is known of it already; undefined where there is no forecast, the
 * measure is not read from a KPI, or no period of the cycle is left.
 */
export function foresight(
  { organisation, today }: Turn,
  { measure, unit, deadline, span }: Promising,
  { cadence, unit: kpiUnit, forecast: kept }: ForecastKpi,
  facts: Facts = {},
): (Foresight & { foreseen: Foreseen }) | undefined {
  const own = inUnit(measure, unit, kpiUnit);
  if (!kept || !isForeseen(measure) || !own || !isForeseen(own)) return undefined;
  const { calendar } = organisation;
  if (endOf(kept.newest, calendar) >= deadline) return undefined;
  const steps = stepsUntil(kept.newest, cadence, deadline, calendar);
  if (steps > farthest) return undefined;
  let before = 0;
  while (before < steps && endOf(shift(kept.newest, before + 1), calendar) < span.starts) before += 1;
  if (before === steps) return undefined;
  const odds = unaidedOdds(own, kept.forecast, steps, soFarOf(measure, facts, kept.newest, before));
  if (odds === undefined) return undefined;
  const progress = unaidedProgress(own, kept.forecast, steps);
  return { on: today, until: deadline, odds, progress, steps, cadence, forecast: kept, foreseen: own };
}

/** Freezes what is foreseen of key results beside what they promise: later it is what would have come without action. */
export async function freezeForesight(
  turn: Turn,
  keyResults: readonly (Measured & { deadline: string })[],
): Promise<void> {
  const readers = keyResults.filter(({ kpi }) => kpi !== null);
  if (readers.length === 0) return;
  const kpis = await forecastKpis(turn, [...new Set(readers.map(({ kpi }) => kpi!))]);
  const known = await knownOf(turn, readers);
  const rows = readers.flatMap(({ id, kpi, measure, unit, deadline, span }) => {
    const promised = { measure: measure as Measure, unit: unit as Unit, deadline, span };
    const found = foresight(turn, promised, kpis.get(kpi!)!, known.get(id)?.facts);
    if (!found) return [];
    const { foreseen: _, ...kept } = found;
    return [{ id, foreseen: JSON.stringify(kept) }];
  });
  if (rows.length === 0) return;
  await sql`
    update key_result k set foreseen = r.foreseen::jsonb
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ foreseen }) => foreseen)}::text[]) as r (id, foreseen)
    where k.organisation = ${turn.organisation.id} and k.id = r.id`.execute(turn.tx);
}

/** A frozen foresight as it is shown. */
export function shownForesight(foreseen: unknown): Shown | null {
  if (foreseen === null) return null;
  const { on, until, odds, progress, cadence } = foreseen as Foresight;
  const words = oddsWords(odds, cadence);
  const byItself = progress === null ? '' : `, and the KPI by itself would have made ${progress.toFixed(2)}`;
  return {
    ...{ on, until, odds, progress, oddsWords: words, word: ambitionWord(odds) },
    sentence: `On ${on} it would have been reached unaided with ${words}${byItself}.`,
  };
}

function isForeseen(measure: Measure): measure is Foreseen {
  return measure.kind === 'move' || measure.kind === 'hold' || measure.kind === 'hit rate';
}
