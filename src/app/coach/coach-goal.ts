import type { Turn } from '#app/act.ts';
import { foresight } from '#app/key-result/foresee.ts';
import type { CoachedFinding } from '#contract/coach.ts';
import type { CoachKpi } from '#db/coach.ts';
import { aboutPromise, aboutSet, aboutWords } from '#domain/coach/about.ts';
import type { Finding } from '#domain/coach/finding.ts';
import type { KeyResultOfSet } from '#domain/coach/set/facts.ts';
import type { Alike as AlikeOf, Comparable } from '#domain/coach/similar.ts';
import type { GoalFacts } from '#domain/coach/with-data/facts.ts';
import { checkWithData } from '#domain/coach/with-data.ts';
import type { KpiForecast } from '#domain/forecast/kpi-forecast.ts';
import { convert, type Unit } from '#domain/kpi/unit.ts';
import { calibrated } from '#domain/okr/ambition.ts';
import type { Measure } from '#domain/okr/measure.ts';
import type { Span } from '#domain/time/cycle.ts';
import { wordingOf } from './coach-wording.ts';

/** A finding with what it was told by, what it is about, by which it is set aside, and where the goal is that says the same. */
export type Found = Finding & { by: CoachedFinding['by']; about: string; objective?: string | undefined };

/** The goals that are most like one; a key result names its objective. */
export type Alike = readonly AlikeOf<
  Comparable & { of?: string | undefined; objective?: string | undefined }
>[];

/** A key result, written or to be written, with all that the coach looks at; what is null is not known. */
export type CoachedKeyResult = {
  title: string;
  objective: string | undefined;
  cycle: (Span & { name: string }) | null;
  measure: Measure | null;
  unit: Unit | null;
  decimals: number | undefined;
  deadline: string | null;
  kpi: CoachKpi | null;
  guardrails: readonly string[];
  current: number | null;
  /** How many say how it might come about; null while it cannot have any. */
  initiatives: number | null;
  /** Once it is frozen the KPI is meant to move away from the baseline, and to meet the target is success. */
  frozen: { odds: number | null } | null;
};

/** What the coach finds in a key result, and what the set that it is in needs to know of it. */
export type CheckedKeyResult = { found: Found[]; inSet: KeyResultOfSet };

/** What the coach finds in a key result: in its words, beside the data of its KPI, and beside the goals that are like it. */
export function checkedKeyResult(turn: Turn, goal: CoachedKeyResult, alike: Alike): CheckedKeyResult {
  const { title, objective, cycle, measure, deadline, kpi, initiatives } = goal;
  const period = cycle?.name ?? deadline ?? undefined;
  const given = { kind: 'key_result', text: title, objective, period } as const;
  const { findings, isKept } = wordingOf({ ...given, hasInitiative: initiatives !== 0 }, goal);
  // Who says how it is to come about says why so much is possible.
  const bare = wordingOf({ ...given, hasInitiative: false }, goal);
  const hasReason = (initiatives ?? 0) > 0 || bare.findings.every(({ rule }) => rule !== 'no-how');
  const facts = factsOf(turn, goal, alike);
  const byData = checkWithData({ ...facts, hasReason });
  const isTold = new Set(byData.map(({ rule }) => rule));
  const promise = aboutPromise({ measure, kpi: kpi?.id ?? null, deadline: deadline ?? cycle?.ends ?? '' });
  const found = [
    ...findings.filter(({ rule }) => !isTold.has(rule)).map((each) => inWords(each, title)),
    ...byData.map((each) => inData(each, title, promise, alike)),
  ];
  const inSet = {
    ...{ isWork: findings.some(({ rule }) => rule === 'activity'), isKept },
    ...{ kpi: kpi?.id, kpiName: kpi?.name, odds: facts.odds },
  };
  return { found, inSet };
}

/** What the coach finds in the words of an objective, and beside those that are like it. */
export function checkedObjective(title: string, period: string | undefined, alike: Alike): Found[] {
  const { findings } = wordingOf({ kind: 'objective', text: title, period });
  return [
    ...findings.map((each) => inWords(each, title)),
    ...checkWithData({ text: title, alike }).map((each) => inData(each, title, '', alike)),
  ];
}

function inWords(finding: Finding, title: string): Found {
  return { ...finding, by: 'words', about: aboutWords(title, finding.at) };
}

function inData(finding: Finding, title: string, promise: string, alike: Alike): Found {
  const { value } = finding;
  if (!value || !('other' in value)) return { ...finding, by: 'data', about: promise };
  const objective = alike.find(({ item }) => item.id === value.other)?.item.objective;
  return {
    ...finding,
    by: 'data',
    about: aboutSet([value.other], `${aboutWords(title, whole)} like `),
    objective,
  };
}

const whole = { from: 0, to: Number.POSITIVE_INFINITY };

function factsOf(turn: Turn, goal: CoachedKeyResult, alike: Alike): GoalFacts {
  const { title: text, measure, kpi, guardrails, frozen, current } = goal;
  const decimals = goal.decimals ?? kpi?.decimals;
  const unit = goal.unit ?? kpi?.unit ?? undefined;
  const own = (value: number) => (kpi && unit ? convert(value, kpi.unit as Unit, unit as Unit) : undefined);
  const behind = kpi && { name: kpi.name, cadence: kpi.cadence, counters: kpi.counters };
  const around = { text, decimals, unit: unit as Unit | undefined, guardrails, alike };
  if (frozen) return { ...around, kpi: behind ?? undefined, odds: frozen.odds ?? undefined };
  const [lower, upper] = kpi?.limits ? [own(kpi.limits.lower), own(kpi.limits.upper)] : [];
  const isWithLimits = lower !== undefined && upper !== undefined;
  return {
    ...around,
    measure: measure ?? undefined,
    current: current ?? (kpi?.newest == null ? undefined : own(kpi.newest)),
    kpi: behind
      ? {
          ...behind,
          level: kpi.level === null ? undefined : own(kpi.level),
          limits: isWithLimits ? { lower, upper } : undefined,
        }
      : undefined,
    ...foreseen(turn, goal, own),
  };
}

function foreseen(
  turn: Turn,
  { measure, unit, deadline, kpi, cycle }: CoachedKeyResult,
  own: (value: number) => number | undefined,
): Pick<GoalFacts, 'odds' | 'calibrated'> {
  if (!measure || !kpi?.forecast || !cycle) return {};
  const forecastKpi = { ...kpi, unit: kpi.unit as Unit, forecast: kpi.forecast as KpiForecast };
  const promised = { measure, unit: unit ?? forecastKpi.unit, deadline: deadline ?? cycle.ends, span: cycle };
  const found = foresight(turn, promised, forecastKpi);
  if (!found) return {};
  if (found.foreseen.kind !== 'move') return { odds: found.odds };
  const { baseline, target } = found.foreseen;
  const {
    commit,
    target: usual,
    stretch,
  } = calibrated(found.forecast.forecast, found.steps, target > baseline);
  const [one, two, three] = [own(commit), own(usual), own(stretch)];
  if (one === undefined || two === undefined || three === undefined) return { odds: found.odds };
  return { odds: found.odds, calibrated: { commit: one, target: two, stretch: three } };
}
