import {
  IconChevronLeft,
  IconChevronRight,
  IconMaximize,
  IconPlayerPause,
  IconPlayerPlay,
  IconX,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Paging } from './usePaging.ts';
import classes from './Wallboard.module.css';

type Props = {
  title: string;
  /** The group of the screen, and its part when it has several. */
  group: string;
  health: string;
  /** The time of day. */
  clock: string;
  paging: Paging;
  screens: number;
  /** The panel's search, so that leaving leads to the same KPIs. */
  search: Record<string, string>;
};

/** The one line above the tiles: what is shown, how it stands, which screen of how many, and the time. */
export function Head({ title, group, health, clock, paging, screens, search }: Props): ReactNode {
  const { at, isPaused, pause, step } = paging;
  return (
    <header className={classes.head}>
      <h1>
        {title}
        {group && <span>{group}</span>}
      </h1>
      <p className={classes.health}>{health}</p>
      {screens > 1 && (
        <nav className={classes.pages} aria-label="Screens">
          <button type="button" onClick={() => step(-1)} aria-label="Screen before" title="Screen before (←)">
            <IconChevronLeft size={20} aria-hidden />
          </button>
          <span className="numbers">
            {at + 1} of {screens}
          </span>
          <button type="button" onClick={() => step(1)} aria-label="Next screen" title="Next screen (→)">
            <IconChevronRight size={20} aria-hidden />
          </button>
          <button
            type="button"
            onClick={pause}
            aria-label={isPaused ? 'Go on turning' : 'Pause'}
            title={`${isPaused ? 'Go on turning' : 'Pause'} (space)`}
          >
            {isPaused ? <IconPlayerPlay size={18} aria-hidden /> : <IconPlayerPause size={18} aria-hidden />}
          </button>
          {isPaused && <span>Paused</span>}
        </nav>
      )}
      <time className={classes.clock}>{clock}</time>
      <span className={classes.leave}>
        <button type="button" onClick={fill} aria-label="Full screen" title="Full screen">
          <IconMaximize size={18} aria-hidden />
        </button>
        <Link to="/" search={search as never} aria-label="Back to the panel" title="Back to the panel">
          <IconX size={20} aria-hidden />
        </Link>
      </span>
    </header>
  );
}

function fill(): void {
  // Refused where the browser has no full screen (phones): then it stays as it is.
  if (document.fullscreenElement) void document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}
