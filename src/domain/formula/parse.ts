import type { Comparator, Condition, Expression, Operator, Series } from './expression.ts';
import { type Fault, faultAt } from './fault.ts';
import { called, functionNames } from './functions.ts';
import { Reader } from './reader.ts';
import { tokensOf } from './token.ts';

/** What a formula says, or the first thing that is wrong with how it is written. */
export type Parsed = { expression: Expression; fault?: undefined } | { expression?: undefined; fault: Fault };

/** Longer formulas are refused: they would be nested too deep to be understood, by people first. */
export const longestFormula = 2_000;

const strengths: Readonly<Record<Operator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 };
const operators = Object.keys(strengths) as Operator[];
const comparators: readonly Comparator[] = ['<=', '>=', '!=', '<', '>', '='];
const stray = 'a comparison stands only as the first part of if(comparison, a, b)';
const operand = ['a KPI', 'a number', "'('"];

/** Reads a formula; which KPIs there are, and of which cadence, is asked afterwards (see check.ts). */
export function parse(text: string): Parsed {
  if (text.length > longestFormula)
    return {
      fault: faultAt(
        { at: longestFormula, to: text.length },
        `a formula has at most ${longestFormula} characters`,
      ),
    };
  const read = tokensOf(text);
  if ('fault' in read) return { fault: read.fault };
  const reader = new Reader(read.tokens);
  try {
    const expression = sumOf(reader);
    if (reader.at(comparators)) reader.refuse(stray);
    if (reader.next.kind !== 'end') reader.expected(['an operator', 'the end']);
    return { expression };
  } catch (thrown) {
    const fault = Reader.faultIn(thrown);
    if (!fault) throw thrown;
    return { fault };
  }
}

/** An expression up to what ends it: a comma, a bracket, a comparison. */
function sumOf(reader: Reader, strength = 1): Expression {
  let left = signed(reader);
  for (;;) {
    const operator = operators.find((each) => reader.at([each]));
    if (!operator || strengths[operator] < strength) return left;
    reader.take();
    // Operators of the same strength bind to the left: a - b - c is (a - b) - c.
    const right = sumOf(reader, strengths[operator] + 1);
    left = { kind: 'binary', operator, left, right, at: left.at, to: right.to };
  }
}

/** The comparison that an `if` begins with. */
function conditionOf(reader: Reader): Condition {
  const left = sumOf(reader);
  const comparator = comparators.find((each) => reader.at([each]));
  if (!comparator) reader.expected(["'<'", "'<='", "'>'", "'>='", "'='", "'!='"]);
  reader.take();
  return { comparator: comparator!, left, right: sumOf(reader) };
}

function signed(reader: Reader): Expression {
  if (!reader.at(['-'])) return operandOf(reader);
  const { at } = reader.take();
  const of = signed(reader);
  return { kind: 'negative', of, at, to: of.to };
}

function operandOf(reader: Reader): Expression {
  const { next } = reader;
  if (next.kind === 'number') {
    reader.take();
    return { kind: 'number', value: next.value, at: next.at, to: next.to };
  }
  if (next.kind === 'quoted') return seriesAt(reader);
  if (next.kind === 'word') return reader.isCall() ? callAt(reader) : seriesAt(reader);
  if (!reader.at(['('])) reader.expected(operand);
  reader.take();
  const inner = sumOf(reader);
  if (reader.at(comparators)) reader.refuse(stray);
  if (!reader.at([')'])) reader.expected(['an operator', "')'"]);
  reader.take();
  return inner;
}

function seriesAt(reader: Reader): Series {
  const { text, at, to } = reader.take();
  return { kind: 'series', kpi: text, rollUp: null, at, to };
}

function callAt(reader: Reader): Expression {
  const name = reader.take();
  if (name.kind !== 'word' || !functionNames.includes(name.text))
    reader.refuse(
      `there is no function ${name.text}; there are ${functionNames.join(', ')}`,
      name,
      functionNames,
    );
  reader.take();
  const condition = name.text === 'if' ? conditionOf(reader) : undefined;
  const parts: Expression[] = [];
  if (condition && !reader.at([')'])) reader.takeSign(',', ['an operator']);
  if (!reader.at([')'])) {
    parts.push(sumOf(reader));
    while (reader.at([','])) {
      reader.take();
      parts.push(sumOf(reader));
    }
  }
  if (reader.at(comparators)) reader.refuse(stray);
  if (!reader.at([')'])) reader.expected(['an operator', "','", "')'"]);
  const { to } = reader.take();
  const call = called({ name: name.text, condition, parts, place: { at: name.at, to } });
  return 'misuse' in call ? reader.refuse(call.misuse, call.about) : call;
}
