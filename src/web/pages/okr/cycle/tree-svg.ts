import type { TreeObjective } from '#contract/objectives.ts';
import { type TreeLine, treeLines } from '../../../charts/tree-lines.ts';
import { percent } from '../../../parts/dates.ts';
import { escaped, fonts } from '../../../save/chart-svg.ts';
import { variables } from '../../../tokens.ts';
import { forest } from './forest.ts';

type Line = { title: string; depth: number; progress: number | null; isLeaf: boolean; aside: string };

const air = 20;
const row = 24;
const indent = 20;
const width = 900;
const bar = 110;

/** The objectives of a cycle with their key results as a tree, in an SVG that needs nothing else. */
export function treeSvg(
  title: string,
  objectives: readonly TreeObjective[],
  scheme: 'light' | 'dark',
): string {
  const colour = (name: string) => variables(scheme)[`--${name}`];
  const lines = forest(objectives).flatMap(({ objective, depth, relation, isRepeat }): Line[] => [
    {
      ...{ title: objective.title, depth, isLeaf: false },
      progress: isRepeat ? null : objective.progress,
      aside: isRepeat ? 'shown elsewhere' : relation === 'supports' ? 'supports' : '',
    },
    ...(isRepeat ? [] : objective.keyResults).map(
      ({ title, progress }): Line => ({ title, depth: depth + 1, progress, isLeaf: true, aside: '' }),
    ),
  ]);
  const indents = treeLines(lines.map(({ depth }) => depth));
  const top = air + 34;
  const height = top + lines.length * row + air;
  const body = lines.flatMap(({ title, depth, progress, isLeaf, aside }, at) => {
    const y = top + at * row;
    const middle = y + row / 2;
    const x = air + depth * indent;
    const most = Math.floor((width - x - bar - 90) / (isLeaf ? 6.4 : 6.9)) - aside.length;
    const text = title.length > most ? `${title.slice(0, most - 1).trimEnd()}…` : title;
    const fill = isLeaf ? colour('soft') : colour('ink');
    return [
      ...indents[at]!.map((line, column) => branch(line, air + column * indent + 8, y, colour('edge')!)),
      `<text x="${x}" y="${middle + 4}" font-size="12" font-weight="${isLeaf ? 400 : 600}" fill="${fill}">${escaped(text)}${aside && `<tspan dx="8" font-weight="400" fill="${colour('muted')}">${aside}</tspan>`}</text>`,
      ...(progress === null ? [] : measure(progress, middle, colour)),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${fonts}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${colour('paper')}"/>`,
    `<text x="${air}" y="${air + 16}" font-size="15" font-weight="600" fill="${colour('ink')}">${escaped(title)}</text>`,
    ...body,
    '</svg>\n',
  ].join('\n');
}

function branch(line: TreeLine, x: number, y: number, stroke: string): string {
  if (line === 'none') return '';
  const down = line === 'last' ? row / 2 : row;
  const across = line === 'past' ? '' : `M${x},${y + row / 2}h9`;
  return `<path d="M${x},${y}v${down}${across}" fill="none" stroke="${stroke}"/>`;
}

function measure(progress: number, middle: number, colour: (name: string) => string | undefined): string[] {
  const x = width - air - bar - 48;
  const done = Math.round(Math.min(1, Math.max(0, progress)) * bar);
  return [
    `<rect x="${x}" y="${middle - 3}" width="${bar}" height="6" rx="3" fill="${colour('line')}"/>`,
    `<rect x="${x}" y="${middle - 3}" width="${done}" height="6" rx="3" fill="${colour('accent')}"/>`,
    `<text x="${width - air}" y="${middle + 4}" font-size="12" text-anchor="end" fill="${colour('ink')}">${percent(progress)}</text>`,
  ];
}
