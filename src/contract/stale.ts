import { contract, type Noun } from './index.ts';

const goals: Noun[] = [
  'objectives',
  'keyResults',
  'initiatives',
  'checkIns',
  'grades',
  'calibrations',
  'cycles',
  'sustainWatches',
  'coach',
  'pillars',
  'strategy',
];
const signs: Noun[] = ['panel', 'judgements', 'forecasts', 'gaps', 'drivers', 'fitness', 'strategy'];
const everything = Object.keys(contract) as Noun[];

/**
 * Which nouns may read differently once something happened to a thing, beside the audit log. A KPI shows in the goals that read,
 * guard or improve it, and a goal shows in the judgement and in the gap of its KPIs.
 */
const stale: Readonly<Record<string, readonly Noun[]>> = {
  organisation: everything,
  person: ['people', 'teams', 'invitations', 'tokens', 'fitness'],
  // A team's rhythm says when its goals are outdated.
  team: ['teams', 'people', ...goals, 'fitness'],
  invitation: ['invitations', 'people'],
  token: ['tokens'],
  audit: [],
  pillar: ['pillars', 'strategy', 'kpis', 'objectives', 'fitness'],
  strategy: ['strategy'],
  // What a formula gives is asked for while it is typed, and the tree of drivers shows every sign.
  kpi: ['kpis', 'templates', 'formulas', 'thresholds', 'readings', ...signs, ...goals],
  threshold: ['thresholds', ...signs, ...goals],
  reading: ['readings', 'kpis', 'formulas', ...signs, ...goals],
  readings: ['readings', 'kpis', 'formulas', ...signs, ...goals],
  phase: ['phases', ...signs, ...goals],
  driver: ['drivers'],
  annotation: ['annotations', 'judgements'],
  import: ['kpis', 'formulas', 'thresholds', 'readings', ...signs, ...goals],
  connector: ['connectors'],
  connectorRun: ['connectors'],
  allowedHost: ['allowedHosts'],
  acknowledgement: ['kpis', 'fitness'],
  gap: ['gaps', 'judgements', ...goals, 'fitness'],
  cycle: [...goals, ...signs],
  objective: [...goals, 'judgements', 'gaps', 'fitness'],
  keyResult: [...goals, 'judgements', 'gaps', 'fitness'],
  initiative: ['initiatives', 'keyResults', 'objectives', 'coach'],
  tracker: ['trackers', 'initiatives'],
  okrDocument: [...goals, 'judgements', 'gaps', 'fitness', 'okrDocuments'],
  coachSetAside: ['coach'],
  checkIn: goals,
  grade: [...goals, ...signs],
  view: ['views'],
  sustainWatch: ['sustainWatches', 'objectives', 'keyResults', 'judgements'],
};

/** Every noun: what is stale when nobody knows what happened. */
export const allNouns: readonly Noun[] = everything;

/** Whether the table names what becomes stale after an event; what it does not name makes everything stale. */
export function isKnownKind(kind: string): boolean {
  return subjectOf(kind) in stale;
}

/** The nouns that are stale after an event such as `reading.recorded`. */
export function staleAfter(kind: string): readonly Noun[] {
  return [...(stale[subjectOf(kind)] ?? everything), 'audit'];
}

// Kinds are written `key_result.changed` and `keyResult.changed` alike.
function subjectOf(kind: string): string {
  return kind.split('.')[0]!.replaceAll(/[_ -](\w)/g, (_, letter: string) => letter.toUpperCase());
}
