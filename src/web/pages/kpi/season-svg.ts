import { type ChartFile, coloursOf, escaped, fileSvg } from '../../save/chart-svg.ts';
import type { Slot } from './kpi-season.ts';

const width = 640;
const height = 120;
const middle = height / 2;

/** The season of a KPI as a file: a bar for each part of its cycle, above or below the level; `level` is the factor that changes nothing. */
export function seasonSvg(file: ChartFile, slots: readonly Slot[], level: number): string {
  const colour = coloursOf(file.scheme);
  const most = Math.max(...slots.map(({ factor }) => Math.abs(factor - level)), 1e-12);
  const step = width / slots.length;
  const tenths = (value: number) => Math.round(value * 10) / 10;
  // Of 52 weeks only some have room for their names.
  const every = Math.ceil(slots.length / 13);
  const marks = slots.flatMap(({ name, factor }, at) => {
    const bar = ((factor - level) / most) * (middle - 4);
    const x = at * step;
    const short = name.startsWith('week ') ? name.slice(5) : name.slice(0, 3);
    return [
      `<rect x="${tenths(x + step * 0.12)}" y="${tenths(middle - Math.max(bar, 0))}" width="${tenths(step * 0.76)}" height="${tenths(Math.abs(bar))}" fill="${colour('chart-line')}"/>`,
      at % every === 0
        ? `<text x="${tenths(x + step / 2)}" y="${height + 14}" font-size="11" text-anchor="middle" fill="${colour('muted')}">${escaped(short)}</text>`
        : '',
    ];
  });
  const line = `<path d="M0,${middle}H${width}" stroke="${colour('edge')}"/>`;
  return fileSvg([{ width, height: height + 22, inner: [line, ...marks].join('') }], file);
}
