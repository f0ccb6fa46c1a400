import type { Sense } from '#domain/kpi/signals.ts';
import { signalOutline } from '../charts/signal-outline.ts';
import { sparkline } from '../charts/sparkline.ts';
import { type Glyph, glyphLines } from '../parts/glyphs.ts';
import type { Look } from '../parts/looks.ts';
import type { Tone } from '../parts/Mark.tsx';
import type { TableLine } from '../parts/sorting.ts';
import { type ChartFile, type Colour, coloursOf, escaped, fileSvg } from './chart-svg.ts';

/** The newest values of a KPI as a small line, with its thresholds and the sense of its newest point. */
export type Spark = {
  values: readonly (number | null)[];
  thresholds: readonly number[];
  sense: Sense | null;
};

/** What a cell shows: a text, a shape with its word, or a sparkline. */
export type Cell = string | { look: Look } | { spark: Spark };

export type ListColumn<R> = {
  head: string;
  width: number;
  align?: 'end';
  isStrong?: boolean;
  cell: (row: R) => Cell;
};

const inks: Record<Tone, string> = { good: 'good', warn: 'warn', bad: 'bad', quiet: 'muted', plain: 'soft' };
const line = 26;
const apart = 14;

/** A list as a file: a head, groups, and a line for each row with its sparkline; what is too long for its column ends in dots. */
export function listSvg<R>(
  file: ChartFile,
  columns: readonly ListColumn<R>[],
  lines: readonly TableLine<R>[],
): string {
  const colour = coloursOf(file.scheme);
  const places = placed(columns);
  const width = places.at(-1)!.end;
  const inner: string[] = places.map(({ column, start, end }) =>
    words(column.head, column.align === 'end' ? end : start, 14, {
      ...{ size: 11, fill: colour('muted'), anchor: column.align },
    }),
  );
  inner.push(`<path d="M0,21.5H${width}" stroke="${colour('edge')}"/>`);
  for (const [at, each] of lines.entries()) {
    const middle = line + at * line + line / 2;
    if (each.kind === 'group') {
      inner.push(
        words(`${each.name} (${each.count})`, 0, middle + 5, { size: 12, fill: colour('soft'), weight: 600 }),
      );
      continue;
    }
    inner.push(
      ...places.map(({ column, start, end }) =>
        drawn(column.cell(each.row), { column, start, end, middle, colour }),
      ),
      `<path d="M0,${middle + line / 2 - 0.5}H${width}" stroke="${colour('line')}"/>`,
    );
  }
  return fileSvg([{ width, height: line * (lines.length + 1), inner: inner.join('\n') }], file);
}

type Placed<R> = { column: ListColumn<R>; start: number; end: number };

function placed<R>(columns: readonly ListColumn<R>[]): Placed<R>[] {
  let start = 0;
  return columns.map((column) => {
    const place = { column, start, end: start + column.width };
    start = place.end + apart;
    return place;
  });
}

type Where = { column: ListColumn<never>; start: number; end: number; middle: number; colour: Colour };

function drawn(cell: Cell, { column, start, end, middle, colour }: Where): string {
  const { width, align, isStrong } = column;
  if (typeof cell === 'string')
    return words(shortened(cell, width / (isStrong ? 7.4 : 6.4)), align === 'end' ? end : start, middle + 4, {
      ...{ size: 12, fill: colour(isStrong ? 'ink' : 'soft'), anchor: align },
      ...(isStrong && { weight: 600 }),
    });
  if ('spark' in cell)
    return `<g transform="translate(${start},${middle - 10})">${sparkMarks(cell.spark, { width, height: 20 }, colour)}</g>`;
  const ink = colour(inks[cell.look.tone]);
  const said = cell.look.tone === 'quiet' || cell.look.tone === 'plain' ? ink : colour('ink');
  const marks = glyphMarks(cell.look.glyph, ink, colour('paper'));
  return `<g transform="translate(${start},${middle - 6}) scale(0.86)">${marks}</g>${words(cell.look.word, start + 18, middle + 4, { size: 12, fill: said })}`;
}

/** The marks of a sparkline in a size, its colours in the file. */
export function sparkMarks(
  { values, thresholds, sense }: Spark,
  size: { width: number; height: number },
  colour: Colour,
): string {
  const marks = sparkline(values, thresholds, size);
  const { last } = marks;
  const senses = { improvement: 'good', deterioration: 'bad', neither: 'ink' } as const;
  return [
    ...marks.thresholds.map(
      (y) =>
        `<path d="M0,${y}H${size.width}" stroke="${colour('bad')}" stroke-dasharray="2 2" opacity="0.7"/>`,
    ),
    marks.path &&
      `<path d="${marks.path}" fill="none" stroke="${colour('chart-line')}" stroke-width="1.25" stroke-linejoin="round"/>`,
    ...marks.lone.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="1" fill="${colour('chart-point')}"/>`),
    last &&
      (sense
        ? `<path d="${signalOutline[sense](last.x, last.y, 3.5)}" fill="${colour(senses[sense])}"/>`
        : `<circle cx="${last.x}" cy="${last.y}" r="2" fill="${colour('chart-point')}"/>`),
  ]
    .filter(Boolean)
    .join('');
}

/** The lines of a glyph in a square of 14, in a colour on a paper. */
function glyphMarks(glyph: Glyph, colour: string, paper: string): string {
  return glyphLines[glyph]
    .map(([stroke, d]) => {
      if (stroke === 'fill') return `<path d="${d}" fill="${colour}"/>`;
      const dashes = stroke === 'dashed' ? ' stroke-dasharray="2.4 2.2"' : '';
      const ink = stroke === 'cut' ? paper : colour;
      return `<path d="${d}" fill="none" stroke="${ink}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"${dashes}/>`;
    })
    .join('');
}

type Letters = { size: number; fill: string; weight?: number; anchor?: 'end' | undefined };

function words(text: string, x: number, y: number, { size, fill, weight, anchor }: Letters): string {
  if (text === '') return '';
  const more = `${weight ? ` font-weight="${weight}"` : ''}${anchor ? ` text-anchor="${anchor}"` : ''}`;
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${more}>${escaped(text)}</text>`;
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, Math.floor(most) - 1).trimEnd()}…`;
}
