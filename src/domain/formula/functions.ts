import {
  type Condition,
  type Expression,
  type Place,
  type PlainFunction,
  plainFunctions,
  rollUps,
  type Series,
} from './expression.ts';

/** What each function is written like and gives, for the editor and for messages. */
export const functions: readonly { name: string; form: string; gives: string }[] = [
  { name: 'sum', form: 'sum(a, b, …)', gives: 'the sum of its parts' },
  { name: 'sum', form: 'sum(kpi, n)', gives: 'the sum of the last n periods' },
  { name: 'avg', form: 'avg(a, b, …)', gives: 'the mean of its parts' },
  { name: 'avg', form: 'avg(kpi, n)', gives: 'the mean of the last n periods' },
  { name: 'min', form: 'min(a, b, …)', gives: 'the least of its parts' },
  { name: 'max', form: 'max(a, b, …)', gives: 'the greatest of its parts' },
  { name: 'abs', form: 'abs(a)', gives: 'a without its sign' },
  {
    name: 'round',
    form: 'round(a, decimals)',
    gives: 'a rounded, halves away from zero; decimals is 0 when left out',
  },
  { name: 'if', form: 'if(a > b, then, otherwise)', gives: 'one of two, by a comparison: < <= > >= = !=' },
  { name: 'lag', form: 'lag(kpi, n)', gives: 'the value n periods earlier' },
  {
    name: 'ytd',
    form: 'ytd(kpi)',
    gives: 'from the first period of the fiscal year to this one, by the KPI’s own way of adding up',
  },
  { name: 'weekly', form: 'weekly(kpi)', gives: 'a daily KPI by week, by its own way of adding up' },
  {
    name: 'monthly',
    form: 'monthly(kpi)',
    gives: 'a daily or weekly KPI by month, by its own way of adding up',
  },
  {
    name: 'quarterly',
    form: 'quarterly(kpi)',
    gives: 'a faster KPI by fiscal quarter, by its own way of adding up',
  },
  { name: 'yearly', form: 'yearly(kpi)', gives: 'a faster KPI by fiscal year, by its own way of adding up' },
];

/** The names of all functions, each once. */
export const functionNames = [...new Set(functions.map(({ name }) => name))];

const furthest = 1_000;

/** A function as it was called. */
export type Call = {
  name: string;
  condition: Condition | undefined;
  parts: readonly Expression[];
  place: Place;
};

/** What is wrong with a call: a sentence, and the part it is about. */
export type Misuse = { misuse: string; about: Place };

/** The expression that a call means, or what is wrong with its parts. */
export function called({ name, condition, parts, place }: Call): Expression | Misuse {
  const [first, second] = parts;
  if (name in rollUps) return rolledUp(name, parts, place);
  if (isPlain(name)) {
    if (first?.kind === 'series' && second?.kind === 'number' && parts.length === 2 && windowed(name))
      return counted(name, first, second, (series, count) => ({
        kind: 'window',
        name,
        series,
        count,
        ...place,
      }));
    if (parts.length === 0)
      return { misuse: `${name} needs at least one part, such as ${form(name)}`, about: place };
    if (name === 'abs' && parts.length > 1) return { misuse: 'abs takes one part', about: second! };
    return { kind: 'plain', name, parts: [...parts], ...place };
  }
  if (name === 'if') {
    const [met, otherwise, surplus] = parts;
    if (!condition || !met || !otherwise || surplus)
      return { misuse: `if takes a comparison and two values: ${form('if')}`, about: surplus ?? place };
    return { kind: 'if', condition, met, otherwise, ...place };
  }
  if (name === 'round') return rounded(parts, place);
  if (first?.kind !== 'series')
    return {
      misuse: `${name} takes a KPI, or a roll-up such as monthly(kpi): define a KPI of its own for anything longer`,
      about: first ?? place,
    };
  if (name === 'ytd')
    return second ? { misuse: 'ytd takes one KPI', about: second } : { kind: 'ytd', series: first, ...place };
  if (!second || parts[2])
    return { misuse: `lag takes a KPI and how many periods: ${form('lag')}`, about: parts[2] ?? place };
  return counted(name, first, second, (series, count) => ({ kind: 'lag', series, count, ...place }));
}

function isPlain(name: string): name is PlainFunction {
  return plainFunctions.some((each) => each === name);
}

// max(profit, 0) bounds a value, but nobody adds the number 3 to a KPI by sum(calls, 3).
function windowed(name: PlainFunction): name is 'sum' | 'avg' {
  return name === 'sum' || name === 'avg';
}

function counted(
  name: string,
  series: Series,
  part: Expression,
  make: (series: Series, count: number) => Expression,
): Expression | Misuse {
  const count = part.kind === 'number' ? part.value : Number.NaN;
  return Number.isInteger(count) && count >= 1 && count <= furthest
    ? make(series, count)
    : { misuse: `${name}(kpi, n) takes a whole number of periods from 1 to ${furthest}`, about: part };
}

function rolledUp(name: string, [first, surplus]: readonly Expression[], place: Place): Expression | Misuse {
  if (!first || surplus || first.kind !== 'series' || first.rollUp !== null)
    return { misuse: `${name} takes one KPI: ${name}(kpi)`, about: surplus ?? first ?? place };
  return { ...first, rollUp: rollUps[name]!, ...place };
}

function rounded([of, decimals, surplus]: readonly Expression[], place: Place): Expression | Misuse {
  if (!of || surplus)
    return { misuse: `round takes a value and perhaps decimals: ${form('round')}`, about: surplus ?? place };
  const count = decimals === undefined ? 0 : decimals.kind === 'number' ? decimals.value : Number.NaN;
  if (!Number.isInteger(count) || count > 10)
    return { misuse: 'decimals are a whole number from 0 to 10', about: decimals! };
  return { kind: 'round', of, decimals: count, ...place };
}

function form(name: string): string {
  return functions.find((each) => each.name === name)!.form;
}
