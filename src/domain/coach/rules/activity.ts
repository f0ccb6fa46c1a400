import { hasDay, hasEffect, hasEffectAfterOpening } from '../effect.ts';
import { type Finding, type Goal, type Rule, whole } from '../finding.ts';
import { isStaffing } from '../once.ts';
import { isOwnWork, isTeaching, ownDoing } from '../ours.ts';
import { countedOf, objectOf, phraseAt } from '../phrase.ts';
import { doneOf, thereOf } from '../predicate.ts';
import { isRange } from '../range.ts';
import type { FoundVerb } from '../read.ts';
import { measures, ownProcedure, ownRounds } from '../words/nouns.ts';
import { artefacts, ownWork, papers, singular, takers, workNouns } from '../words/work.ts';

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
    const isUndone =
      procedure && goal.verbs.some((verb) => verb.at.from > procedure.index && isEffectOf(goal, verb));
    if (procedure && !isUndone)
      return found(
        { from: procedure.index, to: procedure.index + procedure[0].length },
        `"${procedure[0]}" counts how much of our own procedure was carried out. What should be better when it is?`,
      );
    const done = doneOf(goal);
    if (isStaffing(goal)) return workAt(goal, goal.opening!.at);
    if (done && !hasEffect(goal)) return workAt(goal, done.at);
    const ours = ownDoing(goal);
    if (ours) return workAt(goal, ours.at);
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
function movedOf(goal: Goal): Finding['at'] | undefined {
  const { opening, amounts, quantities, text } = goal;
  if (!opening || opening.kind === 'keep') return undefined;
  const share = /%\s+of (?:all |our |the )*([\w-]+)/i.exec(text)?.[1] ?? '';
  const isCarried =
    carrying.test(opening.base) &&
    /\b(?:in|on)?to\s+(?:the |our |a |an )?\p{L}/u.test(text) &&
    (assets.test(singular(share)) || assets.test(countedOf(goal) ?? '') || isMovedToNew(goal));
  if (isCarried && !/\bwithout\b/.test(text)) return opening.at;
  if (amounts.length > 0) return undefined;
  const isVersion = quantities.some(({ role }) => role === 'version');
  const isThere = carrying.test(opening.base) && moved.test(text);
  const last = singular(goal.words.at(-1)!.lower);
  const isPaper =
    (/^(?:renew|sign|extend|obtain|get|secure)$/.test(opening.base) && papers.test(last)) ||
    (/^(?:adopt|pass)$/.test(opening.base) && decided.test(last));
  return isVersion || isThere || isPaper ? opening.at : undefined;
}

// "Bring all 14 depots onto the new roster": whoever has to go there goes.
function isMovedToNew(goal: Goal): boolean {
  const counted = countedOf(goal);
  return (
    counted !== undefined &&
    !takers.has(counted) &&
    !/%|percent/.test(goal.text) &&
    /\b(?:in|on)?to (?:the |our |a )?new [\w-]+(?: [\w-]+)?[.!]?$/i.test(goal.text)
  );
}

const decided = /^(?:plan|policy|strategy|budget|code|charter|guideline|standard|constitution|statute)$/;
const ownPlan =
  /\b\d+\s?(?:%|percent) of (?:all |the |our )*(?:planned|scheduled|committed|budgeted|(?:agreed|promised)(?= (?:[\w-]+ )?(?:actions?|measures?|steps|milestones|tasks|work|deliverables|projects|hours|sessions|visits|changes|fixes))) [\w-]+(?: [\w-]+)?|\b\d+\s?(?:%|percent) of (?:all |the |our )*(?:project|roadmap|backlog|work packages?|sprint|milestones?|action plan|project plan|tasks?)\b|\b\d+ (?:out )?of (?:the |our )?\d+ (?:planned |work |project )?(?:packages|milestones|tasks|steps|items|deliverables|stories|phases|actions|measures|projects|initiatives)\b/i;
