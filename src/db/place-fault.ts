/** A reason why Tandem cannot have its database, as one line for the person who starts it; `serve` prints it and exits with 1. */
export class Fault extends Error {
  override name = 'Fault';
}

/** Where the database tells what it does besides its work; pino fits. */
export type Log = Record<'info' | 'warn' | 'error', (text: string) => void>;

/** The operating system's code of an error (`ENOENT`, `EACCES`) or PostgreSQL's (`57P03`), '' when it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** An error's own words, in one line. */
export function wordsOf(error: unknown): string {
  // A refused TCP connection to a name with two addresses is an AggregateError without a message of its own.
  if (error instanceof AggregateError && error.message === '') return error.errors.map(wordsOf).join(', ');
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s*\n\s*/g, ' ');
}
