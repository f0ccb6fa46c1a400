import type { AddsUp } from '#domain/kpi/definition.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import type { Day } from '#domain/time/day.ts';
import type { Cadence, Calendar, Period } from '#domain/time/period.ts';
import { type ColumnName, numberedColumn } from './address.ts';
import type { DateOrder } from './day-text.ts';
import type { Merge } from './merged-cells.ts';
import type { NumberFormat } from './number.ts';
import type { FormatDoubt } from './number-format.ts';

/** A table as it was cut into cells; rows may be of different lengths. */
export type Cells = readonly (readonly string[])[];

/** A cell by its row and column, both counted from 1 as a spreadsheet counts them. */
export type Place = { row: number; column: number };

/** What the import needs to know of a KPI that is there; `computed` ones, from children or by a formula, take no readings of their own. */
export type KnownKpi = {
  key: string;
  name: string;
  unit: Unit;
  cadence: Cadence;
  addsUp: AddsUp;
  computed?: boolean | undefined;
};

/** One reading of the file: the cell of its value, all columns that it came from, and how far a stored value may differ and still be the one shown. */
export type Entry = Place & {
  columns: number[];
  kpi: string;
  period: Period;
  value: number;
  numerator?: number;
  denominator?: number;
  note?: string;
  text: string;
  tolerance: number;
};

/** A cell that cannot be read or placed, with the name and the heading that it stands under. */
export type Unreadable = Place & {
  text: string;
  why: string;
  label?: string;
  heading?: string;
  kpi?: string;
  period?: Period;
};

/** Cells that the import leaves alone, with the one reason that they share. */
export type Skip = { why: string; cells: Place[] };

/** A format that was guessed and may be wrong: of one row, of one column, or of all dates. Corrections settle it. */
export type Guess =
  | ({ row: number; label: string } & FormatDoubt)
  | ({ column: number; label: string } & FormatDoubt)
  | { about: 'dates'; guess: DateOrder; alternatives: DateOrder[]; example: string }
  | { about: 'year'; guess: number; alternatives: number[]; example: string };

/** A KPI that the file names and the organisation does not have, with what its cells tell of it. */
export type Proposal = {
  row: number;
  column: number;
  name: string;
  key: string;
  cadence: Cadence;
  unit: Unit;
  decimals: number;
  owner?: string;
  desired?: string;
};

/** A person's answers to the guesses; rows and columns count from 1, and `names` sends a name of the file to a KPI's key. */
export type Corrections = {
  order?: DateOrder | undefined;
  year?: number | undefined;
  rows?: Readonly<Record<number, Partial<NumberFormat>>> | undefined;
  columns?: Readonly<Record<number, Partial<NumberFormat>>> | undefined;
  names?: Readonly<Record<string, string>> | undefined;
};

/** What reading a file depends on besides its cells. */
export type ImportFacts = {
  kpis: readonly KnownKpi[];
  today: Day;
  calendar: Calendar;
  corrections?: Corrections | undefined;
  /** The merged cells of a workbook. */
  merges?: readonly Merge[] | undefined;
  /** How its columns are called; by their number when left out. */
  columnName?: ColumnName | undefined;
};

/** Why a cell below no heading is left alone. */
export function withoutHeading(column: number, { columnName = numberedColumn }: ImportFacts): string {
  return `${columnName(column)} has no heading`;
}

/** All that a file of readings says: every cell that is not empty, below the headings and beside the names, is in exactly one list. */
export type Extract = {
  entries: Entry[];
  unreadable: Unreadable[];
  skip: Skip[];
  guesses: Guess[];
  proposals: Proposal[];
};

/** The text of a cell by zero-based row and column, without the space around it; empty outside the table. */
export function cellAt(cells: Cells, row: number, column: number): string {
  return (cells[row]?.[column] ?? '').trim();
}

/** Collects skipped cells under their reason, so that a column of a thousand cells is one line. */
export class Skips {
  readonly #byReason = new Map<string, Skip>();

  constructor(skips: readonly Skip[] = []) {
    for (const { why, cells } of skips) this.#byReason.set(why, { why, cells: [...cells] });
  }

  add(why: string, ...cells: Place[]): void {
    const known = this.#byReason.get(why);
    if (known) for (const cell of cells) known.cells.push(cell);
    else this.#byReason.set(why, { why, cells });
  }

  list(): Skip[] {
    return [...this.#byReason.values()];
  }
}
