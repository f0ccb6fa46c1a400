import type { Updateable } from 'kysely';
import type { Act, UseCases } from '#app/act.ts';
import { changes } from '#app/changes.ts';
import {
  applyFormula,
  changeFormula,
  formulaToKeep,
  lockForFormula,
} from '#app/formula/formula-definition.ts';
import { addUpForFormulas, refuseFormulaUnits } from '#app/formula/formula-units.ts';
import { newId } from '#app/id.ts';
import { afterArchive } from '#app/reading/after-readings.ts';
import { pillarNamed } from '#app/strategy/pillar-named.ts';
import type { Kpi } from '#contract/kpis.ts';
import { Refused } from '#contract/refused.ts';
import { findKpi, type KpiWithCounters, listKpis, listKpisByRef } from '#db/kpis.ts';
import type { KpiRow } from '#db/schema-kpis.ts';
import { may } from '#domain/access.ts';
import { definitionFault, type KpiFacts } from '#domain/kpi/definition.ts';
import { convert, type Unit, unitName } from '#domain/kpi/unit.ts';
import { acknowledging } from './acknowledgements.ts';
import { lockFamily, recounted, recountOf } from './kpi-recount.ts';
import { kpiColumns, newKpi, shownKpi } from './kpi-shape.ts';
import { differInVersion, keepVersions, versionsOf } from './kpi-versions.ts';
import { rejudge } from './rejudge.ts';

export const kpis: UseCases<'kpis'> = {
  list: async (act, input) => (await listKpis(act.tx, act.organisation.id, input)).map(shownKpi),

  find: async (act, { kpi }) => {
    const row = await loadKpi(act, kpi);
    const children = await listKpis(act.tx, act.organisation.id, { parent: row.id });
    return { ...shownKpi(row), children: children.map(({ id, key, name }) => ({ id, key, name })) };
  },

  create: async (act, input) => {
    refuseFault(input);
    const id = newId();
    const { counterMetrics, ...facts } = input;
    if (!may(act.who, 'write', input))
      throw notYours('define KPIs for others: make yourself the owner, or ask their lead');
    const { pillar, added } = await pillarNamed(act, input.pillar);
    facts.pillar = pillar;
    if (input.formula !== null) {
      await lockForFormula(act, input.formula);
      facts.formula = await formulaToKeep(act, input.formula, input);
    }
    if (input.parent) await adopt(act, await loadWritableKpi(act, input.parent), input);
    await act.tx
      .insertInto('kpi')
      .values(newKpi(act.organisation.id, id, facts, act.now))
      .execute();
    await setCounters(act, id, counterMetrics);
    const row = await loadKpi(act, id);
    await keepVersions(act, [row], act.today);
    await rejudge(act, [id]);
    const followed = input.formula === null ? [] : await applyFormula(act, row);
    return [
      shownKpi(row),
      { kind: 'kpi.created', subject: id, detail: { key: input.key, name: input.name } },
      ...added,
      ...followed,
    ];
  },

  change: async (act, { kpi, validFrom, counterMetrics, ...given }) => {
    const { pillar, added } = await pillarNamed(act, given.pillar);
    given.pillar = pillar;
    if (given.formula !== undefined) await lockForFormula(act, given.formula, kpi);
    // What is sent but is as before changes nothing, so it makes no version either.
    const isCounting = 'definition' in given || 'unit' in given || 'direction' in given || 'addsUp' in given;
    const family = isCounting ? await lockFamily(act, kpi) : [];
    const before = await loadWritableKpi(act, kpi);
    if (given.formula) given.formula = await formulaToKeep(act, given.formula, shownKpi(before));
    const wanted = { ...shownKpi(before), ...given, pillar: pillar === undefined ? before.pillar : pillar };
    refuseFault(wanted);
    const isVersion = differInVersion(shownKpi(before), wanted);
    const from = validFrom ?? act.today;
    if (isVersion) await refuseFormulaUnits(act, family, wanted.unit);
    const recount = isVersion ? await recountOf(act, family, wanted, from) : undefined;
    await update(act, before.id, kpiColumns(given));
    if (counterMetrics) await setCounters(act, before.id, counterMetrics);
    const followed = recount ? await recounted(act, family, given, { ...recount, from }) : [];
    if (wanted.formula !== before.formula)
      followed.push(...(await changeFormula(act, before.id, from, recount !== undefined)));
    if (before.feeds && before.adds_up !== wanted.addsUp)
      followed.push(...(await addUpForFormulas(act, before.id, from)));
    await rejudge(act, [before.id]);
    const after = shownKpi(await loadKpi(act, before.id));
    const detail = { ...changes(shownKpi(before), after), ...(recount && { from, kpis: family.length }) };
    return [after, { kind: 'kpi.changed', subject: before.id, detail }, ...added, ...followed];
  },

  versions: async (act, { kpi }) => versionsOf(act, (await loadKpi(act, kpi)).id),

  ...acknowledging,

  fanOut: async (act, { kpi, children }) => {
    const parent = await loadWritableKpi(act, kpi);
    await adopt(act, parent, shownKpi(parent));
    const rows = children.map((child) =>
      newKpi(act.organisation.id, newId(), { ...shownKpi(parent), ...child, parent: parent.id }, act.now),
    );
    await act.tx.insertInto('kpi').values(rows).execute();
    const ids = rows.map(({ id }) => id);
    const made = await listKpisByRef(act.tx, act.organisation.id, ids);
    await keepVersions(act, made, act.today);
    await rejudge(act, ids);
    return [
      made.map(shownKpi),
      { kind: 'kpi.fannedOut', subject: parent.id, detail: { children: children.map(({ key }) => key) } },
    ];
  },

  archive: async (act, { kpi }) => {
    const row = await loadWritableKpi(act, kpi);
    if (row.archived_at) throw new Refused('conflict', `${row.name} is archived already.`);
    await update(act, row.id, { archived_at: act.now });
    const followed = await afterArchive(act, row);
    return [{ done: true }, { kind: 'kpi.archived', subject: row.id, detail: { key: row.key } }, ...followed];
  },
};

