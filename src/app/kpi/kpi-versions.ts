import type { Act, Turn } from '#app/act.ts';
import { changes } from '#app/changes.ts';
import type { Kpi, KpiVersion } from '#contract/kpis.ts';
import { Refused } from '#contract/refused.ts';
import { anyOf, type KpiWithCounters } from '#db/kpis.ts';
import type { Row } from '#db/schema.ts';

type Facts = Pick<KpiVersion, 'definition' | 'unit' | 'direction' | 'addsUp' | 'decimals' | 'formula'>;

const deciding = ['definition', 'unit', 'direction', 'addsUp'];

/** Whether two states of a definition count differently, which makes a version of it. */
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
  const versions = rows.map((row) => ({
    ...{ organisation: row.organisation, kpi: row.id, version: row.version, valid_from: validFrom },
    ...{ era: row.era, era_from: row.era_from, author: act.who.id, recorded_at: act.now },
    facts: JSON.stringify({
      ...{ definition: row.definition, unit: row.unit, direction: row.direction },
      ...{ addsUp: row.adds_up, decimals: row.decimals, formula: row.formula },
    }),
  }));
  await act.tx.insertInto('kpi_version').values(versions).execute();
}

/** Every version of a KPI's definition, the newest first. */
export async function versionsOf(act: Act, kpi: string): Promise<KpiVersion[]> {
  return (await versionsKnown(act, kpi)).map((row) => ({
    version: row.version,
    validFrom: row.valid_from,
    ...(row.facts as Facts),
    // Versions of before there were formulas do not speak of any.
    formula: (row.facts as Partial<Facts>).formula ?? null,
    author: row.author,
    recordedAt: row.recorded_at,
  }));
}

/** A KPI as it was defined by some of its versions, of which the newest comes first; as it is when there are none. */
export function definedBy(kpi: KpiWithCounters, [row]: readonly Row<'kpi_version'>[]): KpiWithCounters {
  if (!row) return kpi;
  const { addsUp, ...facts } = row.facts as Facts;
  const { version, era, era_from, unit_scale } = row;
  return { ...kpi, ...facts, adds_up: addsUp, version, era, era_from, unit_scale };
}

/** The versions that were known at an instant, the newest first; the first one when the instant is before that. */
export async function versionsKnown(
  turn: Turn,
  kpi: string,
  at?: string | undefined,
): Promise<Row<'kpi_version'>[]> {
  return (await versionsKnownOf(turn, [kpi], at)).get(kpi) ?? [];
}

/** The same of several KPIs, by KPI. */
export async function versionsKnownOf(
  { tx, organisation }: Turn,
  kpis: readonly string[],
  at?: string | undefined,
): Promise<Map<string, Row<'kpi_version'>[]>> {
  const all = await tx
    .selectFrom('kpi_version')
    .selectAll()
    .where('organisation', '=', organisation.id)
    .where('kpi', '=', anyOf<string>('uuid', kpis))
    .orderBy('version', 'desc')
    .execute();
  const byKpi = Map.groupBy(all, ({ kpi }) => kpi);
  if (at === undefined) return byKpi;
  return new Map(
    [...byKpi].map(([kpi, rows]) => {
      const known = rows.filter((row) => Temporal.Instant.compare(row.recorded_at, at) <= 0);
      return [kpi, known.length > 0 ? known : rows.slice(-1)];
    }),
  );
}
