import { client } from '#client/client.ts';
import { addDays } from '#domain/time/day.ts';
import { makeOrganisation } from '../../make.ts';
import { dailyKpis, thousandDays } from '../fill.ts';
import { insertThousand } from '../floor-sql.ts';
import { load, loop, type Shot } from '../load.ts';
import type { Bench } from '../measure.ts';
import type { Line } from '../table.ts';

/** A batch of 1,000 readings of one KPI. */
export async function batchRows(bench: Bench): Promise<Line[]> {
  const { served, open, tandem, clock, today, seconds } = bench;
  const lines: Line[] = [];
  // A KPI of its own for each batch, else the history to judge would grow with the speed of the machine; elsewhere, for the panel to stay.
  const batches = await makeOrganisation({ tandem, clock }, 'bench, batches');
  const batchToken = batches.owner.tokens.write;
  const batchCall = client({ address: served.address, token: batchToken });
  const dailies = await dailyKpis(batchCall, 'daily', 60);
  const bareDailies = await dailyKpis(batchCall, 'bare', 200);
  let turn = 0;
  const days = thousandDays(addDays(today, -1));
  const batch = (): Shot => {
    turn += 1;
    const readings = days.map((period, index) => ({
      kpi: dailies[turn % dailies.length]!,
      period,
      value: noise(index + turn),
    }));
    return {
      method: 'POST',
      path: '/api/readings',
      headers: { authorization: `Bearer ${batchToken}` },
      body: JSON.stringify({ readings, reason: 'bench' }),
    };
  };
  lines.push({
    what: 'a batch of 1,000 readings of one KPI',
    measured: await load(served.address, batch, { connections: 1, seconds, warm: 0.2 }),
    floors: [
      {
        name: 'one INSERT of 1,000 rows through pg',
        measured: await loop(1, seconds, async () => {
          turn += 1;
          const connection = await open.owner.connect();
          await insertThousand(
            connection,
            batches.id,
            bareDailies[turn % bareDailies.length]!,
            days,
            turn,
          ).finally(() => connection.release());
          return undefined;
        }),
      },
    ],
  });
  return lines;
}

// Looks like chance and is the same each time: a ramp would be one long signal, which no process is.
function noise(index: number): number {
  return Math.round((Math.abs(Math.sin(index * 12.9898) * 43_758.5453) % 1) * 10_000) / 100;
}
