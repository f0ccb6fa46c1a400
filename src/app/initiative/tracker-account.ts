import type { Act } from '#app/act.ts';
import { isSealedNow, opened, type SealingKeys, sealed } from '#app/connector/sealed.ts';
import { Refused } from '#contract/refused.ts';
import type { Tracker } from '#contract/trackers.ts';
import type { Row } from '#db/schema.ts';
import { reaches } from '#domain/access.ts';
import type { SynchronisedKind } from '#domain/initiative/tracker.ts';
import type { TrackerAccount } from './tracker.ts';

type Place = { organisation: string; id: string };

// Bound to its row: copied to another it does not open.
function placeOf({ organisation, id }: Place): string {
  return `tracker ${organisation} ${id}`;
}

/** A token as it is stored. */
export function sealedToken(keys: SealingKeys, place: Place, token: string | null): string | null {
  return token === null ? null : sealed(keys, placeOf(place), token);
}

/** The account of a tracker's row; undefined when its token was sealed by a key that is not here. */
export function accountOf(keys: SealingKeys, row: Row<'tracker'>): TrackerAccount | undefined {
  const token = row.token === null ? null : opened(keys, placeOf(row), row.token);
  if (token === undefined) return undefined;
  const { kind, address, flavour, sign_in_user: user } = row;
  return { kind, address, flavour, user, token };
}

/** The same token sealed by the key that seals now; undefined when it is, or does not open. */
export function tokenSealedAnew(keys: SealingKeys, row: Row<'tracker'>): string | undefined {
  if (row.token === null || isSealedNow(keys, row.token)) return undefined;
  const text = opened(keys, placeOf(row), row.token);
  return text === undefined ? undefined : sealed(keys, placeOf(row), text);
}

/** The address below which issues have theirs: without a slash at its end, in small letters where that means the same; refuses what is none. */
export function siteAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const fault = !url || !/^https?:$/.test(url.protocol) ? 'is no address of the web' : addressFault(url);
  if (fault || !url)
    throw new Refused(
      'invalid',
      `"${text.slice(0, 200)}" ${fault}: give that of the tracker itself, such as https://github.com or https://example.com/jira.`,
      'address',
    );
  return `${url.origin.replace('//www.', '//')}${url.pathname.replace(/\/+$/, '')}`;
}

function addressFault(url: URL): string | undefined {
  if (url.username || url.password) return 'holds a user or a password';
  if (/^api\./.test(url.hostname)) return 'is the address of an API, and not the one that people open';
  return url.search || url.hash ? 'has more than a path' : undefined;
}

/** Whether a Jira is one of the cloud, where nobody says. */
export function flavourAt(kind: SynchronisedKind, address: string): 'cloud' | 'server' {
  return kind === 'jira' && /\.atlassian\.net(:\d+)?$/.test(address) ? 'cloud' : 'server';
}

/** A tracker in the contract's shape; the account is for admins. */
export function shownTracker(act: Act, row: Row<'tracker'>, initiatives: number): Tracker {
  const account = accountOf(act.ports.sealingKeys, row);
  return {
    id: row.id,
    kind: row.kind,
    address: row.address,
    initiatives,
    lastSuccess: row.last_success,
    failingSince: row.failing_since,
    account: reaches(act.who.role, 'admin')
      ? {
          flavour: row.flavour,
          user: row.sign_in_user,
          token: account === undefined ? 'lost' : account.token === null ? 'none' : 'kept',
          fault: row.fault,
        }
      : null,
  };
}
