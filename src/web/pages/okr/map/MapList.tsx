import { Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo, type ReactNode, useDeferredValue, useMemo } from 'react';
import { HealthMark } from '../../../parts/HealthMark.tsx';
import { ProgressBar } from '../../../parts/ProgressBar.tsx';
import { StatusMark } from '../../../parts/StatusMark.tsx';
import { useNames } from '../../../parts/useNames.ts';
import type { Filters } from '../cycle/tree-rows.ts';
import { ObjectiveTitle } from '../objective/ObjectiveTitle.tsx';
import { Relation } from '../objective/Relation.tsx';
import classes from './MapList.module.css';
import { mapGraph, type OkrMap } from './map-graph.ts';
import { type MapRow, mapRows } from './map-rows.ts';
import { useCards } from './useCards.ts';

type Props = {
  map: OkrMap;
  filters: Filters;
  withKpis: boolean;
  onKpis: (withKpis: boolean) => void;
  empty: ReactNode;
};

/** The map on a phone: a nested list of the same objectives, relations and KPIs. */
export function MapList({ map, filters, withKpis, onKpis, empty }: Props): ReactNode {
  const { team, owner, health, alignment } = filters;
  const graph = useMemo(
    () =>
      mapGraph(map, { filters: { team, owner, health, alignment }, focus: '', folded: new Set(), withKpis }),
    [map, team, owner, health, alignment, withKpis],
  );
  const names = useNames(map.objectives.map((each) => each.owner));
  const cards = useCards(graph, map, names);
  const rows = useMemo(() => mapRows(cards, graph), [cards, graph]);
  // Hundreds of lines at once would stop the page: those of the first screens are there at once, the others a moment later.
  const shown = useDeferredValue(rows, rows.slice(0, 30));
  if (rows.length === 0) return empty;
  return (
    <>
      {map.kpis.length > 0 && (
        <Switch
          size="xs"
          label="KPIs"
          checked={withKpis}
          onChange={(event) => onKpis(event.currentTarget.checked)}
        />
      )}
      <ul className={classes.list}>
        {shown.map((row, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the order is all that tells two lines of one objective apart
            key={`${row.card.id} ${at}`}
            style={{ paddingLeft: `${Math.min(row.level - 1, 6) * 14}px` }}
            data-dim={row.card.isDim || undefined}
          >
            <span className="unseen">Level {row.level}: </span>
            <Line row={row} />
          </li>
        ))}
      </ul>
    </>
  );
}

const Line = memo(function Line({ row: { card, relation, isRepeat } }: { row: MapRow }): ReactNode {
  if (card.kind === 'kpi')
    return (
      <span className={classes.kpi}>
        <StatusMark status={card.kpi.status} isTight />
        <Link to="/kpis/$kpi" params={{ kpi: card.kpi.key }}>
          {card.kpi.name}
        </Link>
        <small>{relation}</small>
      </span>
    );
  const { id, title, health, progress } = card.objective;
  return (
    <>
      <ObjectiveTitle id={id} title={title} isPrivate={card.objective.private} />
      {isRepeat ? (
        <small>shown elsewhere</small>
      ) : (
        <span className={classes.facts}>
          <HealthMark health={health} isTight />
          <ProgressBar progress={progress} width={80} />
          <small>{card.cycle ?? card.whose}</small>
          {(relation === 'contributes to' || relation === 'supports') && <Relation kind={relation} />}
        </span>
      )}
    </>
  );
});
