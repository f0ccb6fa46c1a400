import { countedOf } from './phrase.ts';
import { isRange } from './range.ts';
import type { FoundVerb, Reading } from './read.ts';
import { measures } from './words/nouns.ts';
import { artefacts, ownWork, singular, takers } from './words/work.ts';

const changing = new Set<FoundVerb['kind']>(['raise', 'lower', 'better', 'attain', 'win']);

/** Whether a goal states a measured effect: a change that has an amount, a value from which and one to which, or a bound of a measure. */
export function hasEffect(reading: Reading): boolean {
  const { text, verbs, amounts } = reading;
  if (amounts.length === 0) return false;
  if (isRange(reading)) return true;
  if (verbs.some((verb) => changing.has(verb.kind) && amounts.some(({ at }) => at.from >= verb.at.to)))
    return true;
  return amounts.some(({ bound }) => bound) && measures.test(text);
}

const earned = /^\s+(?:(?:at least|over|more than|another|up to)\s+)?[€$£¥]\s?\d/i;
const enabling = /^(?:teach|help|enable|empower)$/;
const spending = /^(?:spend|invest|allocate|budget|pay|donate|spread|put|give|buy|purchase)$/;
// "Guide 30 asylum seekers through to a signed tenancy": people are brought to where they wanted to be.
function isLed(reading: Reading, after: string): boolean {
  const { opening, amounts } = reading;
  const isLeading =
    opening?.isGuessed ||
    /^(?:guide|help|support|lead|bring|accompany|coach|mentor|walk|place)$/.test(opening?.base ?? '');
  const goal = /\b(?:in)?to (?:a |an |the |their )?(?:[\w-]+ )*?([\w-]+)[.!]?$/i.exec(after);
  if (!isLeading || amounts.length === 0 || !goal || ownWork.has(singular(goal[1]!.toLowerCase())))
    return false;
  const counted = countedOf(reading) ?? '';
  return takers.has(counted) || /(?:er|or|ee|ent|ant|ist)$/.test(counted);
}

// "Teach 200 adults to read": what they can do then is theirs.
function isEnabled(reading: Reading, after: string): boolean {
  const counted = countedOf(reading) ?? '';
  return enabling.test(reading.opening!.base) && people.test(counted) && /\bto [a-z]{3,}\b/i.test(after);
}

const people =
  /^(?:adult|senior|child|children|woman|women|man|men|people|person|parent|family|citizen|resident|patient|pupil|student|learner|member|beginner|newcomer|refugee|pensioner|tenant|farmer|guest|user|customer|girl|boy|household)$/;
const purpose =
  /\bwith (?:fewer|less|at most|no more|not more) (?:than )?\d|\bwith (?:an? |the )?(?:[\w-]+ ){0,4}?(?:of|at|above|over|under|below) (?:at least |at most )?[\d.]+|\b(?:that|which|whom|whose|so|until|such that|with which|where|to|worth)\b|\bwith (?:at least |a |an )*[\d.]+\s?(?:%|percent|points?|stars?)/i;
// A whole sentence of what will be so: "so that patients wait 5 days".
const finite =
  /\b(?:that (?!is |are |has |have )\w+s|which (?!is |are |has |have )\w+s|so that|so|such that|until|whereby|of whom|of which)\s+\w+/i;

const faster =
  /\b(?:times|fold|%|percent|minutes?|hours?|days?|weeks?|points?|x) (?:as|faster|quicker|sooner|earlier|more|fewer|less|better|cheaper|shorter|longer|smaller|larger|higher|lower)\b|\b(?:down|up) (?:by|to|from)\s+(?:at least |about |under |below |over )?\S*\d/i;

// "Make the top tasks possible with two taps".
const enabled = /\b[a-z]+(?:able|ible) (?:with|within|in|without|for|by|from|at)\b/i;

function isMade(counted: string): boolean {
  return ownWork.has(counted) || artefacts.has(counted);
}

function countedAfter(reading: Reading, from: number): string {
  return countedOf({ ...reading, amounts: reading.amounts.filter(({ at }) => at.from >= from) }) ?? '';
}

