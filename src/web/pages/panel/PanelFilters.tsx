import { Button, Switch, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { statuses } from '#domain/kpi/status.ts';
import { type Choice, Pick } from '../../parts/Pick.tsx';
import classes from './Panel.module.css';
import type { PanelLine, Wishes } from './panel-view.ts';

export type PanelView = Wishes & { sort: string; group: string; children: boolean };

type Props = {
  view: PanelView;
  onChange: (part: Partial<PanelView>) => void;
  lines: readonly PanelLine[];
};

type Picked = 'status' | 'signal' | 'label' | 'team' | 'owner' | 'group';

const signalChoices: Choice[] = [
  { value: 'any', label: 'All that speak' },
  { value: 'deterioration', label: 'Deterioration' },
  { value: 'improvement', label: 'Improvement' },
  { value: 'neither', label: 'Change' },
  { value: 'noise', label: 'Noise' },
];
const groupChoices: Choice[] = [
  { value: 'team', label: 'By team' },
  { value: 'label', label: 'By label' },
];

/** Which KPIs the panel shows and how they are grouped; all of it is kept in the address. */
export function PanelFilters({ view, onChange, lines }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const set = (field: keyof PanelView) => (value: string) => onChange({ [field]: value });
  const pick = (field: Picked, label: string, all: string, data: Choice[]) =>
    (data.length > 0 || view[field]) && (
      <Pick
        className={classes.choice}
        label={label}
        data={[{ value: '', label: all }, ...data]}
        value={view[field]}
        onPick={set(field)}
      />
    );
  return (
    <search className={classes.filters}>
      <TextFilter text={view.q} onText={set('q')} />
      <Button
        className={classes.toggle}
        size="xs"
        variant="default"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        Filters
      </Button>
      <div className={classes.more} data-open={isOpen || undefined}>
        {pick(
          'status',
          'Status',
          'Any status',
          statuses.map((status) => ({ value: status, label: capital(status) })),
        )}
        {pick('signal', 'Signal', 'Any signal', signalChoices)}
        {pick(
          'label',
          'Label',
          'All labels',
          distinct(lines.flatMap(({ row }) => row.labels.map((label) => [label, label]))),
        )}
        {pick('team', 'Team', 'All teams', distinct(lines.map(({ row, team }) => [row.team, team])))}
        {pick('owner', 'Owner', 'All owners', distinct(lines.map(({ row, owner }) => [row.owner, owner])))}
        <span className={classes.spacer} />
        <Switch
          size="xs"
          label="Children"
          checked={view.children}
          onChange={(event) => onChange({ children: event.currentTarget.checked })}
        />
        {pick('group', 'Group', 'Not grouped', groupChoices)}
      </div>
    </search>
  );
}

// Typing must not wait for the address to change, so the field keeps its own text.
function TextFilter({ text, onText }: { text: string; onText: (text: string) => void }): ReactNode {
  const [typed, setTyped] = useState(text);
  const input = useRef<HTMLInputElement>(null);
  const tell = useDebouncedCallback(onText, 120);
  useEffect(() => {
    if (document.activeElement !== input.current) setTyped(text);
  }, [text]);
  useLayoutEffect(() => {
    // Before the shell, for which / opens the search over everything.
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      const isTyping = target.closest('input, textarea, select, [contenteditable="true"]');
      if (event.key !== '/' || event.metaKey || event.ctrlKey || event.altKey || isTyping) return;
      if (document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      event.stopPropagation();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, []);
  return (
    <TextInput
      ref={input}
      className={classes.search}
      size="xs"
      type="search"
      aria-label="Filter the KPIs"
      placeholder="Filter  /"
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
    />
  );
}

function distinct(pairs: readonly (readonly [string | null, string | null | undefined])[]): Choice[] {
  const named = new Map(pairs.flatMap(([value, label]) => (value ? [[value, label ?? '…'] as const] : [])));
  return [...named]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
