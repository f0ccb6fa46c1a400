import type { Place } from './expression.ts';
import { either, type Fault, faultAt } from './fault.ts';
import type { Token } from './token.ts';

// Thrown and caught inside the parser only, so that its functions read as the grammar does.
class Unreadable extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** The tokens of a formula, read one after the other. */
export class Reader {
  readonly #tokens: readonly Token[];
  #index = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get next(): Token {
    return this.#tokens[this.#index]!;
  }

  /** The token that was taken last. */
  get last(): Token {
    return this.#tokens[this.#index - 1]!;
  }

  take(): Token {
    return this.#tokens[this.#index++]!;
  }

  /** Whether the next token is one of these signs. */
  at(signs: readonly string[]): boolean {
    return this.next.kind === 'sign' && signs.includes(this.next.text);
  }

  /** Whether a bracket follows the next token: a KPI may be called as a function is. */
  isCall(): boolean {
    const after = this.#tokens[this.#index + 1];
    return after?.kind === 'sign' && after.text === '(';
  }

  /** Takes the next token, which has to be this sign. */
  takeSign(sign: string, others: readonly string[] = []): void {
    if (!this.at([sign])) this.expected([...others, `'${sign}'`]);
    this.take();
  }

  expected(what: readonly string[]): never {
    const { kind, text } = this.next;
    const there = kind === 'end' ? 'the end' : `'${text}'`;
    throw new Unreadable(faultAt(this.next, `expected ${either(what)}; found ${there}`, what));
  }

  refuse(what: string, place: Place = this.next, expected: readonly string[] = []): never {
    throw new Unreadable(faultAt(place, what, expected));
  }

  /** The fault that ended the reading, or undefined when what was thrown is no fault of the formula. */
  static faultIn(thrown: unknown): Fault | undefined {
    return thrown instanceof Unreadable ? thrown.fault : undefined;
  }
}
