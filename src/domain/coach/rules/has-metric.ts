import type { Goal, Rule } from '../finding.ts';
import { measures } from '../words/nouns.ts';

/** An objective that carries its own number. */
export const hasMetric: Rule = {
  name: 'has-metric',
  of: ['objective'],
  why: 'The objective says where we are going, the key results how we know that we are there. A number in the objective makes the key results superfluous.',
  source: 'Doerr, Measure What Matters (2018); Wodtke, Radical Focus (2016)',
  find(goal) {
    const amount = goal.amounts[0];
    return (
      amount && {
        severity: isOnlyNumber(goal) ? 'problem' : 'advice',
        at: amount.at,
        message: `"${amount.text}" is a measure: move it into a key result, and say here what it would mean to somebody.`,
        repair: 'make it a key result',
      }
    );
  },
};

const multiplied = /^(?:double|triple|quadruple|halve|(?:by|in) half|by a (?:third|quarter|fifth))$/i;
const changing = new Set(['raise', 'lower', 'better', 'attain', 'win']);

// "Increase ticket income by 15%" and "Get 50 new clients" have nothing else to say; "... in our four villages, so that nobody eats alone" has.
function isOnlyNumber(goal: Goal): boolean {
  // "No accidents" is a measure with its value; "no more cold classrooms" is not.
  return /^(?:no|zero)(?: [\w-]+)? [\w-]+[.!]?$/i.test(goal.text)
    ? measures.test(goal.words.at(-1)!.lower)
    : isOnlyAmount(goal);
}

function isOnlyAmount({ opening, amounts, words, verbs, quantities, text }: Goal): boolean {
  const told = amounts.filter(
    ({ text: each, at }) => /\d/.test(each) || / (?:to|by) $/.test(text.slice(0, at.from)),
  );
  const [amount] = told.length > 0 ? told : amounts;
  if (told.length > 1 || !(told.length === 1 || multiplied.test(amount!.text))) return false;
  // "€600k from sponsors".
  if (told.length === 1 && told[0]!.at.from === 0 && words.length <= 4) return true;
  if (opening ? !changing.has(opening.kind) : verbs.length > 0) return false;
  // "Double the joy, halve the paperwork" sets one against the other.
  if (told.length === 0 && amounts.length > 1) return false;
  const isBeside = ({ at }: { at: { from: number; to: number } }) =>
    at.from >= amount!.at.from && at.to <= amount!.at.to;
  const dated = quantities.filter(({ role }) => role === 'date');
  const said = words.filter(
    (word) =>
      word.at.from >= (opening?.at.to ?? 0) &&
      !isBeside(word) &&
      !dated.some(({ at }) => word.at.from >= at.from && word.at.to <= at.to) &&
      !small.test(word.lower),
  );
  const where = /(?<!-)\b(?:in|for|across|among|at|so|that|who|which|with|without|while)\b/i.exec(
    text
      .slice(opening?.at.to ?? 0)
      .replace(
        /\b(?:in|at) (?=\d|(?:q|h)\d)|(?<=(?:[€$£]\s?[\d.,]+\s?(?:[km]|bn|million|thousand)?|\d\s?(?:[km]|bn|million|thousand)) )(?:worth |or more )?(?:in|of|for|from)\b/gi,
        '',
      ),
  );
  return said.length <= 4 && !where;
}

const small =
  /^(?:by|to|of|an?|the|our|from|than|over|under|above|below|at|least|most|more|less|new|end|this|next|year|quarter|month|until|points?|percent|total)$/;
