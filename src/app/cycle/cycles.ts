import { sql } from 'kysely';
import type { Act, Event, UseCases } from '#app/act.ts';
import { changes } from '#app/changes.ts';
import { newId } from '#app/id.ts';
import { freezeForesight } from '#app/key-result/foresee.ts';
import { measuredIn } from '#app/kpi/facts.ts';
import { hiddenObjectives } from '#app/objective/objective-access.ts';
import type { Cycle } from '#contract/cycles.ts';
import { Refused } from '#contract/refused.ts';
import { countCycles, listCycles } from '#db/cycles.ts';
import { keyResultsById } from '#db/key-results.ts';
import type { Row } from '#db/schema.ts';
import { type CycleState, cycleSpan, type Span, spanFault, transitionFault } from '#domain/time/cycle.ts';
import { loadCycleToMove, shownCycle, shownCycleById } from './cycle-access.ts';
import { closeCycle } from './cycle-close.ts';
import { copyStructure } from './cycle-copy.ts';
import { planOf } from './cycle-plan.ts';
import { cycleReport } from './cycle-report.ts';

export const cycles: UseCases<'cycles'> = {
  list: async (act) => {
    const counts = await countCycles(act.tx, act.organisation.id, await hiddenObjectives(act));
    return (await listCycles(act.tx, act.organisation.id)).map((row) =>
      shownCycle(act, row, counts.get(row.id)),
    );
  },

  find: async (act, { cycle }) => shownCycleById(act, cycle),

  plan: (act, input) => planOf(act, input),

  copy: (act, input) => copyStructure(act, input),

  report: async (act, { cycle }) => cycleReport(act, cycle),

  create: async (act, { kind, name, starts, ends }) => {
    const span = spanOf(act, kind, starts, ends);
    const row = { id: newId(), name: name ?? span.name, kind, starts: span.starts, ends: span.ends };
    if (!row.name) throw new Refused('invalid', 'A custom cycle needs a name of its own.', 'name');
    await refuseNameTaken(act, row.name);
    await act.tx
      .insertInto('cycle')
      .values({ ...row, organisation: act.organisation.id, created_at: act.now })
      .execute();
    return [await shownCycleById(act, row.id), { kind: 'cycle.created', subject: row.id, detail: row }];
  },

  change: async (act, { cycle: id, ...given }) => {
    const before = await loadCycleToMove(act, id);
    if (before.state === 'closed')
      throw new Refused('closed', 'This cycle is closed: a closed cycle can only be read.');
    const after = {
      name: given.name ?? before.name,
      starts: given.starts ?? before.starts,
      ends: given.ends ?? before.ends,
    };
    const movesDays = after.starts !== before.starts || after.ends !== before.ends;
    if (movesDays) refuseMove(before, after);
    if (after.name !== before.name) await refuseNameTaken(act, after.name);
    if (movesDays) await moveDeadlines(act, before, after);
    await act.tx
      .updateTable('cycle')
      .set(after)
      .where('organisation', '=', act.organisation.id)
      .where('id', '=', id)
      .execute();
    const { name, starts, ends } = before;
    return [
      await shownCycleById(act, id),
      { kind: 'cycle.changed', subject: id, detail: changes({ name, starts, ends }, after) },
    ];
  },

  activate: async (act, { cycle: id }) => {
    const row = await loadCycleToMove(act, id);
    refuseTransition(row.state, 'active');
    await setState(act, id, { state: 'active', activated_at: act.now });
    const frozen = await freeze(act, row);
    return [await shownCycleById(act, id), { kind: 'cycle.activated', subject: id, detail: frozen }];
  },

  startGrading: async (act, { cycle: id }) => {
    const row = await loadCycleToMove(act, id);
    refuseTransition(row.state, 'grading');
    await refuseDrafts(act, id);
    await setState(act, id, { state: 'grading' });
    return [await shownCycleById(act, id), { kind: 'cycle.gradingStarted', subject: id }];
  },

  close: async (act, { cycle }) => {
    const events: [Event, ...Event[]] = await closeCycle(act, cycle);
    return [await shownCycleById(act, cycle), ...events];
  },
};

function spanOf(
  act: Act,
  kind: Cycle['kind'],
  starts: string | undefined,
  ends: string | undefined,
): Span & { name: string } {
  if (kind !== 'custom') {
    if (ends)
      throw new Refused(
        'invalid',
        `A ${kind} ends by itself: leave the last day out, or make it custom.`,
        'ends',
      );
    return cycleSpan(kind, starts ?? act.today, act.organisation.calendar);
  }
  if (!starts || !ends)
    throw new Refused(
      'invalid',
      'A custom cycle needs its first and its last day.',
      starts ? 'ends' : 'starts',
    );
  const fault = spanFault({ starts, ends });
  if (fault) throw new Refused('invalid', fault, 'ends');
  return { starts, ends, name: '' };
}

