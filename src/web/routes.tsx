import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { LostPage, NotFoundPage } from './pages/not-found.tsx';
import { FaultPage } from './parts/Fault.tsx';
import { Loading } from './parts/Loading.tsx';
import { onSignedOut } from './query.ts';
import { Shell } from './shell/Shell.tsx';
import { parseSearch, stringifySearch } from './view.ts';

// Each page is a file of its own, fetched when its address is opened, and exports `Page`.
const files = import.meta.glob<{ Page: ComponentType }>(['./pages/*.tsx', '!./pages/not-found.tsx']);

function page(name: string) {
  const load = files[`./pages/${name}.tsx`];
  return load ? lazyRouteComponent(load, 'Page') : NotFoundPage;
}

const root = createRootRoute({ component: Outlet, notFoundComponent: LostPage });
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });

function inside<const P extends string>(path: P, name: string) {
  return createRoute({ getParentRoute: () => shell, path, component: page(name) });
}

function outside<const P extends string>(path: P, name: string) {
  return createRoute({ getParentRoute: () => root, path, component: page(name) });
}

/** Every address and the file in pages/ that shows it. */
const tree = root.addChildren([
  shell.addChildren([
    inside('/', 'panel'),
    inside('/kpis/new', 'kpi-new'),
    inside('/kpis/$kpi', 'kpi'),
    inside('/kpis/$kpi/edit', 'kpi-edit'),
    inside('/kpis/$kpi/drivers', 'drivers'),
    inside('/kpis/$kpi/source', 'kpi-source'),
    inside('/strategy', 'strategy'),
    inside('/gaps', 'gaps'),
    inside('/fitness', 'fitness'),
    inside('/cycles', 'cycles'),
    inside('/okrs/import', 'okr-import'),
    inside('/cycles/$cycle', 'cycle'),
    inside('/cycles/$cycle/plan', 'plan'),
    inside('/templates', 'templates'),
    inside('/coach', 'coach'),
    inside('/objectives/new', 'objective-new'),
    inside('/objectives/$objective', 'objective'),
    inside('/guide', 'guide'),
    inside('/calibration', 'calibration'),
    inside('/cycles/$cycle/report', 'report'),
    inside('/check-in', 'check-in'),
    inside('/grade', 'grade'),
    inside('/import', 'import'),
    inside('/people', 'people'),
    inside('/people/$person', 'person'),
    inside('/teams/$team', 'team'),
    inside('/settings', 'settings'),
    inside('/settings/connectors', 'connectors'),
    inside('/settings/trackers', 'trackers'),
    inside('/tokens', 'tokens'),
    inside('/account', 'account'),
    inside('/audit', 'audit'),
  ]),
  outside('/wallboard', 'wallboard'),
  outside('/sign-in', 'sign-in'),
  outside('/welcome', 'welcome'),
  outside('/invitations/$invitation', 'invitation'),
]);

/** The router of the web; addresses and their parameters are typed from the table above. */
export const router = createRouter({
  routeTree: tree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: Loading,
  defaultErrorComponent: FaultPage,
  defaultNotFoundComponent: LostPage,
});

onSignedOut(() => {
  const { pathname, searchStr } = router.state.location;
  // A wallboard keeps what it knows on the screen, and says itself that somebody has to sign in.
  if (['/sign-in', '/welcome', '/wallboard'].includes(pathname) || pathname.startsWith('/invitations/'))
    return;
  void router.navigate({ to: '/sign-in', search: { back: `${pathname}${searchStr}` } as never });
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
