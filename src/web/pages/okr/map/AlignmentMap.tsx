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
import { allFolded, ancestorsOf, firstFolded, mapGraph, type OkrMap, wholeGraph } from './map-graph.ts';
import { placeOf } from './map-place.ts';
import { walk } from './map-walk.ts';
import { SaveMap } from './SaveMap.tsx';
import { useCards } from './useCards.ts';
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
  const place = placeOf(map.cycle.id);
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => place.folded ?? firstFolded(map));
  const [active, setActive] = useState(place.active);
  const [wanted, setWanted] = useState(place.wasInTree ? place.active : undefined);
  const { team, owner, health, alignment, focus, kpis: withKpis } = view;
  const graph = useMemo(
    () => mapGraph(map, { filters: { team, owner, health, alignment }, focus, folded, withKpis }),
    [map, team, owner, health, alignment, focus, folded, withKpis],
  );
  const placed = useLayout(graph);
  const names = useNames(useMemo(() => map.objectives.flatMap((each) => [each.owner, each.person]), [map]));
  const cards = useCards(placed?.graph, map, names);
  const card = cards.find(({ id }) => id === active);
  const all = useCards(
    useMemo(() => wholeGraph(map), [map]),
    map,
    names,
  );
  Object.assign(place, { folded, active });

  const fold = useCallback((id: string) => {
    sight.current?.hold(id);
    setFolded((old) => old.symmetricDifference(new Set([id])));
  }, []);
  // The focus goes with what is chosen; by hand it is in sight already, and the picture stays as it is.
  const isByHand = useRef(false);
  const choose = useCallback((id: string) => {
    setActive(id);
    tree.current?.querySelector<HTMLElement>(`[data-node="${id}"]`)?.focus({ preventScroll: true });
  }, []);
  const point = (id: string): void => {
    isByHand.current = true;
    choose(id);
    isByHand.current = false;
  };
  const open = (id: string): void => {
    place.wasInTree = tree.current?.contains(document.activeElement) ?? false;
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
      setFolded((old) => (old.isDisjointFrom(above) ? old : old.difference(above)));
      if (isNarrowed) change.current({ ...noFilter, focus: '' });
      setWanted(id);
    },
    [map, isNarrowed],
  );
  // Once it is placed: until then there is nothing to bring into sight.
  const isPlaced = wanted !== undefined && cards.some(({ id }) => id === wanted);
  useEffect(() => {
    if (!isPlaced || !wanted) return;
    setWanted(undefined);
    choose(wanted);
    sight.current?.show(wanted);
  }, [isPlaced, wanted, choose]);
  const press = (event: KeyboardEvent, id: string): void => {
    const acts = new Map([
      ['Enter', () => open(id)],
      ['Escape', () => setActive(undefined)],
      ['+', sight.current?.nearer],
      ['-', sight.current?.farther],
      ['0', sight.current?.whole],
    ]);
    const move = placed && walk(placed.graph, placed.places, id, event.key);
    const act = acts.get(event.key);
    if (event.ctrlKey || event.metaKey || event.altKey || !(act || move)) return;
    event.preventDefault();
    if (act) act();
    else if (move && 'fold' in move) fold(move.fold);
    else if (move) {
      choose(move.to);
      sight.current?.show(move.to);
    }
  };

  if (graph.nodes.length === 0) return empty;
  return (
    <>
      <MapTools
        map={map}
        cards={all}
        focus={focus}
        withKpis={withKpis}
        isAllOpen={folded.size === 0}
        onFind={find}
        onKpis={(kpis) => onChange({ kpis })}
        onUnfocus={() => onChange({ focus: '' })}
        onFoldAll={(isFolding) => setFolded(isFolding ? allFolded(map) : new Set())}
      >
        {placed && <SaveMap name={map.cycle.name} cards={cards} placed={placed} />}
      </MapTools>
      {!placed ? (
        <div className={classes.map}>
          <p className={classes.waiting} aria-busy="true">
            Placing {graph.nodes.length} objectives …
          </p>
        </div>
      ) : isPrinting ? (
        <MapPicture name={map.cycle.name} cards={cards} placed={placed} />
      ) : (
        <div className={classes.map} data-open={card !== undefined || undefined}>
          <MapTree
            list={tree}
            {...{ graph: placed.graph, cards, active, name: map.cycle.name }}
            onFocus={(id) => {
              setActive(id);
              if (!isByHand.current) sight.current?.show(id);
            }}
            onKey={press}
          />
          <MapCanvas
            {...{ map, placed, cards, active, sight, place }}
            onChoose={point}
            onOpen={open}
            onFold={fold}
          />
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
      <MapLegend graph={placed?.graph ?? graph} />
    </>
  );
}
