import { SegmentedControl, Select, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TreeObjective } from '#contract/objectives.ts';
import { type Choice, people } from '../../../parts/Pick.tsx';
import type { Names } from '../../../parts/useNames.ts';
import classes from './CycleFilters.module.css';
import { type Filters, peopleIn } from './tree-rows.ts';

export type CycleView = Filters & { view: string; sort: string; keys: boolean };

type Props = {
  view: CycleView;
  onChange: (part: Partial<CycleView>) => void;
  objectives: readonly TreeObjective[];
  names: Names;
};

const views = [
  { value: 'table', label: 'Objectives' },
  { value: 'key-results', label: 'Key results' },
  { value: 'tree', label: 'Tree' },
  { value: 'map', label: 'Map' },
];
const healthChoices = [
  { value: 'outdated', label: 'Outdated' },
  { value: 'off-track', label: 'Off track' },
  { value: 'behind', label: 'Behind' },
  { value: 'on-track', label: 'On track' },
  { value: 'none', label: 'Too early' },
];

const lackWords = {
  orphan: 'Of a team or a person, and below nothing: nobody can say what they are for.',
  unsupported:
    'Nothing can move these, or they are everybody’s and no objective of a team or a person hangs below them.',
} as const;
const alignmentWords = { orphan: 'Orphans', unsupported: 'Unsupported' } as const;

/** How a cycle is looked at: as what, and whose. */
export function CycleFilters({ view, onChange, objectives, names }: Props): ReactNode {
  const owners = people(peopleIn(objectives), names);
  const teams = [...new Set(objectives.flatMap(({ team }) => team ?? []))].map((id) => ({
    value: id,
    label: names.team(id) ?? '…',
  }));
  const lacking = (['orphan', 'unsupported'] as const).flatMap((kind) => {
    const count = objectives.filter(({ alignment }) => alignment.some((each) => each.kind === kind)).length;
    return count > 0 || view.alignment === kind
      ? [{ value: kind, label: `${alignmentWords[kind]} (${count})` }]
      : [];
  });
  const choice = (field: keyof Filters, label: string, all: string, data: Choice[]) => (
    <Select
      size="xs"
      aria-label={label}
      className={classes.choice}
      data={data.toSorted((a, b) =>
        field === 'health' || field === 'alignment' ? 0 : a.label.localeCompare(b.label),
      )}
      value={view[field] || null}
      onChange={(value) => onChange({ [field]: value ?? '' })}
      placeholder={all}
      clearable
      clearButtonProps={{ 'aria-label': `${label}: all` }}
      searchable={data.length > 8}
    />
  );
  const lack = view.alignment === 'orphan' || view.alignment === 'unsupported' ? view.alignment : undefined;
  return (
    <div className={classes.filters}>
      <SegmentedControl
        size="xs"
        aria-label="Show"
        data={views}
        value={view.view}
        onChange={(next) => onChange({ view: next, sort: '' })}
      />
      {choice('team', 'Team', 'All teams', teams)}
      {choice('owner', 'Owner', 'All owners', owners)}
      {choice('health', 'Health', 'Any health', healthChoices)}
      {lacking.length > 0 && choice('alignment', 'Alignment', 'Any alignment', lacking)}
      {view.view === 'tree' && (
        <Switch
          size="xs"
          label="Key results"
          checked={view.keys}
          onChange={(event) => onChange({ keys: event.currentTarget.checked })}
        />
      )}
      {lack && <p className={classes.hint}>{lackWords[lack]}</p>}
    </div>
  );
}
