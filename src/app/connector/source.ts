import type { SourceConfig } from '#domain/connector/config.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import type { Cadence, Calendar, Period } from '#domain/time/period.ts';

/** The periods that are asked for, both ends included; days begin and end in `timeZone` (IANA). */
export type SourceSpan = {
  cadence: Cadence;
  calendar: Calendar;
  timeZone: string;
  from: Period;
  to: Period;
};

/** One pull: what is asked, for which periods of a KPI, with which secrets, and where it may go. */
export type SourceAsk = {
  config: SourceConfig;
  /** By the names that secretNames gives; one that is missing is a fault, but for databases, GitHub, GitLab and Jira servers that ask for none. */
  secrets: Readonly<Record<string, string>>;
  span: SourceSpan;
  /** The KPI's, in which texts are read: "45 %" and "4h 12m" are numbers of it. */
  unit: Unit;
  /**
   * Private places that an administrator has allowed: `grafana.lan`, `10.1.2.3`, `10.0.0.0/8`, `fd00::/8`, each perhaps with a port
   * (`grafana.lan:3000`, `[fd00::1]:5432`). Public ones need no entry.
   */
  allowed: readonly string[];
};

/**
 * One period's reading, in the order of periods and within the span that was asked for; a period that the source says nothing
 * about has none. `at` is where it stood ("row 3", "page 2, row 5"). Rows that cannot be read come last, each with the `fault` as a
 * sentence, and its period where that could be told.
 */
export type SourceRow =
  | { at: string; period: Period; value: number; note?: string }
  | { at: string; period: Period; numerator: number; denominator: number; note?: string }
  | { at: string; period?: Period; fault: string };

/**
 * Where readings are pulled from. Rejects with SourceFault and nothing else, also when the signal ends it; nothing stays open then.
 * A secret is in no fault and in no row.
 */
export type Source = {
  fetch(ask: SourceAsk, signal: AbortSignal): Promise<SourceRow[]>;
};

/** Why a pull gave nothing, as a sentence for the person; `retry`: it may work later, from the instant `after` (ISO) on if that is known. */
export class SourceFault extends Error {
  readonly retry: boolean;
  readonly after: string | undefined;

  constructor(message: string, { retry = false, after }: { retry?: boolean; after?: string } = {}) {
    super(message);
    this.name = 'SourceFault';
    this.retry = retry;
    this.after = after;
  }
}
