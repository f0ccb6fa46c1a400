import type { Act, UseCases } from '#app/act.ts';
import { type EvidenceAt, evidenceThenOf } from '#app/kpi/evidence-at.ts';
import { loadKpi } from '#app/kpi/kpis.ts';
import { turnThen } from '#app/kpi/kpis-then.ts';
import type { FormulaCheck, FormulaExplanation } from '#contract/formulas.ts';
import { Refused } from '#contract/refused.ts';
import { formulaVersions } from '#db/dependants.ts';
import { type KpiWithCounters, listKpisByRef } from '#db/kpis.ts';
import { readingsWithin } from '#db/readings.ts';
import { fractionAdvice, ratioAdvice } from '#domain/formula/advice.ts';
import { amountsOf } from '#domain/formula/amounts.ts';
import { type Held, heldFormulas } from '#domain/formula/definition.ts';
import { evaluate } from '#domain/formula/evaluate.ts';
import { type Expression, everyPart, keysOf, partsOf } from '#domain/formula/expression.ts';
import { Inputs } from '#domain/formula/inputs.ts';
import { printed } from '#domain/formula/print.ts';
import { daysRead, readsOf, slotsRead } from '#domain/formula/reads.ts';
import { type FormulaVersion, versionOf } from '#domain/formula/timeline.ts';
import type { Adding } from '#domain/kpi/roll-up.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import {
  type Calendar,
  isComplete,
  isPeriod,
  type Period,
  periodOf,
  periodsBetween,
  shift,
} from '#domain/time/period.ts';
import { understood } from './formula-definition.ts';

export const formulas: UseCases<'formulas'> = {
  check: async (act, { formula: text, kpi: ref, cadence, unit, periods }) => {
    const kpi = ref === undefined ? undefined : await loadKpi(act, ref);
    const own = kpi?.cadence ?? cadence ?? 'monthly';
    const read = await understood(act, text, { cadence: own, ...(kpi && { id: kpi.id }) });
    if (read.fault)
      return { ok: false, formula: null, fault: read.fault, inputs: [], advice: [], preview: [] };
    const { expression, inputs: rows } = read;
    const adding: Adding = {
      addsUp: kpi?.adds_up ?? 'mean',
      unit: unit ?? ((kpi?.unit ?? { kind: 'number' }) as Unit),
    };
    const held: Held = { expression, reads: readsOf(expression) };
    const now = periodOf(own, act.today, act.organisation.calendar);
    const shown = periodsBetween(shift(now, 1 - periods), now);
    const inputs = await inputsOver(act, held, rows, shown);
    const preview = shown.map((period) => {
      const { value, note } = amountsOf(held, period, inputs, adding, act.organisation.calendar);
      return { period, value, why: note, partial: !isComplete(period, act.today, act.organisation.calendar) };
    });
    const values = preview.flatMap(({ value }) => value ?? []);
    return {
      ok: true,
      formula: printed(expression),
      fault: null,
      inputs: rows.map((row) => shownInput(row, expression)),
      advice: [fractionAdvice(expression, values, adding.unit), ratioAdvice(expression, adding)].flatMap(
        (each) => each ?? [],
      ),
      preview,
    };
  },

  explain: async (act, { kpi: ref, period, asOf }) => {
    const present = await loadKpi(act, ref);
    const { id: organisation, calendar } = act.organisation;
    const turn = asOf ? await turnThen(act, asOf) : undefined;
    const then = turn && (await evidenceThenOf(turn, [present.id])).get(present.id);
    const kpi = then?.kpi ?? present;
    if (!isPeriod(period, kpi.cadence))
      throw new Refused(
        'invalid',
        `${period} is not a period of ${kpi.name}, which is ${kpi.cadence}.`,
        'period',
      );
    const versions = then
      ? formulasOf(then)
      : ((await formulaVersions(act.tx, organisation, [kpi.id])).get(kpi.id) ?? []);
    const all = heldFormulas(versions);
    const version = versionOf(all, period, calendar);
    if (!version?.formula)
      throw new Refused(
        'not_found',
        `${kpi.name} has no formula for ${period}: its reading was recorded.`,
        'period',
      );
    const held = version.formula;
    const keys = keysOf(held.expression);
    const known = turn && [...(await evidenceThenOf(turn, keys)).values()];
    const rows = known?.map((each) => each.kpi) ?? (await listKpisByRef(act.tx, organisation, keys));
    const inputs = known ? inputsThen(known, calendar) : await inputsOver(act, held, rows, [period]);
    const adding: Adding = { addsUp: kpi.adds_up, unit: kpi.unit as Unit };
    const { value, note } = amountsOf(held, period, inputs, adding, calendar);
    return {
      formula: printed(held.expression),
      validFrom: version === all[0] ? null : version.validFrom,
      period,
      value,
      why: note,
      inputs: partsRead(held, period, inputs, act).map(({ part, ...found }) => ({
        ...found,
        ...shownKpiOf(rows.find(({ key }) => key === found.key)!),
        part: printed(part),
      })),
    };
  },
};

