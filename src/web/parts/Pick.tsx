import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Filters.module.css';
import type { Names } from './useNames.ts';

/** One of what can be picked; an empty value narrows nothing. */
export type Choice = { value: string; label: string };

type Props = {
  label: string;
  data: readonly Choice[];
  value: string;
  onPick: (value: string) => void;
  /** It stands out while it narrows what is shown. */
  isChosen?: boolean;
  className?: string | undefined;
};

/** A filter of a list: the browser's own select, because what a page is first seen with needs no popover. */
export function Pick({ label, data, value, onPick, isChosen = value !== '', className }: Props): ReactNode {
  return (
    <NativeSelect
      className={className ?? classes.wide}
      size="xs"
      aria-label={label}
      data={data}
      value={value}
      data-chosen={isChosen || undefined}
      onChange={(event) => onPick(event.currentTarget.value)}
    />
  );
}

/** People to pick from, by their names. */
export function people(ids: readonly string[], names: Names): Choice[] {
  return ids
    .map((id) => ({ value: id, label: `${names.person(id) ?? '…'}${names.isMe(id) ? ' (you)' : ''}` }))
    .sort((one, other) => one.label.localeCompare(other.label));
}
