import { isPeriod, type Period, periodOf } from '#domain/time/period.ts';
import { type DateOrder, guessDateOrder, periodFor, readDayText } from './day-text.ts';
import {
  type Cells,
  cellAt,
  type Entry,
  type Extract,
  type Guess,
  type ImportFacts,
  type KnownKpi,
  Skips,
  type Unreadable,
  withoutHeading,
} from './entry.ts';
import { kpiFinder } from './names.ts';
import { type NumberFormat, readNumber } from './number.ts';
import { guessNumberFormat } from './number-format.ts';
import { ratioFault, ratioValue } from './ratio.ts';
import type { ReadingRole, Roles } from './roles.ts';
import { UnknownKpis } from './unknown-kpis.ts';

type Amount = 'value' | 'numerator' | 'denominator';
type Formats = { order: DateOrder } & Record<Amount, NumberFormat>;
type Line = { row: number; column: number; columns: number[]; text: (role: ReadingRole) => string };
type Fault = { role: ReadingRole; why: string };

/** Reads a tidy file: a line for each KPI and period, with its value, or a numerator and a denominator, or all three. */
export function readReadings(
  cells: Cells,
  header: number,
  roles: Roles<ReadingRole>,
  facts: ImportFacts,
): Extract {
  const { formats, guesses } = formatsOf(cells, header, roles, facts);
  const found = kpiFinder(facts.kpis, facts.corrections?.names);
  const [entries, unreadable, skips]: [Entry[], Unreadable[], Skips] = [[], [], new Skips()];
  const unknown = new UnknownKpis();
  const taken = new Set(Object.values(roles));
  for (let index = header + 1; index < cells.length; index += 1) {
    const filled = [...(cells[index] ?? []).keys()].filter((column) => cellAt(cells, index, column) !== '');
    for (const column of filled)
      if (!taken.has(column))
        skips.add(sideReason(cellAt(cells, header, column), column, facts), {
          row: index + 1,
          column: column + 1,
        });
    const line: Line = {
      row: index + 1,
      column: 1 + (roles.value ?? roles.numerator ?? 0),
      columns: filled.filter((column) => taken.has(column)).map((column) => column + 1),
      text: (role) => (roles[role] === undefined ? '' : cellAt(cells, index, roles[role])),
    };
    if (line.columns.length === 0) continue;
    const leave = (why: string, but?: number) =>
      skips.add(
        why,
        ...line.columns.filter((column) => column !== but).map((column) => ({ row: line.row, column })),
      );
    const kpi = found(line.text('kpi'));
    if ('fault' in kpi) {
      leave(line.text('kpi') === '' ? 'the line names no KPI' : kpi.fault);
      unknown.add(
        line.text('kpi'),
        { row: line.row, column: 1 + (roles.kpi ?? 0) },
        line.text('period'),
        line.text('value'),
      );
    } else if (!line.text('value') && !line.text('numerator') && !line.text('denominator'))
      leave('the line has no value');
    else {
      const entry = readLine(line, kpi, formats, facts);
      if (!('why' in entry)) entries.push(entry);
      else {
        // A period or value that is missing has no cell of its own; the fault then stands at the KPI's name.
        const column = (line.text(entry.role) === '' ? roles.kpi : roles[entry.role]) ?? 0;
        const period = line.text('period');
        unreadable.push({
          row: line.row,
          column: column + 1,
          label: line.text('kpi'),
          heading: cellAt(cells, header, column),
          kpi: kpi.key,
          ...(isPeriod(period, kpi.cadence) && { period }),
          text: cellAt(cells, index, column),
          why: entry.why,
        });
        leave('another cell of the line cannot be read', column + 1);
      }
    }
  }
  return {
    entries,
    unreadable,
    skip: skips.list(),
    guesses,
    proposals: unknown.proposals(formats.order, formats.value),
  };
}

