import type { Site, TrackerKind } from './tracker.ts';

/**
 * An address of an issue: which tracker it is in, at which base address, and how people name it (`acme/app#12`, `group/project!3`,
 * `PROJ-45`). An address of no known tracker is a plain link, with null for all three.
 */
export type IssueLink = {
  address: string;
  /** Host and port. */
  host: string;
  tracker: TrackerKind | null;
  site: string | null;
  key: string | null;
};

type Read = (segments: readonly string[], url: URL) => string | undefined;

/** Reads the address of an issue; `sites` are trackers of one's own, whose addresses say nothing of their kind. Gives a sentence when it is no address of the web. */
export function readIssueLink(text: string, sites: readonly Site[] = []): IssueLink | { fault: string } {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    return {
      fault:
        'This is no address of the web: paste the one of the issue, such as https://github.com/acme/app/issues/12.',
    };
  if (url.username !== '' || url.password !== '')
    return { fault: 'The address holds a user or a password, which everybody would see: take them out.' };
  const link = { address: url.href, host: url.host };
  const found = known(url, sites) ?? wellKnown(url) ?? byShape(url);
  return { ...link, ...(found ?? { tracker: null, site: null, key: null }) };
}

type Found = Pick<IssueLink, 'tracker' | 'site' | 'key'>;

function known(url: URL, sites: readonly Site[]): Found | undefined {
  const longestFirst = sites.toSorted((one, other) => other.address.length - one.address.length);
  for (const { kind, address } of longestFirst) {
    const base = `${url.origin}${url.pathname}`;
    if (!base.toLowerCase().startsWith(`${address.toLowerCase()}/`)) continue;
    const key = readers[kind](segmentsOf(base.slice(address.length)), url);
    if (key !== undefined) return { tracker: kind, site: address, key };
  }
  return undefined;
}

function wellKnown(url: URL): Found | undefined {
  const tracker = trackerAt(url.hostname.replace(/^www\./, ''));
  const key = tracker && readers[tracker](segmentsOf(url.pathname), url);
  if (!tracker || key === undefined) return undefined;
  return { tracker, site: url.origin.replace('//www.', '//'), key };
}

function trackerAt(host: string): TrackerKind | undefined {
  if (host.endsWith('.atlassian.net')) return 'jira';
  const hosts: Readonly<Record<string, TrackerKind>> = {
    'github.com': 'github',
    'gitlab.com': 'gitlab',
    'app.asana.com': 'asana',
    'trello.com': 'trello',
    'linear.app': 'linear',
  };
  return Object.hasOwn(hosts, host) ? hosts[host] : undefined;
}

// GitLab and Jira are told by their paths wherever they stand; Gitea and others write theirs as GitHub does.
function byShape(url: URL): Found | undefined {
  const segments = segmentsOf(url.pathname);
  if (segments.includes('-')) {
    const key = gitlab(segments);
    if (key !== undefined) return { tracker: 'gitlab', site: url.origin, key };
  }
  const browse = segments.lastIndexOf('browse');
  const key = browse >= 0 && browse === segments.length - 2 ? issueKey(segments[browse + 1]) : undefined;
  if (key === undefined) return undefined;
  const base = segments.slice(0, browse).map((each) => `/${each}`);
  return { tracker: 'jira', site: `${url.origin}${base.join('')}`, key };
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

const isName = (text: string | undefined) => text !== undefined && /^(?!\.+$)[\w.-]+$/.test(text);
const isNumber = (text: string | undefined) => text !== undefined && /^[1-9]\d{0,11}$/.test(text);

function github([owner, repository, what, number]: readonly string[]): string | undefined {
  if (!isName(owner) || !isName(repository) || !isNumber(number)) return undefined;
  return what === 'issues' || what === 'pull' ? `${owner}/${repository}#${number}` : undefined;
}

function gitlab(segments: readonly string[]): string | undefined {
  const at = segments.findLastIndex((each) => /^(issues|work_items|merge_requests)$/.test(each));
  const place = segments.slice(0, segments[at - 1] === '-' ? at - 1 : at);
  const number = segments[at + 1];
  if (place.length < 2 || !place.every(isName) || !isNumber(number)) return undefined;
  return `${place.join('/')}${segments[at] === 'merge_requests' ? '!' : '#'}${number}`;
}

function jira(segments: readonly string[], url: URL): string | undefined {
  const at = segments.findLastIndex((each) => each === 'browse' || each === 'issues');
  return issueKey(at < 0 ? url.searchParams.get('selectedIssue') : segments[at + 1]);
}

function issueKey(text: string | null | undefined): string | undefined {
  return text && /^[a-z][a-z\d_]*-\d{1,12}$/i.test(text) ? text.toUpperCase() : undefined;
}

// /0/PROJECT/TASK and the newer /1/WORKSPACE/…/task/TASK.
function asana(segments: readonly string[]): string | undefined {
  const at = segments.indexOf('task');
  const task = at >= 0 ? segments[at + 1] : segments[0] === '0' ? segments[2] : undefined;
  return task !== undefined && /^\d{1,20}$/.test(task) ? task : undefined;
}

function trello([what, card]: readonly string[]): string | undefined {
  return what === 'c' && card !== undefined && /^[\da-z]{4,30}$/i.test(card) ? card : undefined;
}

function linear([, what, key]: readonly string[]): string | undefined {
  return what === 'issue' ? issueKey(key) : undefined;
}

const readers: Readonly<Record<TrackerKind, Read>> = { github, gitlab, jira, asana, trello, linear };
