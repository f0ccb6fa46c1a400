import { quantitiesOf } from './quantity.ts';
import { verbAt } from './words/verbs.ts';
import { determiners, singular, stops } from './words/work.ts';

// Of the verbs of change only the way counts, and less than the noun: "raise NPS" and "grow NPS" are one, "cut" is another.
const ways: Record<string, string> = {
  raise: '+up',
  win: '+up',
  better: '+up',
  attain: '+up',
  lower: '+down',
  keep: '+keep',
};
const ofWay = 0.4;

const bare = new Set(
  'our we us i me my it its them they he she you your there here then than very much so just also too still quarter month week year day q1 q2 q3 q4 h1 h2 fy end percent point'.split(
    ' ',
  ),
);

// Short for the same thing.
const short: Record<string, string> = {
  nps: 'net promoter score',
  csat: 'customer satisfaction',
  mrr: 'monthly recurring revenue',
  arr: 'annual recurring revenue',
  mttr: 'mean time to recovery',
  cac: 'customer acquisition cost',
  aov: 'average order value',
  nrr: 'net revenue retention',
  sla: 'service level',
  hr: 'human resources',
};

/**
 * The stems by which a text is compared, each with how much it counts: no amounts, no dates, no small words; verbs of change by their way
 * only. A number that is part of a name ("line 4") counts, because it tells two things apart.
 */
export function stemsOf(given: string): { stem: string; weight: number }[] {
  let text = given;
  for (const { at, role } of quantitiesOf(given).reverse())
    if (role === 'amount' || role === 'date' || role === 'time of day')
      text = `${text.slice(0, at.from)} ${text.slice(at.to)}`;
  const words = [...text.toLowerCase().matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)].flatMap(
    ([word]) => short[word]?.split(' ') ?? [word],
  );
  return words.flatMap((word) => {
    if (stops.has(word) || determiners.has(word) || bare.has(word)) return [];
    const way = ways[verbAt([word])?.verb.kind ?? ''];
    return way === undefined ? [{ stem: stemOf(word), weight: 1 }] : [{ stem: way, weight: ofWay }];
  });
}

const endings =
  /(?:ational|ization|isation|fulness|iveness|ousness|ement|ation|ness|ment|ing|ion|ity|ance|ence|ally|able|ible|edly|er|ed|ly|al|e|y)$/;

/** A word without its endings: "customers" and "customer", "families" and "family", "hiring" and "hire" are one. Never shorter than three letters. */
export function stemOf(word: string): string {
  let stem = singular(word.replace(/['’]s?$/, ''));
  for (let turn = 0; turn < 2; turn += 1)
    stem = stem.replace(endings, (end) => (stem.length - end.length >= (turn === 0 ? 3 : 5) ? '' : end));
  return stem;
}
