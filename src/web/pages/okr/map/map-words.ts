import { percent } from '../../../parts/dates.ts';
import { progressWords } from '../../../parts/progress-bar.ts';
import type { Card } from './map-cards.ts';
import type { MapEdge } from './map-graph.ts';

/** What is heard of a node of the map: title, how it hangs on the one above, how it stands, whose it is, what is folded away. */
export function nodeWords(card: Card, relation: MapEdge['kind'] | undefined): string {
  if (card.kind === 'kpi') {
    const { name, status } = card.kpi;
    return `KPI ${name}, ${relation ? relationWords[relation] : 'tied to an objective'}, ${status}`;
  }
  const { title, health, progress, alignment } = card.objective;
  return [
    title,
    relation && relationWords[relation],
    health ?? 'too early to say',
    progressWords(progress, percent),
    card.whose,
    card.cycle && `in ${card.cycle}`,
    alignment.length > 0 &&
      alignment.map(({ kind }) => (kind === 'orphan' ? 'orphan' : 'without support')).join(', '),
    card.isFolded && `${card.hidden} folded away`,
  ]
    .filter(Boolean)
    .join(', ');
}

const relationWords: Record<MapEdge['kind'], string> = {
  'contributes to': 'contributes to it',
  supports: 'supports it',
  improves: 'to be improved',
  'measured by': 'measures it',
  guardrail: 'guardrail, must not be harmed',
};
