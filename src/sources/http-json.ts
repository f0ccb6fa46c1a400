import { SourceFault, type SourceRow } from '#app/connector/source.ts';
import type { HttpJsonConfig } from '#domain/connector/config.ts';
import { filledIn } from '#domain/connector/placeholders.ts';
import { type Expressions, openExpressions } from './expressions.ts';
import { headersOf } from './headers.ts';
import { refuseFailure } from './http-fault.ts';
import { firstPage, nextPage } from './paging.ts';
import { eachPeriod, wholeSpan } from './per-period.ts';
import type { Pull } from './pull.ts';
import { type RawRow, readRows } from './rows.ts';
import { type Bounds, filler } from './span.ts';

/** Rows of JSON answers, page by page; without an expression for the period, one number for each period that is asked about. */
export async function fetchHttpJson(pull: Pull<HttpJsonConfig>): Promise<SourceRow[]> {
  const expressions = openExpressions(pull.limits.expressionSeconds);
  try {
    const rows: RawRow[] = [];
    if (pull.config.period !== undefined) rows.push(...(await pages(pull, wholeSpan(pull), expressions)));
    else
      for (const bounds of eachPeriod(pull))
        rows.push(...single(await pages(pull, bounds, expressions), bounds));
    return readRows(rows, pull);
  } finally {
    await expressions.close();
  }
}

// Several numbers for one period would need a rule to add them up, which an expression can say and we cannot guess.
function single(rows: RawRow[], { period }: Bounds): RawRow[] {
  if (rows.length > 1)
    throw new SourceFault(
      `The answer for ${period} has ${rows.length} rows: give an expression for their period, or one that makes a single number of them.`,
    );
  return rows.map((row) => ({ ...row, at: period, period }));
}

async function pages(
  pull: Pull<HttpJsonConfig>,
  bounds: Bounds,
  expressions: Expressions,
): Promise<RawRow[]> {
  const { config, limits, signal } = pull;
  const fill = filler(bounds);
  const headers: Record<string, string> = { accept: 'application/json' };
  const body = config.method === 'POST' ? filledIn(config.body ?? '', fill) : undefined;
  if (body !== undefined) headers['content-type'] = 'application/json';
  Object.assign(headers, headersOf(config.headers, pull));
  const rows: RawRow[] = [];
  let url = firstPage(
    filledIn(config.url, (name) => encodeURIComponent(fill(name))),
    config.paging,
  );
  for (let count = 0; count < limits.pages; count++) {
    const answer = await pull.get({ url, method: config.method, headers, body }, signal);
    refuseFailure(answer, pull.clock());
    const text = new TextDecoder().decode(answer.bytes);
    const task = { text, expressions: expressionsOf(config), mostRows: limits.rows - rows.length };
    const page = await expressions.pick(task, signal);
    page.rows.forEach((row, index) => {
      const at = config.paging ? `page ${count + 1}, row ${index + 1}` : `row ${index + 1}`;
      rows.push(
        'fault' in row
          ? { at, period: undefined, fault: row.fault }
          : { at, period: undefined, ...row.cells },
      );
    });
    const next = nextPage(url, { answer, rows: page.rows.length, next: page.next }, config.paging, count);
    if (next === undefined) return rows;
    if (next === url) throw new SourceFault(`Page ${count + 1} says that it is its own next page.`);
    url = next;
  }
  throw new SourceFault(`There are more than ${limits.pages} pages: ask for larger ones, or for less.`);
}

function expressionsOf({ rows, period, value, numerator, denominator, note, paging }: HttpJsonConfig) {
  const next = paging && 'next' in paging ? paging.next : undefined;
  return { rows, period, value, numerator, denominator, note, next };
}
