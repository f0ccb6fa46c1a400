import type { Act } from '#app/act.ts';
import { loadCycle } from '#app/cycle/cycle-access.ts';
import { kpisByRef } from '#app/key-result/key-result-write.ts';
import { loadKeyResult, loadObjective } from '#app/objective/objective-access.ts';
import type { CoachedFinding } from '#contract/coach.ts';
import type { Parsed } from '#contract/index.ts';
import type { Measure } from '#contract/measures.ts';
import { Refused } from '#contract/refused.ts';
import { coachKeyResults, coachKpis } from '#db/coach.ts';
import type { Row } from '#db/schema.ts';
import { tooManyForOwner } from '#domain/coach/set/too-many-for-owner.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { measureFault } from '#domain/okr/measure.ts';
import { type CycleGoals, coached, goalsOf, kpisBehind, likenessOf, namesOf } from './coach-cycle.ts';
import { type CoachedKeyResult, checkedKeyResult, checkedObjective, type Found } from './coach-goal.ts';
import { checkedKpi } from './coach-kpi.ts';
import { checkedLoads, checkedSet } from './coach-set.ts';
import { inOrder, type Subject, setAsidesOf, shownFinding } from './coach-set-asides.ts';
import { wordingOf } from './coach-wording.ts';

export type Question = Parsed<'coach.check'>;

type Checked = { found: Found; of: { kind: Subject['kind']; subject: string | null }; text: string };

/** What the coach finds in one goal or KPI, as it stands or as it would be written. */
export async function findingsOf(act: Act, question: Question): Promise<CoachedFinding[]> {
  const fault = question.measure && measureFault(question.measure);
  if (fault) throw new Refused('invalid', fault, 'measure');
  const checked = await {
    objective: () => objectiveChecked(act, question),
    key_result: () => keyResultChecked(act, question),
    kpi: () => kpiChecked(act, question),
  }[question.kind]();
  const subjects = checked.flatMap(({ of }) => of.subject ?? []);
  const setAsides = await setAsidesOf(act, [...new Set(subjects)]);
  return inOrder(checked.map(({ found, of, text }) => shownFinding(found, text, of, setAsides)));
}

function textOf({ text }: Question, before: string | undefined): string {
  const words = text ?? before;
  if (words !== undefined) return words;
  throw new Refused(
    'invalid',
    'Write the text to be checked, or name what is there already by its id as subject.',
    'text',
  );
}

async function kpiChecked(act: Act, question: Question): Promise<Checked[]> {
  const { found, name, id } = await checkedKpi(act, question, (before) => textOf(question, before));
  return found.map((each) => ({ found: each, of: { kind: 'kpi', subject: id }, text: name }));
}

async function keyResultChecked(act: Act, question: Question): Promise<Checked[]> {
  const there = question.subject ? await loadKeyResult(act, question.subject) : undefined;
  const objective =
    there?.objective ?? (question.objective ? await loadObjective(act, question.objective) : undefined);
  const title = textOf(question, there?.keyResult.title);
  const cycle = await cycleOf(act, question, objective?.cycle);
  const goals = cycle && (await goalsOf(act, cycle));
  const before =
    there && (await keyResultsIn(act, there.objective)).find(({ id }) => id === there.keyResult.id);
  const kpi = await kpiOf(act, question, before?.kpi);
  const guardrails = question.guardrails
    ? [...(await kpisByRef(act, question.guardrails, 'guardrails')).values()].map(({ id }) => id)
    : (before?.guardrails ?? []);
  const goal: CoachedKeyResult = {
    ...{ title, objective: objective?.title, cycle: cycle ?? null, kpi, guardrails },
    measure: question.measure ?? ((before?.measure ?? null) as Measure | null),
    unit: question.unit ?? (before?.unit as Unit | undefined) ?? (kpi?.unit as Unit | undefined) ?? null,
    decimals: question.decimals ?? before?.decimals,
    deadline: question.deadline ?? before?.deadline ?? null,
    current: before?.current ?? null,
    initiatives: before?.initiatives ?? null,
    frozen: before?.frozen ? { odds: before.odds } : null,
  };
  const alike = goals ? likenessOf(goals).keyResults(there?.keyResult.id ?? null, title) : [];
  return checkedKeyResult(act, goal, alike).found.map((found) => ({
    found,
    of: { kind: 'key_result', subject: there?.keyResult.id ?? null },
    text: title,
  }));
}

function keyResultsIn({ tx, organisation }: Act, { id, cycle }: { id: string; cycle: string }) {
  return coachKeyResults(tx, organisation.id, { cycle, objective: id });
}

async function kpiOf(act: Act, { kpi }: Question, before: string | null | undefined) {
  const id = kpi ? (await kpisByRef(act, [kpi], 'kpi')).get(kpi)!.id : kpi === null ? undefined : before;
  return id ? ((await coachKpis(act.tx, act.organisation.id, [id]))[0] ?? null) : null;
}

async function cycleOf(
  act: Act,
  question: Question,
  before: string | undefined,
): Promise<Row<'cycle'> | undefined> {
  const id = question.cycle ?? before;
  return id ? loadCycle(act, id) : undefined;
}

async function objectiveChecked(act: Act, question: Question): Promise<Checked[]> {
  const there = question.subject ? await loadObjective(act, question.subject, false, 'subject') : undefined;
  const title = textOf(question, there?.title);
  const cycle = await cycleOf(act, question, there?.cycle);
  const goals = cycle && (await goalsOf(act, cycle));
  const alike = goals ? likenessOf(goals).objectives(there?.id ?? null, title) : [];
  const words = checkedObjective(title, cycle?.name, alike);
  const together = await setChecked(act, question, title, there?.id, goals);
  const own = [...words, ...together].map(
    (found): Checked => ({ found, of: { kind: 'objective', subject: there?.id ?? null }, text: title }),
  );
  const owner = question.owner === undefined ? there?.owner : question.owner;
  return [...own, ...(goals && owner ? await ownerChecked(act, goals, owner) : [])];
}

/** The key results of an objective together: those that are given in words, else those that are there. */
async function setChecked(
  act: Act,
  { keyResults }: Question,
  title: string,
  id: string | undefined,
  goals: CycleGoals | undefined,
): Promise<Found[]> {
  if (keyResults) {
    const inSet = keyResults.map((text) => {
      const { findings, isKept } = wordingOf({ kind: 'key_result', text, objective: title });
      return { isWork: findings.some(({ rule }) => rule === 'activity'), isKept };
    });
    return checkedSet(title, inSet, keyResults);
  }
  if (!id || !goals) return [];
  const rows = await keyResultsIn(act, { id, cycle: goals.cycle.id });
  const kpis = await kpisBehind(act, rows);
  const inSet = rows.map((row) => checkedKeyResult(act, coached(row, title, goals.cycle, kpis), []).inSet);
  return checkedSet(
    title,
    inSet,
    rows.map((row) => row.id),
  );
}

async function ownerChecked(act: Act, goals: CycleGoals, owner: string): Promise<Checked[]> {
  const people = await namesOf(act, [owner]);
  return checkedLoads(goals, people, act.organisation)
    .filter(({ subject, found }) => subject === owner && found.rule === tooManyForOwner.name)
    .map(({ found, title, kind, subject }) => ({ found, of: { kind, subject }, text: title }));
}
