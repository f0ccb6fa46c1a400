import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { DriverTree } from '#contract/drivers.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { TreeLines } from '../../charts/TreeLines.tsx';
import { treeLines } from '../../charts/tree-lines.ts';
import { SignalMark } from '../../parts/SignalMark.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import classes from './DriverList.module.css';
import type { Edge } from './driver-graph.ts';
import { type DriverRow, driverRows, edgeWords } from './driver-rows.ts';

type Props = {
  tree: DriverTree;
  way: 'up' | 'down';
  /** Asked when a link that somebody made is to go; without it none can. */
  onUnlink: ((edge: Edge, other: string) => void) | undefined;
};

// Deeper is folded until somebody opens it: a tree of a hundred would not be read.
const openDepth = 2;

/** What moves a KPI, or what it moves, as a nested list. */
export function DriverList({ tree, way, onUnlink }: Props): ReactNode {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const isFolded = ({ id, depth }: Pick<DriverRow, 'id' | 'depth'>) => depth >= openDepth !== turned.has(id);
  const rows = driverRows(tree, way, isFolded);
  const indents = treeLines(rows.map(({ depth }) => depth - 1));
  const turn = (id: string): void =>
    setTurned((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <ul className={classes.list}>
      {rows.map((row, at) => {
        const { node, edge, id, below, isRepeat } = row;
        const isFoldedRow = isFolded(row);
        return (
          <li key={id}>
            <TreeLines lines={indents[at]!} />
            <div className={classes.row}>
              <span className={classes.name}>
                <Link to="/kpis/$kpi/drivers" params={{ kpi: node.key }} search={true}>
                  {node.name}
                </Link>
                <small>
                  {edgeWords(edge, way)}
                  {edge.note && `: ${edge.note}`}
                  {isRepeat && ', named above'}
                </small>
              </span>
              <b>{formatValue(node.value, node.unit, node.decimals)}</b>
              <StatusMark status={node.status} />
              {node.sense ? <SignalMark sense={node.sense} /> : <span />}
              <span className={classes.tools}>
                {below > 0 && (
                  <button type="button" aria-expanded={!isFoldedRow} onClick={() => turn(id)}>
                    {isFoldedRow ? `Show ${below} below` : 'Fold'}
                    <span className="unseen"> {node.name}</span>
                  </button>
                )}
                {edge.kind === 'driver' && row.depth === 1 && onUnlink && (
                  <button type="button" onClick={() => onUnlink(edge, node.name)}>
                    Unlink<span className="unseen"> {node.name}</span>
                  </button>
                )}
              </span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
