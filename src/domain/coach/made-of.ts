import type { Direction } from '#domain/kpi/definition.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import type { Measure } from '#domain/okr/measure.ts';
import { amountOf, unitOf } from '#domain/okr-document/amount.ts';
import { guessMeasure } from '#domain/okr-document/measure-guess.ts';
import { read } from './read.ts';

/** The definition of a KPI as a sentence says it; `line` is the floor or ceiling that it names. */
export type KpiOf = {
  name: string;
  unit: Unit;
  direction: Exclude<Direction, 'within'>;
  line: { kind: 'floor' | 'ceiling'; value: number } | undefined;
};

/** A key result as a sentence says it; `target` is known where the measure is not, because no baseline is told. */
export type KeyResultOf = {
  title: string;
  measure: Measure | undefined;
  target: number | undefined;
  unit: Unit;
};

const runUp =
  /^(?:(?:we|our team|the team|to|will|should|shall|must|want|always|please|let us|let's|i|continue|continuing)\s+)+/i;
const holding =
  /^(?:maintain(?:ing)?|keep(?:ing)?|stay(?:ing)?|remain(?:ing)?|hold(?:ing)?|sustain(?:ing)?|ensure|ensuring|guarantee|preserve|monitor(?:ing)?|track(?:ing)?|watch(?:ing)?|measure|measuring|observe|report|do not (?:let|allow)|don't (?:let|allow)|never (?:let|allow))\s+/i;
const bounds =
  /\b(?:at least|at most|more than|less than|fewer than|no more than|not more than|no less than|no fewer than|no longer than|above|below|over|under|within|up to|around|about|at or above|at or below|exceeds?|exceeding|exceed|fall below|falls below|drop below|drops below|rise above|rises above|go above|go below|at|of|is|are|stays?|remains?|reaches)\s*$|[<>≤≥=:]+\s*$/i;
const after =
  /^\s*(?:or (?:more|higher|better|less|fewer|lower|above|below|over|under)|and (?:more|above|over))\b/i;
const below =
  /\b(?:at most|less than|fewer than|no more than|not more than|no longer than|below|under|within|up to|at or below|exceeds?|exceed|exceeding|rises? above|go above)\s*$|[<≤]=?\s*$/i;
const above =
  /\b(?:at least|more than|no less than|no fewer than|above|over|at or above|(?:falls?|drops?|go) below)\s*$|[>≥]=?\s*$/i;
// "Never let churn exceed 3 %" and "do not fall below 95": the bound that must not be crossed is named by its other side.
const lesser =
  /\b(?:churn|turnover|attrition|absence|absenteeism|sick|wait|waiting|time|times|duration|delay|latency|lead|cost|costs|spend|expenses|error|errors|defect|defects|bug|bugs|incident|incidents|complaint|complaints|accident|accidents|injur\w+|downtime|backlog|queue|waste|scrap|emissions|consumption|debt|cancellations?|returns?|shrinkage|mortality|readmissions?|infections?|overtime|no-shows?|stockouts?|age)\b/i;
const unitWords =
  /^\s*(?:%|percent(?:age points?)?|per cent|(?:working |business |calendar )?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\b|points?\b|(?:EUR|USD|GBP|CHF)\b|stars?\b)/i;

/** The KPI that a sentence speaks of: "Maintain 98 % uptime" is uptime in percent with a floor of 98. */
export function kpiOf(sentence: string): KpiOf {
  const text = sentence.trim().replace(/[.!]+$/, '');
  const amount = read(text).amounts.find((each) => amountOf(each.text) !== undefined);
  if (!amount)
    return { name: nameOf(text), unit: unitless(text), direction: directionOf(text), line: undefined };
  const before = text.slice(0, amount.at.from);
  const behind = text.slice(amount.at.to);
  const counted = unitOf(amount, text) ?? { kind: 'number' };
  const bound = bounds.exec(before);
  const thing = counted.kind === 'number' ? (/[a-z]{4,}$/i.exec(amount.text)?.[0] ?? '') : '';
  const rest = (counted.kind === 'number' ? behind : behind.replace(unitWords, '')).replace(after, '');
  const name = nameOf(`${bound ? before.slice(0, bound.index) : before} ${thing} ${rest}`);
  const isCeiling = isBelow(before, behind) ?? directionOf(name) === 'lower';
  return {
    name,
    unit: counted,
    direction: isCeiling ? 'lower' : 'higher',
    line: { kind: isCeiling ? 'ceiling' : 'floor', value: amountOf(amount.text)! },
  };
}

/** The key result that a sentence speaks of: its own words, and the measure that they tell. */
export function keyResultOf(sentence: string): KeyResultOf {
  const title = sentence.trim().replace(/[.]+$/, '');
  const { measure, unit } = guessMeasure(title);
  const [amount] = read(title).amounts;
  if (measure.kind !== 'done' || !amount) return { title, measure, target: undefined, unit };
  // "By 20%" says how far to go, not where to.
  const isChange = /\bby\s*$/i.test(title.slice(0, amount.at.from));
  return { title, measure: undefined, target: isChange ? undefined : amountOf(amount.text), unit };
}

function isBelow(before: string, behind: string): boolean | undefined {
  if (/^\s*(?:%\s*)?or (?:less|fewer|lower|below|under)\b/i.test(behind)) return true;
  if (/^\s*(?:%\s*)?(?:or (?:more|higher|better|above|over)|and (?:more|above|over))\b/i.test(behind))
    return false;
  if (/\b(?:not|never|no)\b.*\b(?:rises?|goes?|gets?|climbs?) above\s*$/i.test(before)) return true;
  if (above.test(before)) return false;
  return below.test(before) ? true : undefined;
}

function nameOf(text: string): string {
  const bare = text
    .trim()
    .replace(runUp, '')
    .replace(holding, '')
    .replace(/^(?:the|our|a|an|of|on|in)\s+/i, '')
    .replace(
      /\s+(?:at all times|always|every (?:day|week|month|quarter|year)|all the time|this (?:quarter|year|month)|as (?:usual|before|it is))$/i,
      '',
    )
    .replace(/\s+(?:of|at|to|is|are|by|in|on|for|and|or|than|with|as|per)$/i, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[,;:–—-]+\s*|\s*[,;:–—-]+$/g, '')
    .trim();
  return bare.slice(0, 1).toUpperCase() + bare.slice(1, 120);
}

function directionOf(text: string): 'higher' | 'lower' {
  return lesser.test(text) ? 'lower' : 'higher';
}

// "Conversion rate" is in percent though no number says so.
function unitless(text: string): Unit {
  return /\b(?:rate|share|percentage|percent|uptime|availability|utili[sz]ation|coverage)\b/i.test(text)
    ? { kind: 'percent' }
    : { kind: 'number' };
}
