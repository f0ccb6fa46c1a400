import { stemsOf } from './stems.ts';

/** A text that others are compared with. */
export type Comparable = { id: string; text: string };

/** Texts made ready to be compared: made once, asked often. */
export type Corpus<T extends Comparable> = {
  items: readonly T[];
  /** How much a stem tells: ln(1 + n / df); one that nobody else uses tells most. */
  weightOf(stem: string): number;
  /** In which items a stem stands, and its part of the item's vector of length 1. */
  postings: ReadonlyMap<string, readonly { item: number; part: number }[]>;
};

/** A text and how like it is: 0 (no word in common) to 1 (the same words). */
export type Alike<T extends Comparable> = { item: T; similarity: number };

/** From here on two goals say the same in other words; found by reading pairs of goals, see similar.test.ts. */
export const sameFrom = 0.72;

/** Makes texts ready to be compared: 20,000 goals take well under a second, and one question to them a few milliseconds. */
export function corpusOf<T extends Comparable>(items: readonly T[]): Corpus<T> {
  const counts = items.map(({ text }) => countsOf(text));
  const frequency = new Map<string, number>();
  for (const each of counts)
    for (const stem of each.keys()) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  const weightOf = (stem: string) => Math.log(1 + (items.length + 1) / ((frequency.get(stem) ?? 0) + 1));
  const postings = new Map<string, { item: number; part: number }[]>();
  for (const [item, each] of counts.entries())
    for (const [stem, part] of vectorOf(each, weightOf)) {
      const list = postings.get(stem);
      if (list) list.push({ item, part });
      else postings.set(stem, [{ item, part }]);
    }
  return { items, weightOf, postings };
}

/**
 * How like two texts are, 0 to 1: the cosine between their stems, each weighted by how rare it is in the corpus (tf-idf; Salton and Buckley,
 * "Term-weighting approaches in automatic text retrieval", 1988). Numbers do not count: 40 instead of 45 is the same goal.
 */
export function similarity<T extends Comparable>(one: string, other: string, corpus?: Corpus<T>): number {
  const weightOf = corpus?.weightOf ?? (() => 1);
  const [left, right] = [vectorOf(countsOf(one), weightOf), vectorOf(countsOf(other), weightOf)];
  let sum = 0;
  for (const [stem, part] of left) sum += part * (right.get(stem) ?? 0);
  return Math.min(1, sum);
}

/** The texts of a corpus that are most like one, the likest first; `except` leaves the text itself out. */
export function nearest<T extends Comparable>(
  text: string,
  corpus: Corpus<T>,
  { most = 3, from = sameFrom, except }: { most?: number; from?: number; except?: string | undefined } = {},
): Alike<T>[] {
  const sums = new Map<number, number>();
  for (const [stem, own] of vectorOf(countsOf(text), corpus.weightOf))
    for (const { item, part } of corpus.postings.get(stem) ?? [])
      sums.set(item, (sums.get(item) ?? 0) + own * part);
  return [...sums]
    .filter(([item, sum]) => sum >= from && corpus.items[item]!.id !== except)
    .sort(([one, left], [other, right]) => right - left || one - other)
    .slice(0, most)
    .map(([item, sum]) => ({ item: corpus.items[item]!, similarity: Math.min(1, sum) }));
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { stem, weight } of stemsOf(text)) counts.set(stem, (counts.get(stem) ?? 0) + weight);
  return counts;
}

function vectorOf(
  counts: ReadonlyMap<string, number>,
  weightOf: (stem: string) => number,
): Map<string, number> {
  const parts = [...counts].map(([stem, count]): [string, number] => [stem, count * weightOf(stem)]);
  const length = Math.hypot(...parts.map(([, part]) => part));
  return new Map(length === 0 ? [] : parts.map(([stem, part]) => [stem, part / length]));
}
