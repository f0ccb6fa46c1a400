import type { Act } from '#app/act.ts';
import type { Input, Parsed } from '#contract/index.ts';
import { kpis as kpiOperations } from '#contract/kpis.ts';
import type { Edge } from '#domain/formula/graph.ts';
import type { DefinitionFields } from '#domain/import/definition-fields.ts';
import type { DefinitionEntry, DefinitionsExtract } from '#domain/import/definitions.ts';
import { Skips } from '#domain/import/entry.ts';
import { type FieldChange, type Preview, preview } from '#domain/import/preview.ts';
import { type Threshold, thresholdFault } from '#domain/kpi/threshold.ts';
import type { Day } from '#domain/time/day.ts';
import { planFaults } from './import-formulas.ts';
import type { Known } from './import-known.ts';
import type { PeopleFinder } from './import-people.ts';

/** What one line of a definitions file would do, ready to be done. */
export type DefinitionPlan = { entry: DefinitionEntry } & (
  | { kind: 'create'; kpi: Parsed<'kpis.create'>; threshold: Threshold | undefined }
  | {
      kind: 'change';
      changes: FieldChange[];
      kpi: Parsed<'kpis.change'> | undefined;
      threshold: Threshold | undefined;
    }
);

export type DefinitionsPreview = Extract<Preview, { kind: 'definitions' }>;

const lines = ['floor', 'ceiling', 'desired', 'desiredBy'] as const;

// A file says "the floor is 95" without a day. Until a KPI has a threshold this holds for all of its history, so that the past can be
// judged; from then on what a file says begins today, and what held before stays.
const sinceEver: Day = '2000-01-01';

/** Plans the lines of a definitions file; a line that the product would refuse is told as a cell that cannot be read. */
export function planDefinitions(
  act: Act,
  content: DefinitionsExtract,
  known: readonly Known[],
  people: PeopleFinder,
  { firstDays, edges }: { firstDays: ReadonlyMap<string, Day>; edges: readonly Edge[] },
): { found: DefinitionsPreview; plans: DefinitionPlan[] } {
  const owned = { ...content, entries: content.entries.map((entry) => withOwner(entry, people)) };
  const found = preview({ kind: 'definitions', ...owned }, known, new Map()) as DefinitionsPreview;
  const byKey = new Map(known.map((kpi) => [kpi.key, kpi]));
  const planned: DefinitionPlan[] = [];
  const refused = new Map<DefinitionEntry, string>();
  const left = new Map(content.unreadable.flatMap(({ kpi, row }) => (kpi === undefined ? [] : [[kpi, row]])));
  for (const entry of [...found.create, ...found.change]) {
    const kpi = byKey.get(entry.key);
    const plan = kpi ? changeOf(act, entry, kpi, firstDays) : createOf(entry);
    if ('fault' in plan) {
      refused.set(entry, plan.fault);
      left.set(entry.key, entry.row);
    } else planned.push(plan);
  }
  const formulaFaults = planFaults(planned, known, left, edges);
  for (const { entry } of planned) {
    const why = formulaFaults.get(entry.key);
    if (why !== undefined) refused.set(entry, why);
  }
  leaveOut(found, refused, formulaFaults);
  return { found, plans: planned.filter(({ entry }) => !refused.has(entry)) };
}

// The fault of a formula stands at the formula, any other at the first cell of the line.
function leaveOut(
  found: DefinitionsPreview,
  refused: ReadonlyMap<DefinitionEntry, string>,
  formulaFaults: ReadonlyMap<string, string>,
): void {
  const skips = new Skips(found.skip);
  for (const [{ row, columns, key, formulaColumn = 1, fields }, why] of refused) {
    const cell = formulaFaults.has(key)
      ? { column: formulaColumn, text: fields.formula ?? '' }
      : { column: columns[0] ?? 1, text: key };
    found.unreadable.push({ row, ...cell, kpi: key, label: key, why });
    const rest = columns.filter((column) => column !== cell.column).map((column) => ({ row, column }));
    if (rest.length > 0) skips.add('another cell of the line cannot be read', ...rest);
  }
  found.unreadable.sort((one, other) => one.row - other.row || one.column - other.column);
  found.skip = skips.list();
  found.create = found.create.filter((entry) => !refused.has(entry));
  found.change = found.change.filter((entry) => !refused.has(entry));
  Object.assign(found.counts, {
    create: found.create.length,
    change: found.change.length,
    unreadable: found.unreadable.length,
    skip: found.skip.reduce((sum, { cells }) => sum + cells.length, 0),
  });
}

