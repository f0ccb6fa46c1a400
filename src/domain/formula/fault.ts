import type { Place } from './expression.ts';

/** What is wrong with a formula: where, in words, and what could stand there instead. */
export type Fault = Place & {
  /** 1-based, as editors count. */
  column: number;
  message: string;
  expected: string[];
};

/** A fault at a place; its message begins with the column. */
export function faultAt({ at, to }: Place, what: string, expected: readonly string[] = []): Fault {
  return { at, to, column: at + 1, message: `column ${at + 1}: ${what}`, expected: [...expected] };
}

/** "a KPI, a number or '('". */
export function either(choices: readonly string[]): string {
  const [last, ...others] = choices.toReversed();
  return others.length === 0 ? (last ?? '') : `${others.reverse().join(', ')} or ${last}`;
}
