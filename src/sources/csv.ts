import { SourceFault, type SourceRow } from '#app/connector/source.ts';
import { readTable, type Table, TableFileFault } from '#app/import/table-file.ts';
import type { CsvConfig } from '#domain/connector/config.ts';
import { filledIn } from '#domain/connector/placeholders.ts';
import { guessDateOrder } from '#domain/import/day-text.ts';
import { plainName } from '#domain/import/names.ts';
import { guessNumberFormat } from '#domain/import/number-format.ts';
import type { WebAnswer } from './guarded-fetch.ts';
import { headersOf } from './headers.ts';
import { refuseFailure } from './http-fault.ts';
import { wholeSpan } from './per-period.ts';
import type { Pull } from './pull.ts';
import { type RawRow, type RowFormat, readRows } from './rows.ts';
import { filler } from './span.ts';

const roles = ['period', 'value', 'numerator', 'denominator', 'note'] as const;
type Column = { name: string; index: number };
type Columns = Partial<Record<(typeof roles)[number], Column>>;

/** The rows of a CSV at an address, its columns found by their names; texts are read as an import reads them. */
export async function fetchCsv(pull: Pull<CsvConfig>): Promise<SourceRow[]> {
  const { config, signal } = pull;
  const fill = filler(wholeSpan(pull));
  const url = filledIn(config.url, (name) => encodeURIComponent(fill(name)));
  const headers = { accept: 'text/csv, text/plain;q=0.9, */*;q=0.5', ...headersOf(config.headers, pull) };
  const answer = await pull.get({ url, headers }, signal);
  refuseFailure(answer, pull.clock());
  const { cells } = tableOf(answer);
  const header = cells.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  if (header < 0) throw new SourceFault(`The CSV of ${answer.url.host} is empty.`);
  const columns = columnsOf(cells[header] ?? [], config);
  const lines = cells.slice(header + 1);
  if (lines.length > pull.limits.rows)
    throw new SourceFault(
      `The CSV has ${lines.length} rows: at most ${pull.limits.rows} can be read at once.`,
    );
  const rows = lines.map((line, index) => rawRow(line, columns, header + index + 2));
  return readRows(rows, pull, formatOf(rows, pull));
}

function tableOf({ bytes, headers, url }: WebAnswer): Table {
  if (/\bhtml\b/.test(headers.get('content-type') ?? '') || /^\s*<(!doctype|html)/i.test(beginning(bytes)))
    throw new SourceFault(
      `${url.host} answers with a web page and not with a CSV: publish the sheet as CSV, and give that address.`,
    );
  try {
    const table = readTable(bytes);
    const [fault] = table.faults;
    if (fault) throw new SourceFault(`Line ${fault.line} of the CSV is broken: ${fault.why}.`);
    return table;
  } catch (error) {
    if (!(error instanceof TableFileFault)) throw error;
    throw new SourceFault(`${url.host} answers with a file that is no text: give the address of a CSV.`);
  }
}

function beginning(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 200));
}

function columnsOf(headings: readonly string[], config: CsvConfig): Columns {
  const columns: Columns = {};
  for (const role of roles) {
    const name = config[role];
    if (name === undefined) continue;
    const exact = headings.findIndex((heading) => heading.trim() === name.trim());
    const index =
      exact >= 0 ? exact : headings.findIndex((heading) => plainName(heading) === plainName(name));
    if (index < 0) {
      const known = headings.map((heading) => heading.trim()).filter(Boolean);
      const shown = known.slice(0, 12).join(', ') + (known.length > 12 ? ', …' : '');
      throw new SourceFault(`The CSV has no column called "${name}": it has ${shown}.`);
    }
    columns[role] = { name, index };
  }
  return columns;
}

// Numbered as a spreadsheet does.
function rawRow(line: readonly string[], columns: Columns, number: number): RawRow {
  const cells = Object.entries(columns).map(([role, { index }]) => [role, line[index] ?? '']);
  return { period: '', ...Object.fromEntries(cells), at: `row ${number}` };
}

function formatOf(rows: readonly RawRow[], { config, unit }: Pull<CsvConfig>): RowFormat {
  const texts = (role: (typeof roles)[number]) =>
    rows.flatMap((row) => (typeof row[role] === 'string' && row[role].trim() !== '' ? [row[role]] : []));
  const given = {
    ...(config.decimal !== undefined && { decimal: config.decimal }),
    ...(config.fraction !== undefined && { fraction: config.fraction }),
  };
  const numbers = (role: 'value' | 'numerator' | 'denominator') =>
    guessNumberFormat(texts(role), undefined, given, unit.kind === 'percent' ? 'percent' : undefined).format;
  return {
    dates: { order: config.dateOrder ?? guessDateOrder(texts('period')).order },
    value: numbers('value'),
    numerator: numbers('numerator'),
    denominator: numbers('denominator'),
  };
}
