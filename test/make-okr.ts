import type { Input } from '#contract/index.ts';
import { type Cadence, periodOf, shift } from '#domain/time/period.ts';
import type { TestApp } from './app.ts';
import type { MadeOrganisation, MadePerson } from './make.ts';

type KeyResultDraft = NonNullable<Input<'objectives.create'>['keyResults']>[number];

/** A quarter of an organisation in planning; the one that the clock's day lies in, or the one of a day. */
export async function makeQuarter(app: TestApp, { admin }: MadeOrganisation, day?: string): Promise<string> {
  return (await app.as(admin)('cycles.create', { kind: 'quarter', ...(day && { starts: day }) })).id;
}

/** A key result that moves a plain number from 0 to 100. */
export const moves = (title = 'Move the number', more: Partial<KeyResultDraft> = {}): KeyResultDraft => ({
  title,
  measure: { kind: 'move', baseline: 0, target: 100 },
  ...more,
});

/** An objective that a person writes, and the ids of its key results in their order. */
export async function makeObjective(
  app: TestApp,
  person: MadePerson,
  cycle: string,
  more: Partial<Input<'objectives.create'>> = {},
): Promise<{ id: string; keyResults: string[] }> {
  const { id } = await app.as(person)('objectives.create', { cycle, title: 'An objective', ...more });
  const { keyResults } = await app.as(person)('objectives.find', { objective: id });
  return { id, keyResults: keyResults.map((each) => each.id) };
}

/** A KPI of a person with one value for each period from a day on. */
export async function makeKpi(
  app: TestApp,
  person: MadePerson,
  facts: Partial<Input<'kpis.create'>> & { from?: string; values?: number[] } = {},
): Promise<string> {
  const { from = '2026-01-01', values = [], ...given } = facts;
  const kpi = { key: 'csat', name: 'CSAT', direction: 'higher', cadence: 'monthly', ...given } as const;
  const { id } = await app.as(person)('kpis.create', { owner: person.id, ...kpi });
  await makeReadings(app, person, id, { cadence: kpi.cadence, from, values });
  return id;
}

/** One reading for each period from a day on; the clock must have reached them. */
export async function makeReadings(
  app: TestApp,
  person: MadePerson,
  kpi: string,
  { cadence = 'monthly', from, values }: { cadence?: Cadence; from: string; values: readonly number[] },
): Promise<void> {
  const first = periodOf(cadence, from);
  const readings = values.map((value, index) => ({ kpi, period: shift(first, index), value }));
  if (readings.length > 0) await app.as(person)('readings.recordMany', { readings });
}
