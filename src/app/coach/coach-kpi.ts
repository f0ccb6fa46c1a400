import type { Act } from '#app/act.ts';
import { kpisByRef } from '#app/key-result/key-result-write.ts';
import { loadKpi } from '#app/kpi/kpis.ts';
import { kpiWords } from '#db/coach.ts';
import { findKpi } from '#db/kpis.ts';
import { aboutSet, wordsOf } from '#domain/coach/about.ts';
import { checkKpiDefinition, kpiText } from '#domain/coach/kpi-definition.ts';
import { nearest } from '#domain/coach/similar.ts';
import type { Question } from './coach-check.ts';
import type { Found } from './coach-goal.ts';
import { indexOf } from './coach-index.ts';

/** What the coach finds in the definition of a KPI, as it stands or as it would be written; `nameOf` gives its name from the one that it has. */
export async function checkedKpi(
  act: Act,
  question: Question,
  nameOf: (before: string | undefined) => string,
): Promise<{ found: Found[]; name: string; id: string | null }> {
  const there = question.subject ? await loadKpi(act, question.subject) : undefined;
  const name = nameOf(there?.name);
  const definition = question.definition ?? there?.definition ?? null;
  const owner = question.owner === undefined ? there?.owner : question.owner;
  const counters = question.counterMetrics
    ? (await kpisByRef(act, question.counterMetrics, 'counterMetrics')).size
    : await countersOf(act, there);
  const found = checkKpiDefinition({
    ...{ name, definition, counters },
    hasOwner: owner != null,
    direction: question.direction ?? there?.direction ?? null,
    hasThreshold: question.threshold ?? (there ? await hasThreshold(act, there.id) : true),
    alike: await alikeOf(act, { name, definition }, there),
  });
  return {
    ...{ name, id: there?.id ?? null },
    found: found.map((each) => ({ ...each, by: 'definition', about: aboutOf(each, name, definition) })),
  };
}

// What is missing is missing until it is there; what the words say is another finding once they are others.
function aboutOf(
  { rule, value }: Pick<Found, 'rule' | 'value'>,
  name: string,
  definition: string | null,
): string {
  if (value && 'other' in value) return aboutSet([value.other], `${wordsOf(name)} like `);
  return rule === 'vanity' ? wordsOf(`${name} ${definition ?? ''}`) || name : wordsOf(name) || name;
}

type There = { id: string; parent: string | null; counters: readonly string[] };

// A part is weighed by what stands against the whole.
async function countersOf(act: Act, there: There | undefined): Promise<number> {
  let count = 0;
  for (let next = there; next; ) {
    count += next.counters.length;
    const above: There | undefined = next.parent
      ? await findKpi(act.tx, act.organisation.id, next.parent)
      : undefined;
    next = above;
  }
  return count;
}

async function hasThreshold({ tx, organisation }: Act, kpi: string): Promise<boolean> {
  const row = await tx
    .selectFrom('kpi_fitness')
    .select('has_threshold')
    .where('organisation', '=', organisation.id)
    .where('kpi', '=', kpi)
    .executeTakeFirst();
  return row?.has_threshold ?? false;
}

async function alikeOf(
  act: Act,
  asked: { name: string; definition: string | null },
  there: There | undefined,
) {
  const all = await kpiWords(act.tx, act.organisation.id);
  // A fan-out is one definition many times, by intent.
  const isKin = (other: { id: string; parent: string | null }) =>
    there !== undefined &&
    (other.id === there.id ||
      other.id === there.parent ||
      other.parent === there.id ||
      (other.parent !== null && other.parent === there.parent));
  const items = all.map(({ id, name, definition }) => ({ id, name, text: kpiText({ name, definition }) }));
  const kin = new Set(all.filter(isKin).map(({ id }) => id));
  return nearest(kpiText(asked), indexOf(items).corpus, { most: kin.size + 1 })
    .filter(({ item }) => !kin.has(item.id))
    .slice(0, 1);
}
