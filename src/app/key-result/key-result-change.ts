import type { Act, Event } from '#app/act.ts';
import { changes } from '#app/changes.ts';
import { newId } from '#app/id.ts';
import { measuredIn } from '#app/kpi/facts.ts';
import { climb } from '#app/objective/climb.ts';
import { type Answerable, loadAnswerable, loadObjective } from '#app/objective/objective-access.ts';
import { refuseUnknownPeople } from '#app/people/unknown.ts';
import { told } from '#app/told.ts';
import type { Parsed } from '#contract/index.ts';
import { Refused } from '#contract/refused.ts';
import { listCheckIns } from '#db/check-ins.ts';
import { findKeyResult, type KeyResultWithLinks } from '#db/key-results.ts';
import { type KpiWithCounters, listKpisByRef } from '#db/kpis.ts';
import { convert } from '#domain/kpi/unit.ts';
import { changeFault } from '#domain/okr/cycle-rules.ts';
import { type Moved, movedGoalposts } from '#domain/okr/goalpost.ts';
import { type Promised, promiseColumns, promisedBy, refusePromise } from './key-result-promise.ts';
import { kpisOf, refuseWeightless, setGuardrails } from './key-result-write.ts';
import { refresh } from './standing.ts';

type Given = Parsed<'keyResults.change'>;

/** Changes a key result, keeps the goalposts that moved, and brings progress up to date; gives its id and what happened. */
export async function changeKeyResult(
  act: Act,
  { keyResult: id, reason, ...given }: Given,
): Promise<{ id: string; event: Event }> {
  const kpis = await kpisOf(act, [given]);
  const loaded = await loadAnswerable(act, id, 'change');
  const { keyResult, objective } = loaded;
  await loadObjective(act, objective.id, true);
  await refuseUnknownPeople(act, [given.owner]);

  const before = promisedBy(keyResult);
  const { guardrails, owner, position, kpi: _, ...promise } = given;
  const promised = changedPromise(before, promise, given.kpi, kpis);
  refusePromise(promised, objective, act.organisation.calendar, await kpiOf(act, promised, kpis));
  await refuseOtherUnit(act, keyResult, before, promised);
  const moved = await moveGoalposts(act, loaded, movedGoalposts(before, promised), reason);

  await act.tx
    .updateTable('key_result')
    .set({ ...promiseColumns(promised), owner, position })
    .where('organisation', '=', act.organisation.id)
    .where('id', '=', keyResult.id)
    .execute();
  if (guardrails)
    await setGuardrails(
      act,
      keyResult.id,
      guardrails.map((ref) => kpis.get(ref)!.id),
    );
  await refuseWeightless(act, objective.id);
  const after = (await findKeyResult(act.tx, act.organisation.id, keyResult.id))!;
  await refresh(act, [measuredIn(after, objective)]);
  const climbed = await climb(act, [objective.id]);
  const differences = { ...changes(shownPart(keyResult), shownPart(after)), ...(reason && { reason }) };
  const kind = moved ? 'keyResult.goalpostMoved' : 'keyResult.changed';
  return {
    id: keyResult.id,
    event: { kind, subject: keyResult.id, detail: told(objective, differences, climbed) },
  };
}

function changedPromise(
  before: Promised,
  given: Partial<Omit<Promised, 'kpi'>>,
  kpi: string | null | undefined,
  kpis: ReadonlyMap<string, KpiWithCounters>,
): Promised {
  const { kpi: read, ...rest } = before;
  const after = kpi === undefined ? read : kpi === null ? undefined : kpis.get(kpi)!.id;
  const stated = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...rest, ...stated, ...(after && { kpi: after }) };
}

async function kpiOf(
  act: Act,
  { kpi }: Promised,
  known: ReadonlyMap<string, KpiWithCounters>,
): Promise<KpiWithCounters | undefined> {
  if (!kpi) return undefined;
  return known.get(kpi) ?? (await listKpisByRef(act.tx, act.organisation.id, [kpi]))[0];
}

// Check-ins keep the bare number that was typed, so that in another unit the history would say something else.
async function refuseOtherUnit(
  act: Act,
  row: KeyResultWithLinks,
  before: Promised,
  after: Promised,
): Promise<void> {
  if (convert(1, before.unit, after.unit) === 1) return;
  const reports = await listCheckIns(act.tx, act.organisation.id, [row.id]);
  if (reports.every(({ value }) => value === null)) return;
  throw new Refused(
    'conflict',
    'Values have been reported in the present unit already. Keep it, or drop this key result and write another.',
    'unit',
  );
}

async function moveGoalposts(
  act: Act,
  { keyResult, objective }: Answerable,
  moved: readonly Moved[],
  reason: string | undefined,
): Promise<boolean> {
  if (keyResult.frozen === null || moved.length === 0) return false;
  const fault = changeFault(objective.cycle_state, moved, reason);
  if (fault) throw new Refused('invalid', fault, 'reason');
  await act.tx
    .insertInto('moved_goalpost')
    .values(
      moved.map(({ field, before, after }) => ({
        organisation: act.organisation.id,
        id: newId(),
        key_result: keyResult.id,
        field,
        before: before === undefined ? null : JSON.stringify(before),
        after: after === undefined ? null : JSON.stringify(after),
        reason: reason!,
        author: act.who.id,
        recorded_at: act.now,
      })),
    )
    .execute();
  return true;
}

function shownPart(row: KeyResultWithLinks) {
  const { title, owner, weight, deadline, measure, unit, decimals, plan, kpi, position, guardrails } = row;
  return {
    title,
    owner,
    weight,
    deadline,
    measure,
    unit,
    decimals,
    plan,
    kpi,
    position,
    guardrails: guardrails.map(({ key }) => key),
  };
}
