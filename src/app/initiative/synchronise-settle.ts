import type { Transaction, Updateable } from 'kysely';
import type { Event } from '#app/act.ts';
import type { SourceFault } from '#app/connector/source.ts';
import { type Tandem, writeAudit } from '#app/perform.ts';
import { told } from '#app/told.ts';
import { transact } from '#app/transaction.ts';
import { lockAlignment } from '#db/alignment.ts';
import type { Database, Row } from '#db/schema.ts';
import type { TrackerRow } from '#db/schema-initiatives.ts';
import {
  type FollowingInitiative,
  followingInitiatives,
  type Heard,
  nextIssueDue,
  storeHeard,
} from '#db/trackers.ts';
import { isOpen, stateAfter } from '#domain/initiative/state.ts';
import { trackerNames } from '#domain/initiative/tracker.ts';
import type { IssueAnswer, TrackerAnswer } from './tracker.ts';
import { tokenSealedAnew } from './tracker-account.ts';

const minutesToNext = { open: 15, ended: 360, unknown: 60 };
const backoffMinutes = [1, 5, 15, 60];
const longestRest = 24 * 60;

/** Records what a tracker said, unless its turn was lost or its account has changed meanwhile; open pages hear of it. */
export async function settleAnswers(
  tandem: Tandem,
  held: Row<'tracker'>,
  { answers, fault }: TrackerAnswer,
  request: string,
): Promise<void> {
  const now = tandem.ports.clock();
  const { organisation, id } = held;
  const events = await transact(tandem.database, { organisation }, true, async (tx) => {
    // No cycle is closed meanwhile: what it was stays as it was read.
    await lockAlignment(tx, organisation, 'shared');
    const { claim, version } = held;
    const tracker = await tx
      .selectFrom('tracker')
      .selectAll()
      .where((is) => is.and({ organisation, id, claim, version }))
      .forUpdate()
      .executeTakeFirst();
    if (!tracker) return undefined;
    const followed = await follow(tx, tracker, answers, now);
    const next = await nextIssueDue(tx, tracker);
    const course = fault ? failed(tracker, fault, now) : went(now, next);
    const anew = tokenSealedAnew(tandem.ports.sealingKeys, tracker);
    await tx
      .updateTable('tracker')
      .set({ ...course, ...(anew && { token: anew }), held_until: null })
      .where((is) => is.and({ organisation, id }))
      .execute();
    const events = [...followed, ...turned(tracker, fault)];
    const deed = { organisation, person: null, token: null, operation: 'synchronise', at: now, request };
    writeAudit(tandem, tx, deed, events);
    return events;
  });
  if (events) tandem.changed(organisation, [...events, { kind: 'tracker.asked', subject: id }]);
}

/** Lets the initiatives that are linked to these issues follow them, and tells which have another state now. */
async function follow(
  tx: Transaction<Database>,
  tracker: Row<'tracker'>,
  answers: readonly IssueAnswer[],
  now: string,
): Promise<Event[]> {
  const byKey = new Map(answers.map((answer) => [answer.key, answer]));
  const rows = await followingInitiatives(tx, tracker, [...byKey.keys()]);
  const pairs = rows.map((row) => [row, heardBy(row, byKey.get(row.link_key!)!, tracker, now)] as const);
  if (pairs.length > 0)
    await storeHeard(
      tx,
      tracker.organisation,
      pairs.map(([, heard]) => heard),
    );
  return pairs.flatMap(([before, after]): Event[] => {
    if (before.state === after.state) return [];
    const state = { before: before.state, after: after.state };
    const detail = told(before, {
      title: before.title,
      issue: before.link_key,
      status: after.heard_status,
      state,
    });
    return [{ kind: 'initiative.followed', subject: before.id, detail }];
  });
}

function heardBy(
  row: FollowingInitiative,
  answer: IssueAnswer,
  { kind }: Row<'tracker'>,
  now: string,
): Heard {
  if ('fault' in answer)
    return {
      ...row,
      next_ask: later(now, minutesToNext.unknown),
      failing_since: row.failing_since ?? now,
      fault: answer.fault,
    };
  const state = stateAfter({ state: row.state, heard: row.heard_state, typed: row.typed }, answer.state);
  const isMoved = state !== row.state;
  return {
    ...row,
    ...(isMoved && {
      state,
      state_from: 'tracker' as const,
      drop_reason: state === 'dropped' ? `${row.link_key}: ${answer.status} in ${trackerNames[kind]}` : null,
      typed: false,
    }),
    heard_state: answer.state,
    heard_status: answer.status,
    heard_at: now,
    next_ask: later(now, isOpen(answer.state) ? minutesToNext.open : minutesToNext.ended),
    failing_since: null,
    fault: null,
  };
}

/** At least a minute lies between two askings, however much is due. */
function went(now: string, next: string | null): Updateable<TrackerRow> {
  const soonest = later(now, 1);
  const isSooner = next !== null && Temporal.Instant.compare(next, soonest) < 0;
  return {
    next_ask: isSooner ? soonest : next,
    failures: 0,
    rest_until: null,
    last_success: now,
    failing_since: null,
    fault: null,
  };
}

/** After a fault it rests: longer each time, an hour where only a person can mend it, and never shorter than the tracker wants. */
function failed(
  tracker: Row<'tracker'>,
  { message, retry, after }: SourceFault,
  now: string,
): Updateable<TrackerRow> {
  const usual = later(now, (retry ? backoffMinutes[tracker.failures] : undefined) ?? backoffMinutes.at(-1)!);
  const rest = after === undefined ? null : sooner(after, later(now, longestRest));
  return {
    next_ask: rest !== null && Temporal.Instant.compare(rest, usual) > 0 ? rest : usual,
    failures: Math.min(tracker.failures + 1, 1_000),
    rest_until: rest,
    failing_since: tracker.failing_since ?? now,
    fault: message.slice(0, 2_000),
  };
}

// Said once, when it begins and when it ends: a tracker that is down for a week is one piece of news.
function turned({ id, kind, address, failing_since }: Row<'tracker'>, fault: SourceFault | null): Event[] {
  if ((failing_since === null) === (fault === null)) return [];
  return [{ kind: fault ? 'tracker.failed' : 'tracker.recovered', subject: id, detail: { kind, address } }];
}

function later(now: string, minutes: number): string {
  return Temporal.Instant.from(now).add({ minutes }).toString();
}

function sooner(one: string, other: string): string {
  return Temporal.Instant.compare(one, other) < 0 ? one : other;
}
