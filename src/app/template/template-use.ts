import type { Act, Event } from '#app/act.ts';
import { loadKpi } from '#app/kpi/kpis.ts';
import { objectives } from '#app/objective/objectives.ts';
import { contract, type Output, type Parsed } from '#contract/index.ts';
import type { KeyResultDraft } from '#contract/key-results.ts';
import { Refused } from '#contract/refused.ts';
import { coachKpis } from '#db/coach.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { conversionFault, convert, type Unit } from '#domain/kpi/unit.ts';
import { type Measure, measureFault } from '#domain/okr/measure.ts';
import { findKpiTemplate, findObjectiveTemplate } from '#domain/template/library.ts';
import { proposedTarget } from '#domain/template/propose.ts';
import { titleOf } from '#domain/template/render.ts';
import type { KeyResultTemplate, ObjectiveTemplate } from '#domain/template/template.ts';
import { kpiTemplate, linkCounters, makeKpi } from './template-kpis.ts';
import { existingFor } from './template-shown.ts';

type Given = Parsed<'templates.use'>;
type Promised = NonNullable<Given['keyResults']>[number];
type Used = {
  template: string;
  id: string;
  key: string;
  name: string;
  unit: Unit;
  decimals: number;
  made: boolean;
};

/** Writes the objective of a template with its key results, and makes or links the KPIs that they read and are guarded by. */
export async function useTemplate(
  act: Act,
  given: Given,
): Promise<[Output<'templates.use'>, Event, ...Event[]]> {
  const found = findObjectiveTemplate(given.template);
  if (!found)
    throw new Refused('not_found', `There is no objective ${given.template} in the library.`, 'template');
  const { objective: template } = found;
  const chosen = chosenOf(template, given);
  const { used, events } = await usedKpis(act, given, neededBy(chosen, given.without));
  const levels = await levelsOf(act, [...used.values()]);
  const drafts = chosen.map(({ of, wish, field }) =>
    draftOf(of, wish, used, levels.get(used.get(of.kpi)!.id), field),
  );
  const input = contract.objectives.create.input.parse({
    cycle: given.cycle,
    title: given.title ?? template.title,
    why: given.why,
    commitment: template.commitment,
    team: given.team,
    ...(given.owner !== undefined && { owner: given.owner }),
    improves: [...new Set(drafts.map(({ kpi }) => kpi))],
    keyResults: drafts,
  });
  const [{ id }, created, ...more] = await objectives.create(act, input);
  const { keyResults } = await shown(act, id);
  return [
    {
      objective: id,
      keyResults,
      kpis: [...used.values()].map(({ template: of, id: kpi, key, name, made }) => ({
        ...{ template: of, id: kpi, key, name, made },
      })),
    },
    created,
    ...more,
    ...events,
  ];
}

async function shown(act: Act, objective: string): Promise<{ keyResults: string[] }> {
  const rows = await act.tx
    .selectFrom('key_result')
    .select('id')
    .where('organisation', '=', act.organisation.id)
    .where('objective', '=', objective)
    .orderBy('position')
    .execute();
  return { keyResults: rows.map(({ id }) => id) };
}

type Chosen = { of: KeyResultTemplate; wish: Promised; field: string };

function chosenOf(template: ObjectiveTemplate, { keyResults }: Given): Chosen[] {
  if (!keyResults)
    return template.keyResults.map((of) => ({ of, wish: { kpi: of.kpi }, field: 'keyResults' }));
  return keyResults.map((wish, index) => {
    const field = `keyResults.${index}`;
    const of = template.keyResults.find(({ kpi }) => kpi === wish.kpi);
    if (!of)
      throw new Refused(
        'not_found',
        `No key result of "${template.title}" reads ${wish.kpi}: it has ${template.keyResults.map(({ kpi }) => kpi).join(', ')}.`,
        `${field}.kpi`,
      );
    if (keyResults.findIndex(({ kpi }) => kpi === wish.kpi) < index)
      throw new Refused('invalid', `The key result that reads ${wish.kpi} is named twice.`, `${field}.kpi`);
    return { of, wish, field };
  });
}

function neededBy(chosen: readonly Chosen[], without: readonly string[]): string[] {
  const read = chosen.map(({ of }) => of.kpi);
  const guards = chosen.flatMap(({ of }) => of.guardrails).filter((key) => !without.includes(key));
  return [...new Set([...read, ...guards])];
}

