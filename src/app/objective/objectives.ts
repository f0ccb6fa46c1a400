import type { Act, UseCases } from '#app/act.ts';
import { changes } from '#app/changes.ts';
import { loadCycle } from '#app/cycle/cycle-access.ts';
import { newId } from '#app/id.ts';
import { freezeForesight } from '#app/key-result/foresee.ts';
import { frozenOf, promisedBy } from '#app/key-result/key-result-promise.ts';
import { addKeyResults, kpisByRef, kpisOf } from '#app/key-result/key-result-write.ts';
import { measuredIn } from '#app/kpi/facts.ts';
import { refuseUnknownPeople, refuseUnknownTeams } from '#app/people/unknown.ts';
import { pillarNamed } from '#app/strategy/pillar-named.ts';
import { told } from '#app/told.ts';
import type { Parsed } from '#contract/index.ts';
import type { Objective } from '#contract/objectives.ts';
import { Refused } from '#contract/refused.ts';
import { lockAlignment } from '#db/alignment.ts';
import { keyResultsOf } from '#db/key-results.ts';
import { listObjectives, objectivesById } from '#db/objectives.ts';
import { climb } from './climb.ts';
import {
  loadObjective,
  loadWritableObjective,
  mayChange,
  maySee,
  refuseCycleState,
} from './objective-access.ts';
import { detailOf } from './objective-detail.ts';
import { setImproves, setParents, setViewers } from './objective-links.ts';
import { mapOf } from './objective-map.ts';
import { namedObjective, shownObjective } from './objective-shown.ts';
import { treeOf } from './objective-tree.ts';

