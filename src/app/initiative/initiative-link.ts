import type { Updateable } from 'kysely';
import type { Turn } from '#app/act.ts';
import { Refused } from '#contract/refused.ts';
import { sitesOf, wakeTracker } from '#db/initiatives.ts';
import type { InitiativeRow } from '#db/schema-initiatives.ts';
import { readIssueLink } from '#domain/initiative/issue-link.ts';
import type { Site } from '#domain/initiative/tracker.ts';

/** What an address says and who is asked for it, as columns. */
export type LinkColumns = Pick<
  Updateable<InitiativeRow>,
  'link' | 'link_host' | 'link_kind' | 'link_key' | 'tracker' | 'next_ask'
>;

/** What the tracker has said of the issue of before is forgotten with it. */
export const unheard = {
  heard_state: null,
  heard_status: null,
  heard_at: null,
  failing_since: null,
  fault: null,
} as const;

/** The columns of an address, with the tracker among these that is to be asked at once; refuses what is no address. */
export function linkColumns(
  address: string,
  sites: readonly (Site & { id: string })[],
  now: string,
): LinkColumns {
  const link = readIssueLink(address, sites);
  if ('fault' in link) throw new Refused('invalid', link.fault, 'link');
  const same = (site: Site) => site.address.toLowerCase() === link.site?.toLowerCase();
  const tracker = sites.find((site) => site.kind === link.tracker && same(site))?.id ?? null;
  return {
    link: link.address,
    link_host: link.host,
    link_kind: link.tracker,
    link_key: link.key,
    tracker,
    next_ask: tracker === null ? null : now,
  };
}

/** The columns of an initiative's new link, and of none; its tracker, if there is one, is woken. */
export async function relinked(
  { tx, organisation, now }: Pick<Turn, 'tx' | 'organisation' | 'now'>,
  address: string | null,
): Promise<LinkColumns & typeof unheard> {
  const none = {
    link: null,
    link_host: null,
    link_kind: null,
    link_key: null,
    tracker: null,
    next_ask: null,
  };
  if (address === null) return { ...none, ...unheard };
  const columns = linkColumns(address, await sitesOf(tx, organisation.id), now);
  // Before the initiative, as who records an answer locks them: in the other order the two would wait for each other.
  if (columns.tracker) await wakeTracker(tx, organisation.id, columns.tracker, now);
  return { ...columns, ...unheard };
}
