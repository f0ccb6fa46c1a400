import { sql } from 'kysely';
import type { Act, Event, UseCase } from '#app/act.ts';
import { changes } from '#app/changes.ts';
import { newId } from '#app/id.ts';
import { loadKeyResult, refuseStranger } from '#app/objective/objective-access.ts';
import { told } from '#app/told.ts';
import type { Parsed } from '#contract/index.ts';
import { Refused } from '#contract/refused.ts';
import { lockAlignment } from '#db/alignment.ts';
import { listInitiatives, placeInitiatives } from '#db/initiatives.ts';
import { loadInitiative, loadWritableInitiative, refuseFinished, refuseOwner } from './initiative-access.ts';
import { relinked } from './initiative-link.ts';
import { shownInitiative } from './initiative-shown.ts';

const mostPerKeyResult = 100;

export const createInitiative: UseCase<'initiatives.create'> = async (act, { keyResult: into, ...given }) => {
  const { tx, organisation } = act;
  await lockAlignment(tx, organisation.id, 'shared');
  const loaded = await loadKeyResult(act, into, true);
  const { keyResult, objective } = loaded;
  refuseStranger(act, loaded);
  refuseFinished(loaded);
  const owner = given.owner === undefined ? (keyResult.owner ?? objective.owner) : given.owner;
  await refuseOwner(act, given.owner, objective);
  const { count, last } = await tx
    .selectFrom('initiative')
    .select([sql<number>`count(*)::int`.as('count'), sql<number>`coalesce(max(position), -1)`.as('last')])
    .where('organisation', '=', organisation.id)
    .where('key_result', '=', keyResult.id)
    .executeTakeFirstOrThrow();
  if (count >= mostPerKeyResult)
    throw new Refused(
      'conflict',
      `"${keyResult.title}" has ${mostPerKeyResult} initiatives: keep the plan of the work in a tracker, and here what matters of it.`,
    );
  const id = newId();
  const link = given.link === null ? {} : await relinked(act, given.link);
  await tx
    .insertInto('initiative')
    .values({
      ...blank,
      ...link,
      organisation: organisation.id,
      key_result: keyResult.id,
      id,
      position: last + 1,
      title: given.title,
      owner,
      due: given.due,
      state: given.state ?? 'planned',
      typed: given.state !== undefined,
      note: given.note,
      author: act.who.id,
      created_at: act.now,
    })
    .execute();
  const { initiative } = await loadInitiative(act, id);
  const detail = told(objective, { keyResult: keyResult.id, title: given.title });
  return [
    shownInitiative(act, initiative, objective),
    { kind: 'initiative.created', subject: id, detail: { ...detail, ...toAsk(initiative) } },
  ];
};

const blank = {
  drop_reason: null,
  link: null,
  link_host: null,
  link_kind: null,
  link_key: null,
  tracker: null,
  heard_state: null,
  heard_status: null,
  heard_at: null,
  next_ask: null,
  failing_since: null,
  fault: null,
  carried_from: null,
};

export const changeInitiative: UseCase<'initiatives.change'> = async (act, { initiative: id, ...given }) => {
  const { initiative: before, objective } = await loadWritableInitiative(act, id);
  await refuseOwner(act, given.owner, objective);
  const isNew = given.link !== undefined && given.link !== before.link;
  const link = isNew ? await relinked(act, given.link!) : {};
  const { title, owner, due, note, state } = given;
  await act.tx
    .updateTable('initiative')
    .set({
      ...link,
      title,
      owner,
      due,
      note,
      ...(isNew && { typed: false }),
      ...(state && { state, drop_reason: null, state_from: 'person', typed: true }),
      // A statement has to set something, and a place alone is set below.
      id: before.id,
    })
    .where('organisation', '=', act.organisation.id)
    .where('id', '=', before.id)
    .execute();
  if (given.position !== undefined) await place(act, before.key_result, before.id, given.position);
  const { initiative: after } = await loadInitiative(act, id);
  const detail = told(objective, changes(partOf(before), partOf(after)));
  const event: Event = {
    kind: 'initiative.changed',
    subject: id,
    detail: { ...detail, ...(isNew && toAsk(after)) },
  };
  return [shownInitiative(act, after, objective), event];
};

async function place(act: Act, keyResult: string, id: string, position: number): Promise<void> {
  const rows = await listInitiatives(act.tx, act.organisation.id, { keyResult });
  const others = rows.map((row) => row.id).filter((each) => each !== id);
  await placeInitiatives(act.tx, act.organisation.id, others.toSpliced(position, 0, id));
}

// The job that asks trackers hears of it, and goes at once.
function toAsk({ tracker }: { tracker: string | null }): { tracker?: string } {
  return tracker === null ? {} : { tracker };
}

function partOf(row: Awaited<ReturnType<typeof loadInitiative>>['initiative']) {
  const { title, owner, due, state, note, link, position } = row;
  return { title, owner, due, state, note, link, position };
}

export const dropInitiative: UseCase<'initiatives.drop'> = async (act, { initiative: id, reason }) => {
  const { initiative, objective } = await loadWritableInitiative(act, id);
  await act.tx
    .updateTable('initiative')
    .set({ state: 'dropped', drop_reason: reason, state_from: 'person', typed: true })
    .where('organisation', '=', act.organisation.id)
    .where('id', '=', initiative.id)
    .execute();
  const { initiative: after } = await loadInitiative(act, id);
  const detail = told(objective, { title: initiative.title, reason });
  return [
    shownInitiative(act, after, objective),
    { kind: 'initiative.dropped', subject: initiative.id, detail },
  ];
};

export const removeInitiative = async (
  act: Act,
  { initiative: id }: Parsed<'initiatives.remove'>,
): Promise<[{ done: true }, Event]> => {
  const { initiative, objective } = await loadWritableInitiative(act, id);
  await act.tx
    .deleteFrom('initiative')
    .where('organisation', '=', act.organisation.id)
    .where('id', '=', initiative.id)
    .execute();
  const detail = told(objective, { keyResult: initiative.key_result, ...partOf(initiative) });
  return [{ done: true }, { kind: 'initiative.removed', subject: initiative.id, detail }];
};
