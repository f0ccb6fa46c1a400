import type { Act, Event } from '#app/act.ts';
import { copyObjective } from '#app/grade/carry-over.ts';
import { addKeyResults, kpisOf } from '#app/key-result/key-result-write.ts';
import { climb } from '#app/objective/climb.ts';
import { mayChange, maySee, refuseCycleState } from '#app/objective/objective-access.ts';
import { namedObjective } from '#app/objective/objective-shown.ts';
import type { Output, Parsed } from '#contract/index.ts';
import type { KeyResultDraft } from '#contract/key-results.ts';
import type { Measure as ShownMeasure } from '#contract/measures.ts';
import { Refused } from '#contract/refused.ts';
import { lockAlignment } from '#db/alignment.ts';
import { coachKpis } from '#db/coach.ts';
import { type KeyResultWithLinks, keyResultsOf } from '#db/key-results.ts';
import { type ObjectiveInCycle, objectivesById } from '#db/objectives.ts';
import { convert, type Unit } from '#domain/kpi/unit.ts';
import { copied } from '#domain/okr/copied.ts';
import type { Measure } from '#domain/okr/measure.ts';
import { loadCycle } from './cycle-access.ts';

type Wanted = Parsed<'cycles.copy'>['objectives'][number];
type Source = { wanted: Wanted; objective: ObjectiveInCycle; keyResults: KeyResultWithLinks[] };
type LeftOut = Output<'cycles.copy'>['leftOut'];

