import type { KpiFacts } from './definition.ts';
import { formatValue } from './format.ts';
import { thresholdWords } from './gap.ts';
import type { FoundSignal, Judgement } from './judgement.ts';
import type { Average } from './limits.ts';
import type { RuleName } from './rules.ts';
import { judgesValues, type Threshold } from './threshold.ts';

/** Why a number is what it is: what it says, the formula or rule, and the inputs with their values. */
export type Explanation = { sentence: string; rule: string; inputs: { name: string; value: string }[] };

/** Each rule as a person would say it. */
export const ruleWords: Record<RuleName, string> = {
  'beyond-limits': 'a point beyond a natural process limit',
  'run-of-seven': 'seven in a row on one side of the centre line',
  'run-of-eight': 'eight in a row on one side of the centre line',
  'run-of-nine': 'nine in a row on one side of the centre line',
  'trend-of-six': 'six in a row, each higher or each lower than the one before',
  'trend-of-seven': 'seven in a row, each higher or each lower than the one before',
  'two-of-three': 'two of three neighbours beyond two sigma on one side',
  'two-of-three-inside': 'two of three neighbours between two and three sigma, all on one side',
  'three-of-four': 'three of four neighbours nearer a limit than the centre line',
  'four-of-five': 'four of five neighbours beyond one sigma on one side',
  'fourteen-alternating': 'fourteen in a row going up and down by turns',
  'fifteen-inside': 'fifteen in a row within one sigma of the centre line',
  'eight-outside': 'eight in a row beyond one sigma, on both sides',
  'range-beyond': 'a step from one point to the next that is larger than the upper range limit',
};

/** A signal as a sentence with its periods. */
export function signalSentence({ rule, sense, period, latest }: FoundSignal): string {
  const when = period === latest ? `in ${period}` : `since ${period}, last in ${latest}`;
  const meaning = {
    improvement: 'an improvement that is not chance',
    deterioration: 'a deterioration that is not chance',
    neither: 'a change that is not chance, neither better nor worse',
  }[sense];
  return `${capital(ruleWords[rule])} ${when}: ${meaning}. Find out what happened.`;
}

const limitsRule: Record<Average, string> = {
  mean: 'Natural process limits are centre ± 2.66 × mean moving range of the baseline; sigma = mean moving range / 1.128.',
  median:
    'Natural process limits are the median of the baseline ± 3.145 × median moving range; sigma is a third of that.',
};

/** Why the signal column says what it says. */
export function explainSignal(
  { speaking, limits, process, phases }: Judgement,
  facts: KpiFacts,
  average: Average = 'mean',
): Explanation {
  const show = shower(facts);
  const quiet = limits
    ? 'Nothing to see: the newest values are what this process normally does.'
    : 'No limits yet, so nothing can be told from noise.';
  return {
    sentence: speaking ? signalSentence(speaking) : quiet,
    rule: limitsRule[average],
    inputs: limits
      ? [
          { name: 'centre line', value: show(limits.centre) },
          { name: `${average} moving range`, value: show(limits.range) },
          { name: 'natural process limits', value: `${show(limits.lower)} to ${show(limits.upper)}` },
          { name: 'points in the baseline', value: `${limits.count} (${limits.strength})` },
          { name: 'phase since', value: phases.at(-1)?.from ?? '–' },
          ...(process && process.from !== phases.at(-1)?.from
            ? [{ name: `level since ${process.from}`, value: show(process.level) }]
            : []),
        ]
      : [],
  };
}

