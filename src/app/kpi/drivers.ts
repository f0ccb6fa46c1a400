import type { Act, UseCases } from '#app/act.ts';
import type { Driver } from '#contract/drivers.ts';
import { Refused } from '#contract/refused.ts';
import { edgesBelow, lockDrivers } from '#db/dependants.ts';
import { listDrivers, type NamedDriver } from '#db/drivers.ts';
import { listKpisByRef } from '#db/kpis.ts';
import { cycleThrough } from '#domain/formula/graph.ts';
import { driverTree } from './driver-tree.ts';
import { loadKpi, loadWritableKpi } from './kpis.ts';

export const drivers: UseCases<'drivers'> = {
  tree: driverTree,

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
    // What was there before stands in the log too: the link itself keeps no history.
    const detail = {
      ...{ input: input.key, output: output.key, note },
      ...(before && { before: { note: before.note } }),
    };
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
      .returning('note')
      .executeTakeFirst();
    if (!gone) throw new Refused('not_found', `${input.name} is not linked to ${output.name}.`, 'input');
    const detail = { input: input.key, output: output.key, before: { note: gone.note } };
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
