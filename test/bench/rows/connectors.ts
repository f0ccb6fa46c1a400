import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collect } from '#app/connector/collect.ts';
import { waitingRuns } from '#app/connector/due-runs.ts';
import { client } from '#client/client.ts';
import { addDays } from '#domain/time/day.ts';
import { periodOf, shift } from '#domain/time/period.ts';
import { collecting } from '#jobs/collecting.ts';
import { makeOrganisation } from '../../make.ts';
import { dailyKpis } from '../fill.ts';
import { load, loop, type Shot } from '../load.ts';
import type { Bench } from '../measure.ts';
import type { Line } from '../table.ts';

const count = 500;

/** 500 connectors that are due at once, each asking a source on loopback for one day and recording what it says. */
export async function connectorRows({ served, open, tandem, clock, today, seconds }: Bench): Promise<Line[]> {
  const { id, owner } = await makeOrganisation({ tandem, clock }, 'bench, connectors');
  const token = owner.tokens.write;
  const call = client({ address: served.address, token });
  const kpis = await dailyKpis(call, 'pulled', count);
  const yesterday = shift(periodOf('daily', today), -1);
  let round = 0;
  const source = createServer((_, response) => {
    response.end(JSON.stringify([{ day: yesterday, n: 20 + (round % 50) / 10 }]));
  });
  await new Promise<void>((listening) => source.listen(0, '127.0.0.1', listening));
  const host = `127.0.0.1:${(source.address() as AddressInfo).port}`;
  await call('allowedHosts.add', { host, reason: 'the bench' });
  for (const kpi of kpis)
    await call('connectors.create', {
      ...{ kpi, lookBack: 1 },
      config: { kind: 'http-json', url: `http://${host}/`, period: 'day', value: 'n' },
      // Due when the bench says so: the product's own job must not take them in between.
      schedule: { every: 'month', day: Number(addDays(today, -1).slice(8)), at: '00:00' },
    });
  // One that runs for the product too would be measured twice.
  const { beside = 1 } = collecting(tandem);
  const measured = await loop(1, seconds, async () => {
    round += 1;
    await open.owner.query('update connector set next_due = $1 where organisation = $2', [clock.now, id]);
    const runs = (await waitingRuns(tandem)).filter(({ organisation }) => organisation === id);
    const left = [...runs];
    await Promise.all(
      Array.from({ length: beside }, async () => {
        for (let run = left.pop(); run; run = left.pop()) await collect(tandem, run, 'bench');
      }),
    );
    return { ok: runs.length === count, bytes: 0 };
  });
  const batch = (): Shot => {
    round += 1;
    const readings = kpis.map((kpi) => ({ kpi, period: yesterday, value: 20 + (round % 50) / 10 }));
    return {
      method: 'POST',
      path: '/api/readings',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ readings, reason: 'bench' }),
    };
  };
  const floor = await load(served.address, batch, { connections: 1, seconds, warm: 0 });
  source.close();
  return [
    {
      what: 'a run of 500 connectors, each asked and recorded by itself',
      measured,
      floors: [{ name: 'the same 500 readings in one batch', measured: floor }],
    },
  ];
}
