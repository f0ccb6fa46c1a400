export const sourceKinds = ['http-json', 'sql', 'prometheus', 'csv', 'github', 'gitlab', 'jira'] as const;

/** A kind of place that readings are pulled from. */
export type SourceKind = (typeof sourceKinds)[number];

/** A header of each request: its value as written here, or (`secret`) kept encrypted under the name that secretNames gives. */
export type HeaderConfig = { name: string; value: string } | { name: string; secret: true };

/**
 * How the next page of an answer is found: by its Link header, by an expression that gives the next address, by counting a
 * parameter up from `first` until a page has no rows, or by an expression that gives the parameter's next value.
 */
export type PagingConfig =
  | { by: 'link' }
  | { by: 'address'; next: string }
  | { by: 'page'; parameter: string; first: number }
  | { by: 'cursor'; parameter: string; next: string };

/**
 * A JSON answer over HTTP. `rows` and the others are JSONata: `rows` picks the rows of an answer (the whole answer when absent),
 * the others are asked of each row. Either `value`, or `numerator` and `denominator`. Without `period` an answer is one number, for
 * the period that its placeholders ask about, and it is asked once a period.
 */
export type HttpJsonConfig = {
  kind: 'http-json';
  url: string;
  method: 'GET' | 'POST';
  headers: HeaderConfig[];
  body?: string | undefined;
  rows?: string | undefined;
  period?: string | undefined;
  value?: string | undefined;
  numerator?: string | undefined;
  denominator?: string | undefined;
  note?: string | undefined;
  paging?: PagingConfig | undefined;
};

/**
 * One query in a read-only transaction, with :from, :to and the other placeholders bound as parameters. `rows`: it gives the columns
 * period and value (or numerator and denominator) and perhaps note for the whole span; `single`: it gives one row without a period
 * and is asked once a period.
 */
export type SqlConfig = {
  kind: 'sql';
  engine: 'postgresql' | 'mysql';
  host: string;
  port?: number | undefined;
  database: string;
  user: string;
  /** `off`: plain; `require`: encrypted, whoever answers; `verify`: encrypted, and the certificate is that of the host. */
  tls: 'off' | 'require' | 'verify';
  /** The certificate authority in PEM, where it is not one that Node knows. */
  authority?: string | undefined;
  query: string;
  result: 'rows' | 'single';
};

/** How a Prometheus is signed in to; the password or token is a secret. */
export type PrometheusSignIn = { by: 'none' } | { by: 'basic'; user: string } | { by: 'bearer' };

/**
 * PromQL that gives one series, judged at each period's end: `range` asks for many periods at once, `instant` one by one. With a
 * `denominator`, `query` is the numerator.
 */
export type PrometheusConfig = {
  kind: 'prometheus';
  url: string;
  mode: 'range' | 'instant';
  query: string;
  denominator?: string | undefined;
  signIn: PrometheusSignIn;
  headers: HeaderConfig[];
};

/** A CSV at an address, its columns by the names in its first line; formats that are not given are guessed as an import does. */
export type CsvConfig = {
  kind: 'csv';
  url: string;
  headers: HeaderConfig[];
  period: string;
  value?: string | undefined;
  numerator?: string | undefined;
  denominator?: string | undefined;
  note?: string | undefined;
  decimal?: '.' | ',' | undefined;
  dateOrder?: 'day first' | 'month first' | undefined;
  /** 0.95 means 95 %, where the KPI counts in percent. */
  fraction?: boolean | undefined;
};

export const githubCounts = [
  'opened-issues',
  'closed-issues',
  'open-issues',
  'opened-pull-requests',
  'merged-pull-requests',
  'search',
  'stars',
] as const;

/**
 * A count by GitHub's search (`stars`: of one repository). `scope` is an owner or owner/repository, `query` further qualifiers such
 * as label:bug; for `search` it is the whole query, with placeholders. `denominator` is a query counted beside it.
 */
export type GithubConfig = {
  kind: 'github';
  /** Of the API: https://api.github.com, or https://HOST/api/v3 of an Enterprise Server. */
  url: string;
  count: (typeof githubCounts)[number];
  scope?: string | undefined;
  query?: string | undefined;
  denominator?: string | undefined;
};

export const gitlabCounts = [
  'opened-issues',
  'closed-issues',
  'open-issues',
  'opened-merge-requests',
  'merged-merge-requests',
  'open-merge-requests',
] as const;

/** A count of a GitLab project or group (by path or number); `filter` are further parameters such as labels=bug&scope=all. */
export type GitlabConfig = {
  kind: 'gitlab';
  /** Of the server, such as https://gitlab.com. */
  url: string;
  count: (typeof gitlabCounts)[number];
  within: 'project' | 'group';
  path: string;
  filter?: string | undefined;
};

/** How many issues a JQL with placeholders finds; `cloud` signs in with an address and an API token, `server` with a token. */
export type JiraConfig = {
  kind: 'jira';
  url: string;
  flavour: 'cloud' | 'server';
  user?: string | undefined;
  jql: string;
  denominator?: string | undefined;
};

/** What a connector asks and where; it holds no secret. */
export type SourceConfig =
  | HttpJsonConfig
  | SqlConfig
  | PrometheusConfig
  | CsvConfig
  | GithubConfig
  | GitlabConfig
  | JiraConfig;

/** The names under which a connector's secrets are kept: password, token, and `header NAME` for each secret header. */
export function secretNames(config: SourceConfig): string[] {
  switch (config.kind) {
    case 'sql':
      return ['password'];
    case 'prometheus':
      return [...signInSecrets(config.signIn), ...headerSecrets(config.headers)];
    case 'http-json':
    case 'csv':
      return headerSecrets(config.headers);
    case 'github':
    case 'gitlab':
    case 'jira':
      return ['token'];
  }
}

function signInSecrets(signIn: PrometheusSignIn): string[] {
  return { none: [], basic: ['password'], bearer: ['token'] }[signIn.by];
}

function headerSecrets(headers: readonly HeaderConfig[]): string[] {
  return headers.flatMap((header) => ('secret' in header ? [headerSecret(header.name)] : []));
}

/** The name under which the value of a secret header is kept. */
export function headerSecret(name: string): string {
  return `header ${name.toLowerCase()}`;
}
