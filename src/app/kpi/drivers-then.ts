import type { Turn } from '#app/act.ts';
import { formulasKnown, listDrivers, type TreeEdge } from '#db/drivers.ts';
import { happenedAfter } from '#db/happened.ts';
import { listKpisByRef } from '#db/kpis.ts';
import { heldFormulas } from '#domain/formula/definition.ts';
import { keysOf } from '#domain/formula/expression.ts';

/** What formulas read and which links from inputs to outputs there were at an instant, each once. */
export async function driversThen(turn: Turn, asOf: string): Promise<TreeEdge[]> {
  return [...(await formulaEdges(turn, asOf)), ...(await linkEdges(turn, asOf))];
}

async function formulaEdges({ tx, organisation }: Turn, asOf: string): Promise<TreeEdge[]> {
  const keys = new Map(
    [...(await formulasKnown(tx, organisation.id, asOf))].flatMap(([kpi, versions]) =>
      // Without a formula at the end it is recorded, and reads nothing more.
      versions.at(-1)!.formula === null
        ? []
        : [
            [
              kpi,
              heldFormulas(versions).flatMap(({ formula }) => (formula ? keysOf(formula.expression) : [])),
            ] as const,
          ],
    ),
  );
  const inputs = await listKpisByRef(tx, organisation.id, [...new Set([...keys.values()].flat())]);
  const ids = new Map(inputs.map(({ key, id }) => [key, id]));
  return [...keys].flatMap(([to, read]) =>
    [...new Set(read)].flatMap((key) => {
      const from = ids.get(key);
      return from ? [{ from, to, kind: 'formula' as const, note: null }] : [];
    }),
  );
}

type Linked = { input: string; note?: string; before?: { note: string } };

// A link has no history of its own: what the log holds of later changes is undone, the latest last, so that the first one says how it was.
async function linkEdges({ tx, organisation }: Turn, asOf: string): Promise<TreeEdge[]> {
  const present = await listDrivers(tx, organisation.id);
  const links = new Map(
    present.map(({ input, output, note }): [string, TreeEdge] => [
      `${input} ${output}`,
      { from: input, to: output, kind: 'driver', note },
    ]),
  );
  const happened = await happenedAfter(tx, organisation.id, {
    after: asOf,
    kinds: ['driver.linked', 'driver.changed', 'driver.unlinked'],
  });
  const keys = happened.map(({ detail }) => (detail as Linked).input);
  const inputs = await listKpisByRef(tx, organisation.id, [...new Set(keys)]);
  const ids = new Map(inputs.map(({ key, id }) => [key, id]));
  for (const { subject: to, kind, detail } of happened.toReversed()) {
    const { input, before } = detail as Linked;
    const from = ids.get(input);
    if (!from) continue;
    if (kind === 'driver.linked') links.delete(`${from} ${to}`);
    else links.set(`${from} ${to}`, { from, to, kind: 'driver', note: before?.note ?? null });
  }
  return [...links.values()];
}
