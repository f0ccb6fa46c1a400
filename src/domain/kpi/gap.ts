import { beyondThreshold, sideOf } from './compare.ts';
import type { KpiFacts } from './definition.ts';
import { formatDifference, formatValue } from './format.ts';
import type { Judgement } from './judgement.ts';
import type { Threshold } from './threshold.ts';

/** In the order of the gap board: what cannot be negotiated first, what chance decides next, then wishes; noise and nothing last. */
export const gapKinds = ['not capable', 'hit and miss', 'desired', 'noise', 'none'] as const;

export type GapKind = (typeof gapKinds)[number];

/**
 * The distance from a KPI's level to what is wanted: `wanted` is the desired level, else the threshold that is at stake; `units` (0 or more)
 * is how far there is still to go, `sigma` the same in process sigmas (null when the process does not vary, or has no limits).
 */
export type Gap = {
  kind: GapKind;
  level: number | null;
  since: string | null;
  wanted: number | null;
  units: number;
  sigma: number | null;
  weight: number;
  /** What is wrong, without the distance, which a table shows in figures. */
  verdict: string;
  sentence: string;
};

/** The gap of a judged KPI under the threshold in force today; undefined when nothing is asked of it. `weight` is how much it matters. */
export function gapOf(judgement: Judgement, facts: KpiFacts, weight: number): Gap | undefined {
  const { threshold, process, capability } = judgement;
  if (
    !threshold ||
    [threshold.floor, threshold.ceiling, threshold.desired].every((each) => each === undefined)
  ) {
    return undefined;
  }
  if (!process) return withoutLevel(judgement, weight);
  const wanted = wantedOf(process.level, threshold, facts);
  const units = wanted === undefined ? 0 : distance(process.level, wanted, threshold, facts);
  const kind: GapKind =
    capability === 'not capable' || capability === 'hit and miss'
      ? capability
      : units > 0
        ? 'desired'
        : isBadPoint(judgement, facts)
          ? 'noise'
          : 'none';
  const sigma = process.limits.sigma > 0 ? units / process.limits.sigma : null;
  const gap = {
    kind,
    level: process.level,
    since: process.from,
    wanted: wanted ?? null,
    units,
    sigma,
    weight,
  };
  const verdict = verdictOf(kind, judgement, facts);
  return { ...gap, verdict, sentence: [verdict, ...distanceWords(gap, threshold, facts)].join(' ') };
}

/** The order of the gap board: by kind, then by gap in sigmas × weight (units differ, sigmas compare); certain gaps before all. */
export function byRank(a: Gap, b: Gap): number {
  return gapKinds.indexOf(a.kind) - gapKinds.indexOf(b.kind) || urgency(b) - urgency(a);
}

// A process that never varies misses for certain. Not Infinity: two of them must compare as equal, not as NaN.
function urgency({ sigma, units, weight }: Gap): number {
  return (sigma ?? (units > 0 ? 1e12 : 0)) * weight;
}

function withoutLevel({ newest }: Judgement, weight: number): Gap {
  const sentence = newest
    ? 'Too few points to know the level: there is no gap to speak of yet.'
    : 'No value yet: there is no level to hold against the threshold.';
  const unknown = { level: null, since: null, wanted: null, units: 0, sigma: null };
  return { kind: 'none', ...unknown, weight, verdict: sentence, sentence };
}

function wantedOf(level: number, threshold: Threshold, { direction }: KpiFacts): number | undefined {
  const { floor, ceiling, desired } = threshold;
  if (desired !== undefined) return desired;
  if (direction === 'higher') return floor ?? ceiling;
  if (direction === 'lower') return ceiling ?? floor;
  if (!beyondThreshold(level, floor, ceiling)) return undefined;
  if (floor === undefined || ceiling === undefined) return floor ?? ceiling;
  return Math.abs(level - floor) <= Math.abs(level - ceiling) ? floor : ceiling;
}

function distance(level: number, wanted: number, threshold: Threshold, { direction }: KpiFacts): number {
  const toGo =
    wanted === threshold.desired
      ? { higher: wanted - level, lower: level - wanted, within: Math.abs(level - wanted) }[direction]
      : wanted === threshold.floor
        ? wanted - level
        : level - wanted;
  return sideOf(toGo, 0) > 0 ? toGo : 0;
}

// Worse than wanted or warned of, while no signal speaks: the next point will be better without anyone's doing.
function isBadPoint({ newest, speaking, threshold }: Judgement, { direction }: KpiFacts): boolean {
  if (!newest || speaking || !threshold) return false;
  const { floor, ceiling, warningFloor, warningCeiling, desired } = threshold;
  const { value } = newest;
  if (beyondThreshold(value, warningFloor ?? floor, warningCeiling ?? ceiling)) return true;
  if (desired === undefined || direction === 'within') return false;
  return sideOf(value, desired) === (direction === 'higher' ? -1 : 1);
}

function verdictOf(kind: GapKind, { threshold, newest, process }: Judgement, facts: KpiFacts): string {
  const show = (value: number) => formatValue(value, facts.unit, facts.decimals);
  const line = threshold ? thresholdWords(threshold, show) : '';
  const limits = process ? `${show(process.limits.lower)} to ${show(process.limits.upper)}` : '';
  switch (kind) {
    case 'not capable':
      return `Non-negotiable and not capable: the process runs from ${limits}, all of it on the wrong side of ${line}. It needs an OKR.`;
    case 'hit and miss':
      return `Hit and miss: ${line} lies inside what the process normally does, ${limits}, so chance decides.`;
    case 'desired':
      return `${threshold?.floor === undefined && threshold?.ceiling === undefined ? 'No threshold is at stake' : `The process holds ${line}`}, but it is not where you want it.`;
    case 'noise':
      return `Noise, leave it alone: ${show(newest!.value)} lies inside what the process normally does, ${limits}.`;
    case 'none':
      return 'No gap.';
  }
}

function distanceWords(
  { kind, level, wanted, units, sigma }: Pick<Gap, 'kind' | 'level' | 'wanted' | 'units' | 'sigma'>,
  threshold: Threshold,
  { unit, decimals }: KpiFacts,
): string[] {
  if (kind === 'noise' || (kind !== 'none' && units === 0)) return [];
  const show = (value: number) => formatValue(value, unit, decimals);
  const asked = wanted === threshold.desired ? 'desired' : 'asked';
  const against =
    wanted === null ? `which keeps to ${thresholdWords(threshold, show)}` : `${asked} is ${show(wanted)}`;
  const levels = `The level is ${show(level!)}, ${against}`;
  if (units === 0) return [`${levels}.`];
  const toGo = formatDifference(units, unit, decimals).replace(/^\+/, '');
  return [`${levels}: ${toGo} to go${sigma === null ? '' : ` (${sigma.toFixed(1)} sigma)`}.`];
}

/** The non-negotiables in words: 'the floor of 95%', 'the band from 3 to 5'. */
export function thresholdWords({ floor, ceiling }: Threshold, show: (value: number) => string): string {
  if (floor !== undefined && ceiling !== undefined) return `the band from ${show(floor)} to ${show(ceiling)}`;
  if (floor !== undefined) return `the floor of ${show(floor)}`;
  return ceiling === undefined ? 'no threshold' : `the ceiling of ${show(ceiling)}`;
}
