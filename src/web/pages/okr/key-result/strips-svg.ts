import { shortDay } from '../../../parts/dates.ts';
import { glyphLines } from '../../../parts/glyphs.ts';
import { type ChartFile, type Colour, coloursOf, escaped, fileSvg } from '../../../save/chart-svg.ts';
import type { PeriodBox } from './period-boxes.ts';

const bar = 34;
const tall = 120;
const left = 24;

/** How confidence moved from check-in to check-in, as a file: a bar each on a scale of 0 to 10, its number and its day; one without is a gap. */
export function confidenceSvg(
  file: ChartFile,
  told: readonly { day: string; confidence: number | null }[],
): string {
  const colour = coloursOf(file.scheme);
  const width = left + Math.max(told.length, 8) * bar;
  const y = (confidence: number) => tall - (confidence / 10) * (tall - 16);
  const scale = [0, 5, 10].map(
    (value) =>
      `<path d="M${left},${y(value)}H${width}" stroke="${colour(value === 0 ? 'edge' : 'line')}"/>${label(value, left - 6, y(value) + 4, colour('muted'), 'end')}`,
  );
  const bars = told.map(({ day, confidence }, at) => {
    const middle = left + at * bar + bar / 2;
    const name = label(shortDay(day), middle, tall + 15, colour('muted'), 'middle', 9);
    if (confidence === null) return name;
    const top = Math.min(y(confidence), tall - 2);
    const fill = colour(at === told.length - 1 ? 'chart-point' : 'noise');
    return `<rect x="${middle - 9}" y="${top}" width="18" height="${tall - top}" fill="${fill}"/>${label(confidence, middle, top - 4, colour('ink'), 'middle')}${name}`;
  });
  return fileSvg([{ width, height: tall + 22, inner: [...scale, ...bars].join('') }], file);
}

const looks = {
  good: { edge: 'good', fill: 'good-wash', glyph: 'check' },
  bad: { edge: 'bad', fill: 'bad-wash', glyph: 'cross' },
  none: { edge: 'edge', fill: undefined, glyph: undefined },
} as const;
const perRow = 13;
const box = { width: 62, height: 50 };

/** The periods of a hold or a hit rate as a file: a box each with its shape, its period and its value. */
export function periodsSvg(file: ChartFile, boxes: readonly PeriodBox[]): string {
  const colour = coloursOf(file.scheme);
  const rows = Math.ceil(boxes.length / perRow);
  const inner = boxes.map((each, at) => {
    const x = (at % perRow) * box.width;
    const y = Math.floor(at / perRow) * (box.height + 14);
    const { edge, fill, glyph } = looks[each.kind];
    const dashes = each.kind === 'none' ? ' stroke-dasharray="3 2"' : '';
    return [
      `<rect x="${x + 0.5}" y="${y + 0.5}" width="${box.width - 5}" height="${box.height - 16}" rx="3" fill="${fill ? colour(fill) : 'none'}" stroke="${colour(edge)}"${dashes}/>`,
      glyph ? shape(glyph, x + (box.width - 5) / 2 - 6, y + 4, colour(edge), colour) : '',
      label(each.value, x + (box.width - 5) / 2, y + 29, colour('ink'), 'middle', 9),
      label(each.short, x + (box.width - 5) / 2, y + box.height - 3, colour('muted'), 'middle', 9),
    ].join('');
  });
  const width = Math.min(boxes.length, perRow) * box.width;
  return fileSvg([{ width, height: rows * (box.height + 14), inner: inner.join('') }], file);
}

function shape(glyph: 'check' | 'cross', x: number, y: number, ink: string, colour: Colour): string {
  const lines = glyphLines[glyph].map(([stroke, d]) =>
    stroke === 'fill'
      ? `<path d="${d}" fill="${ink}"/>`
      : `<path d="${d}" fill="none" stroke="${stroke === 'cut' ? colour('paper') : ink}" stroke-width="1.8" stroke-linecap="round"/>`,
  );
  return `<g transform="translate(${x},${y}) scale(0.86)">${lines.join('')}</g>`;
}

function label(
  words: string | number,
  x: number,
  y: number,
  fill: string,
  anchor: 'middle' | 'end',
  size = 11,
): string {
  if (words === '') return '';
  return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="${fill}">${escaped(String(words))}</text>`;
}
