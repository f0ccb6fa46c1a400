import { useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type CSSProperties, type ReactNode, useEffect, useMemo, useState } from 'react';
import { useLive, useLostSince } from '../live.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Loading } from '../parts/Loading.tsx';
import { readSort, sorted } from '../parts/sorting.ts';
import { useOperation } from '../query.ts';
import { faultOf } from '../refusal.ts';
import { variables } from '../tokens.ts';
import { stringifySearch, useView } from '../view.ts';
import { columns } from './panel/columns.tsx';
import { type Grouping, healthOf, healthWords, type PanelLine, wished } from './panel/panel-view.ts';
import { usePanelLines } from './panel/usePanelLines.ts';
import { fit, gap, screensOf } from './wallboard/fit.ts';
import { Head } from './wallboard/Head.tsx';
import { standing, standingWords, timeName } from './wallboard/standing.ts';
import { Tile } from './wallboard/Tile.tsx';
import { useNewBuild } from './wallboard/useNewBuild.ts';
import { usePaging } from './wallboard/usePaging.ts';
import { useScreenSize } from './wallboard/useScreenSize.ts';
import { useWakeLock } from './wallboard/useWakeLock.ts';
import classes from './wallboard/Wallboard.module.css';

// The panel's own words, so that any address of the panel is one of the wallboard too.
const plain = {
  ...{ q: '', status: '', signal: '', label: '', team: '', owner: '', group: '', sort: '' },
  ...{ children: false, title: '', theme: '', pace: 20 },
};

/** The panel for a screen on the wall: large tiles, one screen after the other, current by itself, and honest about what it no longer knows. */
export function Page(): ReactNode {
  const [view] = useView(plain);
  const now = useNow();
  const scheme = useScheme(view.theme);
  useLive();
  useWakeLock();
  // The live stream says what is new; the poll finds out when nobody speaks on the stream any more.
  const panel = useOperation('panel.list', view.children ? { children: true } : {}, {
    refetchInterval: 60_000,
  });
  const lostSince = useLostSince();
  const is = standing({
    fault: panel.error ? faultOf(panel.error) : undefined,
    failedAt: panel.errorUpdatedAt,
    lostSince,
    readAt: panel.dataUpdatedAt,
  });
  useNewBuild(is.kind === 'live');
  const notice = standingWords(is, now, panel.data !== undefined);

  const lines = useShown(panel.data, view);
  const [room, size] = useScreenSize<HTMLDivElement>();
  const most = size && fit(Number.POSITIVE_INFINITY, size);
  const perScreen = most ? most.columns * most.rows : 0;
  const screens = useMemo(() => (perScreen > 0 ? screensOf(lines, perScreen) : []), [lines, perScreen]);
  const paging = usePaging(screens.length, Math.min(600, Math.max(5, view.pace)));
  const screen = screens[paging.at];
  const grid = screen && size && fit(screen.tiles.length, size);
  const organisation = useOperation('organisations.find', {}).data?.name ?? 'Panel';
  const title = view.title || [view.label, view.status, view.q].filter(Boolean).join(', ') || organisation;
  useEffect(() => {
    document.title = `${title} · Wallboard · Tandem`;
  }, [title]);
  const { pace: _, theme: __, title: ___, ...panelView } = view;
  const search = Object.fromEntries(
    Object.entries(panelView).flatMap(([name, value]) =>
      value ? [[name, value === true ? 'yes' : String(value)]] : [],
    ),
  );
  return (
    <main className={classes.board} style={scheme}>
      <Head
        title={title}
        group={screen ? groupWords(screen) : ''}
        health={lines.length > 0 ? healthLine(lines) : ''}
        clock={timeName(now, now)}
        paging={paging}
        screens={screens.length}
        search={search}
      />
      <div role="status" className={classes.notice}>
        {notice && (
          <p>
            {notice}
            {is.kind === 'signed out' && <a href={`/sign-in${stringifySearch({ back: here() })}`}>Sign in</a>}
          </p>
        )}
      </div>
      <div className={classes.room} ref={room}>
        {panel.isPending && is.kind === 'live' && <Loading lines={10} what="Loading the wallboard" />}
        {panel.data && lines.length === 0 && (
          <EmptyState title="No KPI to show" action={<Link to="/">Go to the panel</Link>}>
            <p>
              This wallboard shows what the panel shows at the same address. Choose there what is to hang
              here.
            </p>
          </EmptyState>
        )}
        {screen && grid && (
          <ul
            key={`${screen.group} ${screen.part}`}
            className={classes.tiles}
            data-old={is.kind !== 'live' || undefined}
            style={{
              gap,
              gridTemplateColumns: `repeat(${grid.columns}, minmax(0, 1fr))`,
              gridTemplateRows: `repeat(${grid.rows}, minmax(0, 1fr))`,
            }}
          >
            {screen.tiles.map((line) => (
              <Tile key={line.id} row={line.row} size={grid.tile} />
            ))}
          </ul>
        )}
      </div>
    </main>
  );
}

type View = Parameters<typeof wished>[1] & { sort: string; group: string };

function useShown(rows: Parameters<typeof usePanelLines>[0], view: View): PanelLine[] {
  const lines = usePanelLines(rows, view.group as Grouping);
  const { q, status, signal, label, team, owner, sort } = view;
  return useMemo(() => {
    const shown = wished(lines, { q, status, signal, label, team, owner });
    const { key, isDescending } = readSort(sort);
    const by = columns.find((column) => column.key === key)?.sort;
    return by ? sorted(shown, by, isDescending) : shown;
  }, [lines, q, status, signal, label, team, owner, sort]);
}

function healthLine(lines: readonly PanelLine[]): string {
  const health = healthOf(lines);
  return `${health.kpis} ${health.kpis === 1 ? 'KPI' : 'KPIs'}: ${healthWords(health)}`;
}

function groupWords({ group, part, parts }: { group: string; part: number; parts: number }): string {
  return group && parts > 1 ? `${group} (${part} of ${parts})` : group;
}

/** The time, a few times a minute: more often would only cost. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

// A screen in a room is dark unless somebody has chosen light, here or for the whole browser.
function useScheme(wanted: string): CSSProperties {
  const { colorScheme } = useMantineColorScheme();
  const scheme = wanted === 'light' || (wanted !== 'dark' && colorScheme === 'light') ? 'light' : 'dark';
  return useMemo(() => ({ ...variables(scheme), colorScheme: scheme }) as CSSProperties, [scheme]);
}

function here(): string {
  return `${window.location.pathname}${window.location.search}`;
}
