import type { DriverNode, DriverTree } from '#contract/drivers.ts';
import { textWidth } from '../../charts/path.ts';

export type Edge = DriverTree['edges'][number];

/** A KPI as a card of the drawing; x and y are its upper left corner. */
export type Card = { node: DriverNode; x: number; y: number; lines: string[]; isOnPath: boolean };

/** Cards in columns, inputs left of the KPI that was asked for and outputs right of it, and the lines between them. */
export type Graph = {
  width: number;
  height: number;
  cards: Card[];
  lines: { edge: Edge; path: string; isOnPath: boolean }[];
  /** How many KPIs of a column have no card. */
  hidden: { x: number; y: number; count: number }[];
};

export const card = { width: 232, height: 92 };
const between = { x: 52, y: 12 };
const tallest = 9;

/** Lays out a driver tree; of a column with more than nine KPIs the most telling nine are shown, those on the path of the signal first. */
export function driverGraph({ nodes, edges, origin }: DriverTree): Graph {
  const path = origin?.path ?? [];
  const onPath = new Set(path);
  const columns = Map.groupBy(nodes, ({ step }) => step);
  const steps = [...columns.keys()].sort((a, b) => a - b);
  const shown = new Map<number, DriverNode[]>();
  // From the middle outwards, so that each column can stand beside what it is linked to.
  for (const step of steps.toSorted((a, b) => Math.abs(a) - Math.abs(b))) {
    const members = columns.get(step)!;
    const telling = members
      .toSorted((a, b) => weight(b, onPath) - weight(a, onPath) || (a.name < b.name ? -1 : 1))
      .slice(0, tallest);
    const inner = shown.get(step - Math.sign(step)) ?? [];
    shown.set(step, step === 0 ? telling : besides(telling, inner, edges));
  }
  const rows = Math.max(...[...shown.values()].map(({ length }) => length));
  const height = rows * (card.height + between.y) - between.y;
  const cards = steps.flatMap((step, column) => {
    const members = shown.get(step)!;
    const top = (height - (members.length * (card.height + between.y) - between.y)) / 2;
    return members.map(
      (node, row): Card => ({
        node,
        x: column * (card.width + between.x),
        y: Math.round(top + row * (card.height + between.y)),
        lines: nameLines(node.name),
        isOnPath: onPath.has(node.id) && path.length > 1,
      }),
    );
  });
  const hidden = steps.flatMap((step, column) => {
    const count = columns.get(step)!.length - shown.get(step)!.length;
    return count > 0 ? [{ x: column * (card.width + between.x), y: height + 18, count }] : [];
  });
  const places = new Map(cards.map((each) => [each.node.id, each]));
  return {
    width: steps.length * (card.width + between.x) - between.x,
    height: height + (hidden.length > 0 ? 26 : 0),
    cards,
    lines: edges.flatMap((edge) => {
      const [from, to] = [places.get(edge.from), places.get(edge.to)];
      const isOnPath = path.some((id, at) => id === edge.from && path[at + 1] === edge.to);
      return from && to ? [{ edge, path: line(from, to), isOnPath }] : [];
    }),
    hidden,
  };
}

function weight({ id, sense, status }: DriverNode, onPath: ReadonlySet<string>): number {
  return (
    (onPath.has(id) ? 8 : 0) + (sense ? 4 : 0) + (status === 'breach' ? 2 : status === 'healthy' ? 0 : 1)
  );
}

function besides(
  members: readonly DriverNode[],
  inner: readonly DriverNode[],
  edges: readonly Edge[],
): DriverNode[] {
  const rowOf = new Map(inner.map(({ id }, row) => [id, row]));
  const middle = ({ id }: DriverNode): number => {
    const rows = edges
      .flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))
      .flatMap((other) => rowOf.get(other) ?? []);
    return rows.length === 0 ? inner.length : rows.reduce((sum, row) => sum + row, 0) / rows.length;
  };
  return members.toSorted((a, b) => middle(a) - middle(b));
}

function line(from: Card, to: Card): string {
  const y0 = from.y + card.height / 2;
  const y1 = to.y + card.height / 2;
  // Both in one column: a bow on its left side, where an input of an input would stand.
  if (from.x === to.x) return `M${from.x},${y0}C${from.x - 44},${y0} ${to.x - 44},${y1} ${to.x},${y1}`;
  const x0 = from.x < to.x ? from.x + card.width : from.x;
  const x1 = from.x < to.x ? to.x : to.x + card.width;
  const middle = (x0 + x1) / 2;
  return `M${x0},${y0}C${middle},${y0} ${middle},${y1} ${x1},${y1}`;
}

/** A name in at most two lines of a card, with dots where it was too long. */
export function nameLines(name: string): string[] {
  const room = card.width - 24;
  const fits = (text: string) => textWidth(text, 12.5) <= room * 1.04;
  const lines: string[] = [];
  for (const word of name.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const [first = '', ...rest] = lines;
  return rest.length === 0 ? [clipped(first, fits)] : [clipped(first, fits), clipped(rest.join(' '), fits)];
}

function clipped(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  let short = text;
  while (short.length > 1 && !fits(`${short}…`)) short = short.slice(0, -1).trimEnd();
  return `${short}…`;
}
