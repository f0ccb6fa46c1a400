import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Outlet, useNavigate, useRouter } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useConnection, useLive } from '../live.ts';
import { Loading } from '../parts/Loading.tsx';
import { BottomBar } from './BottomBar.tsx';
import { type Shortcuts, useShortcuts } from './keys.ts';
import { besidePlaces, places } from './places.ts';
import classes from './Shell.module.css';
import { SideNav } from './SideNav.tsx';

// Few first loads need them, so they are fetched when first wanted.
const Palette = lazy(() => import('./Palette.tsx').then((file) => ({ default: file.Palette })));
const KeyHelp = lazy(() => import('./KeyHelp.tsx').then((file) => ({ default: file.KeyHelp })));

/** The frame of every page for those who are signed in: navigation, palette, shortcuts, connection. */
export function Shell(): ReactNode {
  const navigate = useNavigate();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [palette, setPalette] = useState<'never' | 'open' | 'closed'>('never');
  const main = useFocusAfterNavigation();
  const find = useCallback(() => setPalette('open'), []);

  const shortcuts = useMemo(() => {
    const table: Shortcuts = { '?': () => setHelpOpen(true), '/': find };
    for (const { key, to } of [...places.flat(), ...besidePlaces])
      table[`g ${key}`] = () => void navigate({ to });
    return table;
  }, [navigate, find]);
  useShortcuts(shortcuts);
  useHotkeys([['mod+K', find]], []);
  useLive();

  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        Skip to content
      </a>
      <SideNav onFind={find} onHelp={() => setHelpOpen(true)} />
      <main id="main" className={classes.main} ref={main} tabIndex={-1}>
        <LostConnection />
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <BottomBar onFind={find} />
      <Suspense>
        {palette !== 'never' && <Palette isOpen={palette === 'open'} onClose={() => setPalette('closed')} />}
        {isHelpOpen && <KeyHelp onClose={() => setHelpOpen(false)} />}
      </Suspense>
    </div>
  );
}

/** A page that is new to the eye must be new to a screen reader too; a changed filter must not steal the focus. */
function useFocusAfterNavigation() {
  const router = useRouter();
  const main = useRef<HTMLElement>(null);
  useEffect(
    () =>
      router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
        if (fromLocation && pathChanged) main.current?.focus({ preventScroll: true });
      }),
    [router],
  );
  return main;
}

function LostConnection(): ReactNode {
  const connection = useConnection();
  return (
    <div role="status" className={classes.status}>
      {connection === 'lost' && (
        <p className={classes.lost}>
          <span>Not live: the connection to the server is lost. Numbers may be old; trying again.</span>
          <Button size="compact-xs" variant="default" onClick={() => window.location.reload()}>
            Reload
          </Button>
        </p>
      )}
    </div>
  );
}
