import type { Kpi, KpiVersion } from '#contract/kpis.ts';
import { Refused } from '#contract/refused.ts';
import type { KpiWithCounters } from '#db/kpis.ts';
import type { Row } from '#db/schema.ts';
import { convert, type Unit, unitName } from '#domain/kpi/unit.ts';
import type { Act } from './act.ts';
import { changes } from './changes.ts';

type Facts = Pick<KpiVersion, 'definition' | 'unit' | 'direction' | 'addsUp' | 'decimals'>;

const deciding = ['definition', 'unit', 'direction', 'addsUp'];

/** Whether two states of a definition differ in what makes a version of it: formula, unit or direction. */
export function differInVersion(before: Kpi, after: Kpi): boolean {
  return Object.keys(changes(before, after)).some((field) => deciding.includes(field));
}

/** Keeps what definitions say from a day on, under their present version. */
export async function keepVersions(
  act: Act,
  rows: readonly KpiWithCounters[],
  validFrom: string,
): Promise<void> {
  if (validFrom > act.today)
    throw new Refused(
      'invalid',
      `${validFrom} has not come yet: a definition holds from today on, or from a day before.`,
      'validFrom',
    );
  const versions = rows.map(
    ({ organisation, id, version, definition, unit, direction, adds_up, decimals }) => ({
      ...{ organisation, kpi: id, version, valid_from: validFrom, author: act.who.id, recorded_at: act.now },
      facts: JSON.stringify({ definition, unit, direction, addsUp: adds_up, decimals }),
    }),
  );
  await act.tx.insertInto('kpi_version').values(versions).execute();
}

/** Refuses another unit in which what is recorded, or what other KPIs add up, would be other numbers. */
export async function refuseOtherNumbers(act: Act, kpi: KpiWithCounters, unit: Unit): Promise<void> {
  const before = kpi.unit as Unit;
  const isSymbol = before.kind === 'number' && unit.kind === 'number';
  if (isSymbol || convert(1, before, unit) === 1) return;
  const units = `in ${unitName(before)}, and would be other numbers in ${unitName(unit)}`;
  const advice = `Define a new KPI in ${unitName(unit)}, and archive this one when it is there.`;
  if (kpi.parent || kpi.computed)
    throw new Refused('conflict', `The KPIs beside and below ${kpi.name} are ${units}. ${advice}`, 'unit');
  const where = { organisation: act.organisation.id, kpi: kpi.id };
  for (const [what, table] of [
    ['readings', 'reading'],
    ['thresholds', 'threshold'],
  ] as const) {
    const found = await act.tx
      .selectFrom(table)
      .select('kpi')
      .where((is) => is.and(where))
      .limit(1)
      .executeTakeFirst();
    if (found) throw new Refused('conflict', `The ${what} of ${kpi.name} are ${units}. ${advice}`, 'unit');
  }
}

/** Every version of a KPI's definition, the newest first. */
export async function versionsOf(act: Act, kpi: string): Promise<KpiVersion[]> {
  return (await versionRows(act, kpi)).map((row) => ({
    version: row.version,
    validFrom: row.valid_from,
    ...(row.facts as Facts),
    author: row.author,
    recordedAt: row.recorded_at,
  }));
}

/** A KPI as it was defined at an instant, or as it was first defined when the instant is before that. */
export async function definedAt(act: Act, kpi: KpiWithCounters, at: string): Promise<KpiWithCounters> {
  const rows = await versionRows(act, kpi.id);
  const row = rows.find((each) => Temporal.Instant.compare(each.recorded_at, at) <= 0) ?? rows.at(-1);
  if (!row) return kpi;
  const { addsUp, ...facts } = row.facts as Facts;
  return { ...kpi, ...facts, adds_up: addsUp, version: row.version };
}

async function versionRows(act: Act, kpi: string): Promise<Row<'kpi_version'>[]> {
  return act.tx
    .selectFrom('kpi_version')
    .selectAll()
    .where('organisation', '=', act.organisation.id)
    .where('kpi', '=', kpi)
    .orderBy('version', 'desc')
    .execute();
}
