import type { Act, UseCase } from '#app/act.ts';
import { listAllowed } from '#app/connector/allowed-hosts.ts';
import { SourceFault } from '#app/connector/source.ts';
import { Later } from '#app/later.ts';
import type { Output } from '#contract/index.ts';
import { Refused } from '#contract/refused.ts';
import { readIssueLink } from '#domain/initiative/issue-link.ts';
import type { IssueTracker, TrackerAsk } from './tracker.ts';
import { accountOf, flavourAt, siteAddress } from './tracker-account.ts';

const patience = 30_000;
const mostAtOnce = 8;
let under = 0;

type Tested = Output<'trackers.test'>;

/** Asks a tracker with an account, without storing anything; one that does not answer is an answer too, with its fault. */
export const testTracker: UseCase<'trackers.test'> = async (act, { kind, user, issue, ...given }) => {
  const address = siteAddress(given.address);
  const flavour = given.flavour ?? flavourAt(kind, address);
  const key = issue === undefined ? undefined : keyAt(issue, { kind, address });
  const account = { kind, address, flavour, user };
  const token = given.accessToken ?? (await keptToken(act, account));
  const ask: TrackerAsk = { ...account, token, allowed: await listAllowed(act) };
  if (token === null && key === undefined)
    throw new Refused(
      'invalid',
      'Without a token there is nobody to sign in: give the address of an issue to try.',
      'issue',
    );
  return new Later(() => answered(act.ports.tracker, ask, key));
};

function keyAt(issue: string, site: Pick<TrackerAsk, 'kind' | 'address'>): string {
  const link = readIssueLink(issue, [site]);
  if ('fault' in link) throw new Refused('invalid', link.fault, 'issue');
  if (
    link.key === null ||
    link.tracker !== site.kind ||
    link.site?.toLowerCase() !== site.address.toLowerCase()
  )
    throw new Refused('invalid', `This is no issue below ${site.address}.`, 'issue');
  return link.key;
}

/** The token that is kept for exactly this account. */
async function keptToken(act: Act, { address, flavour, user }: Omit<TrackerAsk, 'token' | 'allowed'>) {
  const rows = await act.tx
    .selectFrom('tracker')
    .selectAll()
    .where('organisation', '=', act.organisation.id)
    .where('address', '=', address)
    .execute();
  const row = rows.find((each) => each.flavour === flavour && each.sign_in_user === user);
  return (row && accountOf(act.ports.sealingKeys, row)?.token) ?? null;
}

async function answered(tracker: IssueTracker, ask: TrackerAsk, key: string | undefined): Promise<Tested> {
  if (under >= mostAtOnce)
    throw new Refused(
      'too_many_requests',
      'Several trackers are being tried at this moment. Try again shortly.',
    );
  under++;
  const signal = AbortSignal.timeout(patience);
  const tested: Tested = { fault: null, signedInAs: null, issue: null };
  try {
    if (ask.token !== null) tested.signedInAs = await tracker.signedInAs(ask, signal);
    return key === undefined ? tested : { ...tested, ...(await tried(tracker, ask, key, signal)) };
  } catch (fault) {
    if (fault instanceof SourceFault) return { ...tested, fault: fault.message };
    throw fault;
  } finally {
    under--;
  }
}

async function tried(
  tracker: IssueTracker,
  ask: TrackerAsk,
  key: string,
  signal: AbortSignal,
): Promise<Pick<Tested, 'fault' | 'issue'>> {
  const { answers, fault } = await tracker.issues(ask, [key], signal);
  const [answer] = answers;
  if (fault || !answer)
    return { fault: fault?.message ?? `${ask.address} says nothing of ${key}.`, issue: null };
  if ('fault' in answer) return { fault: `${key}: ${answer.fault}`, issue: null };
  return { fault: null, issue: { key, status: answer.status } };
}
