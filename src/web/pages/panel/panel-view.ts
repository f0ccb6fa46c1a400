import type { PanelRow } from '#contract/judgements.ts';

/** A line of the panel: a KPI, and what the page knows of it beyond the row. */
export type PanelLine = {
  id: string;
  row: PanelRow;
  owner: string | null | undefined;
  team: string | null | undefined;
  /** The KPI that this one is a child of. */
  parent: string | undefined;
  /** The head under which it stands when the panel is grouped. */
  group: string;
};

export type Grouping = '' | 'team' | 'label';

/** Which KPIs are wanted; an empty text is no wish. */
export type Wishes = {
  q: string;
  status: string;
  signal: string;
  label: string;
  team: string;
  owner: string;
};

type Names = {
  person(id: string | null): string | null | undefined;
  team(id: string | null): string | null | undefined;
};

/** The lines of the panel's rows, children below their parent; under labels a KPI stands once for each of them. */
export function panelLines(rows: readonly PanelRow[], names: Names, grouping: Grouping): PanelLine[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const lines = inFamilies(rows, byId).map((row): PanelLine => {
    const team = names.team(row.team);
    return {
      id: row.id,
      row,
      owner: names.person(row.owner),
      team,
      parent: row.parent ? byId.get(row.parent)?.name : undefined,
      group: grouping === 'team' ? (team ?? 'No team') : '',
    };
  });
  if (grouping === 'label') {
    return inGroups(
      lines.flatMap((line) =>
        line.row.labels.length === 0
          ? [{ ...line, group: 'No label' }]
          : line.row.labels.map((label) => ({ ...line, id: `${label} ${line.id}`, group: label })),
      ),
    );
  }
  return grouping === 'team' ? inGroups(lines) : lines;
}

function inFamilies(rows: readonly PanelRow[], byId: ReadonlyMap<string, PanelRow>): PanelRow[] {
  const below = Map.groupBy(
    rows.filter(({ parent }) => parent !== null && byId.has(parent)),
    ({ parent }) => parent,
  );
  const family = (row: PanelRow): PanelRow[] => [row, ...(below.get(row.id) ?? []).flatMap(family)];
  return rows.filter(({ parent }) => parent === null || !byId.has(parent)).flatMap(family);
}

function inGroups(lines: readonly PanelLine[]): PanelLine[] {
  const isRest = ({ group }: PanelLine) => Number(group === 'No team' || group === 'No label');
  return lines.toSorted((a, b) => isRest(a) - isRest(b) || a.group.localeCompare(b.group));
}

/** The lines that fulfil every wish; the text is looked for in name, key, labels, owner and team. */
export function wished(lines: readonly PanelLine[], wishes: Wishes): PanelLine[] {
  const words = wishes.q.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    const { row } = line;
    if (wishes.status && row.status !== wishes.status) return false;
    if (wishes.signal && !speaks(row, wishes.signal)) return false;
    if (wishes.label && !row.labels.includes(wishes.label)) return false;
    if (wishes.team && row.team !== wishes.team) return false;
    if (wishes.owner && row.owner !== wishes.owner) return false;
    if (words.length === 0) return true;
    const text = [row.name, row.key, ...row.labels, line.owner, line.team, line.parent]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function speaks({ sense }: PanelRow, wanted: string): boolean {
  if (wanted === 'any') return sense !== null;
  return wanted === 'noise' ? sense === null : sense === wanted;
}

/** How many KPIs there are, and how many of them ask for attention. */
export type Health = { kpis: number; breach: number; signals: number; overdue: number; warning: number };

/** Counts each KPI once, under however many labels it stands. */
export function healthOf(lines: readonly PanelLine[]): Health {
  const rows = [...new Map(lines.map(({ row }) => [row.id, row])).values()];
  const count = (is: (row: PanelRow) => boolean) => rows.filter(is).length;
  return {
    kpis: rows.length,
    breach: count(({ status }) => status === 'breach'),
    warning: count(({ status }) => status === 'warning'),
    signals: count(({ sense }) => sense !== null),
    overdue: count(({ status }) => status === 'overdue'),
  };
}

/** The same as words after a group's name: '2 breach, 1 signal', or 'nothing to see'. */
export function healthWords({ breach, warning, signals, overdue }: Health): string {
  const parts = [
    breach > 0 && `${breach} breach`,
    overdue > 0 && `${overdue} overdue`,
    warning > 0 && `${warning} warning`,
    signals > 0 && `${signals} ${signals === 1 ? 'signal' : 'signals'}`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(', ') : 'nothing to see';
}
