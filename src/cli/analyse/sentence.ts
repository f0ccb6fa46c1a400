import type { Direction } from '#domain/kpi/definition.ts';
import { ruleWords } from '#domain/kpi/explain.ts';
import { thresholdWords } from '#domain/kpi/gap.ts';
import { type RuleSetName, ruleSets } from '#domain/kpi/rule-sets.ts';
import type { RuleName } from '#domain/kpi/rules.ts';
import type { Background, Diagnosis, Found } from './diagnose.ts';
import type { Figures } from './figures.ts';
import type { Series } from './series.ts';

// A signal older than this is history: it is told as such.
const fresh = 2;

const seasonNames: Record<number, string> = { 7: 'weekly', 12: 'yearly', 52: 'yearly' };

/** What there is to say of one series, in one sentence: signal or none, capability, odds, and what to mind. */
export function sentenceOf(
  series: Series,
  diagnosis: Diagnosis,
  background: Background,
  figures: Figures,
): string {
  const parts = [
    quietOrSignal(series, diagnosis, background, figures),
    capabilityWords(series, diagnosis, figures),
    oddsWords(series, diagnosis, background, figures),
    diagnosis.forecast === null ? 'no forecast below 8 values' : undefined,
  ].filter((part) => part !== undefined);
  const mind = caveats(diagnosis, background);
  return `${parts.join('; ')}${mind.length > 0 ? ` (${mind.join('; ')})` : ''}.`;
}

function quietOrSignal(
  { values, direction, rules = 'wheeler' }: Series,
  { limits, signals, refused }: Diagnosis,
  { count }: Background,
  figures: Figures,
): string {
  if (!limits) return (refused ?? '').replace(/\.( .*)?$/s, '');
  const newest = values.findLastIndex((value) => value !== null);
  const speaking = speakingOf(signals, rules, newest + 1 - fresh);
  if (!speaking) return `Nothing to see: all ${count} values are what this process normally does`;
  const { rule, index, sense } = speaking;
  const words = ruleWords[rule as RuleName];
  const meaning = sense === undefined || sense === 'neither' ? '' : `, ${meaningOf(sense, direction)}`;
  return newest - index < fresh
    ? `Signal: ${words} at ${figures.place(index)}${meaning}`
    : `Quiet now; the last signal was ${words} at ${figures.place(index)}${meaning}`;
}

// Of the fresh ones that which its set names first, else the latest. A wide step speaks only where nothing else does: it is the echo of a point beyond a limit.
function speakingOf(signals: readonly Found[], rules: RuleSetName, since: number): Found | undefined {
  const lasting = signals.filter(({ rule }) => rule !== 'range-beyond');
  const told = lasting.length > 0 ? lasting : signals;
  const now = told.filter(({ index }) => index >= since);
  const order: readonly string[] = ruleSets[rules];
  return (
    now.sort((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule) || b.index - a.index)[0] ?? told.at(-1)
  );
}

// Nobody said which way is good: then only up and down can be told.
function meaningOf(sense: 'improvement' | 'deterioration', direction: Direction | undefined): string {
  if (direction === undefined) return sense === 'improvement' ? 'upwards' : 'downwards';
  return sense === 'improvement' ? 'an improvement' : 'a deterioration';
}

function capabilityWords(
  { floor, ceiling }: Series,
  { capability }: Diagnosis,
  figures: Figures,
): string | undefined {
  if (!capability) return undefined;
  const line = thresholdWords({ from: '1900-01-01', floor, ceiling }, figures.value);
  if (capability === 'capable') return `all that it normally does keeps to ${line}`;
  if (capability === 'not capable')
    return `missing ${line} is what it normally does, so scolding will not help`;
  return `whether it keeps to ${line} is chance`;
}

function oddsWords(
  { values, desired, floor, ceiling, direction }: Series,
  { probability }: Diagnosis,
  { horizon }: Background,
  figures: Figures,
): string | undefined {
  if (!probability) return undefined;
  const target =
    desired === undefined
      ? `keeping to ${thresholdWords({ from: '1900-01-01', floor, ceiling }, figures.value)}`
      : `${figures.value(desired)} or ${direction === 'lower' ? 'less' : 'more'}`;
  return `the odds of ${target} at ${figures.place(values.length - 1 + horizon)} are ${percent(probability.at)}${horizon > 1 ? `, at some point until then ${percent(probability.by)}` : ''}`;
}

/** Odds as people read them: never surer than a forecast can be. */
function percent(odds: number): string {
  if (odds < 0.01) return 'below 1%';
  return odds > 0.99 ? 'above 99%' : `${Math.round(odds * 100)}%`;
}

function caveats({ season }: Diagnosis, { limits, memory }: Background): string[] {
  return [
    limits?.strength === 'trial' && 'trial limits: only a point beyond one is a signal',
    season && `judged without its ${seasonNames[season.period]} season`,
    memory === 'clings' && 'values cling to the ones before: only a point beyond a limit is a signal',
    memory === 'swings' && 'values swing back from the ones before: only a point beyond a limit is a signal',
    limits && limits.distinctRanges <= 3 && 'too few different values for limits to be reliable',
  ].filter((each) => typeof each === 'string');
}
