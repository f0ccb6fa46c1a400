import type { Gap } from '#contract/gaps.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { capabilityLook } from '../../parts/looks.ts';
import type { TableLine } from '../../parts/sorting.ts';
import type { Scheme } from '../../save/chart-svg.ts';
import { type ListColumn, listSvg } from '../../save/list-svg.ts';
import { gapText, shortOdds } from './gap-words.ts';

const trends = { improving: 'Improving', worsening: 'Worsening', flat: 'Flat' } as const;

const columns: readonly ListColumn<Gap>[] = [
  { head: '', width: 22, align: 'end', cell: ({ rank }) => (rank === null ? '' : String(rank)) },
  { head: 'KPI', width: 280, isStrong: true, cell: ({ name }) => name },
  {
    head: 'Gap',
    width: 90,
    align: 'end',
    isStrong: true,
    cell: (gap) => (gap.rank === null ? '' : gapText(gap)),
  },
  { head: 'Level', width: 80, align: 'end', cell: (gap) => shown(gap, gap.level) },
  { head: 'Wanted', width: 80, align: 'end', cell: (gap) => shown(gap, gap.wanted) },
  {
    head: 'Unaided',
    width: 60,
    align: 'end',
    cell: ({ unaided }) => (unaided ? shortOdds(unaided.words) : '–'),
  },
  {
    ...{ head: 'Last 52', width: 130 },
    cell: ({ sparkline, wanted }) => ({
      spark: { values: sparkline, thresholds: wanted === null ? [] : [wanted], sense: null },
    }),
  },
  { head: 'Trend', width: 76, cell: ({ trend }) => trends[trend] },
  {
    ...{ head: 'Capability', width: 84 },
    cell: ({ capability }) => (capability ? capabilityLook[capability].word : '–'),
  },
];

/** The gap board as a file: the gaps by rank, then the noise, each with its sparkline. */
export function gapSvg(gaps: readonly Gap[], scheme: Scheme): string {
  const ranked = gaps.filter(({ rank }) => rank !== null);
  const noise = gaps.filter(({ rank }) => rank === null);
  const row = (gap: Gap, at: number): TableLine<Gap> => ({ kind: 'row', row: gap, at });
  return listSvg({ title: 'Gaps', scheme }, columns, [
    ...ranked.map(row),
    ...(noise.length > 0
      ? [{ kind: 'group' as const, name: 'Noise, leave it alone', count: noise.length }, ...noise.map(row)]
      : []),
  ]);
}

function shown({ unit, decimals }: Gap, value: number | null): string {
  return formatValue(value, unit, decimals);
}
