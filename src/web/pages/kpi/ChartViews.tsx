import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useView } from '../../view.ts';
import classes from './ChartViews.module.css';

const charts = [
  { value: 'adjusted', label: 'Without its season' },
  { value: 'measured', label: 'As measured' },
];
const averages = [
  { value: 'mean', label: 'Mean' },
  { value: 'median', label: 'Median' },
];
const chartWords: Record<string, string> = {
  adjusted: 'This is what the limits judge: the values with their season taken out.',
  measured: 'The values as they came, between limits that swing with the season.',
};
const averageWords =
  'Limits are made with medians, which a few wild points do not widen; status, panel and gaps go on using the mean.';

/** What the chart shows, kept in the address: with or without the season, and which average makes the limits. */
export function ChartViews({ hasSeason }: { hasSeason: boolean }): ReactNode {
  const [view, change] = useView({ chart: 'adjusted', centre: 'mean' });
  const words = [hasSeason && chartWords[view.chart], view.centre === 'median' && averageWords].filter(
    Boolean,
  );
  return (
    <div className={classes.views}>
      {hasSeason && (
        <SegmentedControl
          size="xs"
          aria-label="Values"
          data={charts}
          value={view.chart}
          onChange={(chart) => change({ chart })}
        />
      )}
      <span className={classes.average}>
        <span id="limits-by">Limits by</span>
        <SegmentedControl
          size="xs"
          aria-labelledby="limits-by"
          data={averages}
          value={view.centre}
          onChange={(centre) => change({ centre })}
        />
      </span>
      {words.length > 0 && <p>{words.join(' ')}</p>}
    </div>
  );
}
