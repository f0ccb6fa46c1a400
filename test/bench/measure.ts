import { readFileSync } from 'node:fs';
import { type Call, client } from '#client/client.ts';
import type { OpenDatabase } from '#db/open.ts';
import { addDays } from '#domain/time/day.ts';
import { periodOf, shift, startOf } from '#domain/time/period.ts';
import { assemble } from '#server/assemble.ts';
import { securityOf } from '#server/security.ts';
import { makeOrganisation } from '../make.ts';
import { dailyKpis, fillKpis, thousandDays } from './fill.ts';
import { fillCycle } from './fill-okrs.ts';
import { firstLoad } from './first-load.ts';
import { insertThousand, panelSql, writeOne } from './floor-sql.ts';
import { load, loop, type Shot } from './load.ts';
import type { Line } from './table.ts';

export type Place = {
  served: { address: string; pid: number };
  floors: { address: string; pid: number };
  open: OpenDatabase;
};

/** Measures every row, each beside floors taken in the same run. */
export async function measureAll(place: Place, quick: boolean): Promise<(Line | string)[]> {
  const { served, floors, open } = place;
  const seconds = quick ? 1 : 3;
  const now = new Date().toISOString();
  const today = now.slice(0, 10);
  const { tandem } = assemble({
    database: open,
    secrets: { session: 'unused in the bench', audit: 'unused in the bench' },
    clock: () => now,
    security: securityOf({ RATE_LIMIT: '0' }),
    log: () => {},
  });
  const organisation = await makeOrganisation({ tandem, clock: { now } }, 'bench');
  const token = organisation.owner.tokens.write;
  const call: Call = client({ address: served.address, token });
  const headers = { authorization: `Bearer ${token}` };
  const kpis = await fillKpis(call, 200, today);
  const of = `?organisation=${organisation.id}`;
  const constant = (connections: number) =>
    load(floors.address, () => ({ method: 'GET', path: '/constant' }), { connections, seconds });
  const lines: (Line | string)[] = [];

  const newest = shift(periodOf('weekly', today), -1);
  let written = 0;
  const write = () => {
    written += 1;
    return {
      kpi: kpis[written % kpis.length]!,
      period: newest,
      starts: startOf(newest),
      value: Math.round((40 + (written % 2000) / 100) * 1000 + written) / 1000,
    };
  };
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
    const bare = (): Shot => ({ method: 'PUT', path: `/reading${of}`, body: JSON.stringify(write()) });
    const straight = async () => {
      const connection = await open.owner.connect();
      await writeOne(connection, organisation.id, write()).finally(() => connection.release());
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

  // A KPI of its own for each batch, else the history to judge would grow with the speed of the machine; elsewhere, for the panel to stay.
  const batches = await makeOrganisation({ tandem, clock: { now } }, 'bench, batches');
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

  const panel = (): Shot => ({ method: 'GET', path: '/api/panel', headers });
  for (const connections of [1, 10]) {
    lines.push({
      what: `the panel of 200 KPIs, 52 points each, ${connections} connection${connections > 1 ? 's' : ''}`,
      measured: await load(served.address, panel, { connections, seconds }),
      floors: [
        {
          name: 'bare handler, same query',
          measured: await load(floors.address, () => ({ method: 'GET', path: `/panel${of}` }), {
            connections,
            seconds,
          }),
        },
        {
          name: 'bare handler that joins 52 readings',
          measured: await load(floors.address, () => ({ method: 'GET', path: `/panel-join${of}` }), {
            connections,
            seconds,
          }),
        },
        {
          name: 'same query straight through pg',
          measured: await loop(
            connections,
            seconds,
            async () => void (await open.owner.query(panelSql, [organisation.id])),
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
        measured: await load(floors.address, () => ({ method: 'GET', path: `/tree${of}&cycle=${cycle}` }), {
          connections: 1,
          seconds,
        }),
      },
      { name: 'constant answer', measured: await constant(1) },
    ],
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
          () => ({ method: 'PUT', path: `/reading${of}`, body: JSON.stringify(write()) }),
          { connections: 1, seconds },
        ),
      },
    ],
  });
  lines.push(await firstLoad(served.address));
  lines.push(`resident memory: product ${megabytes(served.pid)} MB, bare server ${megabytes(floors.pid)} MB`);
  return lines;
}

function megabytes(pid: number): string {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  return ((pages * 4096) / 1024 / 1024).toFixed(0);
}

// Looks like chance and is the same each time: a ramp would be one long signal, which no process is.
function noise(index: number): number {
  return Math.round((Math.abs(Math.sin(index * 12.9898) * 43_758.5453) % 1) * 10_000) / 100;
}
