import { periodOf } from '#domain/time/period.ts';
import { type Moment, periodFor, readDayText } from './day-text.ts';
import {
  cellAt,
  type Entry,
  type Extract,
  type Guess,
  type ImportFacts,
  type KnownKpi,
  type Place,
  type Proposal,
  Skips,
  type Unreadable,
  withoutHeading,
} from './entry.ts';
import type { SheetLayout } from './layout.ts';
import { keyFrom, kpiFinder } from './names.ts';
import { readNumber } from './number.ts';
import { type DecimalVotes, decimalVotes, guessNumberFormat, type NumberGuess } from './number-format.ts';
import { sideRole } from './roles.ts';
import { guessCadence, guessUnit } from './sheet-row.ts';

type Slot = { column: number; heading: string; moment: Moment };

type Row = { row: number; label: string; filled: Slot[] };

/** Reads a scorecard: a row for each KPI and a column for each period, or turned round. */
export function readSheet(layout: SheetLayout, facts: ImportFacts): Extract {
  const { cells, header, names } = layout;
  const place = (row: number, column: number): Place =>
    layout.turned ? { row: column + 1, column: row + 1 } : { row: row + 1, column: column + 1 };
  const skips = new Skips();
  const slots = slotsOf(layout);
  const found = kpiFinder(facts.kpis, facts.corrections?.names);
  const extract: Omit<Extract, 'skip'> = { entries: [], unreadable: [], guesses: [], proposals: [] };
  const columns = new Set(slots.map((slot) => slot.column));
  const rows: Row[] = [];
  // Turned round, the rows before the headings are columns that stand left of the periods, and may be KPIs too.
  for (let row = layout.turned ? 0 : header + 1; row < cells.length; row += 1) {
    if (row === header) continue;
    const label = names.map((column) => cellAt(cells, row, column)).find((text) => text !== '') ?? '';
    rows.push({ row, label, filled: slots.filter((slot) => cellAt(cells, row, slot.column) !== '') });
    for (const column of (cells[row] ?? []).keys())
      if (!columns.has(column) && !names.includes(column) && cellAt(cells, row, column) !== '')
        skips.add(sideReason(layout, column, facts), place(row, column));
  }
  const votes = decimalVotes(rows.flatMap((each) => textsOf(layout, each)));
  for (const each of rows.filter((one) => one.filled.length > 0)) {
    const texts = textsOf(layout, each);
    const kpi = each.label === '' ? { fault: 'the row has no name' } : matched(names, layout, each, found);
    const known = 'fault' in kpi ? undefined : kpi;
    const guess = rowFormat(layout, each, texts, votes, facts, known);
    extract.guesses.push(...doubtsOf(layout, each, guess));
    if (known) readRow(known, each, guess, layout, facts, place, extract);
    else leaveRow('fault' in kpi ? kpi.fault : '', each, guess, layout, place, extract, skips);
    if (!known && each.label !== '') extract.proposals.push(proposal(layout, each, texts, guess, place));
  }
  return { ...extract, skip: skips.list() };
}

function slotsOf({ cells, header, names, dates }: SheetLayout): Slot[] {
  return (cells[header] ?? []).flatMap((heading, column) => {
    const moment = readDayText(heading, dates);
    if (names.includes(column) || moment === undefined || 'fault' in moment) return [];
    return [{ column, heading: heading.trim(), moment }];
  });
}

function textsOf({ cells }: SheetLayout, { row, filled }: Row): string[] {
  return filled.map((slot) => cellAt(cells, row, slot.column));
}

// A sheet may keep key and name side by side; whichever is known counts.
function matched(
  names: number[],
  { cells }: SheetLayout,
  { row, label }: Row,
  found: ReturnType<typeof kpiFinder>,
) {
  const tries = names
    .map((column) => cellAt(cells, row, column))
    .filter((text) => text !== '')
    .map(found);
  return tries.find((each): each is KnownKpi => !('fault' in each)) ?? found(label);
}

function sideReason(
  { cells, header, dates, turned }: SheetLayout,
  column: number,
  facts: ImportFacts,
): string {
  const heading = cellAt(cells, header, column);
  if (heading === '') return turned ? `row ${column + 1} has no period` : withoutHeading(column + 1, facts);
  const moment = readDayText(heading, dates);
  if (moment && 'fault' in moment) return `the heading ${moment.fault}`;
  return `"${heading}" is not a period`;
}

