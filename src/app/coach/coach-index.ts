import { type Alike, type Comparable, type Corpus, corpusOf, nearest } from '#domain/coach/similar.ts';

type Indexed<T extends Comparable> = { corpus: Corpus<T>; answered: Map<string, Alike<T>[]> };

// An index of thousands of texts takes a moment to make, and between two questions hardly any of them is reworded.
const known = new Map<string, Indexed<Comparable>>();
const mostKnown = 16;

/** Texts that are asked which of them is most like another; what was made of the same texts before is remembered. */
export function indexOf<T extends Comparable>(items: readonly T[]): Indexed<T> {
  // All of an item is in its name, so that what is found is what was asked for.
  const name = JSON.stringify(items);
  const index = (known.get(name) as Indexed<T> | undefined) ?? {
    corpus: corpusOf(items),
    answered: new Map(),
  };
  known.delete(name);
  known.set(name, index as unknown as Indexed<Comparable>);
  if (known.size > mostKnown) known.delete(known.keys().next().value!);
  return index;
}

/** The item that is most like a text which is one of them itself, or is not written yet: null. */
export function likest<T extends Comparable>(
  { corpus, answered }: Indexed<T>,
  id: string | null,
  text: string,
): Alike<T>[] {
  // Sentences that are being written differ with every letter.
  if (id === null) return nearest(text, corpus, { most: 1 });
  const name = `${id} ${text}`;
  const alike = answered.get(name) ?? nearest(text, corpus, { most: 1, except: id });
  // One of them that is being reworded is asked about with every letter.
  if (answered.size > 2 * corpus.items.length) answered.clear();
  answered.set(name, alike);
  return alike;
}
