import type { ReactNode } from 'react';
import classes from './Fan.module.css';
import type { FanMarks } from './fan.ts';
import type { Plot } from './series.ts';

/** Draws what may come: three bands, the median, and the line at which the present ends. */
export function Fan({ marks, plot }: { marks: FanMarks; plot: Plot }): ReactNode {
  const { now, bands, median, words } = marks;
  return (
    <g className={classes.fan}>
      {bands.map(({ percent, path }) => (
        <path key={percent} className={classes.band} d={path} />
      ))}
      <path className={classes.median} d={median} />
      <path className={classes.now} d={`M${now},${plot.top}V${plot.bottom}`} />
      <text className={classes.words} x={words.x} y={words.y} textAnchor={words.anchor}>
        if nothing changes
      </text>
    </g>
  );
}
