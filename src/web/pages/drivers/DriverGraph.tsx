import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { DriverTree } from '#contract/drivers.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { type Look, signalLook, statusLook } from '../../parts/looks.ts';
import tones from '../../parts/Mark.module.css';
import { glyphs } from '../../parts/Mark.tsx';
import { SaveChart } from '../../save/SaveChart.tsx';
import { shortPeriod } from '../kpi/period-words.ts';
import classes from './DriverGraph.module.css';
import { type Card, card, driverGraph } from './driver-graph.ts';

type Props = { tree: DriverTree; name: string; words: string };

const air = 4;
// Drawn smaller than this its words could not be read: then it is scrolled.
const smallest = 0.85;

/** The driver tree as a drawing: inputs left, outputs right, each card a link to the tree around its own KPI. */
export function DriverGraph({ tree, name, words }: Props): ReactNode {
  const graph = useMemo(() => driverGraph(tree), [tree]);
  const frame = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const middle = graph.cards.find(({ node }) => node.id === tree.kpi);
  useEffect(() => {
    const box = scroller.current;
    if (box && middle) box.scrollLeft = middle.x + card.width / 2 - box.clientWidth / 2;
  }, [middle]);
  const width = graph.width + 2 * air;
  const height = graph.height + 2 * air;
  return (
    <figure className={classes.figure} ref={frame}>
      <div className={classes.tools}>
        <SaveChart name={`Drivers of ${name}`} frame={frame} words={words} />
      </div>
      <div className={classes.scroller} ref={scroller}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand for a drawing */}
        <svg
          className={classes.graph}
          style={{ maxWidth: width, minWidth: width * smallest }}
          viewBox={`0 0 ${width} ${height}`}
          role="group"
          aria-label={`Driver tree of ${name}`}
        >
          <g transform={`translate(${air},${air})`}>
            {graph.lines.map(({ edge, path, isOnPath }) => (
              <path
                key={`${edge.from} ${edge.to} ${edge.kind}`}
                className={`${classes[edge.kind]} ${isOnPath ? classes.path : ''}`}
                d={path}
              />
            ))}
            {graph.cards.map((each) => (
              <KpiCard key={each.node.id} card={each} isMiddle={each.node.id === tree.kpi} />
            ))}
            {graph.hidden.map(({ x, y, count }) => (
              <text key={x} className={classes.hidden} x={x + card.width / 2} y={y}>
                and {count} more, in the list
              </text>
            ))}
          </g>
        </svg>
      </div>
    </figure>
  );
}

function KpiCard({
  card: { node, x, y, lines, isOnPath },
  isMiddle,
}: {
  card: Card;
  isMiddle: boolean;
}): ReactNode {
  const status = statusLook[node.status];
  const signal = node.sense && signalLook[node.sense];
  return (
    <Link
      to="/kpis/$kpi/drivers"
      params={{ kpi: node.key }}
      search={true}
      className={classes.card}
      aria-current={isMiddle ? 'true' : undefined}
    >
      <rect
        className={isOnPath ? classes.spoke : isMiddle ? classes.middle : classes.plain}
        x={x}
        y={y}
        width={card.width}
        height={card.height}
        rx={8}
      >
        <title>{node.name}</title>
      </rect>
      {lines.map((line, at) => (
        <text key={line} className={classes.name} x={x + 12} y={y + 21 + at * 16}>
          {line}
        </text>
      ))}
      <text className={classes.value} x={x + 12} y={y + 59}>
        {formatValue(node.value, node.unit, node.decimals)}
      </text>
      <text className={classes.period} x={x + card.width - 12} y={y + 59}>
        {node.period ? shortPeriod(node.period) : ''}
      </text>
      <Glyph x={x + 12} y={y + 70} look={status} />
      {signal && <Glyph x={x + 126} y={y + 70} look={signal} />}
    </Link>
  );
}

function Glyph({ x, y, look: { glyph, tone, word } }: { x: number; y: number; look: Look }): ReactNode {
  return (
    <g transform={`translate(${x},${y})`} className={tones[tone === 'plain' ? 'quiet' : tone]}>
      <g transform="scale(0.86)">{glyphs[glyph]}</g>
      <text className={classes.word} x={17} y={10}>
        {word}
      </text>
    </g>
  );
}