const carrying = /^(?:move|shift|take|bring|push|switch|transfer|convert|change|migrate)$/;
const assets =
  /^(?:server|service|file|record|document|repository|repo|application|app|site|website|database|table|mailbox|dataset|workload|page|form|contract|desk|machine|folder|template|product|item|article|footage|job|script|pipeline|backup|archive|asset|dashboard|report|licence|license|tape|terabyte|gigabyte|tb|gb|pb)$/;
const moved =
  /\b(?:all|every|the|our|remaining|\w+s)\b.*\b(?:in)?to\s+(?:the |our |a |an )?(?:new |cloud|\p{Lu}|server|system|platform|tool|database|office|building|warehouse|site)/u;

// "Distribution of 12,000 flyers": work that became a noun.
function nominalOf(goal: Goal): Finding['at'] | undefined {
  const { opening, words, amounts, text } = goal;
  const at = /^(?:full|complete|successful|final|timely)$/.test(words[0]?.lower ?? '') ? 1 : 0;
  const first = words[at];
  if (opening || !first || words[at + 1]?.lower !== 'of' || !workNouns.test(first.lower)) return undefined;
  if (amounts.some(({ bound, text: amount }) => bound || /%|percent/.test(amount)) || isRange(goal))
    return undefined;
  return hasEffect(goal) || /\b(?:brings?|means|leads? to|saves?|gives?|draws?|earns?)\b/i.test(text)
    ? undefined
    : first.at;
}

// "Test coverage of payment paths stops 9 of 10 regressions": a procedure that is the subject of what changes.
function isEffectOf({ words, amounts }: Goal, { word, base, kind, at }: FoundVerb): boolean {
  const isThird = words[word]!.lower === `${base}s` || words[word]!.lower === `${base}es`;
  return (
    word > 0 &&
    isThird &&
    ['raise', 'lower', 'win'].includes(kind) &&
    amounts.some((each) => each.at.from > at.to)
  );
}

// Numbers laid open on a day that is named are evidence that anybody can check.
function isEvidence(goal: Goal): boolean {
  return (
    (/^(?:publish|report|release|share|present)/.test(goal.opening!.base) ||
      /^make .+ public\b/i.test(goal.text)) &&
    measures.test(goal.text) &&
    hasDay(goal)
  );
}

// "Recruit 300 members": they come because they want to.
function isTaken(goal: Goal): boolean {
  const { opening, amounts } = goal;
  if (amounts.length > 0 && /\b(?:paid|paying|booked|sold|ordered|sold-out|pre-?ordered)\b/i.test(goal.text))
    return true;
  if (
    amounts.length > 0 &&
    /\b(?:that|who) (?:pay|buy|order|use|visit|stay|renew|sign|join|come|book|return|recommend|donate|give)s?\b/i.test(
      goal.text,
    )
  )
    return true;
  const counted = countedOf(goal);
  if (counted === undefined || ownWork.has(counted) || into(goal)) return false;
  if (opening!.kind === 'make')
    return (
      takers.has(counted) ||
      counted === 'people' ||
      counted === 'person' ||
      amounts.some(({ bound }) => bound)
    );
  return (
    (opening!.isGuessed ||
      /^(?:extend|renew|prolong|sign|recruit|invite|present|book|place|home|house|rehome|rehouse|resettle|place|reunite|treat|cure|feed)/.test(
        opening!.base,
      )) &&
    takers.has(counted)
  );
}

// "Enter all 900 members in the new database": nobody came, they were typed in.
function into({ opening, text, words }: Goal): boolean {
  const found =
    /\b(?:in|into|to|onto|on) (?:the |our |a |an )?(?:[\w-]+ )*?([\w-]+)(?: (?:by|before|until)\b.*)?[.!]?$/i.exec(
      text,
    );
  return (
    opening?.isGuessed === true &&
    words.length > 4 &&
    found !== null &&
    artefacts.has(singular(found[1]!.toLowerCase()))
  );
}

