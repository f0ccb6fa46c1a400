import { writeOne } from '../floor-sql.ts';
import { load, loop, type Shot } from '../load.ts';
import type { Bench } from '../measure.ts';
import { readingsOf } from '../readings.ts';
import type { Line } from '../table.ts';

/** One reading written over REST at 1, 10 and 50 connections. */
export async function readingRows(bench: Bench): Promise<Line[]> {
  const { served, floors, open, organisation, headers, seconds, constant } = bench;
  const write = readingsOf(bench);
  const lines: Line[] = [];
  for (const connections of [1, 10, 50]) {
    const product = (): Shot => {
      const { kpi, period, value } = write();
      return {
        method: 'PUT',
        path: `/api/kpis/${kpi}/readings/${period}`,
        headers,
        body: JSON.stringify({ value, reason: 'bench' }),
      };
    };
    const bare = (): Shot => ({
      method: 'PUT',
      path: `/reading?organisation=${organisation}`,
      body: JSON.stringify(write()),
    });
    const straight = async () => {
      const connection = await open.owner.connect();
      await writeOne(connection, organisation, write()).finally(() => connection.release());
      return undefined;
    };
    lines.push({
      what: `one reading written, ${connections} connection${connections > 1 ? 's' : ''}`,
      measured: await load(served.address, product, { connections, seconds }),
      floors: [
        {
          name: 'bare handler, same queries',
          measured: await load(floors.address, bare, { connections, seconds }),
        },
        { name: 'same queries straight through pg', measured: await loop(connections, seconds, straight) },
        { name: 'constant answer', measured: await constant(connections) },
      ],
    });
  }
  return lines;
}
