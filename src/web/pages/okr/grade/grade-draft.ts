import type { Keep } from '#contract/grade.ts';
import type { GradeSheet } from '#contract/grades.ts';
import type { Input } from '#contract/index.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { asksFor, band, type Commitment, type Fate, succeeds } from '#domain/okr/grade.ts';
import type { Cadence } from '#domain/time/period.ts';
import { fieldText, typedValue } from '../../../parts/typed-value.ts';

/** A grade as it stands in a form. */
export type GradeDraft = {
  score: string;
  reason: string;
  explanation: string;
  lesson: string;
  fate: Fate | null;
  raise: Keep['raise'];
  periods: string;
  carryInto: string | null;
  carryInitiatives: boolean;
  /** The floor (or ceiling) as it is typed; empty: the level reached. */
  floor: string;
  kpiName: string;
  kpiKey: string;
  /** Its key was typed, and no longer follows the name. */
  hasOwnKey: boolean;
  kpiDefinition: string;
  kpiCadence: Cadence;
  kpiUnit: Unit;
  kpiDirection: 'higher' | 'lower';
  kpiOwner: string | null;
};

/** The draft of a grade: what was given, else what is suggested. */
export function gradeDraft({ keyResult, suggested, gain }: GradeSheet): GradeDraft {
  const { grade } = keyResult;
  const made = grade?.graduate?.kpi;
  return {
    score: fieldText(grade?.score ?? suggested),
    reason: grade?.reason ?? '',
    explanation: grade?.explanation ?? '',
    lesson: grade?.lesson ?? '',
    fate: grade?.fate ?? null,
    raise: grade?.keep?.raise ?? 'nothing',
    periods: fieldText(grade?.keep?.periods),
    carryInto: grade?.carryInto ?? null,
    carryInitiatives: grade?.carryInitiatives ?? true,
    floor: fieldText(grade?.graduate?.level),
    kpiName: made?.name ?? '',
    kpiKey: made?.key ?? '',
    hasOwnKey: made !== undefined,
    kpiDefinition: made?.definition ?? '',
    kpiCadence: made?.cadence ?? gain?.cadence ?? 'monthly',
    kpiUnit: made?.unit ?? keyResult.unit,
    kpiDirection: made?.direction ?? gain?.direction ?? 'higher',
    kpiOwner: made?.owner === undefined ? keyResult.owner : made.owner,
  };
}

/** A typed score, or undefined for what is none from 0 to 1. */
export function typedScore(text: string): number | undefined {
  const score = text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));
  return score >= 0 && score <= 1 ? score : undefined;
}

/** What a score means: its band, whether it succeeds, and which words it needs. */
export function meaning(draft: GradeDraft, sheet: GradeSheet, commitment: Commitment) {
  const score = typedScore(draft.score);
  if (score === undefined) return undefined;
  const capped = sheet.cap === null ? score : Math.min(score, sheet.cap);
  return {
    score: capped,
    band: band(capped),
    isSuccess: succeeds(commitment, capped),
    isCapped: capped < score,
    asks: asksFor({ commitment, suggested: sheet.suggested ?? undefined, score: capped }),
  };
}

export type GradeFaults = { score?: string; fate?: string; floor?: string };

/** What a draft sends, or what is missing in it; words that are missing are named by the server. */
export function gradeOf(
  draft: GradeDraft,
  { keyResult, mayKeepGain, gain }: GradeSheet,
): Input<'grades.record'> | { faults: GradeFaults } {
  const score = typedScore(draft.score);
  const { fate } = draft;
  if (score === undefined || fate === null)
    return {
      faults: {
        ...(score === undefined && { score: 'Give a score from 0.0 to 1.0.' }),
        ...(fate === null && { fate: 'Choose what becomes of it.' }),
      },
    };
  const floor = typedValue(draft.floor, keyResult.kpi && gain ? gain.unit : draft.kpiUnit);
  if (fate === 'turn into a KPI' && typeof floor === 'object') return { faults: { floor: floor.fault } };
  const words = { reason: draft.reason.trim(), explanation: draft.explanation.trim() };
  return {
    ...{ keyResult: keyResult.id, score, fate, lesson: draft.lesson },
    ...(words.reason && { reason: words.reason }),
    ...(words.explanation && { explanation: words.explanation }),
    ...(fate === 'keep the gain' &&
      mayKeepGain && {
        keep: { raise: draft.raise, ...(draft.periods.trim() && { periods: Number(draft.periods) }) },
      }),
    ...(fate === 'turn into a KPI' && {
      graduate: {
        ...(typeof floor === 'number' && { level: floor }),
        ...(!keyResult.kpi && { kpi: newKpi(draft) }),
      },
    }),
    ...(fate === 'carry over' &&
      draft.carryInto !== null && {
        carryInto: draft.carryInto,
        ...(keyResult.initiatives > 0 && { carryInitiatives: draft.carryInitiatives }),
      }),
  };
}

function newKpi(draft: GradeDraft) {
  return {
    key: draft.kpiKey,
    name: draft.kpiName.trim(),
    definition: draft.kpiDefinition.trim(),
    cadence: draft.kpiCadence,
    unit: draft.kpiUnit,
    direction: draft.kpiDirection,
    owner: draft.kpiOwner,
  };
}