/** The KPI with this key or id; refuses with not_found. */
export async function loadKpi(act: Act, ref: string, lock = false): Promise<KpiWithCounters> {
  const row = await findKpi(act.tx, act.organisation.id, ref, lock);
  if (!row) throw new Refused('not_found', `There is no KPI ${ref}.`, 'kpi');
  return row;
}

/** The same, locked, for one who may change it; refuses with forbidden otherwise. */
export async function loadWritableKpi(act: Act, ref: string): Promise<KpiWithCounters> {
  const row = await loadKpi(act, ref, true);
  if (!may(act.who, 'write', row))
    throw notYours(`change ${row.name}: its owner, a lead of its team or an admin may`);
  return row;
}

async function update(act: Act, kpi: string, columns: Updateable<KpiRow>): Promise<void> {
  await act.tx
    .updateTable('kpi')
    // An update without a column is no SQL.
    .set({ id: kpi, ...columns })
    .where('organisation', '=', act.organisation.id)
    .where('id', '=', kpi)
    .execute();
}

function notYours(what: string): Refused {
  return new Refused('forbidden', `You may not ${what}.`);
}

function refuseFault(definition: { key: string; name: string } & KpiFacts): void {
  const fault = definitionFault(definition);
  if (fault) throw new Refused('invalid', fault);
}

async function setCounters(act: Act, kpi: string, counters: readonly string[]): Promise<void> {
  if (counters.includes(kpi))
    throw new Refused(
      'invalid',
      'A KPI cannot be its own counter-metric: name the KPI that would suffer if this one were gamed.',
      'counterMetrics',
    );
  const organisation = act.organisation.id;
  await act.tx
    .deleteFrom('counter_metric')
    .where('organisation', '=', organisation)
    .where('kpi', '=', kpi)
    .execute();
  if (counters.length > 0)
    await act.tx
      .insertInto('counter_metric')
      .values([...new Set(counters)].map((counter) => ({ organisation, kpi, counter })))
      .execute();
}

// A KPI that has children is computed from them: readings of its own would be overwritten by their sums.
async function adopt(
  act: Act,
  parent: KpiWithCounters,
  child: Pick<Kpi, 'cadence' | 'unit' | 'addsUp'>,
): Promise<void> {
  if (child.cadence !== parent.cadence)
    throw new Refused(
      'invalid',
      `${parent.name} is ${parent.cadence}; a KPI below it has to be so too.`,
      'cadence',
    );
  if (parent.formula !== null)
    throw new Refused(
      'conflict',
      `${parent.name} is computed as ${parent.formula}. Define a new KPI and fan that one out.`,
      'parent',
    );
  if (convert(1, child.unit, parent.unit as Unit) !== 1)
    throw new Refused(
      'invalid',
      `${parent.name} is counted in ${unitName(parent.unit as Unit)}; a KPI below it has to be so too, to be added up.`,
      'unit',
    );
  const where = { organisation: act.organisation.id, kpi: parent.id };
  const own = await act.tx
    .selectFrom('reading')
    .select('period')
    .where((is) => is.and(where))
    .where('source', '<>', 'children')
    .limit(1)
    .executeTakeFirst();
  if (own)
    throw new Refused(
      'conflict',
      `${parent.name} has readings of its own. Define a new KPI and fan that one out, so that its history is not overwritten.`,
    );
  await update(act, parent.id, { computed: true });
}
