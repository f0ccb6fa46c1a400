import type { Act } from '#app/act.ts';
import { shownCycleById } from '#app/cycle/cycle-access.ts';
import { shownWatches } from '#app/grade/sustain-watches.ts';
import { shownKeyResult } from '#app/key-result/key-result-shown.ts';
import type { Output } from '#contract/index.ts';
import type { Breakdown } from '#contract/objectives.ts';
import { progressInputs } from '#db/alignment.ts';
import { type KeyResultWithLinks, keyResultsOf } from '#db/key-results.ts';
import { type ObjectiveInCycle, objectivesById } from '#db/objectives.ts';
import type { Row } from '#db/schema.ts';
import { expectedProgress } from '#domain/okr/pace.ts';
import { clamp01 } from '#domain/okr/progress.ts';
import { sharesOf, whyObjective } from '#domain/okr/why.ts';
import { mayChange, maySee } from './objective-access.ts';
import { historyOf } from './objective-history.ts';
import { healthOf, namedObjective, shownObjective } from './objective-shown.ts';
import { pacer } from './pace.ts';

/** One objective with everything that its page shows. */
export async function detailOf(act: Act, row: ObjectiveInCycle): Promise<Output<'objectives.find'>> {
  const { tx, organisation } = act;
  const keyResults = await keyResultsOf(tx, organisation.id, [row.id]);
  const { shown, parents, links } = await shownObjective(act, row, keyResults);
  const below = await childrenOf(act, row.id);
  const pace = pacer(act, { ...row, state: row.cycle_state });
  const kindOf = new Map(links.parents.map((link) => [link.parent, link]));
  return {
    ...shown,
    cycle: await shownCycleById(act, row.cycle),
    expected: expectedProgress(row, act.today),
    keyResults: keyResults.map((each) => shownKeyResult(each, row, pace(each, row))),
    relatives: {
      parents: parents.map((each) => {
        const { kind, weight } = kindOf.get(each.id)!;
        return { ...namedObjective(each), kind, weight };
      }),
      children: await shownChildren(act, below.seen),
      hiddenChildren: below.hidden,
    },
    breakdown: await breakdownOf(act, row, keyResults, below.seen),
    sustainWatches: await shownWatches(act, { objective: row.id }),
    history: await historyOf(act, row, keyResults),
    mayChange: mayChange(act, row),
  };
}

type Child = { row: ObjectiveInCycle; link: Row<'objective_parent'> };

async function childrenOf(act: Act, id: string): Promise<{ seen: Child[]; hidden: number }> {
  const links = await act.tx
    .selectFrom('objective_parent')
    .selectAll()
    .where('organisation', '=', act.organisation.id)
    .where('parent', '=', id)
    .execute();
  const rows = await objectivesById(
    act.tx,
    act.organisation.id,
    links.map(({ objective }) => objective),
  );
  const byId = new Map(links.map((link) => [link.objective, link]));
  const seen = rows.filter((row) => maySee(act, row)).map((row) => ({ row, link: byId.get(row.id)! }));
  return { seen, hidden: rows.length - seen.length };
}

async function shownChildren(act: Act, children: readonly Child[]) {
  const keyResults = Map.groupBy(
    await keyResultsOf(
      act.tx,
      act.organisation.id,
      children.map(({ row }) => row.id),
    ),
    (row) => row.objective,
  );
  return children.map(({ row, link }) => {
    const pace = pacer(act, { ...row, state: row.cycle_state });
    const own = (keyResults.get(row.id) ?? []).filter((each) => !each.dropped_at);
    const { health } = healthOf(own.map((each) => pace(each, row).health));
    return { ...namedObjective(row), kind: link.kind, weight: link.weight, health };
  });
}

async function breakdownOf(
  act: Act,
  objective: ObjectiveInCycle,
  keyResults: readonly KeyResultWithLinks[],
  children: readonly Child[],
): Promise<Breakdown> {
  const titles = new Map([
    ...keyResults.map((row) => [row.id, row.title] as const),
    ...children.map(({ row }) => [row.id, row.title] as const),
  ]);
  const all = await progressInputs(act.tx, act.organisation.id, [objective.id]);
  const inputs = all.filter(({ kind, progress }) => kind === 'key result' || progress !== null);
  // In the order of the page: key results as they are placed, then what contributes.
  const known = [...titles.keys()].flatMap((id) => inputs.find((input) => input.id === id) ?? []);
  const hidden = inputs.length - known.length;
  const counted = known.map(({ progress, weight }) => ({ progress: progress ?? undefined, weight }));
  const shares = sharesOf(known.map(({ weight }) => weight));
  return {
    formula: whyObjective(objective.progress ?? undefined, counted, hidden),
    inputs: known.map(({ kind, id, progress, weight }, index) => ({
      kind,
      id,
      title: titles.get(id)!,
      progress,
      counted: clamp01(progress ?? 0),
      weight,
      share: hidden === 0 ? (shares[index] ?? null) : null,
    })),
    leftOut: leftOut(all, keyResults, children),
    private: hidden,
  };
}

type Input = { progress: number | null; weight: number };

function leftOut(
  inputs: readonly (Input & { kind: string; id: string })[],
  keyResults: readonly KeyResultWithLinks[],
  children: readonly Child[],
): Breakdown['leftOut'] {
  const silent = new Set(
    inputs.filter(({ kind, progress }) => kind === 'objective' && progress === null).map(({ id }) => id),
  );
  return [
    ...keyResults.filter((row) => row.dropped_at).map(({ id, title }) => ({ id, title, because: 'dropped' })),
    ...children.flatMap(({ row: { id, title, state }, link }) => {
      if (link.kind === 'supports') return { id, title, because: 'supports, and so does not count' };
      if (state === 'dropped') return { id, title, because: 'dropped' };
      return silent.has(id) ? { id, title, because: 'has no progress yet' } : [];
    }),
  ];
}
