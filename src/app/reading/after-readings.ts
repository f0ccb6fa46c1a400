import type { Event, Turn } from '#app/act.ts';
import type { Changed } from '#app/formula/computed-readings.ts';
import { recompute } from '#app/formula/recompute.ts';
import { type Followers, followKpis } from '#app/key-result/follow-kpis.ts';
import { rejudgeRows } from '#app/kpi/rejudge.ts';
import { type Dossier, dossiersOf } from '#db/dossier.ts';
import { type KpiWithCounters, listKpisByRef } from '#db/kpis.ts';

/**
 * Brings up to date what depends on readings that changed: formulas and parents, judgements, and key results that read one of them.
 * `dossiers` are those of the given KPIs with the change in them, `followers` what follows just these.
 */
export async function afterReadings(
  turn: Turn,
  kpis: readonly KpiWithCounters[],
  changed: readonly Changed[],
  dossiers: ReadonlyMap<string, Dossier>,
  followers?: Followers,
): Promise<Event[]> {
  const { kpis: dependants, dossiers: now, queued } = await recompute(turn, kpis, changed, dossiers);
  const own = new Set(changed.map(({ kpi }) => kpi));
  const touched = [...kpis.filter(({ id }) => own.has(id)), ...dependants];
  await rejudgeRows(turn, touched, now);
  const followed = await followKpis(
    turn,
    touched.map(({ id }) => id),
    touched.length === kpis.length ? followers : undefined,
  );
  return [...queued.map((subject) => ({ kind: 'kpi.queued', subject })), ...followed];
}

/** Brings the parents of a KPI that was archived up to date: they wait for it no longer than until now. */
export async function afterArchive(turn: Turn, { id, parent }: KpiWithCounters): Promise<Event[]> {
  if (parent === null) return [];
  const dossier = (await dossiersOf(turn.tx, turn.organisation.id, [parent])).get(parent)!;
  const [row] = await listKpisByRef(turn.tx, turn.organisation.id, [id]);
  const changed = dossier.readings.map(([period]) => ({ kpi: id, period }));
  return afterReadings(turn, [row!], changed, new Map());
}
