import type { Act, UseCases } from '#app/act.ts';
import { shownCycle } from '#app/cycle/cycle-access.ts';
import { shownGist } from '#app/kpi/shown-gist.ts';
import { hiddenObjectives } from '#app/objective/objective-access.ts';
import { healthOf, namedObjective } from '#app/objective/objective-shown.ts';
import { pacer } from '#app/objective/pace.ts';
import type { Strategy, StrategyKpi, StrategyObjective } from '#contract/strategy.ts';
import { countCycles, listCycles } from '#db/cycles.ts';
import { keyResultsInCycle } from '#db/key-results.ts';
import { objectivesInCycle, parentsInCycle } from '#db/objectives.ts';
import { countKpisByPillar, kpisByPillar, listPillars, type PillarKpi } from '#db/pillars.ts';
import type { Row } from '#db/schema.ts';
import { reaches } from '#domain/access.ts';
import type { Health } from '#domain/okr/pace.ts';
import { servedPillars, withoutPillar } from '#domain/okr/pillars.ts';

/** How many KPIs, and how many objectives, are listed of one pillar; all are counted. */
const most = 50;

export const strategy: UseCases<'strategy'> = {
  find: async (act) => {
    const { tx, organisation, today } = act;
    const hidden = await hiddenObjectives(act);
    const kpis = await kpisOf(act);
    const cycles = await presentCycles(act);
    const objectives = await objectivesOf(act, cycles, hidden);
    const counts = await countCycles(tx, organisation.id, hidden);
    const listed = await listPillars(tx, organisation.id, hidden);
    const own = Map.groupBy(objectives.rows, ({ pillar }) => pillar);
    const carried = (pillar: string | null, rows: readonly Found[]) => ({
      ...kpis(pillar),
      objectives: rows.slice(0, most).map(({ shown }) => shown),
      healths: countHealths(rows),
    });
    const none = (own.get(null) ?? []).filter(({ serves }) => serves.size === 0);
    return {
      mission: await missionOf(act),
      today,
      cycles: cycles.map((cycle) => shownCycle(act, cycle, counts.get(cycle.id))),
      pillars: listed.map(({ id, name, description }) => ({
        ...{ id, name, description },
        ...carried(name, own.get(name) ?? []),
        below: objectives.rows.filter(({ pillar, serves }) => pillar === null && serves.has(name)).length,
      })),
      none: {
        ...carried(null, none),
        sentence: withoutPillar(sum(kpis(null).statuses), none.length),
      },
      mayChange: act.mayWrite && reaches(act.who.role, 'admin'),
    };
  },

  change: async (act, { mission }) => {
    const before = await missionOf(act);
    await act.tx.updateTable('organisation').set({ mission }).where('id', '=', act.organisation.id).execute();
    return [
      { mission },
      {
        kind: 'strategy.changed',
        subject: act.organisation.id,
        detail: { mission: { before, after: mission } },
      },
    ];
  },
};

async function missionOf({ tx, organisation }: Act): Promise<string> {
  const row = await tx
    .selectFrom('organisation')
    .select('mission')
    .where('id', '=', organisation.id)
    .executeTakeFirstOrThrow();
  return row.mission;
}

// What is being worked on; before the first cycle has begun, what is being planned.
async function presentCycles({ tx, organisation }: Act): Promise<Row<'cycle'>[]> {
  const all = await listCycles(tx, organisation.id);
  const running = all.filter(({ state }) => state === 'active' || state === 'grading');
  return running.length > 0 ? running : all.filter(({ state }) => state === 'planning');
}

type Statuses = Strategy['none']['statuses'];

async function kpisOf({ tx, organisation }: Act) {
  const rows = Map.groupBy(await kpisByPillar(tx, organisation.id, most), ({ pillar }) => pillar);
  const counts = Map.groupBy(await countKpisByPillar(tx, organisation.id), ({ pillar }) => pillar);
  return (pillar: string | null): { kpis: StrategyKpi[]; statuses: Statuses } => {
    const statuses = { overdue: 0, 'no data': 0, breach: 0, warning: 0, healthy: 0, 'no threshold': 0 };
    for (const { status, count } of counts.get(pillar) ?? []) statuses[status as keyof Statuses] = count;
    return { kpis: (rows.get(pillar) ?? []).map(shownKpi), statuses };
  };
}

function shownKpi({ pillar: _, ...row }: PillarKpi): StrategyKpi {
  return { ...shownGist(row), sparkline: row.sparkline as StrategyKpi['sparkline'] };
}

type Found = {
  pillar: string | null;
  /** The pillars that it carries or hangs below. */
  serves: ReadonlySet<string>;
  shown: StrategyObjective;
};

async function objectivesOf(act: Act, cycles: readonly Row<'cycle'>[], hidden: readonly string[]) {
  const { tx, organisation } = act;
  const unseen = new Set(hidden);
  const found: (Omit<Found, 'serves'> & { id: string })[] = [];
  const links: { child: string; parent: string }[] = [];
  for (const cycle of cycles) {
    const pace = pacer(act, cycle);
    const keyResults = Map.groupBy(
      await keyResultsInCycle(tx, organisation.id, cycle.id),
      ({ objective }) => objective,
    );
    for (const row of await objectivesInCycle(tx, organisation.id, cycle.id)) {
      if (unseen.has(row.id)) continue;
      const { health } = healthOf((keyResults.get(row.id) ?? []).map((each) => pace(each, row).health));
      const shown = { ...namedObjective(row), private: row.private, health };
      found.push({ id: row.id, pillar: row.pillar, shown });
    }
    for (const { objective, parent } of await parentsInCycle(tx, organisation.id, cycle.id))
      if (!unseen.has(objective) && !unseen.has(parent)) links.push({ child: objective, parent });
  }
  const served = servedPillars(found, links);
  return { rows: found.map((each): Found => ({ ...each, serves: served.get(each.id)! })) };
}

function countHealths(rows: readonly Found[]): Record<Health | 'none', number> {
  const counts = { outdated: 0, 'off track': 0, behind: 0, 'on track': 0, none: 0 };
  for (const { shown } of rows) counts[shown.health ?? 'none'] += 1;
  return counts;
}

function sum(counts: Statuses): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
