import type { Call } from '#client/client.ts';

/** A cycle of 500 objectives in five levels with 2,000 typed key results, active; `leaf` is a key result at the bottom. */
export async function fillCycle(call: Call, today: string): Promise<{ cycle: string; leaf: string }> {
  const year = today.slice(0, 4);
  const cycle = await call('cycles.create', {
    kind: 'custom',
    name: `bench ${Date.now()}`,
    starts: `${year}-01-01`,
    ends: `${year}-12-31`,
  });
  const levels: string[][] = [];
  let made = 0;
  for (const size of [1, 9, 40, 150, 300]) {
    const above = levels.at(-1);
    const level: string[] = [];
    for (let index = 0; index < size; index += 1) {
      made += 1;
      const { id } = await call('objectives.create', {
        cycle: cycle.id,
        title: `Objective number ${made}`,
        parents: above ? [{ objective: above[index % above.length]! }] : [],
        keyResults: Array.from({ length: 4 }, (_, each) => ({
          title: `Key result ${each} of ${made}`,
          measure: { kind: 'move' as const, baseline: 0, target: 100 },
        })),
      });
      level.push(id);
    }
    levels.push(level);
  }
  await call('cycles.activate', { cycle: cycle.id });
  const { keyResults } = await call('objectives.find', { objective: levels.at(-1)!.at(-1)! });
  return { cycle: cycle.id, leaf: keyResults[0]!.id };
}
