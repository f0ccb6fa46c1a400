import type { LinkedIssue } from '#contract/initiatives.ts';
import { readIssueLink } from '#domain/initiative/issue-link.ts';
import { isSynchronised, type Site, trackerNames } from '#domain/initiative/tracker.ts';

/** How long ago an instant is, in words: 'just now', '5 min ago', '3 h ago', '2 days ago'. */
export function agoWords(instant: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(instant)) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 90) return `${minutes} min ago`;
  const hours = Math.round(minutes / 60);
  if (hours < 36) return `${hours} h ago`;
  return `${Math.round(hours / 24)} days ago`;
}

/** What people call a linked issue: its key, or the host of a plain link. */
export function issueName({
  key,
  address,
  tracker,
}: Pick<LinkedIssue, 'key' | 'address' | 'tracker'>): string {
  if (key === null || tracker === null) return new URL(address).host;
  // Asana and Trello name theirs by what no person knows.
  return tracker === 'asana' || tracker === 'trello' ? `${trackerNames[tracker]} ${key}` : key;
}

/** Where the state of an initiative comes from, after the name of its issue. */
export function courseWords(link: LinkedIssue, now: number): string {
  const { synchronised, heardAt, status, failingSince, tracker } = link;
  switch (synchronised) {
    case 'unknown tracker':
      return 'a plain link: Tandem does not know this tracker';
    case 'link only':
      return `linked only: ${trackerNames[tracker!]} is not asked`;
    case 'no account':
      return `not synchronised: nobody has connected ${new URL(link.address).host}`;
    case 'yes': {
      const heard = heardAt === null ? undefined : `${status}, synchronised ${agoWords(heardAt, now)}`;
      if (failingSince === null) return heard ?? 'not asked yet';
      return heard ? `${heard}, fails since` : 'cannot be asked';
    }
  }
}

/** A line that somebody typed: its last address is the link, and the rest is the title. */
export function typedInitiative(text: string): { title: string; link?: string } {
  const link = text.match(/https?:\/\/\S+/g)?.at(-1);
  if (link === undefined) return { title: text.trim() };
  const read = readIssueLink(link);
  const title = text
    .replace(link, '')
    .replace(/[\s:–-]+$/, '')
    .trim();
  return { title: title || ('fault' in read ? link : issueName(read)), link };
}

/** What a typed address is, while it is typed; undefined while there is nothing to say. */
export function addressWords(text: string, sites: readonly Site[]): string | undefined {
  if (text.trim() === '') return undefined;
  const link = readIssueLink(text, sites);
  if ('fault' in link) return link.fault;
  if (link.tracker === null) return 'A plain link: Tandem does not know this tracker, so set the state here.';
  const name = `${trackerNames[link.tracker]}: ${issueName(link)}.`;
  if (!isSynchronised(link.tracker))
    return `${name} ${trackerNames[link.tracker]} is linked only, so set the state here.`;
  return sites.some(({ address }) => address.toLowerCase() === link.site?.toLowerCase())
    ? `${name} The state follows the issue when it changes there.`
    : `${name} Nobody has connected ${link.host} yet, so set the state here.`;
}
