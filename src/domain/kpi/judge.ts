import type { Cadence } from '#domain/time/period.ts';
import { memoryOf } from './autocorrelation.ts';
import { capabilityOf } from './capability.ts';
import { beyondThreshold } from './compare.ts';
import { judgedSeries } from './judged-series.ts';
import type { Evidence, FoundSignal, JudgedPhase, Judgement, Trend, Value } from './judgement.ts';
import { notices } from './notices.ts';
import { type Break, baselineLength, type PhaseChart, phaseCharts, proposePhase } from './phases.ts';
import { ruleSets } from './rule-sets.ts';
import { seasonOf, withoutSeason } from './seasonal.ts';
import { type Point, valuesOf } from './series.ts';
import { type Sense, type Signal, senseOfMove, signals } from './signals.ts';
import { overdueFrom, statusOf } from './status.ts';
import { type Threshold, thresholdOn } from './threshold.ts';

// A signal speaks on the panel until the next review has seen it: for the newest period and the one before, or a week of days. With
// this a process in control speaks falsely about once in twenty panels; with every old signal shown it would be every other.
const fresh: Record<Cadence, number> = { daily: 7, weekly: 2, monthly: 2, quarterly: 2, yearly: 2 };

const sparklineLength = 52;

/**
 * Everything that is known of a KPI today: status, level, limits, phases, signals, capability and what to mind. Signals, level and
 * limits are those of the seasonally adjusted values when there is a season; status is that of the value itself. Status goes by
 * the threshold of the day on which the newest period ended, capability and senses by today's.
 */
export function judge(evidence: Evidence, series = judgedSeries(evidence)): Judgement {
  const { facts, thresholds, today, calendar, graceDays, average } = evidence;
  const { points, partial, lacking } = series;
  const raw = valuesOf(points);
  const season = seasonOf(raw, facts.cadence);
  const values = withoutSeason(raw, season);
  const threshold = thresholdOn(today, thresholds);
  const view = { direction: facts.direction, band: threshold };

  const charts = phaseCharts(values, breaksAt(evidence, points), baselineLength, average);
  const phases = charts.map((chart) => judgedPhase(chart, values, points, evidence, threshold));
  const present = phases.at(-1);
  const limits = present?.limits ?? undefined;
  // Where values cling to their neighbours a long run is no evidence that the process has moved.
  const proposed =
    limits && present?.memory !== 'clings' ? proposePhase(values, charts.at(-1)!, average) : undefined;
  const proposal = proposed && {
    from: points[proposed.from]!.period,
    level: proposed.limits.centre,
    sense: senseOfMove(limits!.centre, proposed.limits.centre, view),
  };
  // Eight points since the process moved say more of where it is than any number from before.
  const process = proposed
    ? { from: proposal!.from, level: proposal!.level, limits: proposed.limits }
    : limits && { from: present!.from, level: limits.centre, limits };

  const seen = points.filter(({ value }) => value !== null).map(asValue);
  const newest = seen.at(-1);
  const incomplete = lacking.filter(({ period }) => !newest || period > newest.period).at(-1);
  const speaking = speakingOf(present, points, evidence);
  const status = statusOf(newest, { cadence: facts.cadence, thresholds, today, graceDays, calendar });
  return {
    newest: newest ?? null,
    partial: partial ? asValue(partial) : null,
    incomplete: incomplete ? asValue(incomplete) : null,
    previous: seen.at(-2) ?? null,
    status,
    overdueFrom: newest ? overdueFrom(newest.period, graceDays, calendar) : null,
    threshold: threshold ?? null,
    level: limits?.centre ?? null,
    limits: limits ?? null,
    strength: limits?.strength ?? 'too few',
    process: process ?? null,
    phases,
    speaking: speaking ?? null,
    proposal: proposal ?? null,
    capability: capabilityOf(process?.limits, threshold) ?? null,
    trend: trendOf(proposal?.sense, speaking),
    season: season ? { period: season.period, kind: season.kind, strength: season.strength } : null,
    notices: notices({
      count: seen.length,
      present,
      season,
      newest,
      incomplete: incomplete && asValue(incomplete),
      proposedFrom: proposal?.from,
    }),
    sparkline: raw.slice(-sparklineLength),
    misses: missesOf(raw.slice(-sparklineLength), threshold),
  };
}

function breaksAt({ phases }: Evidence, points: readonly Point[]): Break[] {
  // Periods of one cadence compare as strings in the order of time.
  return phases.flatMap(({ from, baselineTo }) => {
    const at = points.findIndex(({ period }) => period >= from);
    if (at < 0) return [];
    const locked = baselineTo === undefined ? -1 : points.findLastIndex(({ period }) => period <= baselineTo);
    return [{ from: at, baselineTo: locked < at ? undefined : locked }];
  });
}

function judgedPhase(
  chart: PhaseChart,
  values: readonly (number | null)[],
  points: readonly Point[],
  { facts, ruleSet, phases }: Evidence,
  threshold: Threshold | undefined,
): JudgedPhase {
  const stretch = values.slice(chart.from, chart.to + 1);
  const memory = memoryOf(stretch);
  const usable = chart.limits && chart.limits.strength !== 'too few' ? chart.limits : undefined;
  const { direction } = facts;
  const options = { ruleSet, direction, band: threshold, firstRuleOnly: memory !== undefined };
  const from = points[chart.from]!.period;
  const begun = phases.filter((phase) => phase.from <= from);
  return {
    from,
    to: points[chart.to]!.period,
    baselineTo: points[chart.baselineTo]!.period,
    reason: begun.length === 0 ? null : begun.reduce((a, b) => (b.from >= a.from ? b : a)).reason,
    limits: usable ?? null,
    signals: usable
      ? signals(stretch, usable, options).map((signal) => placed(signal, points, chart.from))
      : [],
    memory: memory ?? null,
  };
}

function placed(signal: Signal, points: readonly Point[], offset: number): FoundSignal {
  const period = (index: number) => points[index + offset]!.period;
  return {
    rule: signal.rule,
    sense: signal.sense,
    period: period(signal.index),
    latest: period(signal.latest),
    periods: signal.points.map(period),
  };
}

// Of those that are fresh the one prolonged last, and of those the one that its rule set names first.
function speakingOf(
  present: JudgedPhase | undefined,
  points: readonly Point[],
  { ruleSet, facts }: Evidence,
): FoundSignal | undefined {
  const since = points.at(-Math.min(points.length, fresh[facts.cadence]))?.period;
  const order = ruleSets[ruleSet];
  return present?.signals
    .filter(({ latest }) => since !== undefined && latest >= since)
    .sort((a, b) =>
      a.latest === b.latest ? order.indexOf(a.rule) - order.indexOf(b.rule) : a.latest < b.latest ? 1 : -1,
    )[0];
}

// One point beyond a limit is an event; a trend is what lasts.
function trendOf(moved: Sense | undefined, speaking: FoundSignal | undefined): Trend {
  const lasting = speaking && speaking.rule !== 'beyond-limits' ? speaking.sense : undefined;
  const sense = moved ?? lasting;
  if (sense === 'improvement') return 'improving';
  return sense === 'deterioration' ? 'worsening' : 'flat';
}

function asValue({ period, value, missing }: Point): Value {
  return { period, value: value!, missing: missing ?? [] };
}

function missesOf(values: readonly (number | null)[], threshold: Threshold | undefined) {
  if (threshold?.floor === undefined && threshold?.ceiling === undefined) return null;
  const present = values.filter((value) => value !== null);
  const count = present.filter((value) => beyondThreshold(value, threshold.floor, threshold.ceiling)).length;
  return { count, of: present.length };
}
