import { SourceFault, type SourceRow } from '#app/connector/source.ts';
import type { JiraConfig } from '#domain/connector/config.ts';
import { filledIn } from '#domain/connector/placeholders.ts';
import { countedRows } from './counts.ts';
import { basicSignIn, bearerSignIn } from './headers.ts';
import { apiAddress, askJson, countIn } from './json-api.ts';
import { type Pull, secretOf } from './pull.ts';
import { type Bounds, filler } from './span.ts';

/** How many issues a JQL finds in Jira Cloud, or in a Jira Server or Data Center; Jira takes its days in the time zone of who signs in. */
export function fetchJira(pull: Pull<JiraConfig>): Promise<SourceRow[]> {
  const { jql, denominator } = pull.config;
  const headers = signIn(pull);
  const counted = (text: string) => (bounds: Bounds) => found(pull, headers, filledIn(text, filler(bounds)));
  return countedRows(pull, counted(jql), denominator === undefined ? undefined : counted(denominator));
}

async function found(pull: Pull<JiraConfig>, headers: Record<string, string>, jql: string): Promise<number> {
  const { url, flavour } = pull.config;
  if (flavour === 'cloud') {
    const { json, answer } = await askJson(
      pull,
      apiAddress(url, 'rest/api/3/search/approximate-count'),
      headers,
      { jql },
    );
    return countIn(json, 'count', answer.url.host);
  }
  const { json, answer } = await askJson(
    pull,
    apiAddress(url, 'rest/api/2/search', { jql, maxResults: '0' }),
    headers,
  );
  return countIn(json, 'total', answer.url.host);
}

// A public project of a server can be asked by anybody; the cloud wants to know who asks.
function signIn(pull: Pull<JiraConfig>): Record<string, string> {
  const { flavour, user } = pull.config;
  if (flavour === 'server' && !pull.secrets.token) return {};
  const token = secretOf(pull, 'token');
  if (user) return basicSignIn(user, token);
  if (flavour === 'cloud')
    throw new SourceFault('Jira Cloud signs in with the e-mail address of the token’s person: give it.');
  return bearerSignIn(token);
}
