/** The trackers whose addresses are known; the first three are asked for the state of an issue, the others are linked only. */
export const trackerKinds = ['github', 'gitlab', 'jira', 'asana', 'trello', 'linear'] as const;
export type TrackerKind = (typeof trackerKinds)[number];

export const synchronisedKinds = ['github', 'gitlab', 'jira'] as const;
export type SynchronisedKind = (typeof synchronisedKinds)[number];

/** What people call them. */
export const trackerNames: Readonly<Record<TrackerKind, string>> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  jira: 'Jira',
  asana: 'Asana',
  trello: 'Trello',
  linear: 'Linear',
};

/** Whether Tandem asks this kind of tracker for the state of an issue. */
export function isSynchronised(kind: TrackerKind | null): kind is SynchronisedKind {
  return synchronisedKinds.some((each) => each === kind);
}

/** A tracker that is known by its address, such as `https://gitlab.example.com` or `https://example.com/jira`, without a slash at its end. */
export type Site = { kind: SynchronisedKind; address: string };
