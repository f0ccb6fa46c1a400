import { hasDay, hasEffect, hasEffectAfterOpening } from '../effect.ts';
import type { Finding, Goal, Rule } from '../finding.ts';
import { countedOf, objectOf, phraseAt } from '../phrase.ts';
import { doneOf, thereOf } from '../predicate.ts';
import { isRange } from '../range.ts';
import { measures, ownProcedure, ownRounds } from '../words/nouns.ts';
import { ownWork, singular, takers, workNouns } from '../words/work.ts';

/** A key result that is work to be done rather than what comes of it. */
export const activity: Rule = {
  name: 'activity',
  of: ['key_result'],
  why: 'Work can be done in full and change nothing. A key result says what will be different, so that the team may find a better way there.',
  source:
    'Google, "Google\'s OKR playbook" (in Doerr, Measure What Matters, 2018); Seiden, Outcomes over Output (2019)',
  find(goal) {
    const procedure =
      ownProcedure.exec(goal.text) ?? ownRounds.exec(goal.text) ?? ownPlan.exec(goal.text) ?? moreWork(goal);
    if (procedure)
      return found(
        { from: procedure.index, to: procedure.index + procedure[0].length },
        `"${procedure[0]}" counts how much of our own procedure was carried out. What should be better when it is?`,
      );
    const done = doneOf(goal);
    if (done && !hasEffect(goal)) return workAt(goal, done.at);
    const there = thereOf(goal) ?? movedOf(goal) ?? nominalOf(goal);
    if (there) return workAt(goal, there);
    const { opening } = goal;
    if (!opening || !['do', 'watch', 'make'].includes(opening.kind) || hasEffectAfterOpening(goal))
      return bareWork(goal);
    return isEvidence(goal) || isTaken(goal) ? undefined : workAt(goal, opening.at);
  },
};

function found(at: Finding['at'], message: string): Omit<Finding, 'rule'> {
  return { severity: 'problem', at, message, repair: 'make it an initiative' };
}

function workAt({ text }: Goal, at: Finding['at']): Omit<Finding, 'rule'> {
  return found(
    at,
    `"${text.slice(at.from, at.to)}" is something to do. What changes, and by how much, when it is done? Measure that, and keep this as the initiative.`,
  );
}

// "Pass from Python 3.8 to 3.12": another version is there when the work is done.
function movedOf({ opening, amounts, quantities, text }: Goal): Finding['at'] | undefined {
  if (!opening || opening.kind === 'keep' || amounts.length > 0) return undefined;
  const isVersion = quantities.some(({ role }) => role === 'version');
  const isThere =
    /^(?:move|shift|take|bring|push|switch|transfer|convert|change)$/.test(opening.base) && moved.test(text);
  return isVersion || isThere ? opening.at : undefined;
}

const ownPlan =
  /\b\d+\s?(?:%|percent) of (?:all |the |our )*(?:planned|scheduled|agreed|committed|budgeted|promised) [\w-]+(?: [\w-]+)?/i;
const moved =
  /\b(?:all|every|the|our|remaining|\w+s)\b.*\b(?:in)?to\s+(?:the |our |a |an )?(?:new |cloud|\p{Lu}|server|system|platform|tool|database|office|building|warehouse|site)/u;

// "Distribution of 12,000 flyers": work that became a noun.
function nominalOf(goal: Goal): Finding['at'] | undefined {
  const { opening, words, amounts, text } = goal;
  const first = words[0];
  if (opening || !first || words[1]?.lower !== 'of' || !workNouns.test(first.lower)) return undefined;
  if (amounts.some(({ bound, text: amount }) => bound || /%|percent/.test(amount)) || isRange(goal))
    return undefined;
  return hasEffect(goal) || /\b(?:brings?|means|leads? to|saves?|gives?|draws?|earns?)\b/i.test(text)
    ? undefined
    : first.at;
}

// Numbers laid open on a day that is named are evidence that anybody can check.
function isEvidence(goal: Goal): boolean {
  return (
    /^(?:publish|report|release|share|present)/.test(goal.opening!.base) &&
    measures.test(goal.text) &&
    hasDay(goal)
  );
}

// "Recruit 300 members": they come because they want to.
function isTaken(goal: Goal): boolean {
  const { opening, amounts } = goal;
  if (amounts.length > 0 && /\b(?:paid|paying|booked|sold|ordered|sold-out|pre-?ordered)\b/i.test(goal.text))
    return true;
  const counted = countedOf(goal);
  if (counted === undefined || ownWork.has(counted)) return false;
  if (opening!.kind === 'make')
    return (
      takers.has(counted) ||
      counted === 'people' ||
      counted === 'person' ||
      amounts.some(({ bound }) => bound)
    );
  return (
    (opening!.isGuessed ||
      /^(?:recruit|invite|present|book|place|home|house|rehome|rehouse|resettle|place|reunite|treat|cure|feed)/.test(
        opening!.base,
      )) &&
    takers.has(counted)
  );
}

// "Increase the number of newsletters": a verb of outcome before one's own output.
function moreWork(goal: Goal): { index: number; 0: string } | undefined {
  const { opening, amounts } = goal;
  const isMore =
    opening &&
    (['raise', 'better', 'attain'].includes(opening.kind) || /^(?:generate|produce)$/.test(opening.base));
  const object = objectOf(goal);
  const isCounted =
    amounts.length > 0 || /^(?:the )?(?:number|frequency|amount) of\b/i.test(object?.text ?? '');
  if (!isMore || !isCounted || !object || /^(?:pass|score)$/.test(opening.base)) return undefined;
  const last = object.words
    .slice(-2)
    .map(({ lower }) => lower)
    .join(' ');
  const isOwn = ownWork.has(object.head) && (!given.test(object.head) || ownCalls.test(last));
  return isOwn ? { index: object.words[0]!.at.from, 0: object.text } : undefined;
}

// Others decide on these as often as we do: a visit, a call and a ticket can be theirs.
const given =
  /^(?:test|visit|call|event|session|show|review|class|course|page|story|study|walk|plan|bid|proposal)$/;
const ownCalls =
  /^(?:sales|cold|phone|courtesy|outreach|site|home|unit|smoke|team|staff|internal|client) \w+$/;

// "5 new case studies by June": a count of one's own output needs no verb to be work.
function bareWork(goal: Goal): Omit<Finding, 'rule'> | undefined {
  const { opening, verbs, words, amounts } = goal;
  if (opening || amounts.length !== 1 || amounts[0]!.at.from > 0 || words.length > 8) return undefined;
  const next = words.findIndex(({ at }) => at.from >= amounts[0]!.at.to);
  if (next < 0) return undefined;
  const phrase = phraseAt(goal, next);
  // "Calls", "hires" and "campaigns" are verbs as well; one behind what is counted says what happens.
  if (!ownWork.has(phrase.head) || verbs.some(({ word }) => word >= phrase.end)) return undefined;
  const last = phrase.words.map(({ lower }) => lower).join(' ');
  return ownCalls.test(last) || !measures.test(phrase.head)
    ? workAt(goal, { from: 0, to: goal.text.length })
    : undefined;
}
