import { formatValue } from '#domain/kpi/format.ts';
import type { RuleName } from '#domain/kpi/rules.ts';
import type { Sense } from '#domain/kpi/signals.ts';
import { periodName } from '../parts/dates.ts';
import type { ChartSignal, FanStep, Point, RunSeries } from './series.ts';

/** What each rule has seen, as the end of "Signal: …". */
const ruleWords: Record<RuleName, string> = {
  'beyond-limits': 'beyond a process limit',
  'range-beyond': 'a jump beyond the upper range limit',
  'run-of-seven': 'seven in a row on one side of the centre',
  'run-of-eight': 'eight in a row on one side of the centre',
  'run-of-nine': 'nine in a row on one side of the centre',
  'trend-of-six': 'six in a row rising or falling',
  'trend-of-seven': 'seven in a row rising or falling',
  'two-of-three': 'two of three beyond two sigma',
  'two-of-three-inside': 'two of three between two and three sigma',
  'three-of-four': 'three of four nearer a limit than the centre',
  'four-of-five': 'four of five beyond one sigma',
  'fourteen-alternating': 'fourteen in a row up and down in turn',
  'fifteen-inside': 'fifteen in a row within one sigma',
  'eight-outside': 'eight in a row outside one sigma, on both sides',
};

/** A sense as one word for people. */
export const senseWords: Record<Sense, string> = {
  improvement: 'Improvement',
  deterioration: 'Deterioration',
  neither: 'Change',
};

/** What may come in a step of the fan: 'may be 81.2, and lies between 78 and 84 in four of five cases'. */
export function fanWords({ quantiles }: FanStep, { unit, decimals }: RunSeries): string {
  const value = (place: number) => formatValue(quantiles[place]!, unit, decimals);
  return `if nothing changes, between ${value(2)} and ${value(6)} in 80% of cases`;
}

/** What there is to say of one point beside its value: not ended, no reading, or the signals that it completes or takes part in. */
export function pointWords(index: number, { points, signals }: RunSeries): string {
  const point = points[index];
  if (!point) return '';
  if (point.value === null) return 'no reading';
  if (point.partial) return 'not ended yet';
  const found =
    signals.find((each) => each.index === index) ?? signals.find((each) => each.points.includes(index));
  if (!found) return '';
  const role = found.index === index ? '' : 'part of ';
  return `${senseWords[found.sense]}: ${role}${ruleWords[found.rule]}`;
}

/** The chart in a few sentences, for those who do not see it. */
export function summary(name: string, series: RunSeries): string {
  const { points, phases, thresholds, signals, unit, decimals } = series;
  const value = (each: number | null) => formatValue(each, unit, decimals);
  const present = points.filter((point) => point.value !== null);
  const [first, last] = [present[0], present.at(-1)];
  if (!first || !last) return `${name}: no readings yet.`;
  const missing = points.length - present.length;
  const phase = phases.at(-1);
  return [
    `${name}: ${present.length} readings from ${periodName(first.period)} to ${periodName(last.period)}`,
    missing > 0 ? `, ${missing} missing` : '',
    `. Newest ${value(last.value)}${last.partial ? ' (not ended yet)' : ''}.`,
    phase ? ` Level ${value(phase.centre)}, limits ${value(phase.lower)} to ${value(phase.upper)}.` : '',
    ...thresholds.filter(({ until }) => !until).map((each) => ` ${each.label} ${value(each.value)}.`),
    signalWords(signals, points),
    forecastWords(series),
  ].join('');
}

function forecastWords(series: RunSeries): string {
  const last = series.fan?.at(-1);
  if (!last) return '';
  const value = formatValue(last.quantiles[4]!, series.unit, series.decimals);
  return ` Forecast for ${periodName(last.period)}: ${value}, ${fanWords(last, series)}.`;
}

function signalWords(signals: readonly ChartSignal[], points: readonly Point[]): string {
  const newest = signals.reduce<ChartSignal | undefined>(
    (latest, each) => (!latest || each.index > latest.index ? each : latest),
    undefined,
  );
  if (!newest) return ' No signals: the changes are noise.';
  const count = signals.length === 1 ? '1 signal' : `${signals.length} signals, the newest`;
  const period = points[newest.index]?.period;
  return ` ${count}: ${senseWords[newest.sense].toLowerCase()} in ${period ? periodName(period) : 'an unknown period'}, ${ruleWords[newest.rule]}.`;
}
