import { readDayText } from './day-text.ts';
import { type Cells, cellAt } from './entry.ts';
import type { ReadingRole, Roles } from './roles.ts';

/** Cells that are shown as one, of which the first holds the text; rows and columns count from 0, and the last ones belong to it. */
export type Merge = { top: number; left: number; bottom: number; right: number };

/** Gives headings that leave their year out the one of the merged cell above them: "Jan" below "2025" becomes "Jan 2025". */
export function underMergedYears(cells: Cells, merges: readonly Merge[]): Cells {
  if (merges.length === 0) return cells;
  const result = cells.map((row) => [...row]);
  for (const merge of merges.filter((each) => isYearAbove(cells, each)))
    for (const { top, left, bottom, right } of [merge, ...lonelyYears(cells, merge)])
      for (let column = left; column <= right; column += 1) {
        const heading = withYear(cellAt(cells, bottom + 1, column), cellAt(cells, top, left));
        if (heading !== undefined) result[bottom + 1]![column] = heading;
      }
  return result;
}

/** Whether a merged cell is the year of headings below it that leave theirs out. */
export function isYearAbove(cells: Cells, { top, left, bottom, right }: Merge): boolean {
  const year = cellAt(cells, top, left);
  for (let column = left; column <= right; column += 1)
    if (withYear(cellAt(cells, bottom + 1, column), year) !== undefined) return true;
  return false;
}

// The last year has one month so far, and a single cell is not merged.
function lonelyYears(cells: Cells, { top, bottom }: Merge): Merge[] {
  return [...(cells[top] ?? []).keys()].map((column) => ({ top, bottom, left: column, right: column }));
}

function withYear(heading: string, above: string): string | undefined {
  const year = /^(?:fy ?)?((?:19|20)\d{2})$/i.exec(above)?.[1];
  if (year === undefined || heading === '' || readDayText(heading, { order: 'day first' })) return undefined;
  const read = readDayText(`${heading} ${year}`, { order: 'day first' });
  return read && !('fault' in read) ? `${heading} ${year}` : undefined;
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
