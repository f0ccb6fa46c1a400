import type { Act, Turn, UseCases } from '#app/act.ts';
import { loadKpi } from '#app/kpi/kpis.ts';
import { isBy, turnThen } from '#app/kpi/kpis-then.ts';
import { hiddenObjectives } from '#app/objective/objective-access.ts';
import { todayIn } from '#app/today.ts';
import type { FitnessList, MendLine } from '#contract/fitness.ts';
import { Refused } from '#contract/refused.ts';
import { type FitnessLine, fitnessLines } from '#db/fitness.ts';
import { isOverloaded, isUndecided } from '#domain/fitness/balanced.ts';
import { causes } from '#domain/fitness/cause.ts';
import type { FitnessFacts } from '#domain/fitness/facts.ts';
import { type Fitness, fitnessOf } from '#domain/fitness/fitness.ts';
import { urgencyOf } from '#domain/fitness/urgency.ts';
import { duePeriod } from '#domain/kpi/status.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { periodOf } from '#domain/time/period.ts';
import { fitnessLinesThen, toldAsToday } from './fitness-then.ts';

type Measured = { line: FitnessLine; facts: FitnessFacts; fitness: Fitness };

export const fitness: UseCases<'fitness'> = {
  find: async (act, { kpi, asOf }) => {
    const { id, key, name, created_at } = await loadKpi(act, kpi);
    if (asOf) {
      if (!isBy(created_at, asOf))
        throw new Refused(
          'not_found',
          `${name} was not kept here yet: it is since ${todayIn(act.organisation.timeZone, created_at)}.`,
          'asOf',
        );
      const turn = await turnThen(act, asOf);
      const { line, fitness } = measuredFrom(turn, await fitnessLinesThen(turn, id)).find(
        (each) => each.line.id === id,
      )!;
      return { kpi: id, key, name: line.name, ...fitness, asOf, asToday: toldAsToday(line) };
    }
    const { fitness } = (await measured(act, id)).find(({ line }) => line.id === id)!;
    return { kpi: id, key, name, ...fitness, asOf: null, asToday: [] };
  },

  list: async (act, { limit, ...wishes }) => {
    const all = await measured(act);
    const lines = folded(all).sort(
      (a, b) => b.urgency - a.urgency || (a.name < b.name ? -1 : Number(a.name > b.name)),
    );
    const wanted = lines.filter(
      ({ cause, owner, team }) =>
        (!wishes.cause || cause === wishes.cause) &&
        (!wishes.owner || owner === wishes.owner) &&
        (!wishes.team || team === wishes.team),
    );
    return {
      lines: wanted.slice(0, limit),
      total: wanted.length,
      kpis: all.length,
      fit: all.filter(({ fitness }) => fitness.findings.every(({ verdict }) => verdict !== 'to mend')).length,
      causes: causes.map((cause, at) => {
        const count = (wanted: string) =>
          all.filter(({ fitness }) => fitness.findings[at]!.verdict === wanted).length;
        return { cause, fit: count('fit'), toMend: count('to mend'), cannotSay: count('cannot say yet') };
      }),
      owners: ownersOf(all, lines),
      kpisPerOwner: act.organisation.kpisPerOwner,
      undecided: all
        .filter(({ facts }) => isUndecided(facts))
        .map(({ line, facts }) => ({
          ...{ kpi: line.id, key: line.key, name: line.name },
          ...{ asks: facts.asks!.what, since: facts.asks!.since },
        }))
        .sort((a, b) => (a.since < b.since ? -1 : Number(a.since > b.since))),
    };
  },
};

/** The fitness of every KPI that is not archived, or of one KPI beside those above it. */
async function measured(act: Act, kpi?: string): Promise<Measured[]> {
  const { id, timeZone } = act.organisation;
  const hidden = await hiddenObjectives(act);
  return measuredFrom(act, await fitnessLines(act.tx, id, { timeZone, hidden, kpi }));
}

function measuredFrom(act: Turn, lines: readonly FitnessLine[]): Measured[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const slots = slotsOf(act);
  return lines.map((line) => {
    const facts = factsOf(act, line, above(line, byId), slots(line));
    return { line, facts, fitness: fitnessOf(facts) };
  });
}

function above(line: FitnessLine, byId: ReadonlyMap<string, FitnessLine>): FitnessLine[] {
  const up: FitnessLine[] = [];
  for (let next = byId.get(line.parent ?? ''); next; next = byId.get(next.parent ?? '')) up.push(next);
  return up;
}

