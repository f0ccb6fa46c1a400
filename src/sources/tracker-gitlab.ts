import type { IssueAnswer } from '#app/initiative/tracker.ts';
import { gitlabStanding } from '#domain/initiative/issue-state.ts';
import { headerValue } from './headers.ts';
import { apiAddress, askJson } from './json-api.ts';
import {
  type Asking,
  askFor,
  type Fields,
  fieldsOf,
  listOf,
  nameIn,
  notThere,
  type TrackerDialect,
  textOf,
  unreadable,
} from './tracker-ask.ts';

type Key = { key: string; project: string; sign: '#' | '!'; number: string };

/** Issues and merge requests of GitLab, those of a project together. */
export const gitlabIssues: TrackerDialect = {
  issues: async (asking, keys, tell) => {
    const read = keys.map(keyOf);
    const lists = Map.groupBy(read, ({ project, sign }) => `${project}${sign}`);
    for (const list of lists.values()) for (const answer of await asked(asking, list)) tell(answer);
  },
  signedInAs: async (asking) => {
    const url = apiAddress(asking.account.address, 'api/v4/user');
    const { json } = await askJson(asking, url, headersOf(asking));
    return nameIn(json, ['username'], asking.account.address);
  },
};

function keyOf(key: string): Key {
  const [, project = '', sign = '#', number = '0'] = /^(.+)([#!])(\d+)$/.exec(key) ?? [];
  return { key, project, sign: sign as Key['sign'], number };
}

async function asked(asking: Asking, keys: readonly Key[]): Promise<IssueAnswer[]> {
  const { project, sign } = keys[0]!;
  const isRequest = sign === '!';
  const what = isRequest ? 'merge_requests' : 'issues';
  const path = `api/v4/projects/${encodeURIComponent(project)}/${what}`;
  const url = new URL(apiAddress(asking.account.address, path, { scope: 'all', per_page: '100' }));
  for (const { number } of keys) url.searchParams.append('iids[]', number);
  const json = await askFor(asking, url.href, headersOf(asking));
  const found = new Map(
    listOf(json).map((each) => {
      const issue = fieldsOf(each);
      return [String(issue.iid), issue] as const;
    }),
  );
  return keys.map(({ key, number }) => {
    const issue = found.get(number);
    return issue ? answerOf(asking, key, issue, isRequest) : notThere(key);
  });
}

function answerOf(asking: Asking, key: string, issue: Fields, request: boolean): IssueAnswer {
  const state = textOf(issue.state);
  if (state === null) return unreadable(key, asking.account.address);
  if (issue.moved_to_id != null)
    return { key, fault: 'It was moved to another project: link it where it is now.' };
  const standing = gitlabStanding({
    state,
    assigned: listOf(issue.assignees).length > 0,
    duplicate: textOf(fieldsOf(issue._links).closed_as_duplicate_of) !== null,
    request,
  });
  return { key, ...standing };
}

function headersOf({ account: { token } }: Asking): Record<string, string> {
  return token === null ? {} : { 'private-token': headerValue(token, 'token') };
}
