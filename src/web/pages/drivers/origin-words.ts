import type { DriverTree } from '#contract/drivers.ts';
import { periodName } from '../../parts/dates.ts';

const senseWords = { improvement: 'improvement', deterioration: 'deterioration', neither: 'change' } as const;

/** Where the signal of a KPI started, in words: the earliest that speaks upstream, and the way from there. */
export function originWords({ kpi, nodes, origin, asOf }: DriverTree): string {
  const own = nodes.find(({ id }) => id === kpi);
  if (!own) return '';
  if (!own.sense || !own.speaksSince)
    return asOf
      ? `${own.name} had no signal then: what it did was noise.`
      : `${own.name} has no signal now: what it does is noise.`;
  const what = `The ${senseWords[own.sense]} of ${own.name} since ${periodName(own.speaksSince.period)}`;
  const first = nodes.find(({ id }) => id === origin?.kpi);
  if (!origin || !first || first.id === kpi)
    return `${what} started here: nothing that moves it has spoken as early.`;
  const names = origin.path.map((id) => nodes.find((node) => node.id === id)?.name ?? 'a KPI beyond');
  const since = first.speaksSince ? ` in ${periodName(first.speaksSince.period)}` : '';
  const sense = first.sense
    ? `, with ${first.sense === 'neither' ? 'a change' : article(senseWords[first.sense])}`
    : '';
  const way = names.length > 2 ? ` From there it went by ${names.slice(1, -1).join(', then ')}.` : '';
  return `${what} may have started at ${first.name}${since}${sense}.${way}`;
}

function article(word: string): string {
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}
