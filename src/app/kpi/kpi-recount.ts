import { type RawBuilder, sql } from 'kysely';
import type { Act, Event } from '#app/act.ts';
import { afterReadings } from '#app/reading/after-readings.ts';
import type { Kpi } from '#contract/kpis.ts';
import { Refused } from '#contract/refused.ts';
import { dossiersOf } from '#db/dossier.ts';
import { anyOf, findKpi, type KpiWithCounters, listKpis, listKpisByRef } from '#db/kpis.ts';
import { continuesIn, convert, type Unit, unitName } from '#domain/kpi/unit.ts';
import { startOf } from '#domain/time/period.ts';
import { kpiColumns } from './kpi-shape.ts';
import { keepVersions } from './kpi-versions.ts';
import { rejudge } from './rejudge.ts';

/**
 * A KPI and all that it is computed from, itself first, locked. From below to above, as readings are recorded: in the other order the two
 * would wait for each other.
 */
export async function lockFamily(act: Act, ref: string): Promise<KpiWithCounters[]> {
  const { tx, organisation } = act;
  const top = await findKpi(tx, organisation.id, ref);
  if (!top) return [];
  const below = await belowOf(act, top);
  for (const level of below.toReversed()) await listKpisByRef(tx, organisation.id, idsOf(level), true);
  const [locked] = await listKpisByRef(tx, organisation.id, [top.id], true);
  if (!locked) return [];
  // A child may have joined while the lock was waited for; from now on none can.
  const now = (await belowOf(act, locked)).flat();
  return [locked, ...(await listKpisByRef(tx, organisation.id, idsOf(now), true))];
}

async function belowOf(act: Act, top: KpiWithCounters): Promise<KpiWithCounters[][]> {
  const levels: KpiWithCounters[][] = [];
  for (let level = [top]; ; ) {
    const next: KpiWithCounters[] = [];
    for (const { id } of level.filter(({ computed }) => computed))
      next.push(...(await listKpis(act.tx, act.organisation.id, { archived: true, parent: id })));
    if (next.length === 0) return levels;
    levels.push(next);
    level = next;
  }
}

/** What another unit makes of the era of a family of KPIs from a day on, as columns; nothing for KPIs that go on as they are. */
export type Recount = { isNew: boolean; era_from: string | null };

/**
 * The era of a family whose counting changes from a day on. Refuses a unit in which readings from then on, an open key result or a
 * watched gain would be other numbers.
 */
export async function recountOf(
  act: Act,
  family: readonly KpiWithCounters[],
  { unit: after }: Pick<Kpi, 'unit'>,
  from: string,
): Promise<Recount> {
  const top = family[0]!;
  if (top.parent)
    throw new Refused(
      'conflict',
      `${top.name} is added up with others, so they are all counted in one way: change the KPI above it, and all below change with it.`,
    );
  const isNew = !continuesIn(top.unit as Unit, after);
  if (JSON.stringify(top.unit) !== JSON.stringify(after)) await refuseReaders(act, family, after);
  const ids = idsOf(family);
  if (isNew) {
    await refuseStanding(act, top, after, from, sql`r.kpi = any(${ids}::uuid[])`);
    return { isNew, era_from: (await hasReadingsBefore(act, ids, from)) ? from : null };
  }
  if (top.era_from === null || top.era_from <= from) return { isNew, era_from: top.era_from };
  // An earlier first day takes in what was counted otherwise.
  await refuseStanding(act, top, after, from, sql`r.kpi = ${top.id} and r.era <> ${top.era}`);
  return { isNew, era_from: from };
}

/**
 * Makes the next version of a whole family from a day on: what is counted differently reaches all below, each with a version of its own,
 * and what is added up is added up anew from that day. Gives what followed.
 */
export async function recounted(
  act: Act,
  family: readonly KpiWithCounters[],
  given: Counted,
  { isNew, era_from, from }: Recount & { from: string },
): Promise<Event[]> {
  const { tx, organisation } = act;
  const ids = idsOf(family);
  const { definition, unit, direction, addsUp, decimals } = given;
  await tx
    .updateTable('kpi')
    .set({
      ...kpiColumns({ definition, unit, direction, addsUp, decimals }),
      version: sql<number>`version + 1`,
      ...(isNew && { era: sql<number>`era + 1` }),
      era_from,
    })
    .where('organisation', '=', organisation.id)
    .where('id', '=', anyOf<string>('uuid', ids))
    .execute();
  const after = await listKpisByRef(tx, organisation.id, ids);
  await keepVersions(act, after, from);
  await rejudge(act, ids);
  if (addsUp === undefined || addsUp === family[0]!.adds_up) return [];
  return addUpAnew(act, after, from);
}

