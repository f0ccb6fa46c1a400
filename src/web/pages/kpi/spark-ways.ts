import type { Judgement } from '#contract/judgements.ts';
import { dayName } from '../../parts/dates.ts';
import type { Scheme } from '../../save/chart-svg.ts';
import { todayHere } from '../../save/download.ts';
import { drawingWays } from '../../save/drawing-ways.ts';
import type { Saving } from '../../save/SaveAs.tsx';

const newest = 52;

/** The ways to save the newest values of a KPI as a sparkline by itself. */
export function sparkWays(
  scheme: Scheme,
  { kpi, points, threshold, speaking }: Judgement,
  day = todayHere(),
): Saving[] {
  const values = points.flatMap(({ value, partial }) => (partial ? [] : [value])).slice(-newest);
  return drawingWays(scheme, {
    ...{ name: [kpi.name], label: 'sparkline', day },
    what: { svg: 'the last 52 values, for a text', png: 'the same as a picture' },
    draw: async (wanted) => {
      const { sparkSvg } = await import('../../save/spark-svg.ts');
      const lines = [threshold?.floor, threshold?.ceiling].filter((line) => line !== undefined);
      const words = `The last ${values.length} values, as of ${dayName(day)}`;
      const file = { title: kpi.name, words, scheme: wanted };
      return sparkSvg(file, { values, thresholds: lines, sense: speaking?.sense ?? null });
    },
  });
}
