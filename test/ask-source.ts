import assert from 'node:assert/strict';
import { type SourceAsk, SourceFault, type SourceRow } from '#app/connector/source.ts';
import type { SourceConfig } from '#domain/connector/config.ts';
import type { Limits } from '#sources/limits.ts';
import { openSource } from '#sources/open.ts';

/** The three months that sources are asked about where a test says nothing else, in Berlin's time. */
export const threeMonths = {
  cadence: 'monthly',
  calendar: { yearStartsIn: 1 },
  timeZone: 'Europe/Berlin',
  from: '2026-01',
  to: '2026-03',
} as const;

/** The instant at which tests ask: after the three months. */
export const askedAt = '2026-04-02T08:00:00Z';

type Given = Partial<Omit<SourceAsk, 'config'>> & { limits?: Partial<Limits>; signal?: AbortSignal };

/** Asks a source on the loopback, which is allowed. */
export function asked(config: SourceConfig, given: Given = {}): Promise<SourceRow[]> {
  const { limits = {}, signal = new AbortController().signal, ...ask } = given;
  const usual = { secrets: {}, span: threeMonths, unit: { kind: 'number' } as const, allowed: ['127.0.0.1'] };
  return openSource({
    clock: () => askedAt,
    limits,
    bug: (report) => process.stderr.write(`${report}\n`),
  }).fetch({ config, ...usual, ...ask }, signal);
}

/** Asks a source that has to refuse with this sentence, and gives the fault. */
export async function refusedWith(
  sentence: RegExp,
  config: SourceConfig,
  given?: Given,
): Promise<SourceFault> {
  const fault = await asked(config, given).then(
    (rows) => assert.fail(`it gave ${JSON.stringify(rows)}`),
    (error: unknown) => error,
  );
  assert.ok(fault instanceof SourceFault, String(fault));
  assert.doesNotMatch(fault.message, /broke off \(/, 'it is a fault of the source, and not of ours');
  assert.match(fault.message, sentence);
  return fault;
}

/** Rows as period = amount, or as where and why. */
export function shortly(rows: readonly SourceRow[]): string[] {
  return rows.map((row) => {
    if ('fault' in row) return `${row.at}: ${row.fault}`;
    return `${row.period} = ${'value' in row ? row.value : `${row.numerator}/${row.denominator}`}`;
  });
}
