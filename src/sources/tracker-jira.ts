import { SourceFault } from '#app/connector/source.ts';
import { jiraStanding } from '#domain/initiative/issue-state.ts';
import { basicSignIn, bearerSignIn } from './headers.ts';
import { apiAddress, askJson } from './json-api.ts';
import {
  type Asking,
  fieldsOf,
  listOf,
  nameIn,
  notThere,
  type TrackerDialect,
  textOf,
  unreadable,
} from './tracker-ask.ts';

const fields = ['status', 'resolution'];

/** Issues of Jira Cloud or of a Jira Server or Data Center, all in one request. */
export const jiraIssues: TrackerDialect = {
  issues: async (asking, keys, tell) => {
    const { json } = await askJson(asking, ...requestFor(asking, keys));
    const found = new Map(
      listOf(fieldsOf(json).issues).map((each) => {
        const issue = fieldsOf(each);
        return [textOf(issue.key)?.toUpperCase(), fieldsOf(issue.fields)] as const;
      }),
    );
    for (const key of keys) {
      const issue = found.get(key);
      if (!issue) {
        tell(notThere(key));
        continue;
      }
      const status = fieldsOf(issue.status);
      const category = textOf(fieldsOf(status.statusCategory).key);
      const name = textOf(status.name);
      if (category === null || name === null) tell(unreadable(key, asking.account.address));
      else tell({ key, ...jiraStanding({ category, status: name, resolution: nameOf(issue.resolution) }) });
    }
  },
  signedInAs: async (asking) => {
    const { address, flavour } = asking.account;
    const url = apiAddress(address, `rest/api/${flavour === 'cloud' ? 3 : 2}/myself`);
    const { json } = await askJson(asking, url, signIn(asking));
    return nameIn(json, ['displayName', 'name', 'emailAddress'], address);
  },
};

type Request = [url: string, headers: Record<string, string>, send: unknown];

function requestFor(asking: Asking, keys: readonly string[]): Request {
  const { address, flavour } = asking.account;
  if (flavour === 'cloud')
    return [
      apiAddress(address, 'rest/api/3/issue/bulkfetch'),
      signIn(asking),
      { issueIdsOrKeys: keys, fields },
    ];
  const jql = `key in (${keys.map((key) => `"${key}"`).join(', ')})`;
  // Unless it is told not to, it refuses the whole query for one key that is not there.
  return [
    apiAddress(address, 'rest/api/2/search'),
    signIn(asking),
    { jql, fields, maxResults: keys.length, validateQuery: false },
  ];
}

function nameOf(resolution: unknown): string | null {
  return textOf(fieldsOf(resolution).name);
}

function signIn({ account: { flavour, user, token } }: Asking): Record<string, string> {
  if (token === null) {
    if (flavour === 'server') return {};
    throw new SourceFault('The token of this account is missing: give it again.');
  }
  return user === null ? bearerSignIn(token) : basicSignIn(user, token);
}