/** Copies objectives of other cycles into one that is planned or runs, as drafts without values or scores. */
export async function copyStructure(
  act: Act,
  { cycle: into, objectives: wanted }: Parsed<'cycles.copy'>,
): Promise<[Output<'cycles.copy'>, Event, ...Event[]]> {
  const { tx, organisation } = act;
  const sources = await sourcesOf(act, wanted);
  const leftOut: LeftOut = [];
  const drafts = await draftsOf(act, sources, leftOut);
  // KPIs are held before the alignment, as in every other act: see db/alignment.ts.
  const kpis = await kpisOf(act, [...drafts.values()].flat());
  await lockAlignment(tx, organisation.id, 'exclusive');
  const cycle = await loadCycle(act, into);
  refuseCycleState(cycle.state, 'write');
  await refuseTwice(act, into, sources);
  const made = new Map<string, string>();
  for (const { wanted: wish, objective } of sources) {
    const copy = await copyObjective(act, objective, into, wish.title);
    made.set(objective.id, copy.id);
    await addKeyResults(act, copy, drafts.get(objective.id)!, kpis);
  }
  await joinParents(act, made);
  const moved = await climb(act, [...made.values()]);
  const rows = await objectivesById(tx, organisation.id, [...made.values()]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const events = sources.map(({ objective }): Event => {
    const detail = { cycle: into, from: objective.id };
    return { kind: 'objective.copied', subject: made.get(objective.id)!, detail: { ...detail, moved } };
  });
  return [
    {
      objectives: sources.map(({ objective }) => ({
        ...namedObjective(byId.get(made.get(objective.id)!)!),
        from: objective.id,
        keyResults: drafts.get(objective.id)!.length,
      })),
      leftOut,
    },
    ...(events as [Event, ...Event[]]),
  ];
}

async function sourcesOf(act: Act, wanted: readonly Wanted[]): Promise<Source[]> {
  const ids = wanted.map(({ objective }) => objective);
  const rows = await objectivesById(act.tx, act.organisation.id, [...new Set(ids)]);
  const byId = new Map(rows.filter((row) => maySee(act, row)).map((row) => [row.id, row]));
  const keyResults = Map.groupBy(
    await keyResultsOf(act.tx, act.organisation.id, [...byId.keys()]),
    (row) => row.objective,
  );
  return wanted.map((wish, index) => {
    const objective = byId.get(wish.objective);
    const field = `objectives.${index}.objective`;
    if (!objective) throw new Refused('not_found', `There is no objective ${wish.objective}.`, field);
    if (ids.indexOf(wish.objective) < index)
      throw new Refused('invalid', `"${objective.title}" is named twice.`, field);
    if (!mayChange(act, objective))
      throw new Refused(
        'forbidden',
        `You may not copy "${objective.title}": its owner, a lead of its team or an admin may.`,
        field,
      );
    const own = (keyResults.get(objective.id) ?? []).filter((row) => !row.dropped_at);
    return { wanted: wish, objective, keyResults: chosen(wish, own, `objectives.${index}.keyResults`) };
  });
}

function chosen(wish: Wanted, own: KeyResultWithLinks[], field: string): KeyResultWithLinks[] {
  const ids = wish.keyResults;
  if (!ids) return own;
  const strange = ids.find((id) => !own.some((row) => row.id === id));
  if (strange) throw new Refused('not_found', `There is no key result ${strange} in this objective.`, field);
  return own.filter(({ id }) => ids.includes(id));
}

async function draftsOf(
  act: Act,
  sources: readonly Source[],
  leftOut: LeftOut,
): Promise<Map<string, KeyResultDraft[]>> {
  const rows = sources.flatMap(({ keyResults }) => keyResults);
  const read = [...new Set(rows.flatMap(({ kpi }) => kpi ?? []))];
  const kpis = new Map((await coachKpis(act.tx, act.organisation.id, read)).map((kpi) => [kpi.id, kpi]));
  const archived = new Set(await archivedAmong(act, read));
  const drafts = new Map<string, KeyResultDraft[]>();
  for (const { objective, keyResults } of sources)
    drafts.set(
      objective.id,
      keyResults.flatMap((row): KeyResultDraft[] => {
        const [unit, measure] = [row.unit as Unit, row.measure as Measure];
        const kpi = row.kpi && !archived.has(row.kpi) ? kpis.get(row.kpi) : undefined;
        const level = kpi && kpi.level !== null ? convert(kpi.level, kpi.unit as Unit, unit) : undefined;
        const again = copied(row.title, measure, kpi && { level, unit, decimals: row.decimals });
        if ('because' in again) {
          leftOut.push({ keyResult: row.id, title: row.title, because: again.because });
          return [];
        }
        return [
          {
            ...{ title: again.title, measure: again.measure as ShownMeasure, unit, decimals: row.decimals },
            ...{ owner: row.owner, weight: row.weight, plan: null, kpi: kpi?.id ?? null },
            guardrails: row.guardrails.map(({ id }) => id),
          },
        ];
      }),
    );
  return drafts;
}

async function archivedAmong(act: Act, kpis: readonly string[]): Promise<string[]> {
  if (kpis.length === 0) return [];
  const rows = await act.tx
    .selectFrom('kpi')
    .select('id')
    .where('organisation', '=', act.organisation.id)
    .where('id', 'in', kpis)
    .where('archived_at', 'is not', null)
    .execute();
  return rows.map(({ id }) => id);
}

async function refuseTwice(act: Act, into: string, sources: readonly Source[]): Promise<void> {
  const present = await act.tx
    .selectFrom('objective')
    .select(['title', 'team'])
    .where('organisation', '=', act.organisation.id)
    .where('cycle', '=', into)
    .where('state', '<>', 'dropped')
    .execute();
  for (const [index, { wanted, objective }] of sources.entries()) {
    const title = wanted.title ?? objective.title;
    if (present.some((row) => row.title === title && row.team === objective.team))
      throw new Refused(
        'conflict',
        `"${title}" is in this cycle already: leave it out, or give the copy another title.`,
        `objectives.${index}.title`,
      );
  }
}

// The links among what is copied go with it; those to other cycles are copied with each objective.
async function joinParents(act: Act, made: ReadonlyMap<string, string>): Promise<void> {
  const links = await act.tx
    .selectFrom('objective_parent')
    .selectAll()
    .where('organisation', '=', act.organisation.id)
    .where('objective', 'in', [...made.keys()])
    .where('parent', 'in', [...made.keys()])
    .execute();
  if (links.length === 0) return;
  await act.tx
    .insertInto('objective_parent')
    .values(
      links.map((link) => ({
        ...link,
        objective: made.get(link.objective)!,
        parent: made.get(link.parent)!,
      })),
    )
    .onConflict((on) => on.doNothing())
    .execute();
}
