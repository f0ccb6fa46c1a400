import { panelSql } from '../floor-sql.ts';
import { load, loop, type Shot } from '../load.ts';
import type { Bench } from '../measure.ts';
import type { Line } from '../table.ts';

/** The data of the panel of 200 KPIs with 52 points each, new and unchanged. */
export async function panelRows(bench: Bench): Promise<Line[]> {
  const { served, floors, open, organisation, headers, seconds, constant } = bench;
  const lines: Line[] = [];
  const panel = (): Shot => ({ method: 'GET', path: '/api/panel', headers });
  for (const connections of [1, 10]) {
    lines.push({
      what: `the panel of 200 KPIs, 52 points each, ${connections} connection${connections > 1 ? 's' : ''}`,
      measured: await load(served.address, panel, { connections, seconds }),
      floors: [
        {
          name: 'bare handler, same query',
          measured: await load(
            floors.address,
            () => ({ method: 'GET', path: `/panel?organisation=${organisation}` }),
            {
              connections,
              seconds,
            },
          ),
        },
        {
          name: 'bare handler that joins 52 readings',
          measured: await load(
            floors.address,
            () => ({ method: 'GET', path: `/panel-join?organisation=${organisation}` }),
            {
              connections,
              seconds,
            },
          ),
        },
        {
          name: 'same query straight through pg',
          measured: await loop(
            connections,
            seconds,
            async () => void (await open.owner.query(panelSql, [organisation])),
          ),
        },
        { name: 'constant answer', measured: await constant(connections) },
      ],
    });
  }
  const etag = (await fetch(`${served.address}/api/panel`, { headers })).headers.get('etag');
  if (etag)
    lines.push({
      what: 'the panel when nothing has changed (304)',
      measured: await load(
        served.address,
        () => ({ ...panel(), headers: { ...headers, 'if-none-match': etag } }),
        { connections: 1, seconds },
      ),
      floors: [{ name: 'constant answer', measured: await constant(1) }],
    });
  return lines;
}
