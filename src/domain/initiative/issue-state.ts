import type { InitiativeState } from './state.ts';

/** How an issue stands: the state of an initiative that follows it, and the tracker's own words for it. */
export type IssueStanding = { state: InitiativeState; status: string };

/** An issue or a pull request of GitHub, as its API tells: `reason` is completed, not_planned, duplicate or reopened. */
export type GithubIssue = {
  state: 'open' | 'closed';
  reason: string | null;
  assigned: boolean;
  /** Of a pull request only. */
  merged?: boolean;
};

/** Open is planned, or in progress once somebody has it; closed is done, unless GitHub says that it was not planned or a duplicate. */
export function githubStanding({ state, reason, assigned, merged }: GithubIssue): IssueStanding {
  if (state === 'open') return open(assigned, merged !== undefined);
  if (merged !== undefined)
    return merged
      ? { state: 'done', status: 'merged' }
      : { state: 'dropped', status: 'closed without being merged' };
  if (reason === 'not_planned' || reason === 'duplicate')
    return { state: 'dropped', status: `closed as ${reason.replace('_', ' ')}` };
  return { state: 'done', status: reason === 'completed' ? 'closed as completed' : 'closed' };
}

/** An issue or a merge request of GitLab; `request` tells them apart. */
export type GitlabIssue = {
  state: string;
  assigned: boolean;
  duplicate: boolean;
  request: boolean;
};

/** As with GitHub; GitLab knows no "not planned", only that an issue is the same as another. */
export function gitlabStanding({ state, assigned, duplicate, request }: GitlabIssue): IssueStanding {
  if (state === 'opened' || state === 'locked') return open(assigned, request);
  if (state === 'merged') return { state: 'done', status: 'merged' };
  if (request) return { state: 'dropped', status: 'closed without being merged' };
  return duplicate
    ? { state: 'dropped', status: 'closed as duplicate' }
    : { state: 'done', status: 'closed' };
}

// Whoever asks for a merge has begun.
function open(assigned: boolean, request: boolean): IssueStanding {
  return {
    state: assigned || request ? 'in progress' : 'planned',
    status: assigned ? 'open, assigned' : 'open',
  };
}

/** An issue of Jira: `category` is the key of its status category, the only thing that every workflow has. */
export type JiraIssue = { category: string; status: string; resolution: string | null };

/** To do is planned, and done is done, unless its status or resolution says that it was given up. */
export function jiraStanding({ category, status, resolution }: JiraIssue): IssueStanding {
  if (category === 'indeterminate') return { state: 'in progress', status };
  if (category !== 'done') return { state: 'planned', status };
  const words = resolution === null || resolution === status ? status : `${status} (${resolution})`;
  return { state: givenUp.test(words) ? 'dropped' : 'done', status: words };
}

// The names are the organisation's own; these are Jira's, and those that people give.
const givenUp =
  /\b(won.?t|will not|not planned|duplicate|cannot reproduce|can.?t reproduce|declined?|rejected|cancell?ed|abandoned|obsolete|invalid|not a bug|dropped|out of scope|known error)\b/i;
