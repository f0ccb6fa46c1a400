import { IconHome, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { View } from '#contract/views.ts';
import { Fault } from '../parts/Fault.tsx';
import { useCall } from '../query.ts';
import classes from './SavedViews.module.css';
import { SaveView } from './SaveView.tsx';

type Props = {
  page: View['page'];
  views: readonly View[];
  /** What the page shows now. */
  query: string;
  /** The view that it is, when it is one. */
  shown: View | undefined;
  onShow: (query: string) => void;
  onClose: (withFocus: boolean) => void;
};

/** The opened list of saved views: arrows walk it, Enter shows one; below it what is shown now can be saved. */
export function ViewList({ page, views, query, shown, onShow, onClose }: Props): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const open = useCall('views.open');
  const remove = useCall('views.remove');
  useEffect(() => {
    const here = box.current;
    here?.querySelector<HTMLElement>('[data-view]')?.focus({ preventScroll: true });
    if (here && here.getBoundingClientRect().left < 0) here.dataset.side = 'left';
    const away = (event: PointerEvent): void => {
      if (!here?.parentElement?.contains(event.target as Node)) onClose(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [onClose]);
  const walk = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose(true);
      return;
    }
    const items = [...(box.current?.querySelectorAll<HTMLElement>('[data-view]') ?? [])];
    const at = items.indexOf(event.target as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || at < 0) return;
    event.preventDefault();
    items[(at + step + items.length) % items.length]?.focus();
  };
  return (
    <div role="dialog" aria-label="Saved views" ref={box} className={classes.box} onKeyDown={walk}>
      <Fault of={open.error ?? remove.error} />
      <ul className={classes.list}>
        <li>
          <button
            type="button"
            className={classes.name}
            data-view
            aria-current={query === '' ? 'true' : undefined}
            onClick={() => onShow('')}
          >
            Everything
          </button>
        </li>
        {views.map((view) => (
          <li key={view.id}>
            <button
              type="button"
              className={classes.name}
              data-view
              aria-current={view.id === shown?.id ? 'true' : undefined}
              onClick={() => onShow(view.query)}
            >
              {view.name}
              {view.shared && <small>for everybody</small>}
            </button>
            <button
              type="button"
              className={classes.tool}
              aria-pressed={view.isDefault}
              aria-label={`Open the page with ${view.name}`}
              title={view.isDefault ? 'The page opens with it' : 'Open the page with it'}
              onClick={() => open.mutate({ page, view: view.isDefault ? null : view.id })}
            >
              <IconHome size={15} stroke={view.isDefault ? 2.2 : 1.5} aria-hidden />
            </button>
            {view.mayChange && (
              <button
                type="button"
                className={classes.tool}
                aria-label={`Remove ${view.name}`}
                title="Remove"
                onClick={() => remove.mutate({ view: view.id })}
              >
                <IconTrash size={15} stroke={1.5} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
      <SaveView page={page} views={views} query={query} shown={shown} />
    </div>
  );
}
