import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { statuses } from '#domain/kpi/status.ts';
import classes from './Panel.module.css';
import type { PanelLine, Wishes } from './panel-view.ts';

export type PanelView = Wishes & { sort: string; group: string; children: boolean };

type Props = {
  view: PanelView;
  onChange: (part: Partial<PanelView>) => void;
  lines: readonly PanelLine[];
};

type Choice = { value: string; label: string };

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
        <Pick
          label="Status"
          all="Any status"
          value={view.status}
          onPick={set('status')}
          data={statuses.map((status) => ({ value: status, label: capital(status) }))}
        />
        <Pick
          label="Signal"
          all="Any signal"
          value={view.signal}
          onPick={set('signal')}
          data={signalChoices}
        />
        <Pick
          label="Label"
          all="All labels"
          value={view.label}
          onPick={set('label')}
          data={distinct(lines.flatMap(({ row }) => row.labels.map((label) => [label, label])))}
        />
        <Pick
          label="Team"
          all="All teams"
          value={view.team}
          onPick={set('team')}
          data={distinct(lines.map(({ row, team }) => [row.team, team]))}
        />
        <Pick
          label="Owner"
          all="All owners"
          value={view.owner}
          onPick={set('owner')}
          data={distinct(lines.map(({ row, owner }) => [row.owner, owner]))}
        />
        <span className={classes.spacer} />
        <Switch
          size="xs"
          label="Children"
          checked={view.children}
          onChange={(event) => onChange({ children: event.currentTarget.checked })}
        />
        <Pick label="Group" all="Not grouped" value={view.group} onPick={set('group')} data={groupChoices} />
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
  useEffect(() => {
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

type PickProps = {
  label: string;
  all: string;
  value: string;
  onPick: (value: string) => void;
  data: Choice[];
};

// The browser's own select: the panel is the first page that most people load, and this needs no popover.
function Pick({ label, all, value, onPick, data }: PickProps): ReactNode {
  if (data.length === 0 && !value) return null;
  return (
    <NativeSelect
      className={classes.choice}
      size="xs"
      aria-label={label}
      data={[{ value: '', label: all }, ...data]}
      value={value}
      data-chosen={value !== '' || undefined}
      onChange={(event) => onPick(event.currentTarget.value)}
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
