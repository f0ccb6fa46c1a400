import type { Input } from '#contract/index.ts';
import type { KeyResult } from '#contract/key-results.ts';
import type { Measure } from '#contract/measures.ts';
import type { Unit } from '#domain/kpi/definition.ts';
import type { Bound } from '#domain/okr/measure.ts';
import type { Cadence } from '#domain/time/period.ts';
import { fieldText, typedValue } from '../../../parts/typed-value.ts';
import { typedWeight } from '../objective/objective-draft.ts';

type Kind = Measure['kind'];
type StepDraft = { id: string; title: string; weight: string };
type PlanDraft = { day: string; expected: string };

/** A key result as it stands in a form; the fields of all measures are kept, so that trying another one loses nothing. */
export type KeyResultDraft = {
  title: string;
  kind: Kind;
  kpi: string | null;
  unit: Unit;
  decimals: number;
  baseline: string;
  target: string;
  bound: Bound;
  level: string;
  /** Of a hit rate: whether a level says which period is good. */
  hasLevel: boolean;
  cadence: Cadence;
  run: string;
  planned: string;
  steps: StepDraft[];
  owner: string | null;
  weight: string;
  deadline: string;
  guardrails: string[];
  plan: PlanDraft[] | null;
  reason: string;
};

/** A draft of a new key result, owned by the owner of its objective. */
export function newKeyResult(owner: string | null): KeyResultDraft {
  return {
    title: '',
    kind: 'move',
    kpi: null,
    unit: { kind: 'number' },
    decimals: 0,
    baseline: '',
    target: '',
    bound: 'at least',
    level: '',
    hasLevel: true,
    cadence: 'monthly',
    run: '3',
    planned: '13',
    steps: [
      { id: 'step-1', title: '', weight: '1' },
      { id: 'step-2', title: '', weight: '1' },
    ],
    owner,
    weight: '1',
    deadline: '',
    guardrails: [],
    plan: null,
    reason: '',
  };
}

/** The draft that changes a key result from what it is. */
export function draftOf(keyResult: KeyResult): KeyResultDraft {
  const { measure, plan } = keyResult;
  return {
    ...newKeyResult(keyResult.owner),
    title: keyResult.title,
    kpi: keyResult.kpi?.id ?? null,
    unit: keyResult.unit,
    decimals: keyResult.decimals,
    weight: String(keyResult.weight),
    deadline: keyResult.deadline,
    guardrails: keyResult.guardrails.map(({ id }) => id),
    plan: plan ? plan.map(({ day, expected }) => ({ day, expected: hundredths(expected) })) : null,
    ...measureTexts(measure),
  };
}

/** The part of a draft that a measure says. */
export function measureTexts(measure: Measure): Partial<KeyResultDraft> {
  const { kind } = measure;
  switch (measure.kind) {
    case 'move':
      return { kind, baseline: fieldText(measure.baseline), target: fieldText(measure.target) };
    case 'hold': {
      const { bound, level, run, cadence } = measure;
      return { kind, bound, level: fieldText(level), run: String(run), cadence };
    }
    case 'hit rate': {
      const { bound = 'at least', level, planned, cadence } = measure;
      const hasLevel = level !== undefined;
      return { kind, bound, level: fieldText(level), hasLevel, planned: String(planned), cadence };
    }
    case 'milestones':
      return { kind, steps: measure.steps.map((step) => ({ ...step, weight: String(step.weight) })) };
    case 'done':
      return { kind };
  }
}

/** What is wrong with a draft before it is worth sending, by field. */
export type DraftFaults = { [field: string]: string };

/** What a draft promises, or what is missing in it by field; what is typed but wrong is left to the server to name. */
export function measureOf(draft: KeyResultDraft): { measure: Measure } | { faults: DraftFaults } {
  const faults: DraftFaults = {};
  const value = (field: 'baseline' | 'target' | 'level', missing: string): number => {
    const read = typedValue(draft[field], draft.unit);
    if (typeof read === 'number') return read;
    faults[field] = read === undefined ? missing : read.fault;
    return 0;
  };
  const count = (field: 'run' | 'planned'): number => {
    const read = Number(draft[field]);
    if (!Number.isInteger(read) || read < 1) faults[field] = 'Give a whole number from 1 on.';
    return read;
  };
  const measure = read(draft, value, count);
  return Object.keys(faults).length > 0 ? { faults } : { measure };
}

function read(
  draft: KeyResultDraft,
  value: (field: 'baseline' | 'target' | 'level', missing: string) => number,
  count: (field: 'run' | 'planned') => number,
): Measure {
  const { kind, bound, cadence, hasLevel, steps } = draft;
  switch (kind) {
    case 'move':
      return {
        kind,
        baseline: value('baseline', 'Where does it stand today?'),
        target: value('target', 'Where shall it be?'),
      };
    case 'hold':
      return { kind, bound, level: value('level', 'Which level is to hold?'), run: count('run'), cadence };
    case 'hit rate': {
      const level = hasLevel ? { bound, level: value('level', 'From where on is a period good?') } : {};
      return { kind, planned: count('planned'), cadence, ...level };
    }
    case 'milestones': {
      const named = steps.filter(({ title }) => title.trim() !== '');
      return {
        kind,
        steps: (named.length > 0 ? named : steps).map(({ id, title, weight }) => ({
          id,
          title,
          weight: typedWeight(weight),
        })),
      };
    }
    case 'done':
      return { kind };
  }
}

type Written = Omit<Input<'keyResults.create'>, 'objective'>;

/** What a draft sends beside its measure. */
export function termsOf(draft: KeyResultDraft, measure: Measure): Written {
  const hasValue = measure.kind !== 'milestones' && measure.kind !== 'done';
  return {
    title: draft.title,
    measure,
    owner: draft.owner,
    weight: typedWeight(draft.weight),
    unit: hasValue ? draft.unit : { kind: 'number' },
    decimals: draft.decimals,
    kpi: hasValue ? draft.kpi : null,
    guardrails: draft.guardrails,
    plan: draft.plan ? draft.plan.map(shareOf) : null,
    ...(draft.deadline && { deadline: draft.deadline }),
  };
}

// 0.29 × 100 is 28.999999999999996 in binary, which nobody typed.
function hundredths(share: number): string {
  return fieldText(Math.round(share * 1e8) / 1e6);
}

function shareOf({ day, expected }: PlanDraft): { day: string; expected: number } {
  return { day, expected: Number(expected.replace(',', '.')) / 100 };
}
