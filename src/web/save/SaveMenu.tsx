import { notifications } from '@mantine/notifications';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { faultOf } from '../refusal.ts';
import classes from './SaveAs.module.css';
import type { Saving } from './SaveAs.tsx';

type Props = { of: string; ways: readonly Saving[]; onClose: (withFocus: boolean) => void };

/** The opened list of formats: arrows, Home and End walk it, Enter chooses, Escape and Tab leave it. */
export function SaveMenu({ of, ways, onClose }: Props): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  const [side, setSide] = useState<'left' | 'right'>('right');
  useEffect(() => {
    const menu = list.current;
    menu?.querySelector('button')?.focus({ preventScroll: true });
    if (menu && menu.getBoundingClientRect().left < 0) setSide('left');
    const away = (event: PointerEvent): void => {
      // The button closes it by itself.
      if (!menu?.parentElement?.contains(event.target as Node)) onClose(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [onClose]);
  const walk = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Tab') onClose(false);
    const items = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[
      event.key
    ];
    if (next === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (next === undefined) onClose(true);
    else items[next % items.length]?.focus();
  };
  return (
    <div
      role="menu"
      aria-label={`Save ${of} as`}
      tabIndex={-1}
      ref={list}
      className={classes.menu}
      data-side={side}
      onKeyDown={walk}
    >
      {ways.map((way) => (
        <button
          key={way.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          // A dialog hears Escape before the menu in it does, and would close: this tells it that the key is not meant for it.
          data-mantine-stop-propagation="true"
          onClick={() => {
            onClose(true);
            void run(way);
          }}
        >
          {way.label}
          {way.what && <small>{way.what}</small>}
        </button>
      ))}
    </div>
  );
}

async function run({ label, save }: Saving): Promise<void> {
  try {
    await save();
  } catch (error) {
    const { code, message } = faultOf(error);
    const why = code === 'bug' && error instanceof Error ? error.message : message;
    notifications.show({ color: 'red', title: `It could not be saved as ${label}`, message: why });
  }
}
