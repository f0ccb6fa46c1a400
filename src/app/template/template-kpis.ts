import type { Act, Event } from '#app/act.ts';
import { freeKey } from '#app/free-key.ts';
import { kpis, loadKpi } from '#app/kpi/kpis.ts';
import { rejudge } from '#app/kpi/rejudge.ts';
import { recordThreshold } from '#app/kpi/thresholds.ts';
import { contract, type Output, type Parsed } from '#contract/index.ts';
import { Refused } from '#contract/refused.ts';
import { findKpiTemplate, library } from '#domain/template/library.ts';
import { unitIn } from '#domain/template/render.ts';
import type { KpiTemplate } from '#domain/template/template.ts';

/** A KPI that is wanted by its template, and what is chosen of it. */
export type Wish = Parsed<'templates.define'>['kpis'][number];

/** Whose new KPIs are, and in which currency they count money. */
export type Whose = Pick<Parsed<'templates.define'>, 'owner' | 'team' | 'currency'>;

type MadeKpi = Output<'templates.define'>[number];

/** Defines KPIs by their templates; those among them that are each other's counter-metrics are linked. */
export async function defineKpis(
  act: Act,
  { kpis: wishes, ...whose }: Parsed<'templates.define'>,
): Promise<[MadeKpi[], Event, ...Event[]]> {
  const made = new Map<string, MadeKpi>();
  const events: Event[] = [];
  for (const [index, wish] of wishes.entries()) {
    if (made.has(wish.template))
      throw new Refused('invalid', `The template ${wish.template} is named twice.`, `kpis.${index}.template`);
    const [kpi, ...own] = await makeKpi(act, wish, whose, `kpis.${index}`);
    made.set(wish.template, kpi);
    events.push(...own);
  }
  const counters = await linkCounters(act, new Map([...made].map(([key, { id }]) => [key, id])));
  const shown = [...made.values()].map((kpi) => ({ ...kpi, counterMetrics: counters.get(kpi.id) ?? [] }));
  return [shown, ...(events as [Event, ...Event[]])];
}

/** Defines one KPI by its template, with the lines that are wanted from today on; `field` is where the wish stands in the input. */
export async function makeKpi(
  act: Act,
  wish: Wish,
  whose: Whose,
  field: string,
): Promise<[MadeKpi, ...Event[]]> {
  const template = kpiTemplate(wish.template, `${field}.template`);
  const owner =
    wish.owner === undefined ? (whose.owner === undefined ? act.who.id : whose.owner) : wish.owner;
  const input = contract.kpis.create.input.parse({
    ...definitionOf(template, whose.currency),
    key: await freeKey(act, wish.key ?? template.key),
    name: wish.name ?? template.name,
    owner,
    team: whose.team,
  });
  const [made, ...events] = await kpis.create(act, input);
  const { floor = null, ceiling = null } = wish;
  if (floor === null && ceiling === null) return [made, ...events];
  const lines = { from: act.today, floor, ceiling };
  const nothing = { warningFloor: null, warningCeiling: null, desired: null, desiredBy: null };
  const row = await loadKpi(act, made.id);
  const [, event] = await recordThreshold(act, row, { ...lines, ...nothing }, null);
  return [made, ...events, event];
}

/** The KPI of the library with this key; refuses with not_found. */
export function kpiTemplate(key: string, field: string): KpiTemplate {
  const template = findKpiTemplate(key);
  if (!template) throw new Refused('not_found', `There is no KPI ${key} in the library.`, field);
  return template;
}

/** Links KPIs with those among them that their templates name as counter-metrics, unless they are linked; gives what each has now. */
export async function linkCounters(
  act: Act,
  ids: ReadonlyMap<string, string>,
  only: ReadonlySet<string> = new Set(ids.values()),
): Promise<Map<string, string[]>> {
  const links = [...ids].flatMap(([key, kpi]) =>
    only.has(kpi)
      ? findKpiTemplate(key)!.counters.flatMap((counter) => {
          const id = ids.get(counter);
          return id && id !== kpi ? [{ organisation: act.organisation.id, kpi, counter: id }] : [];
        })
      : [],
  );
  if (links.length > 0) {
    await act.tx
      .insertInto('counter_metric')
      .values(links)
      .onConflict((on) => on.doNothing())
      .execute();
    await rejudge(act, [...new Set(links.map(({ kpi }) => kpi))]);
  }
  return new Map(
    [...Map.groupBy(links, ({ kpi }) => kpi)].map(([kpi, own]) => [kpi, own.map(({ counter }) => counter)]),
  );
}

function definitionOf(template: KpiTemplate, currency: string | undefined) {
  const { purpose, definition, decimals, direction, cadence, addsUp, role } = template;
  const of = library.find((each) => each.kpis.includes(template))!;
  const unit = unitIn(template.unit, currency);
  return { purpose, definition, unit, decimals, direction, cadence, addsUp, role, labels: [of.key] };
}