const served =
  /\b(?:within|inside|before|by \d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b|o'clock)|by noon|by midday|on time|in time|on the (?:same |first )?day|same[- ]day|at (?:the )?first|first[- ]time|in under|in less than|under|without)\b/i;
const quicker = /\b(?:in|at) (?:under|less than|below|at most)\b|[<≤]/i;
const inTime =
  /\b(?:under|below|less than|no more than|at most|within|faster than) (?:\S+ )?\S+(?: and a half)? ?(?:hours?|minutes?|seconds?|mins?|s|h|ms)\b/i;

/** Whether something stands after the opening verb that says what it is for: an effect with an amount. */
export function hasEffectAfterOpening(reading: Reading): boolean {
  const { opening, verbs, amounts, text } = reading;
  if (!opening) return hasEffect(reading);
  if (isRange(reading)) return true;
  const after = text.slice(opening.at.to);
  // "Pilot a night that fills 70% of the seats", "answer 90% of calls within 20 s", "run 10 km in under 50 minutes".
  if (
    purpose.test(after) &&
    amounts.some(
      ({ at, bound, text: amount }) =>
        at.from > opening.at.to + purpose.exec(after)!.index &&
        (bound || /%|percent|[x×]$|[€$£]/.test(amount)),
    )
  )
    return true;
  const clause = finite.exec(after);
  if (
    clause &&
    amounts.some(({ at }) => at.from > opening.at.to + clause.index) &&
    !isMade(countedAfter(reading, opening.at.to + clause.index))
  )
    return true;
  if (amounts.length > 0 && (faster.test(after) || /\bin (?:under |less than )?\d{1,2}:\d\d\b/.test(after)))
    return true;
  if (amounts.length > 0 && opening.base === 'make' && enabled.test(after)) return true;
  const isShare = amounts.some(
    ({ text: amount }) => /%|percent|\b(?:in|of)\b/.test(amount) && !/^100\s?(?:%|p)/.test(amount),
  );
  if (isShare && (served.test(after) || (enabling.test(opening.base) && /\bto [a-z]+\b/i.test(after))))
    return true;
  if (isShare && opening.kind === 'make') return true;
  if (isLed(reading, after) || isEnabled(reading, after)) return true;
  if (earned.test(after) && !spending.test(opening.base)) return true;
  if (amounts.length > 1 && quicker.test(after)) return true;
  if (
    amounts.length > 1 &&
    /\bin \S+ ?(?:hours?|minutes?|seconds?|mins?)\b/i.test(after) &&
    !ownWork.has(countedOf(reading) ?? '')
  )
    return true;
  // "Speak for 10 minutes without switching to English": what goes well is an effect.
  if (
    amounts.length > 0 &&
    /\bwithout (?:\w+ing|an?|any|help|losing|loss|errors?|downtime|complaints?|incidents?)\b/i.test(after) &&
    !ownWork.has(countedOf(reading) ?? '')
  )
    return true;
  // "Harvest 35 kg more than last summer": what grew and was caught, and not what was made.
  if (amounts.length > 0 && yielded.test(after)) return true;
  // "Type 70 words per minute": a pace is how well it goes.
  if (
    amounts.length > 0 &&
    /\b(?:per|an?) (?:minute|second)\b|\b(?:from memory|by heart)\b|\b(?:bpm|wpm|km\/h)\b/i.test(after)
  )
    return true;
  if (inTime.test(after) && amounts.some(({ bound }) => bound)) return true;
  return verbs.some(
    (verb) =>
      // What follows the opening verb at once is its object: "scales" in "Practise scales for 30 minutes".
      verb.word > opening.word + opening.base.split(' ').length &&
      changing.has(verb.kind) &&
      amounts.some(({ at }) => at.from >= verb.at.to),
  );
}

const yielded =
  /\d\s?(?:kg|g|t|tonnes?|tons?|litres?|l|hl|bushels?|pounds|lbs?)\b.*\b(?:more|less|fewer) (?:[\w-]+ )*?than\b/i;

const seasons =
  /\bby (?:the )?(?:end of|close of|mid-?|early |late |next |this |spring|summer|autumn|fall|winter|christmas|easter|year-?end|month-?end)|\b(?:by|in|before|until|this) (?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

const proof =
  /\b(?:confirmed|proven|shown|evidenced|backed|demonstrated|certified) by (?:an? |the |at least )?(?:[\w-]+ ){0,2}?(?:orders?|deposits?|contracts?|payments?|certificates?|auditors?|exams?|measurements?|regulators?|invoices?|pledges?)\b/i;

/** Whether a goal names what would prove it to a stranger: "confirmed by signed orders". */
export function hasProof({ text }: Reading): boolean {
  return proof.test(text);
}

/** Whether a goal says by when. */
export function hasDate({ quantities, text }: Reading): boolean {
  return quantities.some(({ role }) => role === 'date') || seasons.test(text);
}

const calendarDay = /\d{1,2}(?:st|nd|rd|th)?\s|\s\d{1,2}(?:st|nd|rd|th)?$|\d-\d\d-\d/;

/** Whether a goal names the very day. */
export function hasDay({ quantities }: Reading): boolean {
  return quantities.some(
    ({ role, text }) => role === 'date' && calendarDay.test(`${text} `) && /[a-z]{3}|-/i.test(text),
  );
}
