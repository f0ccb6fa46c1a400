import { Button, Select, Switch } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import classes from './Map.module.css';
import type { OkrMap } from './map-graph.ts';

type Props = {
  map: OkrMap;
  focus: string;
  withKpis: boolean;
  isAllOpen: boolean;
  onFind: (id: string) => void;
  onKpis: (withKpis: boolean) => void;
  onUnfocus: () => void;
  onFoldAll: (isFolding: boolean) => void;
  children: ReactNode;
};

/** Finding an objective, KPIs on or off, folding everything, and leaving one objective's surroundings. */
export function MapTools(props: Props): ReactNode {
  const { map, focus, withKpis, isAllOpen, onFind, onKpis, onUnfocus, onFoldAll, children } = props;
  const focused = map.objectives.find(({ id }) => id === focus);
  const hasBranches = map.objectives.some(({ parents }) => parents.length > 0);
  return (
    <div className={`no-print ${classes.tools}`}>
      <FindObjective map={map} onFind={onFind} />
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
const FindObjective = memo(function FindObjective({ map, onFind }: Pick<Props, 'map' | 'onFind'>): ReactNode {
  return (
    <Select
      size="xs"
      aria-label="Find an objective on the map"
      placeholder="Find an objective"
      className={classes.find ?? ''}
      data={map.objectives.map(({ id, title }) => ({ value: id, label: title }))}
      value={null}
      onChange={(id) => id && onFind(id)}
      searchable
      limit={30}
      nothingFoundMessage="No objective is called that"
      maxDropdownHeight={300}
    />
  );
});
