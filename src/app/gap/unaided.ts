import type { Turn } from '#app/act.ts';
import { type Horizon, horizonOf } from '#app/kpi/horizon.ts';
import type { Gap } from '#contract/gaps.ts';
import type { GapLine } from '#db/gaps.ts';
import { explainForecast, targetWords, unaidedSentence } from '#domain/forecast/explain-forecast.ts';
import { gapTarget } from '#domain/forecast/gap-target.ts';
import { type KpiForecast, stepsUntil } from '#domain/forecast/kpi-forecast.ts';
import { oddsPercent, oddsWords } from '#domain/forecast/odds.ts';
import { probabilityAt } from '#domain/forecast/probability.ts';
import { formatValue } from '#domain/kpi/format.ts';
import type { Gap as Found } from '#domain/kpi/gap.ts';
import type { Judgement } from '#domain/kpi/judgement.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { shift } from '#domain/time/period.ts';

/**
 * The odds that a gap closes by itself: by the day on which the desired level is wanted, if that is to come, else by the end of the cycle. From
 * the forecast that was kept when the KPI was judged, so a board of a thousand gaps asks the database nothing more.
 */
export function unaidedOf(
  turn: Turn,
  line: GapLine,
  gap: Found,
  cycleEnd: Horizon | undefined,
): Gap['unaided'] {
  const kept = line.forecast as KpiForecast | null;
  const { threshold } = line.judgement as Judgement;
  const target = gapTarget(gap.wanted, threshold, line.direction);
  if (!kept || !target) return null;
  const wantedBy = gap.wanted !== null && gap.wanted === threshold?.desired ? threshold.desiredBy : undefined;
  const { until, is } =
    wantedBy && wantedBy > turn.today
      ? { until: wantedBy, is: 'the day on which it is wanted' }
      : horizonOf(turn, line.cadence, cycleEnd);
  const steps = stepsUntil(kept.newest, line.cadence, until, turn.organisation.calendar);
  const probability = probabilityAt(kept.forecast, steps, target);
  const words = oddsWords(probability, line.cadence);
  const show = (value: number) => formatValue(value, line.unit as Unit, line.decimals);
  const why = explainForecast(kept, line.cadence);
  return {
    probability,
    percent: oddsPercent(probability, line.cadence),
    words,
    by: until,
    byIs: is,
    why: {
      sentence: unaidedSentence(probability, line.cadence, until),
      rule: why.rule,
      inputs: [
        { name: 'asked', value: targetWords(target, show) },
        { name: 'day', value: `${until}, ${is}` },
        { name: 'period', value: shift(kept.newest, steps) },
        { name: 'probability', value: `${(probability * 100).toFixed(1)}%, shown as ${words}` },
        ...why.inputs,
      ],
    },
  };
}
