import { type Rule, whole } from '../finding.ts';

const topics: readonly [string, RegExp][] = [
  [
    'money',
    /\b(?:revenue|income|sales|profit|margin|costs?|budget|cash|donations?|grants?|arr|mrr|spend|prices?|debt)\b|[€$£]/i,
  ],
  [
    'staff',
    /\b(?:staff|employees?|colleagues?|nurses?|teachers?|engineers?|hires?|hiring|retention of staff|turnover|sick(?:ness)?|morale|shifts?)\b/i,
  ],
  [
    'time',
    /\b(?:quick(?:er|ly)?|fast(?:er)?|speed|wait(?:ing)?|queues?|delays?|lead time|response|minutes?|hours?|days?|punctual(?:ity)?|same day)\b/i,
  ],
  ['the environment', /\b(?:carbon|co2|emissions?|energy|waste|recycl\w+|water|climate|green)\b/i],
  ['safety', /\b(?:safe(?:ty|r)?|accidents?|injur\w+|incidents?|falls|infections?|harm)\b/i],
];

const topicsOf = (text: string) => topics.filter(([, shape]) => shape.test(text)).map(([name]) => name);
const stemsOf = (text: string) =>
  new Set([...text.toLowerCase().matchAll(/\p{L}{5,}/gu)].map(([word]) => word.slice(0, 5)));

/** A key result that speaks of something else than its objective does. Only where both name one topic and share no word. */
export const notAligned: Rule = {
  name: 'not-aligned',
  of: ['key_result'],
  why: 'Key results that do not measure their objective can all be reached while it is missed.',
  source:
    'Doerr, Measure What Matters (2018): when the key results are done, the objective is necessarily achieved',
  find(goal) {
    if (!goal.objective) return undefined;
    const [own, above] = [topicsOf(goal.text), topicsOf(goal.objective)];
    if (own.length !== 1 || above.length !== 1 || own[0] === above[0]) return undefined;
    const words = stemsOf(goal.objective);
    if ([...stemsOf(goal.text)].some((stem) => words.has(stem))) return undefined;
    return {
      severity: 'advice',
      at: whole(goal),
      message: `It speaks of ${own[0]}, the objective of ${above[0]}. Would the objective be reached when this is?`,
    };
  },
};
