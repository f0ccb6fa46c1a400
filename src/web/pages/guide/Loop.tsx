import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './Guide.module.css';
import drawn from './Loop.module.css';
import { loop, loopMarks } from './loop.ts';

const size = 260;
const marks = loopMarks(loop.length, size);

/** The loop of KPIs and OKRs: a ring of numbers beside the steps in words. */
export function Loop(): ReactNode {
  return (
    <section className={classes.chapter} id="loop" aria-labelledby="loop-title">
      <h2 id="loop-title">The loop</h2>
      <p className={classes.lead}>
        Neither is better than the other. A KPI without OKRs complains about the same number for years; an OKR
        without KPIs does not know whether it changed anything.
      </p>
      <div className={drawn.loop}>
        <svg className={drawn.ring} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
          <defs>
            <marker
              id="loop-arrow"
              viewBox="0 0 6 6"
              refX="4"
              refY="3"
              markerWidth="6"
              markerHeight="6"
              orient="auto"
            >
              <path className={drawn.head} d="M0,0 L6,3 L0,6Z" />
            </marker>
          </defs>
          {marks.map(({ x, y, arc }, index) => (
            <g key={loop[index]?.name} data-side={loop[index]?.side}>
              <path className={drawn.arc} d={arc} markerEnd="url(#loop-arrow)" />
              {loop[index]?.side === 'KPI' ? (
                <circle className={drawn.mark} cx={x} cy={y} r={14} />
              ) : (
                <rect className={drawn.mark} x={x - 13} y={y - 13} width={26} height={26} rx={3} />
              )}
              <text className={drawn.number} x={x} y={y + 4}>
                {index + 1}
              </text>
            </g>
          ))}
          <text className={drawn.side} x={size / 2} y={size / 2 - 8}>
            ● KPI
          </text>
          <text className={drawn.side} x={size / 2} y={size / 2 + 16}>
            ■ OKR
          </text>
        </svg>
        <ol className={drawn.steps}>
          {loop.map(({ name, what, side, to }, index) => (
            <li key={name} data-side={side}>
              <span className={drawn.badge} aria-hidden="true">
                {index + 1}
              </span>
              <div>
                <Link to={to}>{name}</Link> <span className="unseen">({side})</span>
                <p>{what}</p>
              </div>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