async function usedKpis(
  act: Act,
  given: Given,
  needed: readonly string[],
): Promise<{ used: Map<string, Used>; events: Event[] }> {
  const strange = given.kpis.findIndex(({ template }) => !needed.includes(template));
  if (strange >= 0)
    throw new Refused(
      'invalid',
      `${given.kpis[strange]!.template} is read by none of the key results and guards none: leave it out.`,
      `kpis.${strange}.template`,
    );
  const existing = await existingFor(
    act,
    needed.map((key) => findKpiTemplate(key)!),
  );
  const used = new Map<string, Used>();
  const events: Event[] = [];
  for (const key of needed) {
    const index = given.kpis.findIndex(({ template }) => template === key);
    const wish = index < 0 ? undefined : given.kpis[index]!;
    const field = index < 0 ? 'kpis' : `kpis.${index}`;
    const ref = wish ? wish.as : existing.get(key)?.id;
    if (ref) {
      used.set(key, await linked(act, key, ref, `${field}.as`));
      continue;
    }
    const { as: _, ...making } = wish ?? { template: key, as: undefined };
    const [kpi, ...own] = await makeKpi(act, making, given, field);
    const { id, key: own_key, name, decimals } = kpi;
    used.set(key, { template: key, id, key: own_key, name, unit: kpi.unit as Unit, decimals, made: true });
    events.push(...own);
  }
  const made = new Set([...used.values()].filter((each) => each.made).map(({ id }) => id));
  await linkCounters(act, new Map([...used].map(([key, { id }]) => [key, id])), made);
  return { used, events };
}

async function linked(act: Act, template: string, ref: string, field: string): Promise<Used> {
  const row = await loadKpi(act, ref).catch(() => {
    throw new Refused('not_found', `There is no KPI ${ref}.`, field);
  });
  const unit = row.unit as Unit;
  const known = kpiTemplate(template, field);
  // Money is money: which currency is the KPI's own affair.
  const isMoney = unit.kind === 'currency' && known.unit.kind === 'currency';
  const fault = isMoney ? undefined : conversionFault(known.unit, unit);
  if (fault) throw new Refused('invalid', `"${row.name}" does not fit "${known.name}". ${fault}`, field);
  return { template, id: row.id, key: row.key, name: row.name, unit, decimals: row.decimals, made: false };
}

async function levelsOf(act: Act, used: readonly Used[]): Promise<Map<string, number>> {
  const rows = await coachKpis(
    act.tx,
    act.organisation.id,
    used.filter(({ made }) => !made).map(({ id }) => id),
  );
  return new Map(rows.flatMap(({ id, level }) => (level === null ? [] : [[id, level] as const])));
}

function draftOf(
  of: KeyResultTemplate,
  wish: Promised,
  used: ReadonlyMap<string, Used>,
  level: number | undefined,
  field: string,
): Partial<KeyResultDraft> & { title: string; kpi: string } {
  const kpi = used.get(of.kpi)!;
  const measure = measureOf(of, wish, kpi, level, field);
  const fault = measureFault(measure);
  if (fault) throw new Refused('invalid', fault, `${field}.target`);
  return {
    title: titleOf(of, measure, kpi),
    measure: measure as KeyResultDraft['measure'],
    kpi: kpi.id,
    guardrails: of.guardrails.flatMap((key) => used.get(key)?.id ?? []),
  };
}

function measureOf(
  { measure, kpi: key }: KeyResultTemplate,
  wish: Promised,
  kpi: Used,
  level: number | undefined,
  field: string,
): Measure {
  const { unit } = findKpiTemplate(key)!;
  const own = (value: number) => Number((convert(value, unit, kpi.unit) ?? value).toFixed(kpi.decimals));
  if (measure.kind === 'hold') return { ...measure, level: wish.level ?? own(measure.level) };
  const baseline = wish.baseline ?? (level === undefined ? undefined : Number(level.toFixed(kpi.decimals)));
  if (baseline === undefined)
    throw new Refused(
      'invalid',
      `Where does "${kpi.name}" stand today? It has no level yet, so give the baseline; in the example it is ${formatValue(measure.baseline, unit, kpi.decimals)}.`,
      field === 'keyResults' ? field : `${field}.baseline`,
    );
  const example = { baseline: own(measure.baseline), target: own(measure.target) };
  return { kind: 'move', baseline, target: wish.target ?? proposedTarget(baseline, example, kpi) };
}
