import type { Driver, DriverNode } from '#contract/drivers.ts';
import { Refused } from '#contract/refused.ts';
import { edgesBelow, lockDrivers } from '#db/dependants.ts';
import { listDrivers, type NamedDriver, treeEdges, treeNodes } from '#db/drivers.ts';
import { listKpisByRef } from '#db/kpis.ts';
import { cycleThrough } from '#domain/formula/graph.ts';
import { originOf, stepsFrom } from '#domain/formula/origin.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { startOf } from '#domain/time/period.ts';
import type { Act, UseCases } from './act.ts';
import { loadKpi, loadWritableKpi } from './kpis.ts';

// More than this nobody can look at: what is nearest is shown.
const mostEdges = 1_000;

export const drivers: UseCases<'drivers'> = {
  tree: async (act, { kpi: ref, up, down }) => {
    const { id } = await loadKpi(act, ref);
    const organisation = act.organisation.id;
    const above = await treeEdges(act.tx, organisation, id, { way: 'up', steps: up, most: mostEdges + 1 });
    const below = await treeEdges(act.tx, organisation, id, {
      way: 'down',
      steps: down,
      most: mostEdges + 1,
    });
    const upwards = stepsFrom(id, above.slice(0, mostEdges), 'up', up);
    const downwards = stepsFrom(id, below.slice(0, mostEdges), 'down', down);
    const rows = await treeNodes(act.tx, organisation, [
      ...new Set([...upwards.keys(), ...downwards.keys()]),
    ]);
    const nodes = rows
      .map((row) => shownNode(act, row, -(upwards.get(row.id) ?? 0) || (downwards.get(row.id) ?? 0)))
      .sort((a, b) => Math.abs(a.step) - Math.abs(b.step) || a.step - b.step || (a.name < b.name ? -1 : 1));
    const there = new Set(nodes.map((node) => node.id));
    const edges = [...above.slice(0, mostEdges), ...below.slice(0, mostEdges)].filter(
      ({ from, to }) => there.has(from) && there.has(to),
    );
    const since = new Map(
      nodes.flatMap((node) => (node.speaksSince ? [[node.id, node.speaksSince.starts]] : [])),
    );
    return {
      kpi: id,
      nodes,
      edges,
      origin: originOf(id, edges, since) ?? null,
      more: above.length > mostEdges || below.length > mostEdges,
    };
  },

  list: async (act, { kpi }) => {
    const id = kpi === undefined ? undefined : (await loadKpi(act, kpi)).id;
    return (await listDrivers(act.tx, act.organisation.id, { kpi: id })).map(shown);
  },

  link: async (act, { kpi, input: ref, note }) => {
    await lockDrivers(act.tx, act.organisation.id);
    const output = await loadWritableKpi(act, kpi);
    const input = await loadKpi(act, ref);
    await refuseCircle(act, input.id, output.id);
    const organisation = act.organisation.id;
    const ends = { input: input.id, output: output.id };
    const [before] = await listDrivers(act.tx, organisation, ends);
    await act.tx
      .insertInto('driver')
      .values({ organisation, ...ends, note, author: act.who.id, recorded_at: act.now })
      .onConflict((conflict) =>
        conflict
          .columns(['organisation', 'output', 'input'])
          .doUpdateSet({ note, author: act.who.id, recorded_at: act.now }),
      )
      .execute();
    const [row] = await listDrivers(act.tx, organisation, ends);
    const detail = { input: input.key, output: output.key, note };
    return [shown(row!), { kind: before ? 'driver.changed' : 'driver.linked', subject: output.id, detail }];
  },

  unlink: async (act, { kpi, input: ref }) => {
    const output = await loadWritableKpi(act, kpi);
    const input = await loadKpi(act, ref);
    const gone = await act.tx
      .deleteFrom('driver')
      .where('organisation', '=', act.organisation.id)
      .where('output', '=', output.id)
      .where('input', '=', input.id)
      .returning('input')
      .executeTakeFirst();
    if (!gone) throw new Refused('not_found', `${input.name} is not linked to ${output.name}.`, 'input');
    const detail = { input: input.key, output: output.key };
    return [{ done: true }, { kind: 'driver.unlinked', subject: output.id, detail }];
  },
};

async function refuseCircle(act: Act, input: string, output: string): Promise<void> {
  const edges = await edgesBelow(act.tx, act.organisation.id, output, true);
  const path = cycleThrough(output, [input], edges);
  if (!path) return;
  const rows = await listKpisByRef(act.tx, act.organisation.id, path);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  throw new Refused(
    'conflict',
    `A KPI cannot move itself: ${path.map((id) => names.get(id)).join(' → ')}.`,
    'input',
  );
}

function shown(row: NamedDriver): Driver {
  return {
    input: { id: row.input, key: row.input_key, name: row.input_name },
    output: { id: row.output, key: row.output_key, name: row.output_name },
    note: row.note,
    author: row.author,
    recordedAt: row.recorded_at,
  };
}

type NodeRow = Awaited<ReturnType<typeof treeNodes>>[number];

function shownNode(act: Act, row: NodeRow, step: number): DriverNode {
  const since = row.speaking?.[0];
  return {
    ...{ id: row.id, key: row.key, name: row.name, owner: row.owner, team: row.team, role: row.role },
    ...{ direction: row.direction, cadence: row.cadence, unit: row.unit as Unit, decimals: row.decimals },
    formula: row.formula,
    archived: row.archived_at !== null,
    step,
    period: row.newest_period,
    value: row.newest_value,
    status: row.status as DriverNode['status'],
    signal: row.signal,
    sense: row.signal_sense as DriverNode['sense'],
    speaksSince: since ? { period: since, starts: startOf(since, act.organisation.calendar) } : null,
    sparkline: row.sparkline as DriverNode['sparkline'],
  };
}