function sideReason(heading: string, column: number, facts: ImportFacts): string {
  return heading === ''
    ? withoutHeading(column + 1, facts)
    : `the column "${heading}" is not part of a reading`;
}

function formatsOf(
  cells: Cells,
  header: number,
  roles: Roles<ReadingRole>,
  facts: ImportFacts,
): { formats: Formats; guesses: Guess[] } {
  const textsIn = (column: number | undefined) =>
    column === undefined ? [] : cells.slice(header + 1).map((row) => (row[column] ?? '').trim());
  const guesses: Guess[] = [];
  const format = (role: Amount): NumberFormat => {
    const column = roles[role];
    if (column === undefined) return { decimal: '.' };
    const guess = guessNumberFormat(textsIn(column), undefined, facts.corrections?.columns?.[column + 1]);
    for (const doubt of guess.doubts)
      guesses.push({ column: column + 1, label: cellAt(cells, header, column), ...doubt } as Guess);
    return guess.format;
  };
  const dates = guessDateOrder(textsIn(roles.period));
  const order = facts.corrections?.order ?? dates.order;
  const other: DateOrder = order === 'day first' ? 'month first' : 'day first';
  if (!dates.sure && !facts.corrections?.order)
    guesses.push({ about: 'dates', guess: order, alternatives: [other], example: dates.example ?? '' });
  const formats = {
    order,
    value: format('value'),
    numerator: format('numerator'),
    denominator: format('denominator'),
  };
  return { formats, guesses };
}

function readLine(line: Line, kpi: KnownKpi, formats: Formats, facts: ImportFacts): Entry | Fault {
  if (kpi.computed) return { role: 'kpi', why: `${kpi.key} is computed and takes no readings` };
  const period = readPeriod(line.text('period'), kpi, formats.order, facts);
  if (typeof period !== 'string') return period;
  const amounts: Partial<Record<Amount, number>> = {};
  let step = 0;
  for (const role of ['value', 'numerator', 'denominator'] as const) {
    const text = line.text(role);
    if (text === '') continue;
    const read = readNumber(text, formats[role], role === 'value' ? kpi.unit : undefined);
    if ('fault' in read) return { role, why: read.fault };
    if (role !== 'value' && read.unit)
      return { role, why: `"${text}" has a unit; a ${role} is a plain number` };
    amounts[role] = read.value;
    if (role === 'value') step = read.step;
  }
  const fault = ratioFault(amounts, kpi, step);
  if (fault) return fault;
  const value = amounts.value ?? ratioValue(amounts, kpi);
  if (value === undefined) return { role: 'kpi', why: 'the line has no value' };
  const note = line.text('note');
  const { row, column, columns } = line;
  const parts = { ...amounts, value, ...(note && { note }), text: line.text('value') };
  // A ratio may be stored from its two sums, with more places than the value in the file.
  const tolerance = amounts.denominator === undefined ? 0 : Math.max(step, Math.abs(value) * 1e-9);
  return { row, column, columns, kpi: kpi.key, period, ...parts, tolerance };
}

function readPeriod(text: string, kpi: KnownKpi, order: DateOrder, facts: ImportFacts): Period | Fault {
  const fault = (why: string): Fault => ({ role: 'period', why });
  if (text === '') return fault('the line has no period');
  const moment = isPeriod(text, kpi.cadence) ? { period: text } : readDayText(text, { order });
  if (moment === undefined) return fault(`"${text}" is not a period; write it as ${example(kpi, facts)}`);
  if ('fault' in moment) return fault(moment.fault);
  const period = periodFor(moment, kpi.cadence, facts.calendar);
  if (period === undefined)
    return fault(`"${text}" does not fit: ${kpi.key} is ${kpi.cadence}; write ${example(kpi, facts)}`);
  return period > example(kpi, facts) ? fault(`${period} has not begun yet`) : period;
}

function example(kpi: KnownKpi, facts: ImportFacts): Period {
  return periodOf(kpi.cadence, facts.today, facts.calendar);
}
