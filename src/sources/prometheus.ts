import { SourceFault, type SourceRow } from '#app/connector/source.ts';
import type { PrometheusConfig } from '#domain/connector/config.ts';
import { filledIn } from '#domain/connector/placeholders.ts';
import { basicSignIn, bearerSignIn, headersOf } from './headers.ts';
import { apiAddress, askJson } from './json-api.ts';
import { eachPeriod } from './per-period.ts';
import { type Pull, secretOf } from './pull.ts';
import { type RawRow, readRows } from './rows.ts';
import { type Bounds, filler, secondsOf } from './span.ts';

type Sample = [number, string];
type Series = { metric?: Record<string, string>; value?: Sample; values?: Sample[] };
/** Samples by the second at which they were taken. */
type Taken = Map<number, string>;

// Prometheus refuses from 11,000 on.
const mostPoints = 10_000;

/** What a query gives at the end of each period; periods of one length are asked for together, those of others apart. */
export async function fetchPrometheus(pull: Pull<PrometheusConfig>): Promise<SourceRow[]> {
  const { config } = pull;
  const now = pull.clock();
  const periods = eachPeriod(pull).flatMap((bounds) => begun(bounds, now));
  const groups = config.mode === 'instant' ? periods.map((bounds) => [bounds]) : evenlySpaced(periods);
  const rows: RawRow[] = [];
  for (const group of groups) {
    const taken = await sampled(pull, config.query, group);
    const below =
      config.denominator === undefined ? undefined : await sampled(pull, config.denominator, group);
    for (const bounds of group) {
      const { period } = bounds;
      const value = numberOf(taken.get(secondOf(bounds)));
      const amounts = below
        ? { numerator: value, denominator: numberOf(below.get(secondOf(bounds))) }
        : { value };
      rows.push({ at: period, period, ...amounts });
    }
  }
  return readRows(rows, pull);
}

// The period that still runs is asked about as far as it has come, and one that has not begun not at all.
function begun(bounds: Bounds, now: string): Bounds[] {
  if (Date.parse(bounds.start) >= Date.parse(now)) return [];
  return Date.parse(bounds.end) <= Date.parse(now) ? [bounds] : [{ ...bounds, end: now }];
}

function secondOf({ end }: Bounds): number {
  return Math.floor(Date.parse(end) / 1000);
}

// One step fits the whole of a range, but months differ in length, and so do the days on which the clocks change.
function evenlySpaced(periods: readonly Bounds[]): Bounds[][] {
  const groups: Bounds[][] = [];
  for (const bounds of periods) {
    const group = groups.at(-1);
    const fits = group?.[0] && secondsOf(group[0]) === secondsOf(bounds) && group.length < mostPoints;
    if (group && fits) group.push(bounds);
    else groups.push([bounds]);
  }
  return groups;
}

async function sampled(
  pull: Pull<PrometheusConfig>,
  query: string,
  group: readonly Bounds[],
): Promise<Taken> {
  const { url, mode } = pull.config;
  const [first, last] = [group[0]!, group.at(-1)!];
  const text = filledIn(query, filler(last));
  const times = {
    start: String(secondOf(first)),
    end: String(secondOf(last)),
    step: String(Math.max(1, Math.floor(secondsOf(last)))),
  };
  const address =
    mode === 'instant'
      ? apiAddress(url, 'api/v1/query', { query: text, time: String(secondOf(last)) })
      : apiAddress(url, 'api/v1/query_range', { query: text, ...times });
  const { json, answer } = await askJson(pull, address, headers(pull));
  return samplesOf(json, answer.url.host);
}

function samplesOf(json: unknown, host: string): Taken {
  const { data } = (json ?? {}) as { data?: { resultType?: string; result?: unknown } };
  const result = data?.result;
  if (data?.resultType === 'scalar' && Array.isArray(result)) return taken([result as unknown as Sample]);
  if ((data?.resultType !== 'vector' && data?.resultType !== 'matrix') || !Array.isArray(result))
    throw new SourceFault(`${host} answers with no series of numbers: is this the address of a Prometheus?`);
  const series = result as Series[];
  if (series.length > 1) throw new SourceFault(severalSeries(series));
  const [only] = series;
  return taken(only?.values ?? (only?.value ? [only.value] : []));
}

function taken(samples: readonly Sample[]): Taken {
  return new Map(samples.map(([second, value]) => [Math.round(second), value]));
}

function severalSeries(series: readonly Series[]): string {
  const [first, second] = series.map(({ metric }) => JSON.stringify(metric ?? {}));
  return `The query gives ${series.length} series, such as ${first} and ${second}: make one of them, for instance with sum().`;
}

// "1e+06" and "NaN" are written by a machine; NaN is left as it is, to be refused by its name.
function numberOf(text: string | undefined): number | string | undefined {
  if (text === undefined || !Number.isFinite(Number(text))) return text;
  return Number(text);
}

function headers(pull: Pull<PrometheusConfig>): Record<string, string> {
  const { signIn, headers: given } = pull.config;
  const own = headersOf(given, pull);
  if (signIn.by === 'basic') return { ...own, ...basicSignIn(signIn.user, secretOf(pull, 'password')) };
  if (signIn.by === 'bearer') return { ...own, ...bearerSignIn(secretOf(pull, 'token')) };
  return own;
}
