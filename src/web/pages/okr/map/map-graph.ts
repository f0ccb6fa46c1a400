import type { Output } from '#contract/index.ts';
import type { MapKpi, MapObjective } from '#contract/objectives.ts';
import { type Filters, isWithin, narrows } from '../cycle/tree-rows.ts';

/** The answer that the map is drawn from. */
export type OkrMap = Output<'objectives.map'>;

/** How one thing of the map hangs on another one. */
export type MapEdge = {
  /** The upper end: nearer to the organisation, or the objective of a KPI. */
  from: string;
  to: string;
  kind: 'contributes to' | 'supports' | 'improves' | 'measured by' | 'guardrail';
};

export type MapNode = {
  id: string;
  /** Stands there for its place only: the filter asks for something below it. */
  isDim: boolean;
  /** How many objectives are folded away below it. */
  hidden: number;
  hasBelow: boolean;
  isFolded: boolean;
} & ({ kind: 'objective'; objective: MapObjective } | { kind: 'kpi'; kpi: MapKpi });

export type MapGraph = { nodes: MapNode[]; edges: MapEdge[] };

export type Wanted = {
  filters: Filters;
  /** Only this objective, what is above and what is below it; an empty text narrows nothing. */
  focus: string;
  folded: ReadonlySet<string>;
  withKpis: boolean;
};

/** What of the map is drawn: narrowed down, with branches folded away, with or without KPIs. */
export function mapGraph(map: OkrMap, { filters, focus, folded, withKpis }: Wanted): MapGraph {
  const family = familyOf(map.objectives);
  const near = focus && family.byId.has(focus) ? family.around(focus) : undefined;
  const isNarrowed = narrows(filters);
  const matches = map.objectives.filter((each) => (!near || near.has(each.id)) && isWithin(each, filters));
  const places = new Set(
    isNarrowed ? matches.flatMap(({ id }) => [id, ...family.above(id)]) : (near ?? family.byId.keys()),
  );
  if (near) for (const id of places) if (!near.has(id)) places.delete(id);
  // What is asked for is never folded away.
  const open = new Set(
    isNarrowed
      ? matches.flatMap(({ id }) => [...family.above(id)])
      : focus
        ? [focus, ...family.above(focus)]
        : [],
  );
  const closed = new Set([...folded].filter((id) => !open.has(id)));
  const shown = reached(family, places, closed);
  const matched = new Set(matches.map(({ id }) => id));
  const nodes = map.objectives
    .filter(({ id }) => shown.has(id))
    .map((objective): MapNode => {
      const below = family.children(objective.id).filter((id) => places.has(id));
      const isFolded = closed.has(objective.id) && below.length > 0;
      return {
        ...{ kind: 'objective', id: objective.id, objective, isFolded },
        isDim: isNarrowed && !matched.has(objective.id),
        hasBelow: below.length > 0,
        hidden: isFolded
          ? family.below(objective.id).filter((id) => places.has(id) && !shown.has(id)).length
          : 0,
      };
    });
  const edges = map.objectives
    .filter(({ id }) => shown.has(id))
    .flatMap(({ id, parents }) =>
      parents
        .filter(({ objective }) => shown.has(objective))
        .map(({ objective, kind }): MapEdge => ({ from: objective, to: id, kind })),
    );
  if (!withKpis) return { nodes, edges };
  const isShown = new Set(nodes.filter(({ isDim }) => !isDim).map(({ id }) => id));
  const improved = new Set(
    map.links.filter(({ kind }) => kind === 'improves').map(({ objective, kpi }) => `${objective} ${kpi}`),
  );
  // That it is to improve says more than that it is measured by it; two lines on each other say nothing.
  const links = map.links.filter(
    ({ objective, kpi, kind }) =>
      isShown.has(objective) && (kind !== 'measured by' || !improved.has(`${objective} ${kpi}`)),
  );
  const tied = new Set(links.map(({ kpi }) => kpi));
  const kpis = map.kpis
    .filter(({ id }) => tied.has(id))
    .map(
      (kpi): MapNode => ({
        ...{ kind: 'kpi', id: kpi.id, kpi, isDim: false, hidden: 0, hasBelow: false, isFolded: false },
      }),
    );
  return {
    nodes: [...nodes, ...kpis],
    // Drawn in this order: where lines end at one point, the arrow between objectives lies on top.
    edges: [...links.map(({ objective, kpi, kind }) => ({ from: objective, to: kpi, kind })), ...edges],
  };
}

/** All objectives of a map, with nothing folded nor narrowed. */
export function wholeGraph(map: OkrMap): MapGraph {
  const filters = { team: '', owner: '', health: '', alignment: '' };
  return mapGraph(map, { filters, focus: '', folded: new Set(), withKpis: false });
}

/** The branches to begin with folded, so that at most so many objectives are drawn at first. */
export function firstFolded({ objectives }: OkrMap, most = 48): Set<string> {
  if (objectives.length <= most) return new Set();
  const family = familyOf(objectives);
  let level = objectives.filter(({ id }) => family.parents(id).length === 0).map(({ id }) => id);
  const drawn = new Set(level);
  while (level.length > 0) {
    const next = [...new Set(level.flatMap((id) => family.children(id)))].filter((id) => !drawn.has(id));
    if (drawn.size + next.length > most) break;
    for (const id of next) drawn.add(id);
    level = next;
  }
  return new Set([...drawn].filter((id) => family.children(id).some((child) => !drawn.has(child))));
}

/** All branches of a map, to be folded. */
export function allFolded({ objectives }: OkrMap): Set<string> {
  const family = familyOf(objectives);
  return new Set(objectives.map(({ id }) => id).filter((id) => family.children(id).length > 0));
}

/** What is above an objective, however far. */
export function ancestorsOf({ objectives }: OkrMap, id: string): Set<string> {
  return familyOf(objectives).above(id);
}

type Family = ReturnType<typeof familyOf>;

function familyOf(objectives: readonly MapObjective[]) {
  const byId = new Map(objectives.map((each) => [each.id, each]));
  const childrenOf = Map.groupBy(
    objectives.flatMap(({ id, parents }) => parents.map(({ objective }) => ({ id, parent: objective }))),
    ({ parent }) => parent,
  );
  const parents = (id: string) => (byId.get(id)?.parents ?? []).map(({ objective }) => objective);
  const children = (id: string) => (childrenOf.get(id) ?? []).map((link) => link.id);
  const walk = (id: string, next: (at: string) => readonly string[]): Set<string> => {
    const seen = new Set<string>();
    const open = [...next(id)];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      open.push(...next(at));
    }
    return seen;
  };
  const above = (id: string) => walk(id, parents);
  const below = (id: string) => [...walk(id, children)];
  return {
    byId,
    parents,
    children,
    above,
    below,
    around: (id: string) => new Set([id, ...above(id), ...below(id)]),
  };
}

// An objective below several parents is folded away only when all of them are folded.
function reached(family: Family, places: ReadonlySet<string>, closed: ReadonlySet<string>): Set<string> {
  const open = [...places].filter((id) => !family.parents(id).some((parent) => places.has(parent)));
  const seen = new Set<string>();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (!closed.has(at)) open.push(...family.children(at).filter((id) => places.has(id)));
  }
  return seen;
}