// "Increase the number of newsletters": a verb of outcome before one's own output.
function moreWork(goal: Goal): { index: number; 0: string } | undefined {
  const { opening, amounts, text } = goal;
  const isMore =
    opening &&
    (['raise', 'better', 'attain'].includes(opening.kind) || /^(?:generate|produce)$/.test(opening.base));
  const object = objectOf(goal);
  if (/^(?:collect|gather|have|get)$/.test(opening?.base ?? '') && object && opinions.test(object.head))
    return { index: opening!.at.from, 0: goal.text.slice(opening!.at.from, object.words.at(-1)!.at.to) };
  const isCounted =
    amounts.length > 0 || /^(?:the )?(?:number|frequency|amount) of\b/i.test(object?.text ?? '');
  if (!isMore || !isCounted || !object || /^(?:pass|score)$/.test(opening.base)) return undefined;
  const last = object.words
    .slice(-2)
    .map(({ lower }) => lower)
    .join(' ');
  if (opening.kind === 'raise' && inputs.test(object.text))
    return { index: object.words[0]!.at.from, 0: object.text };
  const isByUs = /^ by (?:our|the team|staff)\b/i.test(text.slice(object.words.at(-1)!.at.to));
  const isOwn =
    isOwnWork(object) && (!given.test(object.head) || ownCalls.test(last) || isTeaching(object) || isByUs);
  return isOwn ? { index: object.words[0]!.at.from, 0: object.text } : undefined;
}

const opinions =
  /^(?:idea|suggestion|impression|feedback|opinion|requirement|input|insight|quote|datum|data|question|comment|option|proposal|draft)$/;

// Others decide on these as often as we do: a visit, a call and a ticket can be theirs.
const inputs =
  /(?:^|\s)(?:headcount|staffing|(?:advertising|marketing|training|ads?|media|travel|promotion) (?:budget|spend))$/i;
const given =
  /^(?:test|check|visit|call|event|session|show|review|class|course|page|story|study|walk|plan|bid|proposal)$/;
const ownCalls =
  /^(?:sales|cold|phone|courtesy|outreach|site|field|stock|a\/b|spot|safety|quality|home|unit|smoke|team|staff|internal|client) \w+$/;

const out = /^(?:online|live|ready|done|out|published|available|complete)$/;

// "5 new case studies by June": a count of one's own output needs no verb to be work.
function bareWork(goal: Goal): Omit<Finding, 'rule'> | undefined {
  const { opening, amounts, words, text } = goal;
  const [first] = amounts;
  if (/\b(?:consecutive|in a row|without|running)\b/i.test(text)) return undefined;
  const rhythm = opening || !recurring.test(words[0]?.lower ?? '') ? undefined : phraseAt(goal, 0);
  if (rhythm && isOwnWork(rhythm) && !hasEffect(goal)) return workAt(goal, whole(goal));
  if (opening || !first || words.length > 8 || !barely.test(text.slice(0, first.at.from))) return undefined;
  return amounts.every((amount) => isOwnOutput(goal, amount.at.to))
    ? workAt(goal, { from: 0, to: text.length })
    : undefined;
}

// "Monthly newsletter to 3,000 members".
const recurring = /^(?:daily|weekly|fortnightly|monthly|quarterly|yearly|annual|regular)$/;
const barely = /^\W*(?:(?:more than|at least|over|up to|another|about|a further) )?$/i;

// Whether nothing but our own work is counted behind an amount: "sales calls per week", "job ads online".
function isOwnOutput(goal: Goal, from: number): boolean {
  const { words, verbs } = goal;
  const next = words.findIndex(({ at }) => at.from >= from);
  if (next < 0) return false;
  const whole = phraseAt(goal, next);
  const phrase = out.test(whole.head)
    ? phraseAt({ ...goal, words: words.slice(0, whole.end - 1) }, next)
    : whole;
  const isOwn =
    isOwnWork(phrase) ||
    /^(?:release|conference|project|programme|survey|concept|brochure)$/.test(phrase.head);
  // "Calls", "hires" and "campaigns" are verbs as well; one behind what is counted says what happens.
  if (!isOwn || verbs.some(({ word }) => word >= phrase.end && !isOwnForm(words[word]!.lower))) return false;
  const said = phrase.words.map(({ lower }) => lower).join(' ');
  return ownCalls.test(said) || !measures.test(phrase.head);
}

function isOwnForm(word: string): boolean {
  return ownWork.has(singular(word));
}
