import type { Input } from '#contract/index.ts';
import type { KpiTemplate, ObjectiveTemplate } from '#contract/templates.ts';
import { convert, type Unit } from '#domain/kpi/unit.ts';
import { proposedTarget } from '#domain/template/propose.ts';
import { titleOf } from '#domain/template/render.ts';
import { fieldText, typedValue } from '../../parts/typed-value.ts';

type KeyResult = ObjectiveTemplate['keyResults'][number];

/** What is chosen of a template before it is used: texts as typed, by the key of the KPI that a key result reads. */
export type UseDraft = {
  title: string;
  why: string;
  cycle: string;
  owner: string | null;
  team: string | null;
  currency: string;
  /** The KPI that is linked instead of a new one; null: a new one is made. */
  linked: Readonly<Record<string, string | null>>;
  baselines: Readonly<Record<string, string>>;
  targets: Readonly<Record<string, string>>;
  levels: Readonly<Record<string, string>>;
  /** Key results and guardrails that are left out. */
  without: readonly string[];
};

/** A KPI as far as a key result needs it: the one that is linked, or the one that would be made. */
export type ReadKpi = { name: string; unit: Unit; decimals: number; level: number | null; isNew: boolean };

/** A template as it is proposed: KPIs of the same key or name are linked, and levels that are known are the baselines. */
export function proposedDraft(template: ObjectiveTemplate, me: string, cycle: string): UseDraft {
  return {
    ...{ title: template.title, why: '', cycle, owner: me, team: null, currency: 'EUR', without: [] },
    linked: Object.fromEntries(template.kpis.map(({ key, existing }) => [key, existing?.id ?? null])),
    ...{ baselines: {}, targets: {}, levels: {} },
  };
}

/** The KPI that a key result would read as the draft stands; `known` are those of the organisation by their ids. */
export function readKpi(
  draft: UseDraft,
  template: KpiTemplate,
  known: ReadonlyMap<string, Omit<ReadKpi, 'isNew'>>,
): ReadKpi {
  const id = draft.linked[template.key];
  if (id && template.existing?.id === id) return { ...template.existing, isNew: false };
  const found = id ? known.get(id) : undefined;
  if (found) return { ...found, isNew: false };
  const { name, unit, decimals } = template;
  const isMoney = unit.kind === 'currency';
  return {
    ...{ name, decimals, level: null, isNew: true },
    unit: isMoney ? { kind: 'currency', code: draft.currency || 'EUR' } : unit,
  };
}

/** The numbers of a key result as the draft stands: typed, else the KPI's level and the proposal; undefined while they are not known. */
export function numbersOf(draft: UseDraft, of: KeyResult, template: KpiTemplate, kpi: ReadKpi) {
  const own = (value: number) =>
    Number((convert(value, template.unit, kpi.unit) ?? value).toFixed(kpi.decimals));
  const typed = (texts: Readonly<Record<string, string>>) => numberIn(texts[of.kpi] ?? '', kpi.unit);
  const { measure } = of;
  if (measure.kind === 'hold') return { level: typed(draft.levels) ?? own(measure.level) };
  if (measure.kind !== 'move') return {};
  const level = kpi.level === null ? undefined : Number(kpi.level.toFixed(kpi.decimals));
  const baseline = typed(draft.baselines) ?? level;
  const example = { baseline: own(measure.baseline), target: own(measure.target) };
  const proposed = baseline === undefined ? undefined : proposedTarget(baseline, example, kpi);
  return { baseline, target: typed(draft.targets) ?? proposed, example };
}

/** The title of a key result with the numbers of the draft, or with those of the example while some are missing. */
export function titleIn(draft: UseDraft, of: KeyResult, template: KpiTemplate, kpi: ReadKpi): string {
  const { baseline, target, level } = numbersOf(draft, of, template, kpi);
  const { measure, wording } = of;
  if (measure.kind === 'hold' && level !== undefined)
    return titleOf({ title: wording }, { ...measure, level }, kpi);
  if (measure.kind === 'move' && baseline !== undefined && target !== undefined)
    return titleOf({ title: wording }, { ...measure, baseline, target }, kpi);
  return of.title;
}

/** What is sent; undefined while a number that is needed is missing or no number. */
export function sentOf(
  draft: UseDraft,
  template: ObjectiveTemplate,
  read: (key: string) => ReadKpi,
): Input<'templates.use'> | undefined {
  const chosen = template.keyResults.filter(({ kpi }) => !draft.without.includes(`key result ${kpi}`));
  const keyResults = chosen.map((of) => {
    const numbers = numbersOf(draft, of, template.kpis.find(({ key }) => key === of.kpi)!, read(of.kpi));
    const { baseline, target, level } = numbers;
    return { kpi: of.kpi, ...(level === undefined ? { baseline, target } : { level }) };
  });
  const isComplete = keyResults.every(
    (each) =>
      'level' in each || ('baseline' in each && each.baseline !== undefined && each.target !== undefined),
  );
  if (!isComplete || keyResults.length === 0) return undefined;
  const without = draft.without.filter((each) => !each.startsWith('key result '));
  const needed = new Set([
    ...chosen.map(({ kpi }) => kpi),
    ...chosen.flatMap(({ guardrails }) => guardrails).filter((key) => !without.includes(key)),
  ]);
  return {
    ...{ template: template.key, cycle: draft.cycle, title: draft.title, why: draft.why },
    ...{ owner: draft.owner, team: draft.team, without },
    ...(draft.currency && { currency: draft.currency }),
    keyResults: keyResults as NonNullable<Input<'templates.use'>['keyResults']>,
    kpis: [...needed].map((key) => ({
      template: key,
      ...(draft.linked[key] && { as: draft.linked[key] }),
    })),
  };
}

/** The text of a number's field: what was typed, else what is known. */
export function shownNumber(text: string | undefined, known: number | undefined): string {
  return text ?? fieldText(known);
}

function numberIn(text: string, unit: Unit): number | undefined {
  const read = typedValue(text, unit);
  return typeof read === 'number' ? read : undefined;
}
