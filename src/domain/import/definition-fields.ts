import { type Direction, definitionFault } from '#domain/kpi/definition.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import type { Day } from '#domain/time/day.ts';
import { type Calendar, endOf } from '#domain/time/period.ts';
import { type DateOrder, readDayText } from './day-text.ts';
import { readFormula } from './definition-formulas.ts';
import { readAddsUp, readCadence, readDirection } from './definition-words.ts';
import type { KnownKpi } from './entry.ts';
import { type NumberFormat, readNumber } from './number.ts';
import type { DefinitionRole } from './roles.ts';
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
  formula: string;
}>;

/** How the dates and the thresholds of a definitions file are written. */
export type DefinitionFormats = {
  order: DateOrder;
  numbers: Partial<Record<DefinitionRole, NumberFormat>>;
  calendar: Calendar;
};
/** What is wrong with the cell of a role. */
export type DefinitionFault = { role: DefinitionRole; why: string };
/** The text of one line's cell by role; empty when there is none. */
export type DefinitionText = (role: DefinitionRole) => string;

/** Reads the cells of one line; a new KPI gets its unit, name and way of adding up even where the file is silent. */
export function readFields(
  text: DefinitionText,
  known: KnownKpi | undefined,
  formats: DefinitionFormats,
): { fields: DefinitionFields; faults: DefinitionFault[] } {
  const fields: DefinitionFields = {};
  const faults: DefinitionFault[] = [];
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
  const formula = text('formula') === '' ? undefined : readFormula(text('formula'));
  if (formula && 'fault' in formula) faults.push({ role: 'formula', why: formula.fault });
  else if (formula) fields.formula = formula.formula;
  for (const [name, value] of Object.entries(told))
    if (value !== undefined) Object.assign(fields, { [name]: value });
  if (!known)
    Object.assign(fields, { unit, name: fields.name ?? text('key'), addsUp: fields.addsUp ?? 'mean' });
  return { fields, faults };
}

// "December 2026" as a date to be there by is its last day.
function readDay(text: string, { order, calendar }: DefinitionFormats): Day | undefined {
  const moment = readDayText(text, { order });
  if (moment === undefined || 'fault' in moment) return undefined;
  return 'day' in moment ? moment.day : endOf(moment.period, calendar);
}

/** What is wrong with a line whose cells can all be read: what is missing, contradicts itself, or cannot change. */
export function faultsOf(
  key: string,
  fields: DefinitionFields,
  known: KnownKpi | undefined,
): DefinitionFault[] {
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
