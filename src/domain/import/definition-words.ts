import { type AddsUp, addsUp, type Direction } from '#domain/kpi/definition.ts';
import { type Cadence, cadences } from '#domain/time/period.ts';

const directionWords: Record<Direction, RegExp> = {
  higher: /^(higher|high|up|more|rising|increase|maximi[sz]e|↑|\+)( is better)?$/,
  lower: /^(lower|low|down|less|falling|decrease|minimi[sz]e|↓|-)( is better)?$/,
  within: /^(within|between|band|range|in band|target)( a band| is better)?$/,
};

/** The direction that a word means, such as "up" or "lower is better". */
export function readDirection(text: string): Direction | undefined {
  const plain = text.trim().toLowerCase();
  return (Object.keys(directionWords) as Direction[]).find((direction) =>
    directionWords[direction].test(plain),
  );
}

const cadenceWords: Record<Cadence, RegExp> = {
  daily: /^(daily|days?|every day)$/,
  weekly: /^(weekly|weeks?|every week)$/,
  monthly: /^(monthly|months?|every month)$/,
  quarterly: /^(quarterly|quarters?|every quarter)$/,
  yearly: /^(yearly|years?|annual|annually|every year)$/,
};

/** The cadence that a word means, such as "weekly" or "month". */
export function readCadence(text: string): Cadence | undefined {
  const plain = text.trim().toLowerCase();
  return cadences.find((cadence) => cadenceWords[cadence].test(plain));
}

const synonyms: Record<string, AddsUp> = {
  total: 'sum',
  average: 'mean',
  avg: 'mean',
  latest: 'last',
  newest: 'last',
  minimum: 'min',
  maximum: 'max',
};

/** The way of adding up that a word means, such as "sum" or "average". */
export function readAddsUp(text: string): AddsUp | undefined {
  const plain = text.trim().toLowerCase();
  return (
    addsUp.find((way) => way === plain) ?? (Object.hasOwn(synonyms, plain) ? synonyms[plain] : undefined)
  );
}
