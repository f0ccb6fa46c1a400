import { hasEffect } from './effect.ts';
import type { Phrase } from './phrase.ts';
import { phraseAt } from './phrase.ts';
import type { FoundVerb, Reading } from './read.ts';
import { ownPeople, ownWork, singular, takers } from './words/work.ts';

/** Whether a phrase counts lessons and practice by their time: "coaching sessions". */
export function isTeaching({ words, head }: Phrase): boolean {
  return teaching.test(words.at(-2)?.lower ?? '') && /^(?:day|hour|session|unit|time)$/.test(head);
}

/** Whether what a phrase names is made by our own decision: "site inspections", "release notes", "training hours". */
export function isOwnWork(phrase: Phrase): boolean {
  const { words, head } = phrase;
  const pair = words.slice(-2).map(({ lower }) => singular(lower));
  return ownWork.has(head) || ownWork.has(pair.join(' ')) || isTeaching(phrase);
}

const teaching = /^(?:training|coaching|workshop|teaching|practice|rehearsal|study)s?$/;
const every =
  /^(?:(?:every|each|all|the|our|(?:\d+|\S+ in \d+|half|most|nine|two)(?:\s?%| percent)? of (?:all |the |our )*|\d+\s?%\s*) ?)?/i;
const worked = /^(?:do|make|watch)$/;
const learnt = /^(?:complete|attend|finish|take|join|visit|pass through|sit|do)$/;
const schooled = /^(?:train|brief|certify|equip|instruct|onboard|school|coach|teach)$/;

/** The verb by which a key result says what our own people do: "does" in "Every adviser does 5 customer reviews per week". */
export function ownDoing(reading: Reading): FoundVerb | undefined {
  const { text, words, verbs, opening, amounts } = reading;
  if (opening || amounts.length === 0) return undefined;
  const start = every.exec(text)![0].length;
  const first = words.findIndex(({ at }) => at.from >= start);
  const verb = verbs.find(({ word, base }) => word > first && word <= first + 4 && base !== 'have');
  if (first < 0 || !verb) return undefined;
  const subject = words.slice(first, verb.word);
  const head = singular(subject.findLast(({ lower }) => !auxiliary.test(lower))?.lower ?? '');
  // "All six keepers certified": whoever they are, they are sent there.
  const isLearning = /^(?:every|each|all)\b/i.test(text) && /^(?:attend|certify|accredit)$/.test(verb.base);
  const isStaff =
    subject.every(({ lower }) => !/^(?:of|who|that|with|in|whose|which|from|per|by)$/.test(lower)) &&
    (ownPeople.has(head) || (isLearning && agents.test(head) && !takers.has(head)));
  if (!isStaff) return undefined;
  const done = words[verb.word]!.lower;
  if (schooled.test(verb.base) && done !== verb.base) return verb;
  const object = phraseAt(
    reading,
    verb.word + verb.base.split(' ').length + (isCount(reading, verb) ? 1 : 0),
  );
  const isOwn = object.words.length > 0 && isOwnWork(object);
  if (
    isOwn &&
    !sooner.test(text) &&
    (learnt.test(verb.base) || /^(?:get|have|receive|give|hold|run|lead)$/.test(verb.base))
  )
    return verb;
  const isWorking = worked.test(verb.kind) || /^(?:hold|log|close|visit|lead|attend)$/.test(verb.base);
  return isWorking &&
    !hasEffect(reading) &&
    !changed.test(text) &&
    amounts.some(({ at }) => at.from > verb.at.to)
    ? verb
    : undefined;
}

const agents = /(?:er|or|ist|ian|ant|ee|man|woman)$/;
const auxiliary = /^(?:has|have|is|are|been|will|be|to)$/;
const sooner = /\b(?:less|more|fewer|sooner|earlier|faster|instead|not)\b/i;
const changed =
  /\b(?:without|instead of|rather than|not|than|less|more|fewer|sooner|earlier|faster|on average|within|under|before|up from|down from|on time|in time|first time|so that|until)\b|%/i;

function isCount({ words, amounts }: Reading, { word }: FoundVerb): boolean {
  const next = words[word + 1];
  return next !== undefined && amounts.some(({ at }) => at.from <= next.at.from && at.to >= next.at.to);
}