function withOwner(entry: DefinitionEntry, people: PeopleFinder): DefinitionEntry {
  const { owner, ...fields } = entry.fields;
  const person = owner === undefined ? null : people.find(owner, entry.row);
  return { ...entry, fields: person === null ? fields : { ...fields, owner: person } };
}

type Planned = DefinitionPlan | { fault: string };

function createOf(entry: DefinitionEntry): Planned {
  const { floor: _, ceiling: __, desired: ___, desiredBy: ____, ...fields } = entry.fields;
  const parsed = kpiOperations.create.input.safeParse({
    key: entry.key,
    decimals: usualDecimals(fields),
    ...fields,
  });
  if (!parsed.success) return { fault: faultOf(parsed.error) };
  const threshold = firstThreshold(entry.fields, sinceEver);
  const fault = threshold && thresholdFault(threshold, parsed.data.direction, parsed.data.unit);
  return fault ? { fault } : { kind: 'create', entry, kpi: parsed.data, threshold };
}

// As many places as people write of such a unit: a file of definitions seldom says.
function usualDecimals({ unit, addsUp }: DefinitionFields): number {
  if (unit?.kind === 'currency' || addsUp === 'sum') return 0;
  return unit?.kind === 'scale' ? 2 : 1;
}

function changeOf(
  act: Act,
  entry: DefinitionEntry & { changes?: FieldChange[] },
  kpi: Known,
  firstDays: ReadonlyMap<string, Day>,
): Planned {
  const { changes = [] } = entry;
  const isLine = ({ field }: FieldChange) => (lines as readonly string[]).includes(field);
  const given = Object.fromEntries(
    changes.filter((each) => !isLine(each)).map(({ field, to }) => [field, to]),
  );
  const parsed = kpiOperations.change.input.safeParse({ kpi: kpi.key, ...given } as Input<'kpis.change'>);
  if (!parsed.success) return { fault: faultOf(parsed.error) };
  const threshold = changes.some(isLine) ? nextThreshold(act, entry.fields, kpi, firstDays) : undefined;
  const { direction = kpi.direction ?? 'higher', unit = kpi.unit } = entry.fields;
  const fault = threshold && thresholdFault(threshold, direction, unit);
  if (fault) return { fault };
  const changed = Object.keys(given).length > 0 ? parsed.data : undefined;
  return { kind: 'change', entry, changes, kpi: changed, threshold };
}

function firstThreshold(fields: DefinitionFields, from: Day): Threshold | undefined {
  const { floor, ceiling, desired, desiredBy } = fields;
  if (lines.every((line) => fields[line] === undefined)) return undefined;
  return { from: desiredBy && desiredBy < from ? desiredBy : from, floor, ceiling, desired, desiredBy };
}

function nextThreshold(
  act: Act,
  fields: DefinitionFields,
  { row, threshold }: Known,
  firstDays: ReadonlyMap<string, Day>,
): Threshold | undefined {
  if (!threshold) return firstThreshold(fields, firstDays.get(row?.id ?? '') ?? sinceEver);
  const kept = threshold.desired_by && threshold.desired_by >= act.today ? threshold.desired_by : undefined;
  return {
    from: act.today,
    floor: fields.floor ?? threshold.floor ?? undefined,
    ceiling: fields.ceiling ?? threshold.ceiling ?? undefined,
    warningFloor: threshold.warning_floor ?? undefined,
    warningCeiling: threshold.warning_ceiling ?? undefined,
    desired: fields.desired ?? threshold.desired ?? undefined,
    desiredBy: fields.desiredBy ?? kept,
  };
}

function faultOf(error: { issues: readonly { path: PropertyKey[]; message: string }[] }): string {
  const [issue] = error.issues;
  const field = issue?.path.map(String).join('.');
  return field ? `${field}: ${issue?.message}` : (issue?.message ?? 'this is not a definition');
}
