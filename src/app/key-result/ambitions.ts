import { sql } from 'kysely';
import type { UseCases } from '#app/act.ts';
import { shownCycleById } from '#app/cycle/cycle-access.ts';
import { loadKpi } from '#app/kpi/kpis.ts';
import type { Ambition } from '#contract/ambitions.ts';
import { Refused } from '#contract/refused.ts';
import { explainForecast } from '#domain/forecast/explain-forecast.ts';
import { oddsWords } from '#domain/forecast/odds.ts';
import { convert, type Unit } from '#domain/kpi/unit.ts';
import { ambitionAdvice, ambitionWord, calibrated, calibrationOf } from '#domain/okr/ambition.ts';
import { measureFault } from '#domain/okr/measure.ts';
import { forecastKpis, foresight } from './foresee.ts';

export const ambitions: UseCases<'ambitions'> = {
  find: async (act, { kpi: ref, measure, unit: asked, cycle, deadline }) => {
    const fault = measureFault(measure);
    if (fault) throw new Refused('invalid', fault, 'measure');
    const { id } = await loadKpi(act, ref);
    const kpi = (await forecastKpis(act, [id])).get(id)!;
    const span = await shownCycleById(act, cycle);
    const unit = (asked ?? kpi.unit) as Unit;
    const until = deadline ?? span.ends;
    const found = foresight(act, { measure, unit, deadline: until, span }, kpi);
    if (!found) return refusal(kpi.forecast === null, until);
    const { odds, foreseen, forecast, steps } = found;
    const values =
      foreseen.kind === 'move'
        ? calibrated(forecast.forecast, steps, foreseen.target > foreseen.baseline)
        : null;
    const inAsked = (value: number) => convert(value, kpi.unit, unit) ?? value;
    const why = explainForecast(forecast, kpi.cadence);
    const words = oddsWords(odds, kpi.cadence);
    return {
      refused: null,
      ...{ until, odds, oddsWords: words, word: ambitionWord(odds), advice: ambitionAdvice(odds) ?? null },
      calibrated: values && {
        commit: inAsked(values.commit),
        target: inAsked(values.target),
        stretch: inAsked(values.stretch),
      },
      why: { ...why, sentence: `It would be reached by ${until} with ${words} if nothing changes.` },
    };
  },

  calibration: async ({ tx, organisation, today }) => {
    const { rows } = await sql<{ odds: number; cameTrue: boolean }>`
      select (k.foreseen ->> 'odds')::float8 as odds, k.progress >= 1 as "cameTrue"
      from key_result k
      join objective o on o.organisation = k.organisation and o.id = k.objective and o.state <> 'dropped'
      where k.organisation = ${organisation.id} and k.foreseen is not null and k.dropped_at is null
        and k.progress is not null and k.deadline < ${today}`.execute(tx);
    return { due: rows.length, tenths: calibrationOf(rows) };
  },
};

function refusal(tooFew: boolean, until: string): Ambition {
  const refused = tooFew
    ? 'The KPI has too few complete periods for a forecast: it takes eight.'
    : 'A forecast says nothing of this: it takes a value to reach or to hold, and a period of the cycle that is still to come.';
  return {
    ...{ refused, until, odds: null, oddsWords: null, word: null, advice: null, calibrated: null },
    why: { sentence: refused, rule: 'The odds are read off the forecast of the KPI.', inputs: [] },
  };
}
