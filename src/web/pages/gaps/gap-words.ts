import type { Gap } from '#contract/gaps.ts';
import { formatDifference } from '#domain/kpi/format.ts';
import { dayName } from '../../parts/dates.ts';

type Decision = NonNullable<Gap['decision']>;

const decided: Record<Decision['kind'], string> = {
  'write an OKR': 'Decided to write an OKR',
  'quick fix': 'A quick fix',
  accept: 'Accepted',
  'change the threshold': 'The threshold is to change',
  'repair the data': 'The data are to be repaired',
};

/** A standing decision in a sentence: 'Accepted until 1 Jun 2026: the new system comes in May.' */
export function decisionWords({ kind, until, reason }: Decision): string {
  const by = until === null ? '' : kind === 'accept' ? ` until ${dayName(until)}` : ` by ${dayName(until)}`;
  return `${decided[kind]}${by}: ${reason}`;
}

/** How far there is to go, without a sign: '3.2 points', '1h 05m'; an en dash when the level is not known. */
export function gapText({ gap, unit, decimals }: Pick<Gap, 'gap' | 'unit' | 'decimals'>): string {
  return gap === null ? '–' : formatDifference(gap, unit, decimals).replace(/^[+−]/, '');
}

/** The odds in a narrow column: '15%', '< 5%', '> 95%'. */
export function shortOdds(words: string): string {
  return words
    .replace(/^about /, '')
    .replace(/^under /, '< ')
    .replace(/^over /, '> ');
}

/** A first wording of the objective that closes a gap, to be made better by its owner; the number belongs to the key result. */
export function firstTitle({
  name,
  direction,
  level,
  wanted,
}: Pick<Gap, 'name' | 'direction' | 'level' | 'wanted'>): string {
  const inSentence = /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
  if (direction === 'within') return `Bring ${inSentence} back into its band`;
  const rises = wanted !== null && level !== null ? wanted > level : direction === 'higher';
  return rises
    ? `Lift ${inSentence} to a level that we can rely on`
    : `Bring ${inSentence} down to a level that we can rely on`;
}
