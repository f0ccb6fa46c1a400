import type { MapObjective } from '#contract/objectives.ts';
import type { Filters } from '../cycle/tree-rows.ts';
import type { OkrMap } from './map-graph.ts';

/** An objective of a map that a test makes, below those that it names. */
export function made(id: string, parents: string[] = [], more: Partial<MapObjective> = {}): MapObjective {
  return {
    ...{ id, title: `Objective ${id}`, cycle: 'q1', owner: null, team: null, person: null, state: 'active' },
    ...{
      commitment: 'committed',
      progress: 0.5,
      score: null,
      private: false,
      pillar: null,
      alignment: [],
      level: 'organisation',
    },
    ...{ health: null, counts: { outdated: 0, 'off track': 0, behind: 0, 'on track': 0, none: 1 } },
    ...{ keyResults: 1, answering: [], confidence: null },
    parents: parents.map((text) => {
      const [parent = '', supports] = text.split('?');
      return { objective: parent, kind: supports === undefined ? 'contributes to' : 'supports', weight: 1 };
    }),
    ...more,
  };
}

/** A map of these objectives. */
export function madeMap(objectives: MapObjective[], more: Partial<OkrMap> = {}): OkrMap {
  const cycles = [{ id: 'q1', name: '2026 Q1', state: 'active' as const, expected: 0.4 }];
  return {
    cycle: { id: 'q1', name: '2026 Q1', state: 'active' },
    today: '2026-02-06',
    cycles,
    objectives,
    kpis: [],
    links: [],
    ...more,
  } as OkrMap;
}

/** A filter that narrows nothing but what is given. */
export const filters = (more: Partial<Filters> = {}): Filters => ({
  ...{ team: '', owner: '', health: '', alignment: '' },
  ...more,
});
