import type { CheckIn } from '#contract/check-ins.ts';
import type { Input } from '#contract/index.ts';
import type { Facts, Measure, Report } from '#contract/measures.ts';
import type { Unit } from '#domain/kpi/definition.ts';
import type { Period } from '#domain/time/period.ts';
import { fieldText, typedValue } from '../../../parts/typed-value.ts';

/** What a check-in needs to know of its key result. */
export type Asked = {
  keyResult: string;
  measure: Measure;
  unit: Unit;
  decimals: number;
  /** False when a KPI gives the value. */
  asksValue: boolean;
  facts: Facts;
  period: Period | null;
  previous: CheckIn | null;
};

/** A check-in as it stands in a form. */
export type CheckInDraft = {
  value: string;
  period: Period | null;
  good: 'yes' | 'no' | '';
  steps: string[];
  done: boolean;
  confidence: number | null;
  changed: string;
  blocks: string;
  needs: string;
};

/** A draft that says nothing yet; steps and done start from what is known. */
export function newCheckIn({ facts, period }: Asked): CheckInDraft {
  return {
    value: '',
    period,
    good: '',
    steps: facts.stepsDone,
    done: facts.done,
    confidence: null,
    changed: '',
    blocks: '',
    needs: '',
  };
}

/** The draft that says the same as the check-in before: for a week in which nothing moved. */
export function asBefore(asked: Asked): Partial<CheckInDraft> {
  const { previous, facts } = asked;
  return {
    confidence: previous?.confidence ?? null,
    ...(asked.asksValue && asked.measure.kind === 'move' && { value: fieldText(facts.current) }),
  };
}

/** Whether anything was entered: only then is it sent. */
export function isTouched(draft: CheckInDraft, asked: Asked): boolean {
  return JSON.stringify(draft) !== JSON.stringify({ ...newCheckIn(asked), period: draft.period });
}

type Sent = Input<'checkIns.record'>;
export type Faults = { report?: string; confidence?: string };

/** The day that a check-in is about, and whether its cycle has ended: then nobody has odds to tell any more. */
type About = { day?: string; isLate?: boolean };

/** What a draft sends, or what is missing in it. */
export function checkInOf(
  draft: CheckInDraft,
  asked: Asked,
  { day, isLate = false }: About = {},
): Sent | { faults: Faults } {
  const report = reportOf(draft, asked);
  const faults: Faults = {
    ...(report && 'fault' in report && { report: report.fault }),
    ...(draft.confidence === null && !isLate && { confidence: 'How sure are you, 0 to 10?' }),
  };
  if (Object.keys(faults).length > 0) return { faults };
  return {
    keyResult: asked.keyResult,
    ...(report && !('fault' in report) && { report }),
    ...(draft.confidence !== null && { confidence: draft.confidence }),
    ...(day && { day }),
    changed: draft.changed,
    blocks: draft.blocks,
    needs: draft.needs,
  };
}

function reportOf(draft: CheckInDraft, asked: Asked): Report | undefined | { fault: string } {
  const { measure, unit, asksValue, facts } = asked;
  if (!asksValue) return undefined;
  const about = draft.period ? { period: draft.period } : {};
  if (measure.kind === 'milestones')
    return sameSteps(draft.steps, facts.stepsDone) ? undefined : { kind: 'steps', done: draft.steps };
  if (measure.kind === 'done')
    return draft.done === facts.done ? undefined : { kind: 'done', done: draft.done };
  if (measure.kind === 'hit rate' && measure.level === undefined)
    return draft.good === '' ? undefined : { kind: 'good', good: draft.good === 'yes', ...about };
  const read = typedValue(draft.value, unit);
  if (typeof read === 'object') return read;
  if (read === undefined) return undefined;
  return measure.kind === 'move' ? { kind: 'value', value: read } : { kind: 'value', value: read, ...about };
}

function sameSteps(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
