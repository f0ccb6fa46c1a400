import { newId } from '#app/id.ts';
import { transact } from '#app/transaction.ts';
import { storeInputs } from '#db/dependants.ts';
import type { TestApp } from './app.ts';

/** Where formulas are made: a test's application, or the bench's. */
type Place = Pick<TestApp, 'tandem' | 'clock'>;

/**
 * Makes monthly formula KPIs in one transaction, as if each had been defined before there was any reading: thousands by the door would
 * take minutes. Gives their ids in order.
 */
export async function makeFormulas(
  { tandem, clock }: Place,
  organisation: string,
  formulas: readonly { key: string; formula: string; inputs: readonly string[] }[],
): Promise<string[]> {
  const ids = formulas.map(() => newId());
  await transact(tandem.database, { organisation }, true, async (tx) => {
    for (let from = 0; from < formulas.length; from += 1_000) {
      const part = formulas.slice(from, from + 1_000);
      const facts = { definition: '', direction: 'higher', addsUp: 'mean', decimals: 2 } as const;
      await tx
        .insertInto('kpi')
        .values(
          part.map(({ key, formula }, index) => ({
            ...{ organisation, id: ids[from + index]!, key, name: key, unit: '{"kind":"number"}' },
            ...{ direction: facts.direction, cadence: 'monthly' as const, adds_up: facts.addsUp, formula },
            ...{ owner: null, team: null, person: null, pillar: null, parent: null },
            ...{ created_at: clock.now, archived_at: null },
          })),
        )
        .execute();
      await tx
        .insertInto('kpi_version')
        .values(
          part.map(({ formula }, index) => ({
            ...{ organisation, kpi: ids[from + index]!, version: 1, valid_from: '2026-01-01' },
            facts: JSON.stringify({ ...facts, unit: { kind: 'number' }, formula }),
            ...{ author: null, recorded_at: clock.now },
          })),
        )
        .execute();
    }
    for (const [index, { inputs }] of formulas.entries())
      await storeInputs(tx, organisation, ids[index]!, inputs);
  });
  return ids;
}