/** Why the status is what it is; `threshold` is the one of the day on which the newest period ended. */
export function explainStatus(
  { status, newest, overdueFrom }: Judgement,
  threshold: Threshold | undefined,
  facts: KpiFacts,
): Explanation {
  const show = shower(facts);
  const value = newest ? `${show(newest.value)} in ${newest.period}` : '';
  const line = judgesValues(threshold) ? thresholdWords(threshold, show) : '';
  const sentences = {
    overdue: `Overdue: the newest value is ${value}, and the next was due before ${overdueFrom}. Silence is never green.`,
    'no data': 'No data: there is no value of a complete period yet.',
    breach: `Breach: ${value} has crossed ${line}.`,
    warning: `Warning: ${value} lies in the warning zone.`,
    healthy: `Healthy: ${value} keeps to ${line === 'no threshold' ? 'the safe side of the warning zone' : line}.`,
    'no threshold':
      threshold?.desired === undefined
        ? 'No threshold: nothing says what would be too little or too much, so it is not shown as healthy.'
        : `No threshold: the desired level ${show(threshold.desired)} says where to go, but no floor or ceiling says what must not happen.`,
  };
  return {
    sentence: sentences[status],
    rule: 'The newest complete period against the threshold of the day on which it ended; overdue and no data come before all.',
    inputs: [
      { name: 'newest complete value', value: value || '–' },
      ...lines(threshold, show),
      { name: 'overdue from', value: overdueFrom ?? '–' },
    ],
  };
}

/** Why a process is capable or not, and what that asks of people; a sentence for having no answer, too. */
export function explainCapability(judgement: Judgement, facts: KpiFacts): Explanation {
  const { threshold, process, misses } = judgement;
  const show = shower(facts);
  return {
    sentence: capabilitySentence(judgement, facts),
    rule: 'Capable when all of the span between the natural process limits lies on the good side of floor and ceiling, not capable when none of it does, hit and miss between.',
    inputs: [
      ...lines(threshold ?? undefined, show),
      ...(process
        ? [
            { name: 'limits since', value: process.from },
            {
              name: 'natural process limits',
              value: `${show(process.limits.lower)} to ${show(process.limits.upper)}`,
            },
          ]
        : []),
      ...(misses ? [{ name: 'missed', value: `${misses.count} of the last ${misses.of} periods` }] : []),
    ],
  };
}

/** Capability in one sentence, or two where scolding would be tempting. */
export function capabilitySentence(
  { capability, threshold, process, misses }: Judgement,
  facts: KpiFacts,
): string {
  if (threshold?.floor === undefined && threshold?.ceiling === undefined) {
    return 'No floor or ceiling: there is nothing to be capable of.';
  }
  if (!capability || !process) return 'Too few points to say what this process is capable of.';
  const line = thresholdWords(threshold, shower(facts));
  const name = threshold.floor === undefined ? 'ceiling' : threshold.ceiling === undefined ? 'floor' : 'band';
  const scolding = `Missing the ${name} is what this process normally does. Scolding will not help: it needs an OKR.`;
  const provisional = process.limits.strength === 'trial' ? ' (The limits are on trial.)' : '';
  if (capability === 'not capable') return scolding + provisional;
  if (capability === 'capable') {
    return `All that this process normally does keeps to ${line}. A point beyond it would be a signal, not bad luck.${provisional}`;
  }
  // More often than not is "normally", even where a lucky point can reach the good side.
  if (misses && misses.count * 2 > misses.of) {
    return `Hit and miss, mostly miss: ${misses.count} of the last ${misses.of} periods missed ${line}. ${scolding}${provisional}`;
  }
  return `Hit and miss: whether ${line} is kept is chance. A miss needs no culprit, and a hit is no proof; only changing the process helps.${provisional}`;
}

function lines(threshold: Threshold | undefined, show: (value: number) => string): Explanation['inputs'] {
  const { floor, ceiling, warningFloor, warningCeiling, desired, desiredBy } = threshold ?? {};
  const named: [string, number | undefined][] = [
    ['floor', floor],
    ['ceiling', ceiling],
    ['warning below', warningFloor],
    ['warning above', warningCeiling],
    [desiredBy ? `desired by ${desiredBy}` : 'desired', desired],
  ];
  return named.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value: show(value) }]));
}

function shower({ unit, decimals }: KpiFacts): (value: number) => string {
  return (value) => formatValue(value, unit, decimals);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
