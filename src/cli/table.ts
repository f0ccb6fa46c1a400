type Row = Record<string, unknown>;

const widest = 48;
const bars = '▁▂▃▄▅▆▇█';

/** An answer as people read it in a terminal: lists as aligned tables, a thing as its fields. */
export function readable(answer: unknown): string {
  if (isRows(answer)) return answer.length === 0 ? 'None.\n' : table(answer);
  if (!isRow(answer)) return `${cell(answer)}\n`;
  if (answer.done === true && Object.keys(answer).length === 1) return 'Done.\n';
  const entries = Object.entries(answer);
  const single = entries.filter(([, value]) => !isList(value) && !isDeep(value));
  const width = Math.max(0, ...single.map(([name]) => words(name).length));
  const lines = single.map(([name, value]) => `${words(name).padEnd(width)}  ${cell(value)}`.trimEnd());
  const rest = entries.filter((entry) => !single.includes(entry));
  const parts = rest.map(([name, value]) => `\n${words(name)}\n${indented(readable(value))}`);
  return `${lines.map((line) => `${line}\n`).join('')}${parts.join('')}`;
}

/** Rows as an aligned table with a head; columns without any value are left out, numbers stand to the right. */
export function table(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names
    .map((name) => ({
      name,
      cells: rows.map((row) => shortened(cell(row[name]))),
      numbers: rows.every((row) => row[name] == null || typeof row[name] === 'number'),
    }))
    .filter(({ cells }) => cells.some((text) => text !== ''))
    .map((column) => ({
      ...column,
      width: Math.max(words(column.name).length, ...column.cells.map(length)),
    }));
  const line = (texts: string[]) =>
    texts
      .map((text, at) => padded(text, columns[at]!.width, columns[at]!.numbers))
      .join('  ')
      .trimEnd();
  const head = line(columns.map(({ name }) => words(name)));
  const body = rows.map((_, index) => line(columns.map(({ cells }) => cells[index]!)));
  return [head, ...body].map((text) => `${text}\n`).join('');
}

/** A value on one line; without control characters, which a terminal would obey. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return plain(String(value));
  if (Array.isArray(value)) return listCell(value);
  const { name, title, sentence, key } = value as Row;
  const label = title ?? name ?? sentence ?? key;
  return plain(typeof label === 'string' ? label : JSON.stringify(value));
}

function listCell(values: readonly unknown[]): string {
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length > 0 && values.every((value) => value === null || typeof value === 'number'))
    return sparkline(values as (number | null)[]);
  return values.map(cell).join(', ');
}

/** A bar for each value, between the least and the greatest; a space for a missing one. */
export function sparkline(values: readonly (number | null)[]): string {
  const numbers = values.filter((value) => value !== null);
  const least = Math.min(...numbers);
  const span = Math.max(...numbers) - least;
  const bar = (value: number) =>
    bars[span === 0 ? 3 : Math.round(((value - least) / span) * (bars.length - 1))];
  return values.map((value) => (value === null ? ' ' : bar(value))).join('');
}

/** `desiredBy` as `desired by`. */
function words(name: string): string {
  return plain(name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}

/** A text without control characters. */
export function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > widest ? `${letters.slice(0, widest - 1).join('')}…` : text;
}

function length(text: string): number {
  return [...text].length;
}

function padded(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - length(text)));
  return right ? space + text : text + space;
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRows(value: unknown): value is Row[] {
  return Array.isArray(value) && value.every(isRow);
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.some(isRow);
}

function isDeep(value: unknown): boolean {
  return (
    isRow(value) &&
    cell(value).startsWith('{') &&
    Object.values(value).some((each) => typeof each === 'object' && each !== null)
  );
}
