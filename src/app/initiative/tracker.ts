import type { SourceFault } from '#app/connector/source.ts';
import type { IssueStanding } from '#domain/initiative/issue-state.ts';
import type { SynchronisedKind } from '#domain/initiative/tracker.ts';

/** An account at a tracker: where it is, and as whom it is asked. */
export type TrackerAccount = {
  kind: SynchronisedKind;
  /** Below which its issues have their addresses: https://github.com, https://example.com/jira. */
  address: string;
  /** Of Jira: its cloud and its servers speak differently. */
  flavour: 'cloud' | 'server';
  /** Of Jira: the address of the token's person. */
  user: string | null;
  token: string | null;
};

/** What is asked of a tracker; `allowed` are the private places that an administrator has allowed. */
export type TrackerAsk = TrackerAccount & { allowed: readonly string[] };

/** How one issue stands, or why that cannot be told. */
export type IssueAnswer = { key: string } & (IssueStanding | { fault: string });

/**
 * What a tracker said: of each issue that was asked for at most one answer, and the fault that ended it before all had one. Never
 * rejects but for a bug; a token is in no answer and in no fault.
 */
export type TrackerAnswer = { answers: IssueAnswer[]; fault: SourceFault | null };

/** Where issues are kept. */
export type IssueTracker = {
  /** Asks for issues by their keys, as issue links name them. */
  issues(ask: TrackerAsk, keys: readonly string[], signal: AbortSignal): Promise<TrackerAnswer>;
  /** The name of the account that the token belongs to; rejects with SourceFault. */
  signedInAs(ask: TrackerAsk, signal: AbortSignal): Promise<string>;
};
