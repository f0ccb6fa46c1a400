import { client } from '#client/client.ts';
import { addDays } from '#domain/time/day.ts';
import { periodOf, periodsBetween, shift } from '#domain/time/period.ts';
import { makeOrganisation } from '../../make.ts';
import { makeFormulas } from '../../make-formulas.ts';
import { dailyKpis, thousandDays } from '../fill.ts';
import { insertThousand } from '../floor-sql.ts';
import { load, loop, type Shot } from '../load.ts';
import type { Bench } from '../measure.ts';
import type { Line } from '../table.ts';

/** A correction of one reading that 1,000 formulas with three years of months each depend on, judged and all. */
export async function formulaRows({ served, open, tandem, clock, today, seconds }: Bench): Promise<Line[]> {
  const { id, owner } = await makeOrganisation({ tandem, clock }, 'bench, formulas');
  const token = owner.tokens.write;
  const call = client({ address: served.address, token });
  const [mrr, headcount] = await Promise.all(
    ['mrr', 'headcount'].map((key) =>
      call('kpis.create', { key, name: key, direction: 'higher', cadence: 'monthly' }),
    ),
  );
  const [bare] = await dailyKpis(call, 'bare', 1);
  await makeFormulas(
    { tandem, clock },
    id,
    Array.from({ length: 1_000 }, (_, index) => ({
      key: `per-head-${index}`,
      formula: `mrr / headcount + ${index}`,
      inputs: [mrr!.id, headcount!.id],
    })),
  );
  const newest = shift(periodOf('monthly', today), -1);
  const months = periodsBetween(shift(newest, -35), newest);
  for (const kpi of [mrr!.id, headcount!.id])
    await call('readings.recordMany', {
      readings: months.map((period, index) => ({ kpi, period, value: 20 + ((index * 7) % 11) })),
    });
  let turn = 0;
  const correction = (): Shot => ({
    method: 'PUT',
    path: `/api/kpis/headcount/readings/${newest}`,
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ value: 20 + (++turn % 50) / 10, reason: 'bench' }),
  });
  const days = thousandDays(addDays(today, -1));
  return [
    {
      what: 'one reading that 1,000 formulas depend on, all judged anew',
      measured: await load(served.address, correction, { connections: 1, seconds, warm: 0.2 }),
      floors: [
        {
          name: 'one INSERT of 1,000 rows through pg',
          measured: await loop(1, seconds, async () => {
            turn += 1;
            const connection = await open.owner.connect();
            await insertThousand(connection, id, bare!, days, turn).finally(() => connection.release());
            return undefined;
          }),
        },
      ],
    },
  ];
}
