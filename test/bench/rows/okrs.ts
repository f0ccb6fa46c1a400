import { fillCycle } from '../fill-okrs.ts';
import { load, type Shot } from '../load.ts';
import type { Bench } from '../measure.ts';
import { readingsOf } from '../readings.ts';
import type { Line } from '../table.ts';

/** The tree of 500 objectives with 2,000 key results, and a check-in whose change climbs five levels. */
export async function okrRows(bench: Bench): Promise<Line[]> {
  const { served, floors, organisation, call, headers, today, seconds, constant } = bench;
  const write = readingsOf(bench);
  const lines: Line[] = [];
  const { cycle, leaf } = await fillCycle(call, today);
  lines.push({
    what: 'the tree of 500 objectives and 2,000 key results',
    measured: await load(
      served.address,
      () => ({ method: 'GET', path: `/api/cycles/${cycle}/objectives`, headers }),
      { connections: 1, seconds },
    ),
    floors: [
      {
        name: 'bare handler, same rows',
        measured: await load(
          floors.address,
          () => ({ method: 'GET', path: `/tree?organisation=${organisation}&cycle=${cycle}` }),
          {
            connections: 1,
            seconds,
          },
        ),
      },
      { name: 'constant answer', measured: await constant(1) },
    ],
  });
  lines.push({
    what: 'the coach over 500 objectives and 2,000 key results',
    measured: await load(
      served.address,
      () => ({ method: 'GET', path: `/api/coach/report?cycle=${cycle}`, headers }),
      { connections: 1, seconds },
    ),
    floors: [{ name: 'constant answer', measured: await constant(1) }],
  });
  let checked = 0;
  const checkIn = (): Shot => {
    checked += 1;
    const body = { report: { kind: 'value', value: checked % 100 }, confidence: checked % 11 };
    return {
      method: 'POST',
      path: `/api/key-results/${leaf}/check-ins`,
      headers,
      body: JSON.stringify(body),
    };
  };
  lines.push({
    what: 'a check-in whose change climbs five levels',
    measured: await load(served.address, checkIn, { connections: 1, seconds }),
    floors: [
      {
        name: 'bare handler, one reading written',
        measured: await load(
          floors.address,
          () => ({
            method: 'PUT',
            path: `/reading?organisation=${organisation}`,
            body: JSON.stringify(write()),
          }),
          { connections: 1, seconds },
        ),
      },
    ],
  });
  return lines;
}
