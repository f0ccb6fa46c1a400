import type { Call } from '#client/client.ts';
import { Refused } from '#contract/refused.ts';

/** A computed KPI with its children, and objectives in three levels with the key results at the bottom. */
export type Tree = {
  parent: string;
  children: string[];
  periods: string[];
  cycle: string;
  objectives: Objective[];
};

/** An objective with its weight in the one above, those that contribute to it, and its own key results. */
type Objective = { id: string; weight: number; below: string[]; keyResults: string[] };

const periods = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06'];

/** Makes ten children below one KPI, and objectives 1, 3 and 9 in a running cycle, each of the nine with two key results. */
export async function makeTree(call: Call): Promise<Tree> {
  const { id: parent } = await call('kpis.create', {
    key: 'calls',
    name: 'Calls',
    direction: 'higher',
    cadence: 'monthly',
    addsUp: 'sum',
  });
  const children = await call('kpis.fanOut', {
    kpi: 'calls',
    children: Array.from({ length: 10 }, (_, index) => ({
      key: `calls-${index}`,
      name: `Calls of ${index}`,
    })),
  });
  const { id: cycle } = await call('cycles.create', { kind: 'quarter' });
  const objectives: Objective[] = [];
  const add = async (title: string, weight: number, above?: Objective) => {
    const { id } = await call('objectives.create', {
      cycle,
      title,
      ...(above && { parents: [{ objective: above.id, weight }] }),
      keyResults: ['one', 'two'].map((name, index) => ({
        title: `${name} from 0 to 100`,
        weight: index + 1,
        measure: { kind: 'move' as const, baseline: 0, target: 100 },
      })),
    });
    const { keyResults } = await call('objectives.find', { objective: id });
    const made: Objective = { id, weight, below: [], keyResults: keyResults.map((each) => each.id) };
    objectives.push(made);
    above?.below.push(id);
    return made;
  };
  const top = await add('Top', 1);
  for (const first of [1, 2, 3]) {
    const middle = await add(`Middle ${first}`, first, top);
    for (const second of [1, 2, 3]) await add(`Bottom ${first}.${second}`, second, middle);
  }
  await call('cycles.activate', { cycle });
  return { parent, children: children.map(({ id }) => id), periods, cycle, objectives };
}

/** So many writers at once, spread over the doors: each records a reading twice and a check-in once; gives what was refused. */
export async function writeAtOnce(doors: Call[], tree: Tree, writers: number) {
  const refused: string[] = [];
  let done = 0;
  const keyResults = tree.objectives.flatMap((objective) => objective.keyResults);
  const write = async (writer: number) => {
    const call = doors[writer % doors.length]!;
    const period = tree.periods[Math.floor(writer / tree.children.length) % tree.periods.length]!;
    const reading = { kpi: tree.children[writer % tree.children.length]!, period };
    await call('readings.record', { ...reading, value: writer + 0.5 });
    await call('checkIns.record', {
      keyResult: keyResults[(writer * 7) % keyResults.length]!,
      report: { kind: 'value', value: ((writer * 13) % 130) - 15 },
      confidence: writer % 11,
    });
    await call('readings.record', { ...reading, value: writer * 2, reason: 'counted again' });
  };
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      try {
        await write(writer);
        done += 3;
      } catch (fault) {
        if (!(fault instanceof Refused)) throw fault;
        refused.push(`${fault.code}: ${fault.message}`);
      }
    }),
  );
  return { done, refused };
}

/** The parent's values and the objectives' progress as they are answered, and as they follow from children and key results. */
export async function recomputed(call: Call, tree: Tree) {
  const sums = new Map<string, number>();
  let compared = 0;
  for (const kpi of tree.children)
    for (const { period, value } of await call('readings.list', { kpi }))
      sums.set(period, (sums.get(period) ?? 0) + (value ?? Number.NaN));
  const parents = await call('readings.list', { kpi: tree.parent });
  const found: Record<string, number | null> = {};
  const expected: Record<string, number | null> = {};
  for (const { period, value } of parents) found[period] = rounded(value);
  for (const [period, sum] of sums) expected[period] = rounded(sum);
  const known = new Map<string, number | null>();
  // From the bottom up: an objective was added after those above it.
  for (const { id, below, keyResults } of tree.objectives.toReversed()) {
    const shown = await call('objectives.find', { objective: id });
    const parts = [
      ...shown.keyResults.map((each) => ({ progress: each.progress, weight: each.weight })),
      ...tree.objectives
        .filter((each) => below.includes(each.id))
        .map((each) => ({ progress: known.get(each.id) ?? null, weight: each.weight })),
    ].filter((part) => part.progress !== null);
    const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
    const counted = parts.reduce(
      (sum, { progress, weight }) => sum + Math.min(1, Math.max(0, progress!)) * weight,
      0,
    );
    known.set(id, weights === 0 ? null : counted / weights);
    found[shown.title] = rounded(shown.progress);
    expected[shown.title] = rounded(known.get(id)!);
    compared += 1 + keyResults.length;
  }
  return { found, expected, compared: compared + sums.size };
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1e9) / 1e9);