type Counted = Partial<Pick<Kpi, 'definition' | 'unit' | 'direction' | 'addsUp' | 'decimals'>>;

async function addUpAnew(act: Act, family: readonly KpiWithCounters[], from: string): Promise<Event[]> {
  const leaves = family.filter(({ computed, parent }) => !computed && parent !== null);
  const dossiers = await dossiersOf(act.tx, act.organisation.id, idsOf(leaves));
  const changed = leaves.flatMap(({ id }) =>
    dossiers
      .get(id)!
      .readings.filter(([period]) => startOf(period, act.organisation.calendar) >= from)
      .map(([period]) => ({ kpi: id, period })),
  );
  return changed.length === 0 ? [] : afterReadings(act, leaves, changed, dossiers);
}

async function refuseStanding(
  act: Act,
  { name }: KpiWithCounters,
  after: Unit,
  from: string,
  which: RawBuilder<unknown>,
): Promise<void> {
  const { rows } = await sql<{ period: string; unit: Unit }>`
    select s.period, v.facts -> 'unit' as unit from (
      select distinct on (r.kpi, r.starts) r.organisation, r.kpi, r.starts, r.period, r.value, r.era from reading r
      where r.organisation = ${act.organisation.id} and ${which} and r.starts >= ${from}
      order by r.kpi, r.starts, r.revision desc
    ) s
    join kpi_version v on v.organisation = s.organisation and v.kpi = s.kpi and v.era = s.era
    where s.value is not null order by s.starts desc, v.version desc limit 1`.execute(act.tx);
  const [found] = rows;
  if (!found) return;
  throw new Refused(
    'conflict',
    `${name} has a reading of ${found.period} in ${unitName(found.unit)}, which cannot be read as ${unitName(after)}. Let the new version hold from a later day, or withdraw the readings from ${from} on first.`,
    'validFrom',
  );
}

async function hasReadingsBefore(act: Act, ids: readonly string[], from: string): Promise<boolean> {
  const { rows } = await sql`
    select from reading where organisation = ${act.organisation.id} and kpi = any(${ids}::uuid[]) and starts < ${from} limit 1`.execute(
    act.tx,
  );
  return rows.length > 0;
}

type Reader = { title: string; unit: Unit; private: boolean; watched: boolean };

// A key result that reads a KPI, and a watch over its gain, would wait for values that no longer come.
async function refuseReaders(act: Act, family: readonly KpiWithCounters[], after: Unit): Promise<void> {
  const ids = idsOf(family);
  const { rows } = await sql<Reader>`
    select k.title, k.unit, o.private, false as watched from key_result k
      join objective o on o.organisation = k.organisation and o.id = k.objective and o.state in ('draft', 'active')
      where k.organisation = ${act.organisation.id} and k.kpi = any(${ids}::uuid[]) and k.dropped_at is null
    union all
    select k.title, w.unit, o.private, true from sustain_watch w
      join key_result k on k.organisation = w.organisation and k.id = w.key_result
      join objective o on o.organisation = k.organisation and o.id = k.objective
      where w.organisation = ${act.organisation.id} and w.kpi = any(${ids}::uuid[]) and w.state = 'watching'`.execute(
    act.tx,
  );
  const lost = rows.find(({ unit }) => convert(1, after, unit) === undefined);
  if (!lost) return;
  const { title, unit, watched } = lost;
  const what = lost.private ? 'a private key result' : `the key result "${title}"`;
  throw new Refused(
    'conflict',
    watched
      ? `The gain of ${what} is being watched in ${unitName(unit)}, which ${unitName(after)} does not convert to: wait until the watch has ended, or define a new KPI.`
      : `It is read by ${what} in ${unitName(unit)}, which ${unitName(after)} does not convert to: let that one read another KPI or close its cycle first, or define a new KPI.`,
    'unit',
  );
}

function idsOf(rows: readonly KpiWithCounters[]): string[] {
  return rows.map(({ id }) => id);
}
