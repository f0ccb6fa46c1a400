import type { UseCases } from '#app/act.ts';
import { maySee } from '#app/objective/objective-access.ts';
import { Refused } from '#contract/refused.ts';
import { listInitiatives, wakeTracker } from '#db/initiatives.ts';
import { objectivesById } from '#db/objectives.ts';
import { trackerNames } from '#domain/initiative/tracker.ts';
import { loadInitiative, loadWritableInitiative } from './initiative-access.ts';
import { shownInitiative, synchronisedBy } from './initiative-shown.ts';
import { changeInitiative, createInitiative, dropInitiative, removeInitiative } from './initiative-write.ts';

export const initiatives: UseCases<'initiatives'> = {
  list: async (act, { open, ...input }) => {
    const { tx, organisation } = act;
    const isAsked = Object.keys(input).length > 0;
    const rows = await listInitiatives(tx, organisation.id, {
      open,
      ...(isAsked ? input : { owner: act.who.id }),
    });
    const objectives = await objectivesById(tx, organisation.id, [
      ...new Set(rows.map(({ objective }) => objective)),
    ]);
    const seen = new Map(objectives.filter((row) => maySee(act, row)).map((row) => [row.id, row]));
    return rows.flatMap((row) => {
      const objective = seen.get(row.objective);
      return objective ? [shownInitiative(act, row, objective)] : [];
    });
  },

  find: async (act, { initiative: id }) => {
    const { initiative, objective } = await loadInitiative(act, id);
    return shownInitiative(act, initiative, objective);
  },

  create: createInitiative,
  change: changeInitiative,
  drop: dropInitiative,
  remove: removeInitiative,

  sync: async (act, { initiative: id }) => {
    const { tx, organisation, now } = act;
    const { initiative, objective } = await loadWritableInitiative(act, id);
    const { tracker, link_kind, link_host } = initiative;
    if (initiative.link === null)
      throw new Refused('invalid', `"${initiative.title}" has no link to an issue.`, 'initiative');
    if (tracker === null) throw new Refused('invalid', whyNot(initiative, link_host!), 'initiative');
    const { rest_until } = await tx
      .selectFrom('tracker')
      .select('rest_until')
      .where('organisation', '=', organisation.id)
      .where('id', '=', tracker)
      .executeTakeFirstOrThrow();
    if (rest_until !== null && Temporal.Instant.compare(rest_until, now) > 0)
      throw new Refused(
        'too_many_requests',
        `${trackerNames[link_kind!]} takes no more requests before ${rest_until.slice(0, 16).replace('T', ' ')} UTC.`,
      );
    // Whoever clicks twice is not answered anything new.
    if (isFresh(initiative.heard_at, now))
      return [
        shownInitiative(act, initiative, objective),
        { kind: 'initiative.syncAsked', subject: initiative.id },
      ];
    await wakeTracker(tx, organisation.id, tracker, now, true);
    await tx
      .updateTable('initiative')
      .set({ next_ask: now })
      .where('organisation', '=', organisation.id)
      .where('id', '=', initiative.id)
      .execute();
    return [
      shownInitiative(act, initiative, objective),
      { kind: 'initiative.syncAsked', subject: initiative.id, detail: { tracker } },
    ];
  },
};

function whyNot(row: Parameters<typeof synchronisedBy>[0], host: string): string {
  switch (synchronisedBy(row)) {
    case 'link only':
      return `${trackerNames[row.link_kind!]} is linked only: its issues are not asked for. Set the state here.`;
    case 'no account':
      return `Nobody has connected ${host} yet: an admin can, in Settings → Trackers.`;
    default:
      return `${host} is no tracker that Tandem knows, so it is a plain link. Set the state here.`;
  }
}

function isFresh(heardAt: string | null, now: string): boolean {
  return heardAt !== null && Temporal.Instant.from(now).since(heardAt).total('seconds') < 10;
}
