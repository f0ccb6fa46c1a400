import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { View } from '#contract/views.ts';
import { useOperation } from '../query.ts';
import { useShortcuts } from '../shell/keys.ts';
import { parseSearch, stringifySearch } from '../view.ts';
import classes from './SavedViews.module.css';
import { isSameQuery } from './same-query.ts';

// The list and its form are fetched when they are opened.
const ViewList = lazy(() => import('./ViewList.tsx').then((file) => ({ default: file.ViewList })));

/** The saved views of a page: says which one is shown, opens the list by click or `v`, and shows the person's own default first. */
export function ViewMenu({ page }: { page: View['page'] }): ReactNode {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Record<string, string>;
  const query = stringifySearch(search).slice(1);
  const views = useOperation('views.list', { page }).data;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback((withFocus: boolean): void => {
    setOpen(false);
    if (withFocus) button.current?.focus({ preventScroll: true });
  }, []);
  const show = useCallback(
    (wanted: string, isPush = true): void =>
      void navigate({
        to: '.',
        replace: !isPush,
        resetScroll: false,
        search: parseSearch(wanted) as never,
      }),
    [navigate],
  );
  // Only a page that was opened without a wish takes the default: clearing the filters must not bring it back.
  const isAsked = useRef(query !== '');
  useEffect(() => {
    if (!views || isAsked.current) return;
    isAsked.current = true;
    const first = views.find(({ isDefault }) => isDefault);
    if (first?.query && query === '') show(first.query, false);
  }, [views, query, show]);
  useShortcuts(useMemo(() => ({ v: () => setOpen(true) }), []));
  const shown = views?.find((view) => view.query !== '' && isSameQuery(view.query, query));
  return (
    <span className={`${classes.views} no-print`}>
      <button
        type="button"
        ref={button}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        title="Saved views (v)"
        onClick={() => setOpen(!isOpen)}
      >
        <span className="unseen">Saved views: </span>
        {shown?.name ?? 'Views'}
      </button>
      {isOpen && views && (
        <Suspense>
          <ViewList
            page={page}
            views={views}
            query={query}
            shown={shown}
            onShow={(wanted) => {
              close(true);
              show(wanted);
            }}
            onClose={close}
          />
        </Suspense>
      )}
    </span>
  );
}
