import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNames } from '../../../parts/useNames.ts';
import { usePrinting } from '../../../parts/usePrinting.ts';
import { type Filters, narrows } from '../cycle/tree-rows.ts';
import classes from './Map.module.css';
import { MapCanvas } from './MapCanvas.tsx';
import { MapLegend } from './MapLegend.tsx';
import { MapPanel } from './MapPanel.tsx';
import { MapPicture } from './MapPicture.tsx';
import { MapTools } from './MapTools.tsx';
import { MapTree } from './MapTree.tsx';
import { boxesOf, type Card, cardsOf } from './map-cards.ts';
import { allFolded, ancestorsOf, firstFolded, type MapGraph, mapGraph, type OkrMap } from './map-graph.ts';
import { type Move, walk } from './map-walk.ts';
import { SaveMap } from './SaveMap.tsx';
import { useLayout } from './useLayout.ts';
import type { Sight } from './useSight.ts';

type View = Filters & { focus: string; kpis: boolean };
type Props = {
  map: OkrMap;
  view: View;
  onChange: (part: Partial<View>) => void;
  empty: ReactNode;
};

const noFilter = { team: '', owner: '', health: '', alignment: '' };

/** The objectives of a cycle as a map: from the organisation to teams to people, with what is above them in other cycles. */
export function AlignmentMap({ map, view, onChange, empty }: Props): ReactNode {
  const navigate = useNavigate();
  const isPrinting = usePrinting();
  const sight: Sight = useRef(null);
  const tree = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => firstFolded(map));
  const [active, setActive] = useState<string>();
  const [wanted, setWanted] = useState<string>();
  const { team, owner, health, alignment, focus, kpis: withKpis } = view;
  const graph = useMemo(
    () => mapGraph(map, { filters: { team, owner, health, alignment }, focus, folded, withKpis }),
    [map, team, owner, health, alignment, focus, folded, withKpis],
  );
  const people = useMemo(() => map.objectives.flatMap((each) => [each.owner, each.person]), [map]);
  const names = useNames(people);
  const cards = useSteadyCards(graph, cardsOf(graph, map, names));
  const boxes = useMemo(() => boxesOf(graph), [graph]);
  const places = useLayout(boxes);
  const card = cards.find(({ id }) => id === active);

  const fold = useCallback((id: string) => {
    sight.current?.hold(id);
    setFolded((old) => old.symmetricDifference(new Set([id])));
  }, []);
  const choose = useCallback((id: string) => {
    setActive(id);
    tree.current?.querySelector<HTMLElement>(`[data-node="${id}"]`)?.focus({ preventScroll: true });
  }, []);
  const open = (id: string): void => {
    const kpi = map.kpis.find((each) => each.id === id);
    if (kpi) void navigate({ to: '/kpis/$kpi', params: { kpi: kpi.key } });
    else void navigate({ to: '/objectives/$objective', params: { objective: id } });
  };
  const isNarrowed = focus !== '' || narrows({ team, owner, health, alignment });
  const change = useRef(onChange);
  change.current = onChange;
  const find = useCallback(
    (id: string): void => {
      const above = ancestorsOf(map, id);
      setFolded((old) => old.difference(above));
      if (isNarrowed) change.current({ ...noFilter, focus: '' });
      setWanted(id);
    },
    [map, isNarrowed],
  );
  // Once it is placed: until then there is nothing to bring into sight.
  const isPlaced =
    wanted !== undefined && places?.at[wanted] !== undefined && cards.some(({ id }) => id === wanted);
  useEffect(() => {
    if (!isPlaced || !wanted) return;
    setWanted(undefined);
    choose(wanted);
    sight.current?.show(wanted);
  }, [isPlaced, wanted, choose]);
  const press = (event: KeyboardEvent, id: string): void => {
    if (event.key === 'Enter') open(id);
    else if (event.key === 'Escape') setActive(undefined);
    else go(event, places && walk(graph, places, id, event.key));
  };
  const go = (event: KeyboardEvent, move: Move): void => {
    if (!move) return;
    event.preventDefault();
    if ('fold' in move) fold(move.fold);
    else {
      choose(move.to);
      sight.current?.show(move.to);
    }
  };

  if (graph.nodes.length === 0) return empty;
  return (
    <>
      <MapTools
        map={map}
        focus={focus}
        withKpis={withKpis}
        isAllOpen={folded.size === 0}
        onFind={find}
        onKpis={(kpis) => onChange({ kpis })}
        onUnfocus={() => onChange({ focus: '' })}
        onFoldAll={(isFolding) => setFolded(isFolding ? allFolded(map) : new Set())}
      >
        {places && <SaveMap name={map.cycle.name} {...{ cards, graph, places }} />}
      </MapTools>
      {isPrinting && places ? (
        <MapPicture name={map.cycle.name} cards={cards} graph={graph} places={places} />
      ) : (
        <div className={classes.map} data-open={card !== undefined || undefined}>
          <MapTree
            list={tree}
            {...{ graph, cards, active, name: map.cycle.name }}
            onFocus={(id) => {
              setActive(id);
              sight.current?.show(id);
            }}
            onKey={press}
          />
          {places ? (
            <MapCanvas
              {...{ map, graph, cards, places, active, sight }}
              onChoose={choose}
              onOpen={open}
              onFold={fold}
            />
          ) : (
            <p className={classes.waiting} aria-busy="true">
              Placing {graph.nodes.length} objectives …
            </p>
          )}
          {card && (
            <MapPanel
              {...{ card, map, names }}
              isFocus={focus === card.id}
              onFocus={(id) => onChange({ focus: id })}
              onClose={() => setActive(undefined)}
            />
          )}
        </div>
      )}
      <MapLegend graph={graph} />
    </>
  );
}

// Names come as new functions with every answer: cards that say the same stay the same, or hundreds would be drawn anew.
function useSteadyCards(graph: MapGraph, cards: Card[]): Card[] {
  const said = cards.map(({ whose }) => whose).join('\n');
  const kept = useRef({ graph, said, cards });
  if (kept.current.graph !== graph || kept.current.said !== said) kept.current = { graph, said, cards };
  return kept.current.cards;
}
