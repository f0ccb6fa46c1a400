import type { Finding, Goal, Rule } from '../finding.ts';

/** A jump by more than ten times, to everybody, or to none within days. */
export const notCredible: Rule = {
  name: 'not-credible',
  of: ['key_result'],
  why: 'A goal that nobody believes in moves nobody. A stretch is a one in ten chance, not a wish.',
  source: 'Locke and Latham, "Building a practically useful theory of goal setting" (2002); PRODUCT 4.6',
  find(goal) {
    const { text, amounts } = goal;
    const at = amounts[0]?.at ?? { from: 0, to: text.length };
    const range = rangeOf(text);
    const perfect = (range && perfectOf(goal, range)) || instantOf(text);
    if (perfect) return { severity: 'problem', at, message: perfect };
    const share =
      /\b(\d{3,})\s?(?:%|percent) of (?:all |our |the |all our )?[a-z-]*s\b(?! (?:plan|budget|target|quota|level))/i.exec(
        text,
      );
    if (
      share &&
      Number(share[1]) > 100 &&
      !/\b(?:sales|revenues?|costs|earnings|savings|last|previous)\b/i.test(share[0])
    )
      return {
        severity: 'problem',
        at,
        message: `There are no more than 100 % of them: ${share[1]} % cannot be.`,
      };
    const by = /\bby\s+([\d,.]+)\s*(?:%|percent)|\b([\d,.]+)\s?(?:x|×)(?!\w)/i.exec(text);
    const times = by
      ? by[1]
        ? 1 + numberOf(by[1]) / 100
        : numberOf(by[2]!)
      : // From 1 to 30 is a start, from 50 to 1,500 a claim.
        range && range.to > 0 && range.isOneUnit && (range.from >= 5 || range.to < range.from)
        ? range.to / range.from
        : undefined;
    return times === undefined || (times < 10 && times > 0.02) ? undefined : jump(times, at);
  },
};

function jump(times: number, at: Finding['at']): Omit<Finding, 'rule'> {
  return {
    // What shrinks may have been absurd before: hours of waiting become seconds by one good idea.
    severity: times >= 20 ? 'problem' : 'advice',
    at,
    message: 'That is a change by more than ten times. What makes it possible within the cycle?',
  };
}

const theirs =
  /\b(?:open|click|conversion|response|retention|satisfaction|renewal|win|close|acceptance|approval|recommend\w*|engagement|opt-in|repeat|attach|recovery|survival|cure|pass|success|accuracy|yield|market share|adoption|occupancy|turnout|reply|return)s?\b/i;
const soon =
  /\b(?:within|in|by)\s+(?:the next |a |one |two |three |four |\d+ )?(?:days?|weeks?|fortnight|tomorrow|month)\b/i;

// "Open rate from 18% to 100%", "complaints from 900 to zero within two weeks": others never all do what we would like.
function perfectOf({ text }: Goal, { from, to, isShare }: Range): string | undefined {
  if (isShare && to === 100 && from <= 60 && theirs.test(text))
    return 'Everybody, always: people who decide for themselves never all do it. Which share would be a stretch?';
  if (/\bto (?:0|zero) (?:milli|micro)?(?:seconds?|minutes?|ms|s|min)\b/i.test(text) && from > 0)
    return 'Nothing takes no time at all. What would be quick enough for the person who waits?';
  if (!isShare && to === 0 && from >= 50 && soon.test(text))
    return `From ${from} to none in so short a time: what makes that possible? Choose a step that can be believed.`;
  return undefined;
}

const lasting: Record<string, number> = {
  ms: 1e-3,
  millisecond: 1e-3,
  second: 1,
  minute: 60,
  hour: 3_600,
  day: 86_400,
  week: 604_800,
  month: 2_629_746,
};
const durations = /\b([\d.]+) (ms|milliseconds?|seconds?|minutes?|hours?|days?|weeks?|months?)\b/gi;

const becomes =
  /(?:\bto|→|->|\binstead of|\brather than|\bnot)\s+(?:(?:under|below|less than|at most|in|within|about) )?$/i;

// From three days to one second: an automaton may do it, people who think do not.
function instantOf(text: string): string | undefined {
  const found = [...text.matchAll(durations)];
  const [first, second] = found;
  if (!first || !second || !becomes.test(text.slice(first.index + first[0].length, second.index)))
    return undefined;
  const times = found.map(
    ([, count, unit]) => Number(count) * lasting[unit!.toLowerCase().replace(/s$/, '')]!,
  );
  const [longest, shortest] = [Math.max(...times), Math.min(...times)];
  return times.length === 2 && shortest > 0 && longest / shortest > 50_000
    ? 'That is tens of thousands of times quicker. What makes it possible within the cycle?'
    : undefined;
}

type Range = { from: number; to: number; isShare: boolean; isOneUnit: boolean };

function rangeOf(text: string): Range | undefined {
  const range =
    /\bfrom\s+(?:about |around |currently )?\D?([\d,.]+)\s*([%\w]*)(?:\s+[\w-]+){0,3}?\s+to\s+(?:(zero|none|nothing)|\D?([\d,.]+))\s*([%\w]*)/i.exec(
      text,
    );
  if (!range) return undefined;
  const [, first, unit, none, second, otherUnit] = range;
  return {
    from: numberOf(first!) * scaleOf(unit),
    to: none ? 0 : numberOf(second!) * scaleOf(otherUnit),
    isShare: unit === '%' || unit === 'percent' || otherUnit === '%',
    // From 2 hours to 55 minutes: other units are other numbers.
    isOneUnit: !unit || !otherUnit || unit === otherUnit || scaleOf(unit) * scaleOf(otherUnit) > 1,
  };
}

const scales: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  million: 1e6,
  mn: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
};

// "m" is a metre as well, "M" is a million.
function scaleOf(unit: string | undefined): number {
  return unit === 'M' ? 1e6 : (scales[unit?.toLowerCase() ?? ''] ?? 1);
}

function numberOf(text: string): number {
  return Number(
    text
      .replaceAll(/,(?=\d{3})/g, '')
      .replace(',', '.')
      .replace(/\.$/, ''),
  );
}
