/** Width and height in CSS pixels. */
export type Box = { width: number; height: number };

/** So many columns and rows of tiles, and the size of each tile. */
export type Grid = { columns: number; rows: number; tile: Box };

/** The room between tiles. */
export const gap = 14;

/** The smallest tile that is read from five metres: a fifth of a screen's width, a quarter of its height, and never less than a hand needs. */
export function leastTile(screen: Box): Box {
  return { width: Math.max(300, screen.width / 5.4), height: Math.max(196, screen.height / 4.7) };
}

/** The grid of the largest tiles in which so many stand on a screen; of the smallest when there are too many for it. */
export function fit(count: number, screen: Box): Grid {
  const least = leastTile(screen);
  const most = {
    columns: Math.max(1, Math.floor((screen.width + gap) / (least.width + gap))),
    rows: Math.max(1, Math.floor((screen.height + gap) / (least.height + gap))),
  };
  if (count >= most.columns * most.rows) return gridOf(most.columns, most.rows, screen);
  const grids = Array.from({ length: most.columns }, (_, before) => {
    const columns = before + 1;
    return gridOf(columns, Math.max(1, Math.ceil(count / columns)), screen);
  }).filter(({ rows }) => rows <= most.rows);
  const scale = ({ tile }: Grid) => Math.min(tile.width / least.width, tile.height / least.height);
  return grids.reduce((best, each) => (scale(each) > scale(best) ? each : best));
}

function gridOf(columns: number, rows: number, screen: Box): Grid {
  return {
    columns,
    rows,
    tile: {
      width: Math.floor((screen.width - (columns - 1) * gap) / columns),
      height: Math.floor((screen.height - (rows - 1) * gap) / rows),
    },
  };
}

/** What one screen shows: tiles of one group, and which part of how many of that group. */
export type Screen<T> = { group: string; part: number; parts: number; tiles: T[] };

/** Groups one after the other, each on as many screens as it needs for at most so many tiles, and about as many on each. */
export function screensOf<T extends { group: string }>(lines: readonly T[], most: number): Screen<T>[] {
  return [...Map.groupBy(lines, ({ group }) => group)].flatMap(([group, members]) => {
    const parts = Math.ceil(members.length / most);
    const each = Math.ceil(members.length / parts);
    return Array.from({ length: parts }, (_, part) => ({
      group,
      part: part + 1,
      parts,
      tiles: members.slice(part * each, (part + 1) * each),
    }));
  });
}
