import { hasEffect, hasEffectAfterOpening } from './effect.ts';
import { read } from './read.ts';
import { aspiration, measures, plans } from './words/nouns.ts';

export const nouns = ['KPI', 'objective', 'key result', 'initiative'] as const;

/** What a sentence is in Tandem, and why. */
export type Classified = { is: (typeof nouns)[number]; why: string };

/** Tells what a sentence is: a KPI holds, a key result changes by an amount, an initiative is work, an objective is where we want to be. */
export function classify(text: string): Classified {
  const reading = read(text);
  const { opening, amounts, verbs } = reading;
  const first = opening ? `"${text.slice(opening.at.from, opening.at.to)}"` : '';
  const isRange = /\bfrom\b.+\bto\b|→|->/i.test(text) && amounts.length > 1;
  if (isRange)
    return {
      is: 'key result',
      why: 'It moves a measure from one value to another by an end: that is a key result.',
    };
  if (
    opening?.kind === 'keep' ||
    (opening && /^(?:hit|meet|achieve)$/.test(opening.base) && plans.test(text))
  )
    return {
      is: 'KPI',
      why: `${first} holds what is there and has no end: a KPI with a threshold watches it always.`,
    };
  if (opening?.kind === 'watch')
    return { is: 'KPI', why: `${first} looks at a number without an end: that is what a KPI does.` };
  if (opening?.kind === 'do' && !hasEffectAfterOpening(reading))
    return {
      is: 'initiative',
      why: `${first} is something to do: it may bring about a result, and is none itself.`,
    };
  if (opening?.kind === 'make' && !hasEffectAfterOpening(reading) && !aspiration.test(text))
    return {
      is: 'initiative',
      why: `${first} makes a thing: what should be different once it is there is the result.`,
    };
  if (opening && hasEffect(reading))
    return {
      is: 'key result',
      why: 'It changes a measure by an amount, so that everybody can tell whether it was reached: that is a key result.',
    };
  if (
    !opening &&
    (amounts.length > 0 || measures.test(text)) &&
    verbs.every(({ kind }) => kind !== 'raise' && kind !== 'lower')
  )
    return {
      is: 'KPI',
      why: 'It is a measure, perhaps with a value to keep, and nothing that changes: that is a KPI with a threshold.',
    };
  if (hasEffect(reading))
    return {
      is: 'key result',
      why: 'It changes a measure by an amount, so that everybody can tell whether it was reached: that is a key result.',
    };
  return {
    is: 'objective',
    why: 'It says where we want to be and has no number of its own: that is an objective; its key results will say how we know.',
  };
}
