import type { IssueAnswer } from '#app/initiative/tracker.ts';
import { githubStanding } from '#domain/initiative/issue-state.ts';
import { bearerSignIn } from './headers.ts';
import { apiAddress, askJson } from './json-api.ts';
import {
  type Asking,
  askFor,
  fieldsOf,
  listOf,
  nameIn,
  notThere,
  type TrackerDialect,
  textOf,
  unreadable,
} from './tracker-ask.ts';

/** Issues and pull requests of GitHub, one by one: its REST API knows no list by numbers. */
export const githubIssues: TrackerDialect = {
  issues: async (asking, keys, tell) => {
    for (const key of keys) tell(await asked(asking, key));
  },
  signedInAs: async (asking) => {
    const { json } = await askJson(asking, apiAddress(apiOf(asking), 'user'), headersOf(asking));
    return nameIn(json, ['login'], asking.account.address);
  },
};

async function asked(asking: Asking, key: string): Promise<IssueAnswer> {
  const [, owner, repository, number] = /^([^/#]+)\/([^/#]+)#(\d+)$/.exec(key) ?? [];
  if (!owner || !repository || !number) return notThere(key);
  const path = `repos/${encodeURIComponent(owner)}/${encodeURIComponent(repository)}/issues/${number}`;
  const json = await askFor(asking, apiAddress(apiOf(asking), path), headersOf(asking));
  if (json === undefined) return notThere(key);
  const issue = fieldsOf(json);
  if (issue.state !== 'open' && issue.state !== 'closed') return unreadable(key, asking.account.address);
  const request = issue.pull_request === undefined ? undefined : fieldsOf(issue.pull_request);
  const standing = githubStanding({
    state: issue.state,
    reason: textOf(issue.state_reason),
    assigned: listOf(issue.assignees).length > 0,
    ...(request && { merged: typeof request.merged_at === 'string' }),
  });
  return { key, ...standing };
}

// An Enterprise Server has its API below itself, and one in GitHub's own cloud (ghe.com) beside it.
function apiOf({ account: { address } }: Asking): string {
  const { protocol, host } = new URL(address);
  return host === 'github.com' || host.endsWith('.ghe.com')
    ? `${protocol}//api.${host}`
    : `${address}/api/v3`;
}

function headersOf({ account: { token } }: Asking): Record<string, string> {
  return {
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
    ...(token !== null && bearerSignIn(token)),
  };
}
