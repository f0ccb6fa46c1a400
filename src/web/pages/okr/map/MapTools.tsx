import { Button, Select, Switch } from '@mantine/core';
import { memo, type ReactNode, useMemo } from 'react';
import classes from './Map.module.css';
import { type Card, nameOf } from './map-cards.ts';
import type { OkrMap } from './map-graph.ts';

type Props = {
  map: OkrMap;
  focus: string;
  withKpis: boolean;
  isAllOpen: boolean;
  onFind: (id: string) => void;
  onKpis: (withKpis: boolean) => void;
  onUnfocus: () => void;
  /** All objectives of the map, folded or not, with whose they are. */
  cards: readonly Card[];
  onFoldAll: (isFolding: boolean) => void;
  children: ReactNode;
};

/** Finding an objective, KPIs on or off, folding everything, and leaving one objective's surroundings. */
export function MapTools(props: Props): ReactNode {
  const { map, cards, focus, withKpis, isAllOpen, onFind, onKpis, onUnfocus, onFoldAll, children } = props;
  const focused = map.objectives.find(({ id }) => id === focus);
  const hasBranches = map.objectives.some(({ parents }) => parents.length > 0);
  return (
    <div className={`no-print ${classes.tools}`}>
      <FindObjective cards={cards} onFind={onFind} />
      {map.kpis.length > 0 && (
        <Switch
          size="xs"
          label="KPIs"
          checked={withKpis}
          onChange={(event) => onKpis(event.currentTarget.checked)}
        />
      )}
      {hasBranches && (
        <Button size="compact-xs" variant="subtle" onClick={() => onFoldAll(isAllOpen)}>
          {isAllOpen ? 'Fold all' : 'Unfold all'}
        </Button>
      )}
      {focused && (
        <span className={classes.focus}>
          <span>Only around “{focused.title}”</span>
          <Button size="compact-xs" variant="default" onClick={onUnfocus}>
            Show all
          </Button>
        </span>
      )}
      <span className={classes.save}>{children}</span>
    </div>
  );
}

// Hundreds of choices are not to be made anew whenever somebody takes a step on the map.
const FindObjective = memo(function FindObjective({
  cards,
  onFind,
}: Pick<Props, 'cards' | 'onFind'>): ReactNode {
  const byId = useMemo(() => new Map(cards.map((card) => [card.id, card])), [cards]);
  return (
    <Select
      size="xs"
      aria-label="Find an objective on the map"
      placeholder="Find an objective"
      className={classes.find ?? ''}
      data={cards.map((card) => ({ value: card.id, label: nameOf(card) }))}
      renderOption={({ option }) => (
        <span className={classes.found}>
          {option.label}
          <small>{byId.get(option.value)?.whose}</small>
        </span>
      )}
      value={null}
      onChange={(id) => id && onFind(id)}
      searchable
      limit={30}
      nothingFoundMessage="No objective is called that"
      maxDropdownHeight={300}
      comboboxProps={{ width: 400, position: 'bottom-start' }}
    />
  );
});
