import { layout, type RunMarks } from '#web/charts/run-chart.ts';
import type { RunSeries, Size } from '#web/charts/series.ts';
import { variables } from '#web/tokens.ts';

const { '--chart-line': line, '--chart-point': point, ...colours } = variables('light');
const senses = {
  improvement: colours['--good'],
  deterioration: colours['--bad'],
  neither: colours['--accent'],
};
const dashes = { floor: '', ceiling: '', warning: '2 3', desired: '6 4' } as const;

/** A run chart as a file of its own: the marks that the pages draw, in the light scheme, with a title that is read aloud. */
export function runChartSvg(series: RunSeries, size: Size, title: string): string {
  const marks = layout(series, size);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${size.width}" height="${size.height}" fill="${colours['--surface']}"/>`,
    ...grounds(marks),
    ...limits(marks),
    ...marks.thresholds.map(
      ({ kind, x0, x1, y }) =>
        `<path d="M${x0},${y}H${x1}" stroke="${colours['--bad']}" stroke-width="1.5" stroke-dasharray="${dashes[kind]}"/>`,
    ),
    `<path d="${marks.line}" fill="none" stroke="${line}" stroke-width="1.5"/>`,
    ...marks.dots.map(({ x, y, kind, sense }) => {
      const fill = kind === 'signal' && sense ? senses[sense] : point;
      return kind === 'partial'
        ? `<circle cx="${x}" cy="${y}" r="3.5" fill="${colours['--surface']}" stroke="${line}"/>`
        : `<circle cx="${x}" cy="${y}" r="${kind === 'signal' ? 4 : 3}" fill="${fill}"/>`;
    }),
    ...marks.labels.map(({ y, text, kind }) => {
      const fill = kind === 'centre' || kind === 'limit' ? colours['--muted'] : colours['--bad'];
      return `<text x="${marks.plot.right + 8}" y="${y + 4}" fill="${fill}">${escaped(text)}</text>`;
    }),
    '</svg>',
  ];
  return `${parts.join('\n')}\n`;
}

function grounds({ plot, valueTicks, periodTicks, phases }: RunMarks): string[] {
  return [
    ...phases.map(
      ({ x0, x1, bandTop, bandBottom }) =>
        `<rect x="${x0}" y="${bandTop}" width="${x1 - x0}" height="${bandBottom - bandTop}" fill="${colours['--chart-band']}"/>`,
    ),
    ...valueTicks.flatMap(({ y, text }) => [
      `<path d="M${plot.left},${y}H${plot.right}" stroke="${colours['--chart-grid']}"/>`,
      `<text x="${plot.left - 8}" y="${y + 4}" text-anchor="end" fill="${colours['--muted']}">${escaped(text)}</text>`,
    ]),
    ...periodTicks.flatMap(({ x, text, year }) => {
      const label = (words: string, below: number) =>
        `<text x="${x}" y="${plot.bottom + below}" text-anchor="middle" fill="${colours['--muted']}">${escaped(words)}</text>`;
      return text !== '' && year ? [label(text, 16), label(year, 31)] : [label(text || (year ?? ''), 16)];
    }),
  ];
}

function limits({ phases }: RunMarks): string[] {
  return phases.flatMap(({ x0, x1, centre, upper, lower }) => [
    `<path d="M${x0},${centre}H${x1}" stroke="${colours['--chart-centre']}"/>`,
    ...[upper, lower].flatMap((y) =>
      y === undefined
        ? []
        : `<path d="M${x0},${y}H${x1}" stroke="${colours['--chart-limit']}" stroke-dasharray="4 3"/>`,
    ),
  ]);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
