/**
 * An answer that takes its time outside: it is made after the transaction has ended, so that no connection to the database waits for
 * another server. Only what changes nothing may answer so.
 */
export class Later<T> {
  readonly work: () => Promise<T>;

  constructor(work: () => Promise<T>) {
    this.work = work;
  }
}
