import { addDays } from '#domain/time/day.ts';
import { counted, type Fault, type Finding, found } from './cause.ts';
import type { Asks, FitnessFacts } from './facts.ts';

/** A quarter of a year: whoever meets about it every quarter has met once. */
const quarterDays = 92;

const askedWords: Record<Asks['what'], string> = {
  breach: 'in breach',
  signal: 'telling of a deterioration',
  gap: 'short of what is wanted',
};

/** Whether it is watched against gaming, carried by somebody who has room for it, and leads to decisions when it asks for one. */
export function balanced(facts: FitnessFacts): Finding {
  const { counters, isCounteredAbove, load, asks } = facts;
  const faults: Fault[] = [];
  if (!hasCounter(facts))
    faults.push({
      sentence: 'It has no counter-metric: nothing would show if it were gamed.',
      short: 'it has no counter-metric',
      mend: 'Name the KPI that would suffer if this one were gamed.',
      by: 'owner',
    });
  if (isUndecided(facts))
    faults.push({
      sentence: `It has been ${askedWords[asks!.what]} since ${asks!.since}, and led to no decision in a quarter.`,
      short: 'it led to no decision in a quarter',
      mend: 'Decide about its gap, or stop counting it.',
      by: 'owner',
    });
  if (isOverloaded(facts))
    faults.push({
      sentence: `Its owner carries ${counted(load.kpis, 'KPI')}; more than ${load.limit} are too many to know.`,
      short: `its owner carries ${counted(load.kpis, 'KPI')}`,
      mend: 'Give some of them to others, or archive those that nobody misses.',
      by: 'lead',
    });
  const counter = counters > 0 ? counted(counters, 'counter-metric') : 'The counter-metrics of the KPI above';
  return found('balanced', faults, `${counter}, ${decidedWords(facts)}.`, {
    evidence: [
      {
        name: 'counter-metrics',
        value: isCounteredAbove && counters === 0 ? 'of the KPI above' : String(counters),
      },
      {
        name: 'KPIs of its owner',
        value: facts.hasOwner ? `${load.kpis} (too many above ${load.limit})` : 'no owner',
      },
      { name: 'asks for a decision since', value: asks ? asks.since : 'not now' },
      { name: 'last decision', value: facts.decided.on ?? 'none' },
    ],
  });
}

/** Whether something would show if the KPI, or the one that it is a part of, were gamed. */
function hasCounter({ counters, isCounteredAbove }: FitnessFacts): boolean {
  return counters > 0 || isCounteredAbove;
}

/** Whether its owner carries more than the organisation allows. */
export function isOverloaded({ hasOwner, load }: FitnessFacts): boolean {
  return hasOwner && load.kpis > load.limit;
}

/** Whether it has asked for a decision for a quarter and got none; one that asks for nothing has nothing to lead to. */
export function isUndecided(facts: FitnessFacts): boolean {
  const { asks, today } = facts;
  if (!asks || isActedOn(facts)) return false;
  return asks.since <= addDays(today, -quarterDays);
}

function isActedOn({ ties, decided, today }: FitnessFacts): boolean {
  if (ties.targets > 0 || ties.improves > 0) return true;
  if (decided.acceptedUntil !== null && decided.acceptedUntil >= today) return true;
  return decided.on !== null && decided.on > addDays(today, -quarterDays);
}

function decidedWords(facts: FitnessFacts): string {
  if (!facts.asks) return 'and nothing that asks for a decision';
  if (isActedOn(facts)) return 'and acted on';
  return `and ${askedWords[facts.asks.what]} since ${facts.asks.since}, which asks for a decision within a quarter`;
}
