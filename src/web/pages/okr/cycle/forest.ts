/** What a forest needs to know of one thing that hangs below others. */
type Hanging = { id: string; parents: readonly { objective: string; kind: 'contributes to' | 'supports' }[] };

/** One line of a forest that is written out in order. */
export type ForestRow<T extends Hanging> = {
  objective: T;
  depth: number;
  /** How it hangs on the row above it that is one step shallower; undefined for a root. */
  relation: 'contributes to' | 'supports' | undefined;
  /** It hangs elsewhere too and is shown whole there; here it is only named. */
  isRepeat: boolean;
  hasChildren: boolean;
};

/**
 * Objectives in the order of a tree, each below every parent that is in the list; whole at the first parent that it contributes to, a
 * mere name elsewhere. Those in `folded` hide what is below them.
 */
export function forest<T extends Hanging>(
  objectives: readonly T[],
  folded: ReadonlySet<string> = new Set(),
): ForestRow<T>[] {
  const known = new Set(objectives.map(({ id }) => id));
  const home = new Map(objectives.map((each) => [each.id, homeOf(each, known)]));
  const below = Map.groupBy(
    objectives.flatMap((child) =>
      child.parents
        .filter(({ objective }) => known.has(objective))
        .map(({ objective, kind }) => ({ child, parent: objective, kind })),
    ),
    (link) => link.parent,
  );
  const rows: ForestRow<T>[] = [];
  const add = (objective: T, depth: number, relation: ForestRow<T>['relation'], isRepeat: boolean): void => {
    const children = isRepeat ? [] : (below.get(objective.id) ?? []);
    rows.push({ objective, depth, relation, isRepeat, hasChildren: children.length > 0 });
    if (folded.has(objective.id)) return;
    const [contributing, supporting] = [children.filter(contributes), children.filter(supports)];
    for (const { child, kind } of [...contributing, ...supporting])
      add(child, depth + 1, kind, home.get(child.id) !== objective.id);
  };
  for (const objective of objectives)
    if (home.get(objective.id) === undefined) add(objective, 0, undefined, false);
  return rows;
}

function homeOf({ parents }: Hanging, known: ReadonlySet<string>): string | undefined {
  const shown = parents.filter(({ objective }) => known.has(objective));
  return (shown.find(contributes) ?? shown[0])?.objective;
}

function contributes({ kind }: { kind: string }): boolean {
  return kind === 'contributes to';
}

function supports({ kind }: { kind: string }): boolean {
  return kind === 'supports';
}
