import { plain, sparkline } from '../table.ts';
import type { Background, Diagnosis } from './diagnose.ts';
import { figuresOf } from './figures.ts';
import { sentenceOf } from './sentence.ts';
import type { RefusedSeries, Series } from './series.ts';

/** One series of the report: its cells, the end of its values for the sparkline, and its sentence. */
export type ReportLine = {
  name: string;
  tail: readonly (number | null)[];
  newest: string;
  level: string;
  limits: string;
  ahead: string;
  sentence: string;
};

const longestTail = 60;
const columns = ['newest', 'level', 'limits', 'ahead'] as const;
const heads = { newest: 'newest', level: 'level', limits: 'limits', ahead: '80% ahead' };
const gap = '  ';

/** A judged series as a line of the report. */
export function reportLine(series: Series, diagnosis: Diagnosis, background: Background): ReportLine {
  const figures = figuresOf(series, background.limits);
  const { limits, forecast } = diagnosis;
  const newest = series.values.findLast((value) => value !== null);
  const last = background.horizon - 1;
  const range = (from: number | undefined, to: number | undefined) =>
    from === undefined || to === undefined ? '–' : `${figures.line(from)} to ${figures.line(to)}`;
  return {
    name: nameOf(series.id),
    tail: series.values.slice(-longestTail),
    newest: newest === undefined ? '–' : figures.value(newest),
    level: limits ? figures.line(limits.centre) : '–',
    limits: range(limits?.lower, limits?.upper),
    ahead: range(forecast?.quantiles['0.1']?.[last], forecast?.quantiles['0.9']?.[last]),
    sentence: sentenceOf(series, diagnosis, background, figures),
  };
}

/** A series that cannot be judged as a line of the report. */
export function refusedLine({ id, refused }: RefusedSeries): ReportLine {
  const cells = { newest: '–', level: '–', limits: '–', ahead: '–' };
  return { name: nameOf(id), tail: [], ...cells, sentence: refused };
}

/** The report: a table as wide as the terminal, and below each series its sentence. */
export function report(lines: readonly ReportLine[], width: number): string {
  const widths = columns.map((column) => longest([heads[column], ...lines.map((line) => line[column])]));
  const numbers = widths.reduce((sum, each) => sum + gap.length + each, 0);
  const longestName = longest(['series', ...lines.map(({ name }) => name)]);
  const names = Math.min(30, longestName, Math.max(8, width - numbers));
  // The picture takes what the numbers leave; where there is no room, it goes first.
  const room = Math.min(
    width - names - numbers - gap.length,
    Math.max(0, ...lines.map(({ tail }) => tail.length)),
  );
  const picture = room >= 6 ? room : 0;
  const row = (name: string, drawn: string, cells: readonly string[]) =>
    [
      cut(name, names).padEnd(names),
      ...(picture > 0 ? [drawn.padStart(picture)] : []),
      ...cells.map((text, index) => text.padStart(widths[index]!)),
    ]
      .join(gap)
      .trimEnd();
  const head = row(
    'series',
    '',
    columns.map((column) => heads[column]),
  );
  const body = lines.flatMap((line) => [
    row(
      line.name,
      sparkline(line.tail.slice(-picture)),
      columns.map((column) => line[column]),
    ),
    ...wrapped(line.sentence, width - gap.length).map((text) => gap + text),
  ]);
  return [head, ...body].map((text) => `${text}\n`).join('');
}

function nameOf(id: string | number | null): string {
  return id === null ? '–' : plain(String(id)) || '–';
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, [...text].length), 0);
}

function cut(text: string, room: number): string {
  const letters = [...text];
  return letters.length > room ? `${letters.slice(0, room - 1).join('')}…` : text;
}

function wrapped(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of plain(text).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
