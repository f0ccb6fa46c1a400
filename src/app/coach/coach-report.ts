import type { Act } from '#app/act.ts';
import { loadCycle } from '#app/cycle/cycle-access.ts';
import { loadObjective } from '#app/objective/objective-access.ts';
import type { CoachReport, CoachReportLine } from '#contract/coach.ts';
import type { Parsed } from '#contract/index.ts';
import type { TreeObjectiveRow } from '#db/objectives.ts';
import type { Row } from '#db/schema.ts';
import { whyOf } from '#domain/coach/why.ts';
import { coached, kpisBehind, likenessOf, loadsOf, namesOf, wholeGoals } from './coach-cycle.ts';
import { checkedKeyResult, checkedObjective, type Found } from './coach-goal.ts';
import { checkedLoads, checkedSet } from './coach-set.ts';
import { inOrder, type SetAsides, setAsidesOf, shownFinding } from './coach-set-asides.ts';

type Wishes = Parsed<'coach.report'>;

/** What the coach finds in all goals of a cycle that the person may see, in a handful of statements however many there are. */
export async function reportOf(act: Act, wishes: Wishes): Promise<CoachReport> {
  const id = wishes.objective ? (await loadObjective(act, wishes.objective)).cycle : wishes.cycle;
  const cycle = id ? await loadCycle(act, id) : await presentCycle(act);
  if (!cycle) return { cycle: null, ...counted([]), goals: 0, clean: 0, total: 0, lines: [] };
  const goals = await wholeGoals(act, cycle);
  const all = [...goals.keyResults.values()].flat();
  const kpis = await kpisBehind(act, all);
  const likeness = likenessOf(goals);
  const setAsides = await setAsidesOf(act);
  const lines: CoachReportLine[] = [];
  let [looked, clean] = [0, 0];
  const isWanted = wanted(wishes);
  const add = (found: readonly Found[], of: Of): void => {
    if (!isWanted(of)) return;
    const shown = inOrder(found.map((each) => lineOf(each, of, setAsides)));
    if (of.isGoal) looked += 1;
    if (of.isGoal && !shown.some((line) => line.severity === 'problem' && !line.setAside)) clean += 1;
    lines.push(...shown.filter((line) => isAsked(line, wishes)));
  };
  for (const objective of goals.objectives) {
    if (!isLookedAt(objective, wishes)) continue;
    const own = (goals.keyResults.get(objective.id) ?? []).map((row) => ({
      row,
      ...checkedKeyResult(
        act,
        coached(row, objective.title, cycle, kpis),
        likeness.keyResults(row.id, row.title),
      ),
    }));
    const together = checkedSet(
      objective.title,
      own.map(({ inSet }) => inSet),
      own.map(({ row }) => row.id),
    );
    const words = checkedObjective(
      objective.title,
      cycle.name,
      likeness.objectives(objective.id, objective.title),
    );
    add([...words, ...together], ofObjective(objective));
    for (const { row, found } of own) add(found, ofKeyResult(row, objective));
  }
  const people = await namesOf(act, [...loadsOf(goals).keys()]);
  const loads = wishes.objective ? [] : checkedLoads(goals, people, act.organisation);
  for (const { found, ...of } of loads) add([found], { ...of, objective: null, isGoal: false });
  const { name, state } = cycle;
  return {
    ...{ cycle: { id: cycle.id, name, state }, ...counted(lines), goals: looked, clean, total: lines.length },
    lines: byGravity(lines).slice(0, wishes.limit),
  };
}

/** Objectives with the most open problems first, each with its key results in their order; who has too many comes last. */
function byGravity(lines: readonly CoachReportLine[]): CoachReportLine[] {
  const groups = [...Map.groupBy(lines, ({ objective }) => objective?.id ?? '')];
  const gravity = groups.map(([id, own]) => ({
    own,
    place: id === '' ? -1 : own.filter((line) => !line.setAside && line.severity === 'problem').length,
  }));
  return gravity.sort((one, other) => other.place - one.place).flatMap(({ own }) => own);
}

/** The cycle that is being planned, of several the one that starts first; else the active one that ends last. */
async function presentCycle({ tx, organisation }: Act): Promise<Row<'cycle'> | undefined> {
  const rows = await tx
    .selectFrom('cycle')
    .selectAll()
    .where('organisation', '=', organisation.id)
    .where('state', 'in', ['planning', 'active'])
    .orderBy('starts')
    .orderBy('id')
    .execute();
  return rows.find(({ state }) => state === 'planning') ?? rows.at(-1);
}

type Of = Pick<CoachReportLine, 'kind' | 'subject' | 'title' | 'objective' | 'team' | 'owner'> & {
  isGoal: boolean;
};

function ofObjective({ id, title, team, owner }: TreeObjectiveRow): Of {
  return { kind: 'objective', subject: id, title, objective: { id, title }, team, owner, isGoal: true };
}

function ofKeyResult(
  { id, title, owner }: { id: string; title: string; owner: string | null },
  objective: TreeObjectiveRow,
): Of {
  return {
    ...ofObjective(objective),
    kind: 'key_result',
    subject: id,
    title,
    owner: owner ?? objective.owner,
  };
}

// What is not asked for is not worth a look.
function isLookedAt({ id, team }: TreeObjectiveRow, wishes: Wishes): boolean {
  return (!wishes.objective || wishes.objective === id) && (!wishes.team || wishes.team === team);
}

function wanted({ team, owner }: Wishes): (of: Of) => boolean {
  return (of) => (!team || of.team === team) && (!owner || of.owner === owner);
}

function isAsked(line: CoachReportLine, { severity, rule }: Wishes): boolean {
  return (!severity || line.severity === severity) && (!rule || line.rule === rule);
}

function lineOf(found: Found, { isGoal: _, ...of }: Of, setAsides: SetAsides): CoachReportLine {
  const { at: _at, why: _why, source: _source, ...line } = shownFinding(found, of.title, of, setAsides);
  return { ...line, ...of };
}

type Counted = Pick<CoachReport, 'problems' | 'advice' | 'setAside' | 'rules'>;

function counted(lines: readonly CoachReportLine[]): Counted {
  const count = (own: readonly CoachReportLine[]) => ({
    problems: own.filter((line) => !line.setAside && line.severity === 'problem').length,
    advice: own.filter((line) => !line.setAside && line.severity === 'advice').length,
    setAside: own.filter((line) => line.setAside).length,
  });
  const rules = [...Map.groupBy(lines, ({ rule }) => rule)].map(([rule, own]) => ({
    ...{ rule, why: '', source: '' },
    ...whyOf(rule),
    ...count(own),
  }));
  const total = ({ problems, advice, setAside }: (typeof rules)[number]) => problems + advice + setAside;
  return {
    ...count(lines),
    rules: rules.sort((a, b) => b.problems - a.problems || total(b) - total(a) || (a.rule < b.rule ? -1 : 1)),
  };
}