function refuseTransition(from: CycleState, to: CycleState): void {
  const fault = transitionFault(from, to);
  if (fault) throw new Refused(from === 'closed' ? 'closed' : 'conflict', fault);
}

async function refuseNameTaken(act: Act, name: string): Promise<void> {
  const other = await act.tx
    .selectFrom('cycle')
    .select('id')
    .where('organisation', '=', act.organisation.id)
    .where('name', '=', name)
    .executeTakeFirst();
  if (other)
    throw new Refused('conflict', `There is a cycle "${name}" already. Give this one another name.`, 'name');
}

function refuseMove(before: Row<'cycle'>, after: Span): void {
  if (before.state !== 'planning')
    throw new Refused(
      'conflict',
      'This cycle has begun: its days stand. Only its name can be changed.',
      'starts',
    );
  if (before.kind !== 'custom')
    throw new Refused(
      'conflict',
      `A ${before.kind} has the days of the fiscal year. Make a custom cycle for others.`,
      'starts',
    );
  const fault = spanFault(after);
  if (fault) throw new Refused('invalid', fault, 'ends');
}

// A deadline that was the cycle's end stays it; another one must lie within the new days.
async function moveDeadlines(act: Act, before: Span & { id: string }, after: Span): Promise<void> {
  const { rows } = await sql<{ title: string; deadline: string }>`
    update key_result k set deadline = case when k.deadline = ${before.ends}::date then ${after.ends}::date else k.deadline end
    from objective o where o.organisation = ${act.organisation.id} and o.cycle = ${before.id}
      and k.organisation = o.organisation and k.objective = o.id
    returning k.title, k.deadline`.execute(act.tx);
  const outside = rows.find(({ deadline }) => deadline <= after.starts || deadline > after.ends);
  if (outside)
    throw new Refused(
      'conflict',
      `A key result has the deadline ${outside.deadline}, which would lie outside the cycle: move that first.`,
      'ends',
    );
}

async function setState(
  act: Act,
  id: string,
  set: { state: CycleState; activated_at?: string },
): Promise<void> {
  await act.tx
    .updateTable('cycle')
    .set(set)
    .where('organisation', '=', act.organisation.id)
    .where('id', '=', id)
    .execute();
}

// The same fields as domain/okr/goalpost.ts freezes, for a whole cycle in one statement.
async function freeze(act: Act, span: Row<'cycle'>): Promise<{ objectives: number; keyResults: number }> {
  const organisation = act.organisation.id;
  const cycle = span.id;
  const keyResults = await sql<{ id: string }>`
    update key_result k set frozen = jsonb_strip_nulls(jsonb_build_object('title', k.title, 'measure', k.measure, 'unit', k.unit,
      'weight', k.weight, 'deadline', k.deadline, 'kpi', k.kpi))
    from objective o where o.organisation = ${organisation} and o.cycle = ${cycle} and o.state = 'draft'
      and k.organisation = o.organisation and k.objective = o.id and k.dropped_at is null returning k.id`.execute(
    act.tx,
  );
  const objectives = await sql`
    update objective set state = 'active' where organisation = ${organisation} and cycle = ${cycle} and state = 'draft'`.execute(
    act.tx,
  );
  const ids = keyResults.rows.map(({ id }) => id);
  const rows = ids.length > 0 ? await keyResultsById(act.tx, organisation, ids) : [];
  await freezeForesight(
    act,
    rows.map((row) => measuredIn(row, span)),
  );
  return { objectives: Number(objectives.numAffectedRows), keyResults: ids.length };
}

async function refuseDrafts(act: Act, cycle: string): Promise<void> {
  const draft = await act.tx
    .selectFrom('objective')
    .select(['id', 'title'])
    .where('organisation', '=', act.organisation.id)
    .where('cycle', '=', cycle)
    .where('state', '=', 'draft')
    .orderBy('id')
    .executeTakeFirst();
  if (!draft) return;
  const hidden = await hiddenObjectives(act);
  const name = hidden.includes(draft.id) ? 'A private objective' : `"${draft.title}"`;
  throw new Refused(
    'conflict',
    `${name} is still a draft, so there is nothing to grade: activate or drop it first.`,
  );
}
