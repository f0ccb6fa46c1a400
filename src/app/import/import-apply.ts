import type { Act, Event } from '#app/act.ts';
import { kpis, loadKpi } from '#app/kpi/kpis.ts';
import { recordThreshold } from '#app/kpi/thresholds.ts';
import { type Given, record } from '#app/reading/record-readings.ts';
import type { ImportFile } from '#contract/import-file.ts';
import type { ImportResult } from '#contract/imports.ts';
import { kpis as kpiOperations } from '#contract/kpis.ts';
import { listKpisByRef } from '#db/kpis.ts';
import type { Entry } from '#domain/import/entry.ts';
import { ratioValue } from '#domain/kpi/roll-up.ts';
import type { Threshold } from '#domain/kpi/threshold.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { startOf } from '#domain/time/period.ts';
import type { FoundReadings } from './import-content.ts';
import type { DefinitionPlan } from './import-definitions.ts';
import { inOrder, lockForPlans } from './import-formulas.ts';
import { type Known, knownKpis } from './import-known.ts';

type Done = Pick<ImportResult, 'kpis' | 'readings'> & { events: Event[] };

const none = { created: 0, changed: 0, same: 0 };

/** Creates and changes KPIs and their thresholds as planned. */
export async function applyDefinitions(
  act: Act,
  plans: readonly DefinitionPlan[],
  { same, reason }: { same: number; reason: string | undefined },
): Promise<Done> {
  const events: Event[] = [];
  await lockForPlans(act, plans);
  for (const [index, plan] of inOrder(plans).entries()) {
    events.push(...(await defined(act, plan)));
    if (plan.threshold) events.push(await keep(act, plan.entry.key, plan.threshold, reason));
    act.progress?.(index + 1, plans.length);
  }
  const created = plans.filter(({ kind }) => kind === 'create').length;
  return { kpis: { created, changed: plans.length - created, same }, readings: none, events };
}

/** Creates the KPIs that were accepted, then records the readings. */
export async function applyReadings(
  act: Act,
  found: FoundReadings,
  known: readonly Known[],
  { accept, reason }: Pick<ImportFile, 'accept' | 'reason'>,
): Promise<Done> {
  const events: Event[] = [];
  const entries = [...found.create, ...found.change];
  const yetToCreate = new Set(known.filter(({ row }) => !row).map(({ key }) => key));
  const accepted = accept.filter(({ key }) => yetToCreate.has(key));
  const firstDays = firstDaysOf(act, entries);
  for (const { desired, ...definition } of accepted) {
    events.push((await kpis.create(act, kpiOperations.create.input.parse(definition)))[1]);
    const from = firstDays.get(definition.key) ?? act.today;
    if (desired !== null) events.push(await keep(act, definition.key, { from, desired }, reason));
  }
  const present = accepted.length > 0 ? await knownKpis(act, []) : known;
  const counts = { created: 0, changed: 0 };
  let recorded = 0;
  for (const part of parts(await families(act, entries, present))) {
    const done = await record(act, part, { source: 'import', reason });
    counts.created += done.counts.created;
    counts.changed += done.counts.changed;
    for (const event of done.events) events.push(event);
    recorded += part.length;
    act.progress?.(recorded, entries.length);
  }
  const readings = { ...counts, same: found.same.length };
  return { kpis: { ...none, created: accepted.length }, readings, events };
}

async function defined(act: Act, plan: DefinitionPlan): Promise<Event[]> {
  if (!plan.kpi) return [];
  const [, ...events] = await (plan.kind === 'create'
    ? kpis.create(act, plan.kpi)
    : kpis.change(act, plan.kpi));
  return events;
}

async function keep(act: Act, key: string, lines: Threshold, reason: string | undefined): Promise<Event> {
  const { floor = null, ceiling = null, warningFloor = null, warningCeiling = null } = lines;
  const { desired = null, desiredBy = null, from } = lines;
  const given = { from, floor, ceiling, warningFloor, warningCeiling, desired, desiredBy };
  const [, event] = await recordThreshold(act, await loadKpi(act, key, true), given, reason ?? null);
  return event;
}

function firstDaysOf(act: Act, entries: readonly Entry[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const { kpi, period } of entries) {
    const day = startOf(period, act.organisation.calendar);
    if (day < (first.get(kpi) ?? '9999')) first.set(kpi, day);
  }
  return first;
}

// Siblings stay together: their parent is computed once a part, and would get a revision from each.
async function families(act: Act, entries: readonly Entry[], known: readonly Known[]): Promise<Given[][]> {
  const rows = new Map(known.flatMap(({ key, row }) => (row ? [[key, row] as const] : [])));
  const parentOf = new Map([...rows.values()].map(({ id, parent }) => [id, parent]));
  const rootOf = (id: string): string => {
    const parent = parentOf.get(id);
    return parent ? rootOf(parent) : id;
  };
  const named = [...new Set(entries.map(({ kpi }) => kpi))].map((key) => rows.get(key)!.id);
  // All at once and in one order, so that two imports cannot wait for each other.
  await listKpisByRef(act.tx, act.organisation.id, named, true);
  const roots = new Map([...rows].map(([key, { id }]) => [key, rootOf(id)]));
  const grouped = Map.groupBy(entries, ({ kpi }) => roots.get(kpi)!);
  return [...grouped.values()].map((own) => own.map((entry) => givenOf(entry, rows.get(entry.kpi)!)));
}

function givenOf(entry: Entry, row: NonNullable<Known['row']>): Given {
  const { period, numerator, denominator, note } = entry;
  const amounts = { kpi: row.id, period, numerator, denominator, note };
  if (numerator === undefined || denominator === undefined) return { ...amounts, value: entry.value };
  const made = ratioValue(numerator, denominator, row.unit as Unit);
  // A file may cut its percentages instead of rounding them; then the two sums say what the value is.
  const decimals = String(entry.value).split('.')[1]?.length ?? 0;
  const isRounded = made !== null && Math.abs(made - entry.value) <= 0.5 * 10 ** -decimals;
  return isRounded ? { ...amounts, value: entry.value } : amounts;
}

const atOnce = 5_000;

function parts(grouped: readonly Given[][]): Given[][] {
  const result: Given[][] = [];
  for (const family of grouped) {
    const last = result.at(-1);
    if (last && last.length + family.length <= atOnce) for (const each of family) last.push(each);
    else result.push([...family]);
  }
  return result;
}
