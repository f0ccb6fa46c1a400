import { readDayText } from './day-text.ts';
import { type Cells, cellAt } from './entry.ts';
import type { ReadingRole, Roles } from './roles.ts';

/** Cells that are shown as one, of which the first holds the text; rows and columns count from 0, and the last ones belong to it. */
export type Merge = { top: number; left: number; bottom: number; right: number };

/** Gives headings that leave their year out the one of the merged cell above them: "Jan" below "2025" becomes "Jan 2025". */
export function underMergedYears(cells: Cells, merges: readonly Merge[]): Cells {
  if (merges.length === 0) return cells;
  const result = cells.map((row) => [...row]);
  for (const { top, left, bottom, right } of merges) {
    const year = /^(?:fy ?)?((?:19|20)\d{2})$/i.exec(cellAt(cells, top, left))?.[1];
    const row = result[bottom + 1];
    if (year === undefined || row === undefined) continue;
    for (let column = left; column <= right; column += 1) {
      const text = (row[column] ?? '').trim();
      const isWhole = text === '' || readDayText(text, { order: 'day first' }) !== undefined;
      const read = isWhole ? undefined : readDayText(`${text} ${year}`, { order: 'day first' });
      if (read && !('fault' in read)) row[column] = `${text} ${year}`;
    }
  }
  return result;
}

/** Repeats the text of merged cells in each of their rows, in the columns of KPIs and periods: a name that stands beside all of its readings. */
export function filledDown(cells: Cells, merges: readonly Merge[], roles: Roles<ReadingRole>): Cells {
  if (merges.length === 0) return cells;
  const result = cells.map((row) => [...row]);
  for (const { top, left, bottom, right } of merges) {
    const text = cellAt(cells, top, left);
    if (text === '' || left !== right || (left !== roles.kpi && left !== roles.period)) continue;
    for (let row = top + 1; row <= Math.min(bottom, result.length - 1); row += 1) {
      const line = result[row]!;
      while (line.length <= left) line.push('');
      if (line[left]?.trim() === '') line[left] = text;
    }
  }
  return result;
}
