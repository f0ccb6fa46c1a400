import { type DateOrder, guessDateOrder } from './day-text.ts';
import {
  type DefinitionFault,
  type DefinitionFields,
  type DefinitionFormats,
  type DefinitionText,
  faultsOf,
  readFields,
} from './definition-fields.ts';
import {
  type Cells,
  cellAt,
  type Guess,
  type ImportFacts,
  type Skip,
  Skips,
  type Unreadable,
  withoutHeading,
} from './entry.ts';
import { keyFrom, kpiFinder } from './names.ts';
import { decimalVotes, guessNumberFormat } from './number-format.ts';
import type { DefinitionRole, Roles } from './roles.ts';

/** One line of a definitions file; a new KPI has name, unit, direction, cadence and addsUp, a known one only what the file says. */
export type DefinitionEntry = {
  row: number;
  columns: number[];
  key: string;
  known: boolean;
  fields: DefinitionFields;
  /** Where its formula stands, from 1. */
  formulaColumn?: number | undefined;
};

/** All that a file of definitions says: every cell below the headings is in exactly one list. */
export type DefinitionsExtract = {
  entries: DefinitionEntry[];
  unreadable: Unreadable[];
  skip: Skip[];
  guesses: Guess[];
};

/** Reads a definitions file. A line with a cell that cannot be read is left out whole: half a definition would be a wrong one. */
export function readDefinitions(
  cells: Cells,
  header: number,
  roles: Roles<DefinitionRole>,
  facts: ImportFacts,
): DefinitionsExtract {
  const { formats, guesses } = formatsOf(cells, header, roles, facts);
  const found = kpiFinder(facts.kpis, facts.corrections?.names);
  const [entries, unreadable, skips]: [DefinitionEntry[], Unreadable[], Skips] = [[], [], new Skips()];
  const taken = new Set(Object.values(roles));
  const refuse = (row: number, columns: number[], kpi: string, faults: readonly DefinitionFault[]) => {
    // A missing cell cannot be pointed at; its fault stands at the key, or at the name where there is no key.
    const named = [roles.key, roles.name].find(
      (each) => each !== undefined && cellAt(cells, row - 1, each) !== '',
    );
    const keyColumn = named ?? 0;
    const at = new Map(
      faults.map(({ role, why }) => [
        cellAt(cells, row - 1, roles[role] ?? -1) === '' ? keyColumn : (roles[role] ?? 0),
        why,
      ]),
    );
    for (const [column, why] of at)
      unreadable.push({
        row,
        column: column + 1,
        kpi,
        label: kpi,
        heading: cellAt(cells, header, column),
        text: cellAt(cells, row - 1, column),
        why,
      });
    const rest = columns.filter((column) => !at.has(column - 1));
    skips.add('another cell of the line cannot be read', ...rest.map((column) => ({ row, column })));
  };
  for (let index = header + 1; index < cells.length; index += 1) {
    const filled = [...(cells[index] ?? []).keys()].filter((column) => cellAt(cells, index, column) !== '');
    for (const column of filled.filter((each) => !taken.has(each)))
      skips.add(sideReason(cellAt(cells, header, column), column, facts), {
        row: index + 1,
        column: column + 1,
      });
    const columns = filled.filter((column) => taken.has(column)).map((column) => column + 1);
    if (columns.length === 0) continue;
    const text: DefinitionText = (role) =>
      roles[role] === undefined ? '' : cellAt(cells, index, roles[role]);
    const match =
      text('key') === '' ? found(text('name')) : facts.kpis.find((kpi) => kpi.key === text('key'));
    const known = match && !('fault' in match) ? match : undefined;
    const key = known?.key ?? (text('key') || keyFrom(text('name')));
    if (key === '') {
      skips.add(
        'the line has neither a key nor a name',
        ...columns.map((column) => ({ row: index + 1, column })),
      );
      continue;
    }
    const { fields, faults } = readFields(text, known, formats);
    const all = faults.length > 0 ? faults : faultsOf(key, fields, known);
    if (all.length > 0) refuse(index + 1, columns, key, all);
    else {
      const formulaColumn = roles.formula === undefined ? undefined : roles.formula + 1;
      entries.push({ row: index + 1, columns, key, known: known !== undefined, fields, formulaColumn });
    }
  }
  const single: DefinitionEntry[] = [];
  for (const group of Map.groupBy(entries, (entry) => entry.key).values()) {
    if (group.length === 1) single.push(...group);
    else
      for (const { row, columns, key } of group)
        refuse(row, columns, key, [
          {
            role: 'key',
            why: `${key} is defined more than once: in ${group.map((each) => `row ${each.row}`).join(' and ')}`,
          },
        ]);
  }
  unreadable.sort((one, other) => one.row - other.row || one.column - other.column);
  return { entries: single, unreadable, skip: skips.list().filter((skip) => skip.cells.length > 0), guesses };
}

function sideReason(heading: string, column: number, facts: ImportFacts): string {
  return heading === ''
    ? withoutHeading(column + 1, facts)
    : `the column "${heading}" is not part of a definition`;
}

function formatsOf(
  cells: Cells,
  header: number,
  roles: Roles<DefinitionRole>,
  facts: ImportFacts,
): { formats: DefinitionFormats; guesses: Guess[] } {
  const textsIn = (role: DefinitionRole) => {
    const column = roles[role];
    return column === undefined ? [] : cells.slice(header + 1).map((row) => (row[column] ?? '').trim());
  };
  const guesses: Guess[] = [];
  const levels = ['floor', 'ceiling', 'desired'] as const;
  const votes = decimalVotes(levels.flatMap(textsIn));
  const numbers: DefinitionFormats['numbers'] = {};
  for (const role of levels) {
    const column = roles[role];
    if (column === undefined) continue;
    const guess = guessNumberFormat(textsIn(role), votes, facts.corrections?.columns?.[column + 1]);
    numbers[role] = guess.format;
    for (const doubt of guess.doubts)
      guesses.push({ column: column + 1, label: cellAt(cells, header, column), ...doubt } as Guess);
  }
  const dates = guessDateOrder(textsIn('desiredBy'));
  const order = facts.corrections?.order ?? dates.order;
  const other: DateOrder = order === 'day first' ? 'month first' : 'day first';
  if (!dates.sure && !facts.corrections?.order)
    guesses.push({ about: 'dates', guess: order, alternatives: [other], example: dates.example ?? '' });
  return { formats: { order, numbers, calendar: facts.calendar }, guesses };
}
