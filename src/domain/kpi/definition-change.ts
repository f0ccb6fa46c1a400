import type { AddsUp, Direction } from './definition.ts';
import { type Unit, unitName } from './unit.ts';

/** What makes a version of a definition. */
export type Counting = {
  definition: string;
  unit: Unit;
  direction: Direction;
  addsUp: AddsUp;
  formula?: string | null;
};

const good: Record<Direction, string> = {
  higher: 'higher is better',
  lower: 'lower is better',
  within: 'good is within a band',
};

const ways: Record<AddsUp, string> = {
  sum: 'as a sum',
  mean: 'as a mean',
  last: 'by the last value',
  min: 'by the smallest',
  max: 'by the largest',
  ratio: 'as a ratio of two sums',
};

/** What two versions of a definition count differently, in words: 'in hours, no longer in minutes; lower is better'. Empty when nothing is. */
export function changeWords(before: Counting, after: Counting): string {
  const [was, is] = [unitName(before.unit), unitName(after.unit)];
  const words: string[] = [];
  if (was !== is) words.push(`in ${is}, no longer in ${was}`);
  if (before.direction !== after.direction) words.push(good[after.direction]);
  if (before.addsUp !== after.addsUp) words.push(`added up ${ways[after.addsUp]}`);
  const [made, makes] = [before.formula ?? null, after.formula ?? null];
  if (made !== makes) words.push(makes === null ? 'recorded, no longer computed' : `computed as ${makes}`);
  if (before.definition !== after.definition)
    words.push(after.definition ? `“${shortened(after.definition)}”` : 'without a definition');
  return words.join('; ');
}

function shortened(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length <= 80 ? line : `${line.slice(0, 79).trimEnd()}…`;
}
