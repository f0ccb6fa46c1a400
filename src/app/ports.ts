import type { SealingKeys } from '#app/connector/sealed.ts';
import type { Source } from '#app/connector/source.ts';
import type { IssueTracker } from '#app/initiative/tracker.ts';

/** What the use cases need of the world outside; tests bring their own clock, never their own logic. */
export type Ports = {
  /** The instant now, as an ISO string in UTC. */
  clock: () => string;
  accounts: Accounts;
  /** The key of the audit log's digests; whoever reads the database does not have it. */
  auditKey: string;
  /** The keys that seal the secrets of connectors. */
  sealingKeys: SealingKeys;
  source: Source;
  tracker: IssueTracker;
  /** Whether a text names a host or a range of addresses that connectors can be allowed to reach. */
  isPlace: (text: string) => boolean;
};

/** Sign-in accounts, kept by the sign-in library in its own schema. */
export type Accounts = {
  /** Makes an account and gives its id; refuses with conflict when the address has one. */
  create(account: { name: string; email: string; password: string }): Promise<string>;
  /** The id of the account with this address, if the password is right. */
  verify(email: string, password: string): Promise<string | undefined>;
  /** Gives an account another password and ends its sessions; undefined when the address has none. */
  replacePassword(email: string, password: string): Promise<string | undefined>;
  findByEmail(email: string): Promise<string | undefined>;
};
