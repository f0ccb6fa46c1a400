import type { Reading } from './read.ts';

const spoken =
  /\bfrom\b.+\bto\b|\bto\b.+\bfrom\s+\D?\d|→|->|–>|\b(?:up|down) from\b|\bversus\b|\bvs\.?\b|\binstead of\b|\brather than\b|\bcompared (?:to|with)\b|\bagainst\b|\d[^,]*, not (?:in |after |within |by )?(?:an? |\d|half|two|three|four|five|six|ten)/i;
const between =
  /^\s*(?:[\p{L}%/-]+\s+){0,3}?(?:(?:down |up )?to|becomes?|(?:→|->|=>|–|—))\s*(?:at (?:least|most)|under|over|below|above|less than|more than|only|about|around|[<>≤≥~])?\s*$/iu;
const before =
  /^[^()]*[(,;–—]\s*(?:(?:it |this )?(?:is|was|were|has been|had been)|now|today(?:'s)?|currently|from|up|down|baseline|last|previously|before|in|at present|start(?:ing)?(?: at)?|base|current(?:ly)?|as of)\b[^()]*$/i;

const then =
  /^\s*(?:last (?:year|month|quarter|week|season|spring|summer|autumn|winter)|today|now|currently|before|at present|so far|a year ago|in (?:the )?(?:spring|summer|autumn|winter|20\d\d|q[1-4]|last)|this year|at the moment|in january|to date)\b/i;

// "From one poem a month to five".
const fromOne = /^from (?:an?|one|no|zero|none|nobody|half)\b.+\bto\b/i;

/** Whether a goal tells two values of one thing, where it stands and where it goes: "from 4 h to 45 min", "4.1 → 3.2", "92%, up from 79%", "≥ 4 (today 2.6)". */
export function isRange({ text, amounts }: Pick<Reading, 'text' | 'amounts'>): boolean {
  if (amounts.length < 2) return amounts.length === 1 && fromOne.test(text);
  if (spoken.test(text)) return true;
  return amounts.slice(1).some((second, index) => {
    const gap = text.slice(amounts[index]!.at.to, second.at.from);
    return (
      between.test(gap) ||
      before.test(gap) ||
      (/[(,;–—]\s*$/.test(gap) && then.test(text.slice(second.at.to)))
    );
  });
}

const one =
  /\bfrom\s+(?:\S+\s+){0,4}?\S*\d\S*(?:\s+\S+){0,4}?\s+to\s+(?:\S+\s+){0,2}?\S*\d|\d\S*\s*(?:\p{L}+\s*)?(?:→|->|=>)\s*\S*\d/giu;

/** How many such pairs a text has: two joined by "and" are two results. */
export function rangesOf(text: string): { from: number; to: number }[] {
  return [...text.matchAll(one)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
}
