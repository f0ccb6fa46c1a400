import { memo, type ReactNode } from 'react';
import base from './Chart.module.css';
import { Fan } from './Fan.tsx';
import classes from './RunMarks.module.css';
import type { Dot, RunMarks } from './run-chart.ts';
import { SignalShape } from './SignalShape.tsx';
import type { Size } from './series.ts';

type Props = { marks: RunMarks; size: Size };

/** Draws the marks of a run chart; hidden from screen readers, which get the summary and the table. */
export const RunMarksView = memo(function RunMarksView({ marks, size }: Props): ReactNode {
  const { plot } = marks;
  return (
    <svg
      className={classes.chart}
      viewBox={`0 0 ${size.width} ${size.height}`}
      width="100%"
      height={size.height}
      aria-hidden="true"
    >
      <Grounds marks={marks} />
      {marks.seasonBand && (
        <>
          <path className={classes.band} d={marks.seasonBand.area} />
          <path className={classes.wave} d={marks.seasonBand.upper} />
          <path className={classes.wave} d={marks.seasonBand.lower} />
          <path className={classes.waveCentre} d={marks.seasonBand.centre} />
        </>
      )}
      <Limits marks={marks} />
      {marks.fan && <Fan marks={marks.fan} plot={plot} />}
      {marks.changes.map((x) => (
        <path key={x} className={classes.change} d={`M${x},${plot.top}V${plot.bottom}m-4,0l4,-4l4,4z`} />
      ))}
      {marks.proposal && (
        <path className={classes.proposal} d={`M${marks.proposal.x},${marks.proposal.y}H${plot.right}`} />
      )}
      {marks.thresholds.map(({ kind, x0, x1, y }) => (
        <path key={`${kind} ${x0} ${y}`} className={classes[kind]} d={`M${x0},${y}H${x1}`} />
      ))}
      {marks.flags.map(({ number, x, to, row }) => (
        <g key={number} className={classes.flag}>
          <path d={`M${x},9V${plot.bottom}`} />
          {to !== undefined && to > x && (
            <path className={classes.flagSpan} d={`M${x},${plot.top - 4}H${to}`} />
          )}
          <circle cx={x} cy={9 + row * 17} r={7.5} />
          <text x={x} y={12.5 + row * 17}>
            {number}
          </text>
        </g>
      ))}
      <path className={classes.rawLine} d={marks.rawLine} />
      <path className={classes.line} d={marks.line} />
      <path className={classes.partialLine} d={marks.partialLine} />
      <Dots dots={marks.dots} step={marks.step} />
      {marks.areTicksInside &&
        marks.valueTicks.map(({ y, text }) => (
          <text key={y} className={classes.insideText} x={marks.plot.left} y={y - 4}>
            {text}
          </text>
        ))}
      <Labels marks={marks} />
    </svg>
  );
});

function Grounds({
  marks: { plot, valueTicks, areTicksInside, periodTicks, phases },
}: {
  marks: RunMarks;
}): ReactNode {
  return (
    <>
      {phases.map(({ x0, x1, bandTop, bandBottom }) => (
        <rect
          key={x0}
          className={classes.band}
          x={x0}
          width={x1 - x0}
          y={bandTop}
          height={bandBottom - bandTop}
        />
      ))}
      {valueTicks.map(({ y, text }) => (
        <g key={y}>
          <path className={base.grid} d={`M${plot.left},${y}H${plot.right}`} />
          {!areTicksInside && (
            <text className={classes.valueText} x={plot.left - 8} y={y + 3.5}>
              {text}
            </text>
          )}
        </g>
      ))}
      <path className={base.axis} d={`M${plot.left},${plot.bottom}H${plot.right}`} />
      {periodTicks.map(({ x, text, year }) => (
        <g key={x} className={classes.period}>
          <path className={base.axis} d={`M${x},${plot.bottom}v4`} />
          <text x={x} y={plot.bottom + 16}>
            {text || year}
          </text>
          {text !== '' && year && (
            <text className={classes.year} x={x} y={plot.bottom + 30}>
              {year}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

function Limits({ marks: { phases, plot } }: { marks: RunMarks }): ReactNode {
  return phases.map(({ x0, x1, centre, upper, lower, isTrial, isPresent, label }) => (
    <g key={x0} className={isPresent ? undefined : classes.past}>
      {upper !== undefined && (
        <path className={isTrial ? classes.trial : classes.limit} d={`M${x0},${upper}H${x1}`} />
      )}
      {lower !== undefined && (
        <path className={isTrial ? classes.trial : classes.limit} d={`M${x0},${lower}H${x1}`} />
      )}
      <path className={classes.centre} d={`M${x0},${centre}H${x1}`} />
      {x0 > plot.left && <path className={classes.turn} d={`M${x0},${plot.top}V${plot.bottom}`} />}
      {label && x0 > plot.left && (
        <text className={classes.turnText} x={x0 + 5} y={plot.bottom - 6}>
          {label}
        </text>
      )}
    </g>
  ));
}

function Dots({ dots, step }: { dots: readonly Dot[]; step: number }): ReactNode {
  // Dots that would touch say less than the line alone.
  const radius = step < 3.5 ? 0 : step < 8 ? 1.5 : 2.2;
  const room = Math.min(1, Math.max(0.6, step / 7));
  return dots.map(({ index, x, y, kind, sense, completes }) => {
    if (kind === 'signal' && sense) {
      return (
        <SignalShape
          key={index}
          x={x}
          y={y}
          size={(completes ? 8 : 6) * room}
          sense={sense}
          isRinged={completes === true}
        />
      );
    }
    if (kind === 'partial') return <circle key={index} className={classes.partial} cx={x} cy={y} r={3.2} />;
    return radius > 0 && <circle key={index} className={classes.dot} cx={x} cy={y} r={radius} />;
  });
}

function Labels({ marks: { labels, plot } }: { marks: RunMarks }): ReactNode {
  return labels.map(({ kind, text, y, lineY, off }) => (
    <g key={text} className={classes[`${kind}Label`]}>
      {!off && <path className={classes.leader} d={`M${plot.right + 2},${lineY}L${plot.right + 10},${y}`} />}
      <text x={plot.right + 14} y={y + 3.5}>
        {text}
      </text>
    </g>
  ));
}
