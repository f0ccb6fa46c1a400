import { client } from '#client/client.ts';
import { makeOrganisation } from '../../make.ts';
import { fillKpis } from '../fill.ts';
import { panelSql } from '../floor-sql.ts';
import { load, loop } from '../load.ts';
import type { Bench } from '../measure.ts';
import type { Line } from '../table.ts';

const many = 5_000;

/** The data of the panel of 5,000 KPIs with 52 points each, in an organisation of its own, and how large the answer is. */
export async function largePanelRows(bench: Bench): Promise<(Line | string)[]> {
  const { served, floors, open, seconds, today } = bench;
  const { id, owner } = await makeOrganisation(bench, 'bench, large panel');
  const token = owner.tokens.write;
  const seeds = 20;
  await fillKpis(client({ address: served.address, token }), seeds, today);
  // The rest are copies, straight into the tables: what is measured reads them and nothing else.
  const copies = many / seeds - 1;
  await open.owner.query(
    `with copy as (
       insert into kpi (organisation, id, key, name, unit, direction, cadence, adds_up, labels, created_at)
       select organisation, gen_random_uuid(), key || '-' || n, name || ' of place ' || n, unit, direction, cadence, adds_up, labels, created_at
       from kpi cross join generate_series(1, $2::int) n where organisation = $1
       returning organisation, id, key
     )
     insert into kpi_state
     select (jsonb_populate_record(state, jsonb_build_object('kpi', copy.id))).*
     from copy
     join kpi seed on seed.organisation = copy.organisation and seed.key = regexp_replace(copy.key, '-\\d+$', '')
     join kpi_state state on state.organisation = seed.organisation and state.kpi = seed.id`,
    [id, copies],
  );
  await open.owner.query('analyze kpi, kpi_state');
  const headers = { authorization: `Bearer ${token}` };
  const first = await fetch(`${served.address}/api/panel`, { headers });
  const text = await first.text();
  const rows = (JSON.parse(text) as unknown[]).length;
  if (rows !== many) throw new Error(`The panel has ${rows} KPIs, not ${many}.`);
  const path = `/panel?organisation=${id}`;
  const etag = first.headers.get('etag') ?? '';
  const measure = (more: Record<string, string> = {}) =>
    load(served.address, () => ({ method: 'GET', path: '/api/panel', headers: { ...headers, ...more } }), {
      connections: 1,
      seconds,
    });
  const floor = {
    name: 'bare handler, same query',
    measured: await load(floors.address, () => ({ method: 'GET', path }), { connections: 1, seconds }),
  };
  const straight = {
    name: 'same query straight through pg',
    measured: await loop(1, seconds, async () => void (await open.owner.query(panelSql, [id]))),
  };
  return [
    { what: 'panel at 5,000 KPIs', measured: await measure(), floors: [floor, straight] },
    {
      what: 'panel at 5,000 KPIs when nothing has changed (304)',
      measured: await measure({ 'if-none-match': etag }),
      floors: [straight],
    },
    `panel at 5,000 KPIs: ${kilo(text.length)} an answer; the bare handler sends ${kilo(floor.measured.bytes)}`,
  ];
}

function kilo(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KB`;
}
