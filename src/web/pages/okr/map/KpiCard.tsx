import type { Node, NodeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { formatValue } from '#domain/kpi/format.ts';
import { StatusMark } from '../../../parts/StatusMark.tsx';
import classes from './Cards.module.css';
import type { Card } from './map-cards.ts';

export type KpiData = { card: Extract<Card, { kind: 'kpi' }> };

/** A KPI on the map: its status by shape and colour, its name and its newest value. */
export const KpiCard = memo(function KpiCard({ data }: NodeProps<Node<KpiData>>): ReactNode {
  const { name, status, value, unit, decimals } = data.card.kpi;
  return (
    <div className={classes.kpi} title={name}>
      <StatusMark status={status} isTight />
      <span className={classes.name}>{name}</span>
      <span className={`numbers ${classes.value}`}>{formatValue(value, unit, decimals)}</span>
    </div>
  );
});
