import type { UseCases } from '#app/act.ts';
import type { Forecast } from '#contract/forecasts.ts';
import { Refused } from '#contract/refused.ts';
import { explainForecast, methodWords, seasonWords, targetWords } from '#domain/forecast/explain-forecast.ts';
import { levels } from '#domain/forecast/forecast.ts';
import { gapTarget } from '#domain/forecast/gap-target.ts';
import { forecastKpi, type KpiForecast, stepsUntil } from '#domain/forecast/kpi-forecast.ts';
import { oddsWords } from '#domain/forecast/odds.ts';
import { probabilityBy } from '#domain/forecast/paths.ts';
import { probabilityAt, type Target, targetOf } from '#domain/forecast/probability.ts';
import { fan } from '#domain/forecast/quantiles.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { gapOf } from '#domain/kpi/gap.ts';
import { judge } from '#domain/kpi/judge.ts';
import { judgedSeries } from '#domain/kpi/judged-series.ts';
import type { Evidence } from '#domain/kpi/judgement.ts';
import { endOf, shift, startOf } from '#domain/time/period.ts';
import { evidenceAt } from './evidence-at.ts';
import { cycleEndThen, type Horizon, horizonOf, presentCycleEnd } from './horizon.ts';

// A year of days: beyond it a fan says nothing but that nobody knows.
const farthest = 366;

export const forecasts: UseCases<'forecasts'> = {
  find: async (act, { kpi: ref, until, target, asOf }) => {
    const { evidence, turn } = await evidenceAt(act, ref, asOf);
    if (until && until <= turn.today)
      throw new Refused(
        'invalid',
        `${until} has passed: a forecast is for a day after ${turn.today}.`,
        'until',
      );
    const horizon = until
      ? { until, is: 'the day asked for' }
      : horizonOf(turn, evidence.facts.cadence, await (asOf ? cycleEndThen(turn) : presentCycleEnd(turn)));
    const series = judgedSeries(evidence);
    const made = forecastKpi(evidence, series);
    if (!('forecast' in made)) return refusal(made.refused, horizon);
    const steps = stepsUntil(made.newest, evidence.facts.cadence, horizon.until, evidence.calendar);
    if (steps > farthest) {
      if (until)
        throw new Refused(
          'invalid',
          `${until} lies ${steps} periods after the newest value: ask for at most ${farthest}.`,
          'until',
        );
      return refusal(
        `The newest value is of ${made.newest}, too long ago to say anything of what comes.`,
        horizon,
      );
    }
    const wanted = target === undefined ? targetAsked(evidence) : targetOf(evidence.facts.direction, target);
    return {
      refused: null,
      until: horizon.until,
      untilIs: horizon.is,
      method: methodWords(made.forecast),
      points: made.forecast.points,
      from: made.from,
      newest: made.newest,
      season: seasonWords(made.forecast, evidence.facts.cadence),
      periods: periodsOf(made, steps, evidence),
      odds: wanted ? oddsOf(made, steps, wanted, horizon, evidence) : null,
      why: explainForecast(made, evidence.facts.cadence),
    };
  },
};

function refusal(refused: string, { until, is }: Horizon): Forecast {
  return {
    refused,
    until,
    untilIs: is,
    method: null,
    points: 0,
    from: null,
    newest: null,
    season: null,
    periods: [],
    odds: null,
    why: { sentence: refused, rule: 'A forecast is made of at least eight complete periods.', inputs: [] },
  };
}

function periodsOf(
  { forecast, newest }: KpiForecast,
  steps: number,
  { calendar }: Evidence,
): Forecast['periods'] {
  return fan(forecast, steps).map(({ quantiles, mean }, index) => {
    const period = shift(newest, index + 1);
    return {
      period,
      starts: startOf(period, calendar),
      ends: endOf(period, calendar),
      quantiles: Object.fromEntries(levels.map((level, at) => [String(level), quantiles[at]!])),
      mean,
    };
  });
}

// What the gap board would ask of it, even where the gap is closed.
function targetAsked(evidence: Evidence): Target | undefined {
  const judgement = judge(evidence);
  const gap = gapOf(judgement, evidence.facts, 1);
  return gap && gapTarget(gap.wanted, judgement.threshold, evidence.facts.direction);
}

function oddsOf(
  { forecast, newest }: KpiForecast,
  steps: number,
  target: Target,
  { until }: Horizon,
  { facts }: Evidence,
): Forecast['odds'] {
  const [at, by] = [probabilityAt(forecast, steps, target), probabilityBy(forecast, steps, target)];
  const [atWords, byWords] = [oddsWords(at, facts.cadence), oddsWords(by, facts.cadence)];
  const wanted = targetWords(target, (value) => formatValue(value, facts.unit, facts.decimals));
  return {
    ...{ target, until, period: shift(newest, steps), at, by, atWords, byWords },
    sentence: `If nothing changes there is a chance of ${atWords} that it is ${wanted} on ${until}${
      steps > 1 ? `, and of ${byWords} that it is in some period until then` : ''
    }.`,
  };
}