type Slots = Pick<FitnessFacts, 'now' | 'due'>;

/** The period that runs and the newest that is due, found once for each cadence and grace: thousands of KPIs share a few. */
function slotsOf({ today, organisation }: Turn): (line: FitnessLine) => Slots {
  const known = new Map<string, Slots>();
  return ({ cadence, grace_days }) => {
    const name = `${cadence} ${grace_days}`;
    const slots = known.get(name) ?? {
      now: periodOf(cadence, today, organisation.calendar),
      due: duePeriod(cadence, today, grace_days, organisation.calendar),
    };
    known.set(name, slots);
    return slots;
  };
}

function factsOf(
  act: Turn,
  line: FitnessLine,
  above: readonly FitnessLine[],
  { now, due }: Slots,
): FitnessFacts {
  return {
    cadence: line.cadence,
    now,
    due,
    created: line.created,
    today: act.today,
    calendar: act.organisation.calendar,
    unit: line.unit as Unit,
    decimals: line.decimals,
    hasDefinition: line.has_definition,
    hasPurpose: line.has_purpose,
    hasOwner: line.owner !== null,
    hasThreshold: line.has_threshold ?? false,
    pillar: line.pillar,
    ties: { targets: line.targets, guardrails: line.guardrails, improves: line.improves },
    isTiedAbove: above.some(
      (each) => each.pillar !== null || each.targets + each.guardrails + each.improves > 0,
    ),
    readers: {
      owner: line.owner === null ? null : line.owner_acknowledged,
      others: line.others,
      acknowledged: line.acknowledged,
    },
    arrivals:
      line.same_run === null
        ? undefined
        : line.newest && line.arrivals
          ? { newest: line.newest, codes: line.arrivals }
          : null,
    same: { run: line.same_run ?? 0, repeats: line.same_repeats ?? 0, pairs: line.same_pairs ?? 0 },
    newestValue: line.newest_value,
    counters: line.counters,
    isCounteredAbove: above.some(({ counters }) => counters > 0),
    load: { kpis: line.load, limit: act.organisation.kpisPerOwner },
    asks: line.asks && { what: line.asks, since: line.asks_since! },
    decided: { on: line.decided_on, acceptedUntil: line.accepted_until },
  };
}

// Who carries too many is one line about the owner, and not one about each of their KPIs.
function linesOf({ line, facts, fitness }: Measured): MendLine[] {
  const own = isOverloaded(facts)
    ? fitnessOf({ ...facts, load: { ...facts.load, kpis: 0 } }).findings
    : fitness.findings;
  return own.flatMap(({ cause, short, mend, by }) =>
    short && mend && by
      ? [
          {
            ...{ kpi: line.id, key: line.key, name: line.name, owner: line.owner, team: line.team },
            ...{ cause, short, mend, by, below: 0, urgency: urgencyOf(cause, line.weight, facts) },
          },
        ]
      : [],
  );
}

/** All lines, those of a part folded into the same line of the KPI that it is a part of. */
function folded(all: readonly Measured[]): MendLine[] {
  const nameOf = (kpi: string, { cause, short, owner }: MendLine): string =>
    `${kpi} ${cause} ${owner} ${short}`;
  const parents = new Map(all.map(({ line }) => [line.id, line.parent]));
  const lines = all.flatMap(linesOf);
  const named = new Map(lines.map((line) => [nameOf(line.kpi, line), line]));
  return lines.filter((line) => {
    let top: MendLine | undefined;
    for (let up = parents.get(line.kpi); up; up = parents.get(up)) top = named.get(nameOf(up, line)) ?? top;
    if (top) top.below += 1;
    return top === undefined;
  });
}

function ownersOf(all: readonly Measured[], lines: readonly MendLine[]): FitnessList['owners'] {
  const mends = Map.groupBy(lines, ({ owner }) => owner);
  const owners = new Map(
    all.flatMap(({ line, facts }) => (line.owner ? [[line.owner, facts] as const] : [])),
  );
  return [...owners]
    .map(([owner, facts]) => ({
      owner,
      kpis: facts.load.kpis,
      toMend: mends.get(owner)?.length ?? 0,
      isTooMany: isOverloaded(facts),
    }))
    .sort((a, b) => b.kpis - a.kpis || b.toMend - a.toMend || (a.owner < b.owner ? -1 : 1));
}
