import type { Goal, Rule } from '../finding.ts';
import { rangesOf } from '../range.ts';

type Joint = { from: number; to: number };

const changing = new Set(['raise', 'lower', 'better', 'win', 'attain']);

/** Two results under one number: half of it cannot be told from the other half. */
export const severalInOne: Rule = {
  name: 'several-in-one',
  of: ['key_result'],
  why: 'When one half is reached and the other is not, the score tells neither.',
  source: 'Wodtke, Radical Focus (2016)',
  find(goal) {
    const verbal = jointsOf(goal);
    const joints = [verbal, rangeJoints(goal), listJoints(goal)].find(({ length }) => length > 0) ?? [];
    const [first] = joints;
    if (!first) return undefined;
    const count = joints.length + 1;
    return {
      severity: 'problem',
      at: { from: first.from, to: first.to },
      message: `These are ${count === 2 ? 'two' : count} results. Split them, each with a weight of its own; what only must not suffer is a guardrail.`,
      repair: 'split it',
    };
  },
};

// "Conversion up from 2% to 3% and returns down from 9% to 6%": two pairs of values and no second verb.
function rangeJoints({ text }: Goal): Joint[] {
  return rangesOf(text)
    .slice(1)
    .flatMap((second, index) => {
      const end = rangesOf(text)[index]!.to;
      const join = /(?:,|;|\band|\bplus)\s+[^,;]*$/i.exec(text.slice(end, second.from));
      return join &&
        !/\b(?:for|in|at)\s+[^,;]*$/i.test(join[0]) &&
        !/\b(?:while|without|with)\b/i.test(join[0])
        ? [{ from: end + join.index, to: second.to }]
        : [];
    });
}

const listed =
  /\b(?:by|to) [€$£]?\d[\d.,]*\s?(?:%|[a-z]+)?(?=(,| and)\s+(?:[a-z-]+\s+){1,3}(?:by|to) [€$£]?\d)/gi;

// "Grow sales by 20%, margin by 3 points": a verb for several measures.
function listJoints({ text, opening }: Goal): Joint[] {
  if (!opening || !changing.has(opening.kind)) return [];
  return [...text.matchAll(listed)].map(({ index, 0: { length } }) => ({
    from: index + length,
    to: text.length,
  }));
}

// A second result stands behind "and" with a verb of change and an amount of its own, as the first has: "… to 45, cut churn to 4% and open two".
function jointsOf({ text, verbs, amounts, words }: Goal): Joint[] {
  const changes = verbs.filter(
    ({ kind, word }) =>
      changing.has(kind) ||
      (['do', 'make'].includes(kind) && joint.test(text.slice(0, words[word]!.at.from))),
  );
  const [first] = changes;
  if (!first) return [];
  const has = (from: number, to: number) => amounts.some(({ at }) => at.from >= from && at.to <= to);
  return changes.slice(1).flatMap((verb, index) => {
    const join = joint.exec(text.slice(0, verb.at.from));
    const until = changes[index + 2]?.at.from ?? text.length;
    const isOwn =
      join &&
      !/(?:ed|ing)$/.test(words[verb.word]!.lower) &&
      !/\b(?:who|that|which|so|where)\b/i.test(text.slice(first.at.to, join.index)) &&
      // "Double" is its own amount.
      has(first.at.from, join.index) &&
      has(verb.at.from, until);
    return isOwn ? [{ from: join.index, to: verb.at.to }] : [];
  });
}

const joint = /(?:,|;|\band|\bas well as|\bwhile also|\bplus)\s*(?:also |then )?$/i;
