import type { Input } from '#contract/index.ts';
import type { Kpi } from '#contract/kpis.ts';
import { typedValue } from '../../parts/typed-value.ts';
import { keyOf } from './key-of.ts';

/** A definition as it stands in the form: texts as typed, and what nobody has chosen yet as undefined. */
export type Draft = Pick<
  Kpi,
  | 'name'
  | 'purpose'
  | 'definition'
  | 'owner'
  | 'team'
  | 'person'
  | 'labels'
  | 'direction'
  | 'cadence'
  | 'role'
  | 'kind'
  | 'counterMetrics'
> & {
  key: string | undefined;
  /** Null: its readings are recorded. */
  formula: string | null;
  scope: 'organisation' | 'team' | 'person';
  unit: Kpi['unit']['kind'];
  symbol: string;
  currency: string;
  duration: Extract<Kpi['unit'], { kind: 'duration' }>['unit'];
  from: string;
  to: string;
  /** The names of the steps, as people write a list: 'red, amber, green'. */
  steps: string;
  decimals: number | undefined;
  addsUp: Kpi['addsUp'] | undefined;
  pillar: string;
  weight: string;
  graceDays: string;
};

/** A new definition, owned by the person who writes it. */
export function newDraft(owner: string | null): Draft {
  return {
    ...{ name: '', purpose: '', definition: '', key: undefined, pillar: '', formula: null },
    ...{ owner, team: null, person: null, scope: 'organisation', labels: [], counterMetrics: [] },
    ...{ unit: 'number', symbol: '', currency: 'EUR', duration: 'hours', from: '1', to: '5', steps: '' },
    ...{ direction: 'higher', cadence: 'weekly', role: 'output', kind: 'quantitative' },
    ...{ decimals: undefined, addsUp: undefined, weight: '1', graceDays: '3' },
  };
}

/** The definition of a KPI, to be changed. */
export function draftOf(kpi: Kpi): Draft {
  const { unit, pillar, weight, graceDays } = kpi;
  return {
    ...newDraft(kpi.owner),
    ...kpi,
    unit: unit.kind,
    scope: kpi.person ? 'person' : kpi.team ? 'team' : 'organisation',
    pillar: pillar ?? '',
    weight: String(weight),
    graceDays: String(graceDays),
    ...(unit.kind === 'number' && { symbol: unit.symbol ?? '' }),
    ...(unit.kind === 'currency' && { currency: unit.code }),
    ...(unit.kind === 'duration' && { duration: unit.unit }),
    ...(unit.kind === 'scale' && {
      ...{ from: String(unit.from), to: String(unit.to), steps: unit.steps?.join(', ') ?? '' },
    }),
  };
}

/** The unit that the form says; a bound of a scale that is no number is left to the server to refuse. */
export function unitOf(draft: Draft): Kpi['unit'] {
  switch (draft.unit) {
    case 'number':
      return draft.symbol.trim() ? { kind: 'number', symbol: draft.symbol.trim() } : { kind: 'number' };
    case 'percent':
      return { kind: 'percent' };
    case 'currency':
      return { kind: 'currency', code: draft.currency.trim().toUpperCase() };
    case 'duration':
      return { kind: 'duration', unit: draft.duration };
    case 'scale':
      return { kind: 'scale', from: number(draft.from), to: number(draft.to), ...stepsOf(draft) };
  }
}

function stepsOf({ steps }: Draft): { steps?: string[] } {
  const names = steps.split(',').map((name) => name.trim());
  return names.some(Boolean) ? { steps: names } : {};
}

/** How values usually add up in a unit, until somebody chooses. */
export function usualWay({ unit }: Pick<Draft, 'unit'>): Kpi['addsUp'] {
  if (unit === 'percent') return 'ratio';
  return unit === 'currency' || unit === 'number' ? 'sum' : 'mean';
}

/** How many decimals a unit usually has, until somebody chooses. */
export function usualDecimals({ unit }: Pick<Draft, 'unit'>): number {
  return { number: 0, percent: 1, currency: 0, duration: 0, scale: 1 }[unit];
}

/** The key that is meant: the one that was typed, else one made of the name. */
export function keyIn({ key, name }: Pick<Draft, 'key' | 'name'>): string {
  return key ?? keyOf(name);
}

/** A draft as the definition of a new KPI. */
export function created(draft: Draft): Input<'kpis.create'> {
  return {
    ...{ key: keyIn(draft), name: draft.name, purpose: draft.purpose, definition: draft.definition },
    ...{ owner: draft.owner, labels: draft.labels, unit: unitOf(draft) },
    team: draft.scope === 'team' ? draft.team : null,
    person: draft.scope === 'person' ? draft.person : null,
    ...{ direction: draft.direction, cadence: draft.cadence, role: draft.role, kind: draft.kind },
    decimals: draft.decimals ?? usualDecimals(draft),
    formula: draft.formula === null ? null : draft.formula.trim(),
    addsUp: draft.addsUp ?? usualWay(draft),
    pillar: draft.pillar.trim() || null,
    weight: number(draft.weight),
    graceDays: number(draft.graceDays),
    counterMetrics: draft.counterMetrics,
  };
}

type Change = Omit<Input<'kpis.change'>, 'kpi'>;

/** What a draft changes of a KPI; fields that stay are left out, because naming one of them makes a new version. */
export function changed(draft: Draft, before: Kpi): Change {
  const { key: _, cadence: __, ...wanted } = created(draft);
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof Kpi]),
    ),
  );
}

/** Whether a change begins a new version of the definition from a day on. */
export function makesVersion(change: Change): boolean {
  return ['definition', 'formula', 'unit', 'direction', 'addsUp'].some((field) => field in change);
}

// NaN travels as null and comes back as a refusal that names the field.
function number(text: string): number {
  const value = typedValue(text, { kind: 'number' });
  return typeof value === 'number' ? value : Number.NaN;
}
