import { type Direction, definitionFault } from '#domain/kpi/definition.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import type { Day } from '#domain/time/day.ts';
import { type Calendar, endOf } from '#domain/time/period.ts';
import { type DateOrder, guessDateOrder, readDayText } from './day-text.ts';
import { readAddsUp, readCadence, readDirection } from './definition-words.ts';
import {
  type Cells,
  cellAt,
  type Guess,
  type ImportFacts,
  type KnownKpi,
  type Skip,
  Skips,
  type Unreadable,
} from './entry.ts';
import { keyFrom, kpiFinder } from './names.ts';
import { type NumberFormat, readNumber } from './number.ts';
import { decimalVotes, guessNumberFormat } from './number-format.ts';
import type { DefinitionRole, Roles } from './roles.ts';
import { readUnit } from './unit-text.ts';

/** What a file may say of a KPI besides its key; a cell that is empty says nothing. The owner is a name or an address, as written. */
export type DefinitionFields = Partial<{
  name: string;
  unit: Unit;
  direction: Direction;
  cadence: KnownKpi['cadence'];
  addsUp: KnownKpi['addsUp'];
  floor: number;
  ceiling: number;
  desired: number;
  desiredBy: Day;
  owner: string;
  purpose: string;
  definition: string;
  labels: string[];
  decimals: number;
}>;

/** One line of a definitions file; a new KPI has name, unit, direction, cadence and addsUp, a known one only what the file says. */
export type DefinitionEntry = {
  row: number;
  columns: number[];
  key: string;
  known: boolean;
  fields: DefinitionFields;
};

/** All that a file of definitions says: every cell below the headings is in exactly one list. */
export type DefinitionsExtract = {
  entries: DefinitionEntry[];
  unreadable: Unreadable[];
  skip: Skip[];
  guesses: Guess[];
};

type Formats = {
  order: DateOrder;
  numbers: Partial<Record<DefinitionRole, NumberFormat>>;
  calendar: Calendar;
};
type Fault = { role: DefinitionRole; why: string };
type Text = (role: DefinitionRole) => string;

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
  const keyColumn = roles.key ?? roles.name ?? 0;
  const refuse = (row: number, columns: number[], kpi: string, faults: readonly Fault[]) => {
    // A missing cell cannot be pointed at; its fault stands at the key.
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
      skips.add(sideReason(cellAt(cells, header, column), column), { row: index + 1, column: column + 1 });
    const columns = filled.filter((column) => taken.has(column)).map((column) => column + 1);
    if (columns.length === 0) continue;
    const text: Text = (role) => (roles[role] === undefined ? '' : cellAt(cells, index, roles[role]));
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
    else entries.push({ row: index + 1, columns, key, known: known !== undefined, fields });
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

function sideReason(heading: string, column: number): string {
  return heading === ''
    ? `column ${column + 1} has no heading`
    : `the column "${heading}" is not part of a definition`;
}

function formatsOf(
  cells: Cells,
  header: number,
  roles: Roles<DefinitionRole>,
  facts: ImportFacts,
): { formats: Formats; guesses: Guess[] } {
  const textsIn = (role: DefinitionRole) => {
    const column = roles[role];
    return column === undefined ? [] : cells.slice(header + 1).map((row) => (row[column] ?? '').trim());
  };
  const guesses: Guess[] = [];
  const levels = ['floor', 'ceiling', 'desired'] as const;
  const votes = decimalVotes(levels.flatMap(textsIn));
  const numbers: Formats['numbers'] = {};
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

function readFields(
  text: Text,
  known: KnownKpi | undefined,
  formats: Formats,
): { fields: DefinitionFields; faults: Fault[] } {
  const fields: DefinitionFields = {};
  const faults: Fault[] = [];
  const read = <Value>(role: DefinitionRole, value: Value | undefined, right: string): Value | undefined => {
    if (value === undefined && text(role) !== '')
      faults.push({ role, why: `"${text(role)}" is not ${right}` });
    return text(role) === '' ? undefined : value;
  };
  const told = {
    unit: read('unit', readUnit(text('unit')), 'a unit; write %, EUR, minutes, count, or scale 1-5'),
    direction: read(
      'direction',
      readDirection(text('direction')),
      'a direction; write higher, lower or within',
    ),
    cadence: read(
      'cadence',
      readCadence(text('cadence')),
      'a cadence; write daily, weekly, monthly, quarterly or yearly',
    ),
    addsUp: read(
      'addsUp',
      readAddsUp(text('addsUp')),
      'a way to add up; write sum, mean, last, min, max or ratio',
    ),
    desiredBy: read('desiredBy', readDay(text('desiredBy'), formats), 'a day; write it as 2026-12-31'),
    decimals: read(
      'decimals',
      /^(\d|10)$/.test(text('decimals')) ? Number(text('decimals')) : undefined,
      'a whole number from 0 to 10',
    ),
    name: text('name') || undefined,
    owner: text('owner') || undefined,
    purpose: text('purpose') || undefined,
    definition: text('definition') || undefined,
    labels:
      text('labels') === ''
        ? undefined
        : text('labels')
            .split(/[,;|]/)
            .map((label) => label.trim())
            .filter(Boolean),
  };
  const unit = told.unit ?? known?.unit ?? { kind: 'number' };
  for (const role of ['floor', 'ceiling', 'desired'] as const) {
    if (text(role) === '' || faults.some((fault) => fault.role === 'unit')) continue;
    const level = readNumber(text(role), formats.numbers[role] ?? { decimal: '.' }, unit);
    if ('fault' in level) faults.push({ role, why: level.fault });
    else fields[role] = level.value;
  }
  for (const [name, value] of Object.entries(told))
    if (value !== undefined) Object.assign(fields, { [name]: value });
  if (!known)
    Object.assign(fields, { unit, name: fields.name ?? text('key'), addsUp: fields.addsUp ?? 'mean' });
  return { fields, faults };
}

// "December 2026" as a date to be there by is its last day.
function readDay(text: string, { order, calendar }: Formats): Day | undefined {
  const moment = readDayText(text, { order });
  if (moment === undefined || 'fault' in moment) return undefined;
  return 'day' in moment ? moment.day : endOf(moment.period, calendar);
}

function faultsOf(key: string, fields: DefinitionFields, known: KnownKpi | undefined): Fault[] {
  const { floor, ceiling, direction, cadence } = fields;
  if (floor !== undefined && ceiling !== undefined && floor >= ceiling)
    return [{ role: 'ceiling', why: `the ceiling ${ceiling} is not above the floor ${floor}` }];
  if (known && cadence && cadence !== known.cadence)
    return [
      {
        role: 'cadence',
        why: `${key} is ${known.cadence}; its readings belong to such periods, so that cannot change to ${cadence}`,
      },
    ];
  if (!known && !direction)
    return [{ role: 'direction', why: `${key} needs a direction: higher, lower or within` }];
  if (!known && !cadence)
    return [{ role: 'cadence', why: `${key} needs a cadence: daily, weekly, monthly, quarterly or yearly` }];
  const facts = {
    key,
    name: 'x',
    unit: { kind: 'number' },
    decimals: 0,
    direction: 'higher',
    cadence: 'daily',
    addsUp: 'mean',
  } as const;
  const why = definitionFault({
    ...facts,
    ...(known && { unit: known.unit, addsUp: known.addsUp }),
    ...fields,
  });
  return why === undefined
    ? []
    : [{ role: /^The key/.test(why) ? 'key' : fields.addsUp ? 'addsUp' : 'unit', why }];
}