type Row = Pick<KpiWithCounters, 'id' | 'key' | 'name' | 'cadence' | 'adds_up' | 'unit' | 'decimals'>;

async function inputsOver(
  act: Act,
  { reads }: Held,
  rows: readonly Row[],
  periods: readonly Period[],
): Promise<Inputs> {
  const { id: organisation, calendar } = act.organisation;
  const spans = rows.map(({ id, key }) => {
    const own = reads.filter(({ kpi }) => kpi === key);
    const days = own.flatMap((read) => periods.map((period) => daysRead(read, period, calendar)));
    return {
      kpi: id,
      from: days.map(({ from }) => from).sort()[0]!,
      to: days
        .map(({ to }) => to)
        .sort()
        .at(-1)!,
    };
  });
  const read = await readingsWithin(act.tx, organisation, spans);
  return new Inputs(
    new Map(
      rows.map(({ id, key, cadence, adds_up, unit }) => [
        key,
        {
          cadence,
          adding: { addsUp: adds_up, unit: unit as Unit },
          points: (read.get(id) ?? []).map((row) => ({ ...row, missing: row.missing ?? undefined })),
        },
      ]),
    ),
    calendar,
  );
}

function inputsThen(known: readonly EvidenceAt[], calendar: Calendar): Inputs {
  return new Inputs(
    new Map(
      known.map(({ kpi, evidence }) => [
        kpi.key,
        {
          cadence: kpi.cadence,
          adding: { addsUp: kpi.adds_up, unit: kpi.unit as Unit },
          points: [...evidence.readings],
        },
      ]),
    ),
    calendar,
  );
}

function formulasOf({ versions }: EvidenceAt): FormulaVersion<string>[] {
  return versions.toReversed().map(({ valid_from, facts }) => ({
    validFrom: valid_from,
    formula: (facts as { formula?: string | null }).formula ?? null,
  }));
}

function shownInput(row: Row, expression: Expression): FormulaCheck['inputs'][number] {
  const parts = [...everyPart(expression)];
  const place = parts.find((part) => part.kind === 'series' && part.kpi === row.key)!;
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    cadence: row.cadence,
    unit: row.unit as Unit,
    at: place.at,
    to: place.to,
  };
}

function shownKpiOf(row: Row) {
  return { id: row.id, key: row.key, name: row.name, unit: row.unit as Unit, decimals: row.decimals };
}

type Found = Omit<FormulaExplanation['inputs'][number], 'id' | 'name' | 'unit' | 'decimals' | 'part'> & {
  part: Expression;
};

// What reads a KPI, each once: of lag(mrr, 1) the whole, of lost / customers the two sides.
function partsRead({ expression }: Held, period: Period, inputs: Inputs, act: Act): Found[] {
  const { calendar } = act.organisation;
  const found = new Map<string, Found>();
  const visit = (part: Expression) => {
    const [read] = part.kind === 'series' || 'series' in part ? readsOf(part) : [];
    if (read) {
      const given = evaluate(part, period, inputs, calendar);
      found.set(printed(part), {
        part,
        key: read.kpi,
        ...slotsRead(read, period, calendar),
        value: given.value,
        why: given.value === null ? given.why : null,
      });
    } else for (const each of partsOf(part)) visit(each);
  };
  visit(expression);
  return [...found.values()];
}