export const objectives: UseCases<'objectives'> = {
  list: async (act, { kpi, ...filter }) => {
    const id = kpi ? (await kpisByRef(act, [kpi], 'kpi')).get(kpi)!.id : undefined;
    const rows = await listObjectives(act.tx, act.organisation.id, { ...filter, kpi: id });
    return rows.filter((row) => maySee(act, row)).map(namedObjective);
  },

  tree: async (act, { cycle }) => treeOf(act, cycle),

  map: async (act, { cycle }) => mapOf(act, cycle),

  find: async (act, { objective }) => detailOf(act, await loadObjective(act, objective)),

  create: async (act, input) => {
    const { keyResults, parents, improves, gapKpi, privateTo, ...facts } = input;
    const { pillar, added } = await pillarNamed(act, input.pillar);
    const kpis = await kpisOf(act, keyResults);
    const linked = await kpisByRef(act, [...improves, ...(gapKpi ? [gapKpi] : [])], 'improves');
    await lockAlignment(act.tx, act.organisation.id, parents.length > 0 ? 'exclusive' : 'shared');
    const cycle = await loadCycle(act, input.cycle);
    refuseCycleState(cycle.state, 'write');
    const owner = input.owner === undefined ? act.who.id : input.owner;
    await refuseUnknown(act, { owner, person: input.person, team: input.team });
    const id = newId();
    await act.tx
      .insertInto('objective')
      .values({
        ...facts,
        owner,
        pillar,
        organisation: act.organisation.id,
        id,
        private: privateTo !== null,
        gap_kpi: gapKpi ? linked.get(gapKpi)!.id : null,
        created_at: act.now,
      })
      .execute();
    await setViewers(act, id, privateTo);
    await setImproves(
      act,
      id,
      improves.map((ref) => linked.get(ref)!.id),
    );
    const row = await loadMade(act, id);
    await addKeyResults(act, row, keyResults, kpis);
    const above = await setParents(act, row, parents);
    const moved = await climb(act, [id, ...above]);
    return [
      await shownById(act, id),
      {
        kind: 'objective.created',
        subject: id,
        detail: told(row, { title: input.title, cycle: cycle.id, owner }, moved),
      },
      ...added,
    ];
  },

  change: async (act, { objective: id, ...given }) => {
    const { pillar, added } = await pillarNamed(act, given.pillar);
    const { parents, improves, privateTo, ...facts } = { ...given, pillar };
    const linked = await kpisByRef(act, improves ?? [], 'improves');
    const row = await loadWritableObjective(act, id, 'change', parents ? 'exclusive' : 'shared');
    await refuseUnknown(act, facts);
    const before = await shownById(act, id);
    await act.tx
      .updateTable('objective')
      .set({ ...facts, private: privateTo === undefined ? row.private : privateTo !== null })
      .where('organisation', '=', act.organisation.id)
      .where('id', '=', id)
      .execute();
    if (privateTo !== undefined) await setViewers(act, id, privateTo);
    if (improves)
      await setImproves(
        act,
        id,
        improves.map((ref) => linked.get(ref)!.id),
      );
    const above = parents ? await setParents(act, row, parents) : [];
    const moved = await climb(act, above);
    const after = await shownAfter(act, id);
    return [
      after,
      {
        kind: 'objective.changed',
        subject: id,
        detail: told({ private: row.private || after.privateTo !== null }, changes(before, after), moved),
      },
      ...added,
    ];
  },

  activate: async (act, { objective: id }) => {
    const row = await loadWritableObjective(act, id, 'write');
    if (row.state !== 'draft') throw new Refused('conflict', `"${row.title}" is active already.`);
    if (row.cycle_state !== 'active')
      throw new Refused(
        'conflict',
        'Its cycle has not begun: the objective becomes active together with the cycle.',
      );
    const own = { organisation: act.organisation.id };
    await act.tx
      .updateTable('objective')
      .set({ state: 'active' })
      .where('organisation', '=', own.organisation)
      .where('id', '=', id)
      .execute();
    const keyResults = await keyResultsOf(act.tx, own.organisation, [id]);
    for (const keyResult of keyResults)
      await act.tx
        .updateTable('key_result')
        .set({ frozen: frozenOf(promisedBy(keyResult)) })
        .where('organisation', '=', own.organisation)
        .where('id', '=', keyResult.id)
        .execute();
    await freezeForesight(
      act,
      keyResults.map((keyResult) => measuredIn(keyResult, row)),
    );
    return [
      await shownById(act, id),
      { kind: 'objective.activated', subject: id, detail: told(row, { title: row.title }) },
    ];
  },

  drop: async (act, { objective: id, reason }) => {
    const row = await loadWritableObjective(act, id, 'drop');
    await act.tx
      .updateTable('objective')
      .set({ state: 'dropped', drop_reason: reason })
      .where('organisation', '=', act.organisation.id)
      .where('id', '=', id)
      .execute();
    const parents = await act.tx
      .selectFrom('objective_parent')
      .select('parent')
      .where('organisation', '=', act.organisation.id)
      .where('objective', '=', id)
      .where('kind', '=', 'contributes to')
      .execute();
    const moved = await climb(
      act,
      parents.map(({ parent }) => parent),
    );
    return [
      { done: true },
      { kind: 'objective.dropped', subject: id, detail: told(row, { title: row.title, reason }, moved) },
    ];
  },
};

async function refuseUnknown(
  act: Act,
  { owner, person, team }: Pick<Parsed<'objectives.change'>, 'owner' | 'person' | 'team'>,
): Promise<void> {
  await refuseUnknownPeople(act, [owner], 'owner');
  await refuseUnknownPeople(act, [person], 'person');
  await refuseUnknownTeams(act, [team]);
}

// What somebody writes must be theirs: else it could be put into another's plan, or out of their own sight.
async function loadMade(act: Act, id: string) {
  const row = await loadObjective(act, id, true).catch(() => undefined);
  if (!row || !mayChange(act, row))
    throw new Refused(
      'forbidden',
      'You may not write objectives for others: make yourself its owner, or ask a lead of that team or an admin.',
      'owner',
    );
  return row;
}

async function shownAfter(act: Act, id: string): Promise<Objective> {
  const [row] = await objectivesById(act.tx, act.organisation.id, [id]);
  if (row && !maySee(act, row))
    throw new Refused(
      'conflict',
      'You would no longer see this objective: name yourself among those who may.',
      'privateTo',
    );
  return shownById(act, id);
}

async function shownById(act: Act, id: string): Promise<Objective> {
  const row = await loadObjective(act, id);
  const keyResults = await keyResultsOf(act.tx, act.organisation.id, [id]);
  return (await shownObjective(act, row, keyResults)).shown;
}