function rowFormat(
  layout: SheetLayout,
  each: Row,
  texts: string[],
  votes: DecimalVotes,
  facts: ImportFacts,
  kpi: KnownKpi | undefined,
): NumberGuess {
  const answers = layout.turned ? facts.corrections?.columns : facts.corrections?.rows;
  const kind = kpi?.unit.kind === 'percent' || kpi?.unit.kind === 'duration' ? kpi.unit.kind : undefined;
  return guessNumberFormat(texts, votes, answers?.[each.row + 1], kind);
}

function doubtsOf(layout: SheetLayout, each: Row, guess: NumberGuess): Guess[] {
  const at = layout.turned ? { column: each.row + 1 } : { row: each.row + 1 };
  return guess.doubts.map((doubt): Guess => ({ ...at, label: each.label, ...doubt }) as Guess);
}

type Sink = Pick<Extract, 'entries' | 'unreadable'>;
type Placing = (row: number, column: number) => Place;

function readRow(
  kpi: KnownKpi,
  each: Row,
  guess: NumberGuess,
  layout: SheetLayout,
  facts: ImportFacts,
  place: Placing,
  sink: Sink,
): void {
  const entries: Entry[] = [];
  const now = periodOf(kpi.cadence, facts.today, facts.calendar);
  let finest = Number.POSITIVE_INFINITY;
  for (const slot of each.filled) {
    const text = cellAt(layout.cells, each.row, slot.column);
    const at = place(each.row, slot.column);
    const period = periodFor(slot.moment, kpi.cadence, facts.calendar);
    const fault = (why: string): Unreadable => ({
      ...at,
      label: each.label,
      heading: slot.heading,
      kpi: kpi.key,
      ...(period && { period }),
      text,
      why,
    });
    const read = readNumber(text, guess.format, kpi.unit);
    if ('fault' in read) sink.unreadable.push(fault(read.fault));
    else if (kpi.computed) sink.unreadable.push(fault(`${kpi.key} is computed and takes no readings`));
    else if (period === undefined)
      sink.unreadable.push(
        fault(`${kpi.key} is ${kpi.cadence}, and "${slot.heading}" is not one period of it`),
      );
    else if (period > now) sink.unreadable.push(fault(`${period} has not begun yet`));
    else {
      finest = Math.min(finest, read.step);
      entries.push({
        ...at,
        columns: [at.column],
        kpi: kpi.key,
        period,
        value: read.value,
        text,
        tolerance: 0,
      });
    }
  }
  // A sheet shows rounded values; the finest cell of the row tells to what place, since "4.4" among "4.36" is 4.40.
  // Times are more often cut than rounded: 219.9 minutes stand there as 3h 39m.
  const cut = kpi.unit.kind === 'duration' && entries.some((entry) => /[a-z:]/i.test(entry.text));
  const tolerance = finest * (cut ? 0.999 : 0.5);
  for (const entry of entries) sink.entries.push({ ...entry, tolerance });
}

function leaveRow(
  why: string,
  each: Row,
  guess: NumberGuess,
  layout: SheetLayout,
  place: Placing,
  sink: Sink,
  skips: Skips,
): void {
  for (const slot of each.filled) {
    const text = cellAt(layout.cells, each.row, slot.column);
    const read = readNumber(text, guess.format);
    const at = place(each.row, slot.column);
    if ('fault' in read)
      sink.unreadable.push({ ...at, label: each.label, heading: slot.heading, text, why: read.fault });
    else skips.add(why, at);
  }
}

function proposal(
  layout: SheetLayout,
  each: Row,
  texts: string[],
  guess: NumberGuess,
  place: Placing,
): Proposal {
  const headings = layout.cells[layout.header] ?? [];
  const side = (role: 'owner' | 'desired') =>
    cellAt(
      layout.cells,
      each.row,
      headings.findIndex((heading) => sideRole(heading) === role),
    );
  return {
    ...place(each.row, layout.names[0] ?? 0),
    name: each.label,
    key: keyFrom(each.label),
    cadence: guessCadence(slotsOf(layout).map((slot) => slot.moment)),
    ...guessUnit(texts, guess.format),
    ...(side('owner') && { owner: side('owner') }),
    ...(side('desired') && { desired: side('desired') }),
  };
}
