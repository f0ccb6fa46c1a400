import type { Act, Turn, UseCase } from '#app/act.ts';
import type { DriverNode } from '#contract/drivers.ts';
import { type EdgesThen, treeEdges, treeNodes } from '#db/drivers.ts';
import { originOf, stepsFrom } from '#domain/formula/origin.ts';
import { judge } from '#domain/kpi/judge.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { startOf } from '#domain/time/period.ts';
import { driversThen } from './drivers-then.ts';
import { evidenceThenOf } from './evidence-at.ts';
import { loadKpi } from './kpis.ts';
import { turnThen } from './kpis-then.ts';
import { shortOf } from './rejudge.ts';

// More than this nobody can look at: what is nearest is shown. Of a past day each KPI is judged anew, so there are fewer.
const mostEdges = { now: 1_000, past: 200 };

export const driverTree: UseCase<'drivers.tree'> = async (act, { kpi: ref, up, down, asOf }) => {
  const { id } = await loadKpi(act, ref);
  const organisation = act.organisation.id;
  const turn = asOf ? await turnThen(act, asOf) : act;
  const past: EdgesThen | undefined = asOf ? { asOf, edges: await driversThen(act, asOf) } : undefined;
  const most = past ? mostEdges.past : mostEdges.now;
  const above = await treeEdges(act.tx, organisation, id, { way: 'up', steps: up, most: most + 1, past });
  const below = await treeEdges(act.tx, organisation, id, { way: 'down', steps: down, most: most + 1, past });
  const upwards = stepsFrom(id, above.slice(0, most), 'up', up);
  const downwards = stepsFrom(id, below.slice(0, most), 'down', down);
  const ids = [...new Set([...upwards.keys(), ...downwards.keys()])];
  const rows = past ? await nodesThen(turn, ids) : await treeNodes(act.tx, organisation, ids);
  const nodes = rows
    .map((row) => shownNode(act, row, -(upwards.get(row.id) ?? 0) || (downwards.get(row.id) ?? 0)))
    .sort((a, b) => Math.abs(a.step) - Math.abs(b.step) || a.step - b.step || (a.name < b.name ? -1 : 1));
  const there = new Set(nodes.map((node) => node.id));
  const edges = [...above.slice(0, most), ...below.slice(0, most)].filter(
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
    more: above.length > most || below.length > most,
    asOf: asOf ?? null,
  };
};

type NodeRow = Awaited<ReturnType<typeof treeNodes>>[number];

async function nodesThen(turn: Turn, ids: readonly string[]): Promise<NodeRow[]> {
  return [...(await evidenceThenOf(turn, ids)).values()].map(({ kpi, evidence }) => {
    const judged = judge(evidence);
    return {
      ...kpi,
      ...shortOf(judged),
      sparkline: judged.sparkline,
      speaking: judged.speaking && [...judged.speaking.periods],
    };
  });
}

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
