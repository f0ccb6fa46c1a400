import { type Side, sideOf } from './compare.ts';
import type { Direction } from './definition.ts';
import type { Limits } from './limits.ts';
import { type RuleSetName, ruleSets } from './rule-sets.ts';
import { type Lines, type Match, type RuleName, rules } from './rules.ts';

/** The span that a `within` KPI should lie in; an open side has no bound. */
export type Band = { floor?: number | undefined; ceiling?: number | undefined };

export type Sense = 'improvement' | 'deterioration' | 'neither';

/**
 * A change that the limits say is not noise: `index` is the point that completed the pattern, `latest` the last point that prolonged it,
 * `points` all that take part. Indexes count the given values, missing ones included.
 */
export type Signal = { rule: RuleName; index: number; latest: number; points: number[]; sense: Sense };

/** Everywhere that one rule holds: `ends` alert, `marks` are drawn, `windows` were looked at; indexes count the given values. */
export type Pattern = { ends: number[]; marks: number[]; windows: number[] };

/** One rule over values (null = missing) and lines, point by point, as other software lists it. */
export function pattern(rule: RuleName, values: readonly (number | null)[], lines: Lines): Pattern {
  const { at, matches } = matchesOf(rule, values, lines);
  return {
    ends: places(
      at,
      matches.filter((match) => match.completes).map((match) => match.end),
    ),
    marks: places(
      at,
      matches.flatMap((match) => match.points),
    ),
    windows: places(
      at,
      matches.flatMap((match) => match.window),
    ),
  };
}

/**
 * The signals of one phase by a rule set, in the order in which they were completed. None below 6 points, only points beyond a
 * limit while limits are on trial or `firstRuleOnly` is asked for. Overlapping matches of a rule on one side are one
 * signal, and so are neighbours beyond the same limit.
 */
export function signals(
  values: readonly (number | null)[],
  limits: Limits,
  options: { ruleSet: RuleSetName; direction: Direction; band?: Band | undefined; firstRuleOnly?: boolean },
): Signal[] {
  if (limits.strength === 'too few') return [];
  const set = ruleSets[options.ruleSet];
  const chosen = limits.strength === 'trial' || options.firstRuleOnly ? set.slice(0, 1) : set;
  return chosen
    .flatMap((rule) => {
      const { at, matches } = matchesOf(rule, values, limits);
      return episodes(matches).map((episode) => {
        const ends = episode.filter((match) => match.completes).map((match) => at[match.end]!);
        const points = places(
          at,
          episode.flatMap((match) => match.points),
        );
        const taking = points.map((index) => values[index]!);
        const sense = senseOf(rule, taking, episode[0]!.side, limits.centre, options);
        return { rule, index: ends[0]!, latest: ends.at(-1)!, points, sense };
      });
    })
    .sort((a, b) => a.index - b.index);
}

/** A place where a rule holds: the point that completes the pattern and those that take part; indexes count the given values. */
export type Occurrence = { rule: RuleName; index: number; points: number[]; sense: Sense };

/**
 * Every completion of each of these rules, in the order in which they were completed: a run of ten is three runs of eight. It is what
 * other software lists, where `signals` tells one story once.
 */
export function occurrences(
  values: readonly (number | null)[],
  limits: Limits,
  chosen: readonly RuleName[],
  view: { direction: Direction; band?: Band | undefined },
): Occurrence[] {
  return chosen
    .flatMap((rule) => {
      const { at, matches } = matchesOf(rule, values, limits);
      return matches
        .filter((match) => match.completes)
        .map((match) => {
          const points = match.points.map((index) => at[index]!);
          const taking = points.map((index) => values[index]!);
          const sense = senseOf(rule, taking, match.side, limits.centre, view);
          return { rule, index: at[match.end]!, points, sense };
        });
    })
    .sort((a, b) => a.index - b.index);
}

function senseOf(
  rule: RuleName,
  taking: readonly number[],
  side: Side,
  centre: number,
  view: { direction: Direction; band?: Band | undefined },
): Sense {
  if (side === 0) return 'neither';
  const farthest = side > 0 ? Math.max(...taking) : Math.min(...taking);
  // A trend goes somewhere: its end is held against its start. Anything else is held against the centre line.
  const [before, after] = rule.startsWith('trend') ? [taking[0]!, taking.at(-1)!] : [centre, farthest];
  return senseOfMove(before, after, view);
}

function matchesOf(rule: RuleName, values: readonly (number | null)[], lines: Lines) {
  const at = values.flatMap((value, index) => (value === null ? [] : [index]));
  return { at, matches: rules[rule]({ at, values: values.filter((value) => value !== null) }, lines) };
}

function episodes(matches: readonly Match[]): Match[][] {
  const found: Match[][] = [];
  for (const match of matches) {
    const last = found.findLast((episode) => episode[0]!.side === match.side);
    const before = last?.at(-1);
    const shared = before?.points.some((point) => match.points.includes(point));
    const next = match.window.length === 1 && before?.end === match.end - 1;
    if (last && (shared || next)) last.push(match);
    else found.push([match]);
  }
  return found.filter((episode) => episode.some((match) => match.completes));
}

function places(at: readonly number[], indexes: readonly number[]): number[] {
  return [...new Set(indexes)].sort((a, b) => a - b).map((index) => at[index]!);
}

/** Whether going from one level to another is for the better: by direction, or by the distance from the band. */
export function senseOfMove(
  before: number,
  after: number,
  { direction, band }: { direction: Direction; band?: Band | undefined },
): Sense {
  const side =
    direction === 'within'
      ? -sideOf(distanceFromBand(after, band), distanceFromBand(before, band))
      : sideOf(after, before) * (direction === 'higher' ? 1 : -1);
  return side === 0 ? 'neither' : side > 0 ? 'improvement' : 'deterioration';
}

/** How far a value lies outside a band, in its unit; 0 inside, and 0 when there is no band. */
export function distanceFromBand(value: number, band: Band | undefined): number {
  const below = band?.floor === undefined ? 0 : band.floor - value;
  const above = band?.ceiling === undefined ? 0 : value - band.ceiling;
  return Math.max(0, below, above);
}
