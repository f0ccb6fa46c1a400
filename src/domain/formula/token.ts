import type { Place } from './expression.ts';
import { type Fault, faultAt } from './fault.ts';

/** A number, a word (a KPI's key or a function's name), a key between backquotes, a sign, or the end of the text. */
export type Token =
  | ({ kind: 'number'; value: number; text: string } & Place)
  | ({ kind: 'word' | 'quoted' | 'sign' | 'end'; text: string } & Place);

const space = /\s+/y;
const number = /\d+(?:\.\d+)?(?:e[+-]?\d+)?/iy;
// The longest run of what a key is made of, so that lost-customers is one KPI and a subtraction has spaces.
const word = /[a-z0-9]+(?:-[a-z0-9]+)*/iy;
const quoted = /`([^`]*)`/y;
const sign = /<=|>=|!=|<>|==|[-+*/(),<>=−×÷≤≥≠]/y;

// As a word processor writes them.
const signs: Readonly<Record<string, string>> = {
  '−': '-',
  '×': '*',
  '÷': '/',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '<>': '!=',
  '==': '=',
};

/** The tokens of a formula, the last of kind `end`; or the fault at the first character that no formula has. */
export function tokensOf(text: string): { tokens: Token[] } | { fault: Fault } {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    at += found(space, text, at)?.length ?? 0;
    if (at === text.length) break;
    const token = tokenAt(text, at);
    if (!token) return { fault: strange(text, at) };
    tokens.push(token);
    at = token.to;
  }
  tokens.push({ kind: 'end', text: '', at: text.length, to: text.length });
  return { tokens };
}

/** Whether a key would be read as itself without backquotes: one such as 12 or 1e5 would be a number. */
export function isPlainKey(key: string): boolean {
  const token = tokenAt(key, 0);
  return token?.kind === 'word' && token.to === key.length;
}

function tokenAt(text: string, at: number): Token | undefined {
  const digits = found(number, text, at);
  const letters = found(word, text, at);
  if (digits !== undefined && !isKey(letters!, digits))
    return { kind: 'number', value: Number(digits), text: digits, at, to: at + digits.length };
  if (letters !== undefined)
    return { kind: 'word', text: letters.toLowerCase(), at, to: at + letters.length };
  const key = found(quoted, text, at);
  if (key !== undefined) return { kind: 'quoted', text: key.slice(1, -1), at, to: at + key.length };
  const mark = found(sign, text, at);
  return mark === undefined
    ? undefined
    : { kind: 'sign', text: signs[mark] ?? mark, at, to: at + mark.length };
}

// 3-day-retention is a KPI, 3-2 a subtraction, 1e5 a number.
function isKey(letters: string, digits: string): boolean {
  return letters.length > digits.length && /[a-z]/i.test(letters);
}

function found(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function strange(text: string, at: number): Fault {
  const character = String.fromCodePoint(text.codePointAt(at)!);
  const place = { at, to: at + character.length };
  if (character === '`')
    return faultAt({ at, to: text.length }, 'a key between backquotes has no second backquote', ['`']);
  if (character === '%')
    return faultAt(place, 'a formula has no percent sign: write 0.05 for 5 %', ['a number']);
  if (character === '_')
    return faultAt(place, 'keys are written with hyphens, such as lost-customers', ['a KPI']);
  if (character === '.') return faultAt(place, 'a number begins with a digit: write 0.5', ['a number']);
  return faultAt(place, `"${character}" means nothing in a formula`, ['a KPI', 'a number', "'('"]);
}
