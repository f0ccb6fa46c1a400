import type { FoundVerb, Reading } from './read.ts';
import { measures } from './words/nouns.ts';

const changing = new Set<FoundVerb['kind']>(['raise', 'lower', 'better', 'attain', 'win']);
const range = /\bfrom\b.+\bto\b|→|->|–>|\b(?:up|down) from\b|\bversus\b|\bvs\.?\b/i;

/** Whether a goal states a measured effect: a change that has an amount, a value from which and one to which, or a bound of a measure. */
export function hasEffect(reading: Reading): boolean {
  const { text, verbs, amounts } = reading;
  if (amounts.length === 0) return false;
  if (amounts.length > 1 && range.test(text)) return true;
  if (verbs.some((verb) => changing.has(verb.kind) && amounts.some(({ at }) => at.from >= verb.at.to)))
    return true;
  return amounts.some(({ bound }) => bound) && measures.test(text);
}

/** Whether something stands after the opening verb that says what it is for: an effect with an amount. */
export function hasEffectAfterOpening(reading: Reading): boolean {
  const { opening, verbs, amounts, text } = reading;
  if (!opening) return hasEffect(reading);
  if (amounts.length > 1 && range.test(text)) return true;
  return verbs.some(
    (verb) =>
      verb.word > opening.word && changing.has(verb.kind) && amounts.some(({ at }) => at.from >= verb.at.to),
  );
}

const seasons =
  /\bby (?:the )?(?:end of|close of|mid-?|early |late |next |this |spring|summer|autumn|fall|winter|christmas|easter|year-?end|month-?end)/i;

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
