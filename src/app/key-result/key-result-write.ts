import { sql } from 'kysely';
import type { Act } from '#app/act.ts';
import { newId } from '#app/id.ts';
import { measuredIn } from '#app/kpi/facts.ts';
import { refuseUnknownPeople } from '#app/people/unknown.ts';
import type { KeyResultDraft } from '#contract/key-results.ts';
import { Refused } from '#contract/refused.ts';
import { progressInputs } from '#db/alignment.ts';
import { findKeyResult, type KeyResultWithLinks } from '#db/key-results.ts';
import { type KpiWithCounters, listKpisByRef } from '#db/kpis.ts';
import type { ObjectiveInCycle } from '#db/objectives.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { weightsFault } from '#domain/okr/measure.ts';
import { freezeForesight } from './foresee.ts';
import { frozenOf, type Promised, promiseColumns, refusePromise } from './key-result-promise.ts';
import { refresh } from './standing.ts';

/**
 * The KPIs with these keys or ids, by both; refuses with not_found the first that is not there. `shared` keeps readings of them out until
 * the commit: else one that is being recorded would not see the key result that reads it, nor this the reading.
 */
export async function kpisByRef(
  act: Act,
  refs: readonly string[],
  field: string,
  shared = false,
): Promise<Map<string, KpiWithCounters>> {
  const wanted = [...new Set(refs)];
  if (wanted.length === 0) return new Map();
  const rows = await listKpisByRef(act.tx, act.organisation.id, wanted);
  if (shared) await holdKpis(act, rows);
  const found = new Map(rows.flatMap((row) => [[row.id, row] as const, [row.key, row] as const]));
  const missing = wanted.find((ref) => !found.has(ref));
  if (missing) throw new Refused('not_found', `There is no KPI ${missing}.`, field);
  return found;
}

async function holdKpis(act: Act, rows: readonly KpiWithCounters[]): Promise<void> {
  const archived = rows.find((row) => row.archived_at);
  if (archived)
    throw new Refused(
      'conflict',
      `${archived.name} is archived and has no more readings: read another KPI.`,
      'kpi',
    );
  const ids = rows.map(({ id }) => id);
  await sql`select id from kpi where organisation = ${act.organisation.id} and id = any(${ids}::uuid[]) order by id for share`.execute(
    act.tx,
  );
}

/** Looks up all KPIs that key results name and holds those that they read. Call it before the alignment is locked. */
export async function kpisOf(
  act: Act,
  drafts: readonly { kpi?: string | null | undefined; guardrails?: readonly string[] | undefined }[],
): Promise<Map<string, KpiWithCounters>> {
  const read = await kpisByRef(
    act,
    drafts.flatMap(({ kpi }) => kpi ?? []),
    'kpi',
    true,
  );
  const guards = await kpisByRef(
    act,
    drafts.flatMap(({ guardrails }) => guardrails ?? []),
    'guardrails',
  );
  return new Map([...read, ...guards]);
}

/** Adds key results to a locked objective in their order and gives their ids; `kpis` holds all that they name, locked. */
export async function addKeyResults(
  act: Act,
  objective: ObjectiveInCycle,
  drafts: readonly KeyResultDraft[],
  kpis: ReadonlyMap<string, KpiWithCounters>,
): Promise<string[]> {
  const { tx, organisation } = act;
  if (drafts.length === 0) return [];
  await refuseUnknownPeople(
    act,
    drafts.map(({ owner }) => owner),
  );
  const { first } = await tx
    .selectFrom('key_result')
    .select(sql<number>`coalesce(max(position) + 1, 0)`.as('first'))
    .where('organisation', '=', organisation.id)
    .where('objective', '=', objective.id)
    .executeTakeFirstOrThrow();
  const rows = drafts.map((draft, index) => {
    const kpi = draft.kpi ? kpis.get(draft.kpi)! : undefined;
    const promised = promisedBy(draft, objective, kpi);
    refusePromise(promised, objective, organisation.calendar, kpi);
    return {
      ...promiseColumns(promised),
      organisation: organisation.id,
      id: newId(),
      objective: objective.id,
      position: first + index,
      owner: draft.owner === undefined ? objective.owner : draft.owner,
      frozen: objective.state === 'active' ? frozenOf(promised) : null,
      created_at: act.now,
    };
  });
  await tx.insertInto('key_result').values(rows).execute();
  for (const [index, { id }] of rows.entries())
    await setGuardrails(
      act,
      id,
      drafts[index]!.guardrails.map((ref) => kpis.get(ref)!.id),
    );
  await refuseWeightless(act, objective.id);
  const written = await reread(
    act,
    objective,
    rows.map(({ id }) => id),
  );
  if (objective.state === 'active') await freezeForesight(act, written);
  await refresh(act, written);
  return rows.map(({ id }) => id);
}

async function reread(act: Act, objective: ObjectiveInCycle, ids: readonly string[]) {
  const rows: KeyResultWithLinks[] = [];
  for (const id of ids) rows.push((await findKeyResult(act.tx, act.organisation.id, id))!);
  return rows.map((row) => measuredIn(row, objective));
}

function promisedBy(
  draft: KeyResultDraft,
  objective: ObjectiveInCycle,
  kpi: KpiWithCounters | undefined,
): Promised {
  return {
    title: draft.title,
    measure: draft.measure,
    unit: draft.unit ?? (kpi?.unit as Unit | undefined) ?? { kind: 'number' },
    decimals: draft.decimals ?? kpi?.decimals ?? 2,
    weight: draft.weight,
    deadline: draft.deadline ?? objective.ends,
    plan: draft.plan,
    ...(kpi && { kpi: kpi.id }),
  };
}

/** Sets the guardrails of a key result to exactly these KPIs. */
export async function setGuardrails(act: Act, keyResult: string, kpis: readonly string[]): Promise<void> {
  const organisation = act.organisation.id;
  await act.tx
    .deleteFrom('guardrail')
    .where('organisation', '=', organisation)
    .where('key_result', '=', keyResult)
    .execute();
  if (kpis.length === 0) return;
  await act.tx
    .insertInto('guardrail')
    .values([...new Set(kpis)].map((kpi) => ({ organisation, key_result: keyResult, kpi })))
    .execute();
}

/** Refuses an objective in which nothing that counts has any weight. */
export async function refuseWeightless(act: Act, objective: string): Promise<void> {
  const inputs = await progressInputs(act.tx, act.organisation.id, [objective]);
  const fault = weightsFault(inputs.map(({ weight }) => weight));
  if (fault) throw new Refused('invalid', fault, 'weight');
}
