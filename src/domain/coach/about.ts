import type { Measure } from '#domain/okr/measure.ts';

/** What a key result promises, as far as data speak of it. */
export type Promised = { measure: Measure | null; kpi: string | null; deadline: string };

/**
 * The words of a text without case, punctuation and spaces: setting aside lapses when the wording changes, and not by a comma. Empty only for
 * a text without letters and digits.
 */
export function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}%€$£<>≤≥]+/gu) ?? []).join(' ');
}

/** What a finding in the wording is about: the words that it quotes, or all of them where it is about the whole. */
export function aboutWords(text: string, at: { from: number; to: number }): string {
  return wordsOf(text.slice(at.from, at.to)) || wordsOf(text) || text;
}

/**
 * What a finding by data is about: what was promised, and not where the KPI stands. The level moves with each reading, and a reason that was given
 * for a target holds until the target is another.
 */
export function aboutPromise({ measure, kpi, deadline }: Promised): string {
  const ordered = measure && Object.entries(measure).sort(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify(ordered)} ${kpi ?? 'typed'} by ${deadline}`;
}

/** What a finding about several things together is about: which they are. */
export function aboutSet(ids: readonly string[], around = ''): string {
  return `${around}${[...ids].sort().join(' ')}` || 'none';
}
