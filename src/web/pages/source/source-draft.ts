import type { Connector, Schedule } from '#contract/connectors.ts';
import type { Input } from '#contract/index.ts';
import type { SourceConfig, SourceKind } from '#domain/connector/config.ts';

/** What a connector asks, as the form holds it: a text that is empty is one that was left out. */
export type Config<K extends SourceKind = SourceKind> = Extract<SourceConfig, { kind: K }>;

/** A connector as the form holds it; secrets only as far as they are given now. */
export type Draft = {
  config: SourceConfig;
  secrets: Record<string, string>;
  schedule: Schedule | null;
  lookBack: number;
  runningPeriod: boolean;
};

/** The kinds of sources as they are chosen. */
export const kinds: readonly { kind: SourceKind; label: string; what: string }[] = [
  { kind: 'http-json', label: 'HTTP / JSON', what: 'Any API that answers with JSON' },
  { kind: 'csv', label: 'CSV at an address', what: 'Also a Google Sheet that is published as CSV' },
  { kind: 'sql', label: 'SQL', what: 'A query of PostgreSQL or MySQL, read-only' },
  { kind: 'prometheus', label: 'Prometheus', what: 'PromQL at each period’s end' },
  { kind: 'github', label: 'GitHub', what: 'Counts of issues and pull requests' },
  { kind: 'gitlab', label: 'GitLab', what: 'Counts of issues and merge requests' },
  { kind: 'jira', label: 'Jira', what: 'How many issues a JQL finds' },
];

/** The name of a kind for people. */
export function kindName(kind: SourceKind): string {
  return kinds.find((each) => each.kind === kind)?.label ?? kind;
}

/** An empty question of a kind; a ratio asks for both of its sums. */
export function startOf(kind: SourceKind, isRatio: boolean): SourceConfig {
  const amounts = isRatio ? { numerator: '', denominator: '' } : { value: '' };
  switch (kind) {
    case 'http-json':
      return { kind, url: '', method: 'GET', headers: [], period: '', ...amounts };
    case 'csv':
      return { kind, url: '', headers: [], period: '', ...amounts };
    case 'sql':
      return {
        ...{ kind, engine: 'postgresql', host: '', database: '', user: '', tls: 'verify' },
        ...{ query: '', result: 'rows' },
      };
    case 'prometheus':
      return { kind, url: '', mode: 'range', query: '', signIn: { by: 'none' }, headers: [] };
    case 'github':
      return { kind, url: 'https://api.github.com', count: 'closed-issues', scope: '' };
    case 'gitlab':
      return { kind, url: 'https://gitlab.com', count: 'closed-issues', within: 'project', path: '' };
    case 'jira':
      return { kind, url: '', flavour: 'cloud', user: '', jql: '' };
  }
}

/** The form for a KPI without a connector. */
export function newDraft(kind: SourceKind, isRatio: boolean): Draft {
  return {
    config: startOf(kind, isRatio),
    secrets: {},
    schedule: { every: 'day', at: '06:00' },
    lookBack: 3,
    runningPeriod: false,
  };
}

/** The form for a connector that is there. */
export function draftOf({ config, schedule, lookBack, runningPeriod }: Connector): Draft {
  return { config, secrets: {}, schedule, lookBack, runningPeriod };
}

/** What is sent of a question: texts without what was left empty. */
export function sentConfig(config: SourceConfig): Input<'connectors.create'>['config'] {
  const entries = Object.entries(config).filter(
    ([, value]) => typeof value !== 'string' || value.trim() !== '',
  );
  return Object.fromEntries(entries) as Input<'connectors.create'>['config'];
}

/** The secrets that were given, without what the question no longer names. */
export function sentSecrets(
  secrets: Record<string, string>,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (secrets[name] ? [[name, secrets[name]]] : [])));
}

/** Where a question is asked, for people: the host, and what says most beside it. */
export function placeOf(config: SourceConfig): string {
  switch (config.kind) {
    case 'sql':
      return `${config.host}${config.port ? `:${config.port}` : ''}/${config.database}`;
    case 'github':
      return [hostOf(config.url), config.scope].filter(Boolean).join(' · ');
    case 'gitlab':
      return `${hostOf(config.url)} · ${config.path}`;
    default:
      return hostOf(config.url);
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** Whether the secrets that are kept would be sent elsewhere, so that they have to be given again. */
export function isMoved(before: SourceConfig, after: SourceConfig): boolean {
  if (before.kind !== after.kind) return true;
  if (before.kind === 'sql' && after.kind === 'sql')
    return (['engine', 'host', 'port', 'tls', 'user', 'authority'] as const).some(
      (name) => before[name] !== after[name],
    );
  return originOf(before) !== originOf(after);
}

function originOf(config: SourceConfig): string {
  if (!('url' in config)) return '';
  return URL.canParse(config.url) ? new URL(config.url).origin : config.url;
}
