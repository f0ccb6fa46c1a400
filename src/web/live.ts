import { useEffect, useSyncExternalStore } from 'react';
import { drop, dropAll } from './query.ts';

type Connection = 'opening' | 'open' | 'lost';

let connection: Connection = 'opening';
let stream: EventSource | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;
let waited = 0;
let lostAt: number | undefined;
let hasMissed = false;
// When the page began, or last listened: what it has asked for since may have become stale before the stream is open.
let heardUntil = 0;
const listeners = new Set<() => void>();

function become(next: Connection): void {
  if (next === connection) return;
  connection = next;
  lostAt = next === 'lost' ? Date.now() : undefined;
  if (next === 'lost') hasMissed = true;
  for (const listener of listeners) listener();
}

function open(): void {
  stream = new EventSource(`/api/live?ago=${Math.round(performance.now() - heardUntil)}`);
  stream.onopen = () => {
    // Whatever happened while nobody listened is unknown, so everything is stale.
    if (hasMissed) dropAll().catch(() => {});
    hasMissed = false;
    waited = 0;
    become('open');
  };
  stream.onmessage = ({ data }: MessageEvent<string>) => {
    const { stale } = JSON.parse(data) as { stale?: string[] };
    if (stale) drop(stale).catch(() => {});
  };
  stream.onerror = () => {
    become('lost');
    // The browser gives up for good on an HTTP error (a proxy that answers 502 while the server restarts).
    if (stream?.readyState === EventSource.CLOSED) {
      waited = Math.min(30_000, waited * 2 || 1_000);
      retry = setTimeout(open, waited * (0.75 + Math.random() / 2));
    }
  };
}

function close(): void {
  clearTimeout(retry);
  stream?.close();
  stream = undefined;
  heardUntil = performance.now();
  connection = 'opening';
  lostAt = undefined;
}

function reopen(): void {
  hasMissed = true;
  clearTimeout(retry);
  stream?.close();
  open();
}

// After sleep a stream looks open that nobody speaks on any more, and no error will ever say so.
function watchSleep(): () => void {
  let last = Date.now();
  const timer = setInterval(() => {
    if (Date.now() - last > 60_000) reopen();
    last = Date.now();
  }, 15_000);
  return () => clearInterval(timer);
}

/** Listens to the server while mounted: what it calls stale is read again; comes back by itself after sleep and lost networks. */
export function useLive(): void {
  useEffect(() => {
    open();
    const unwatch = watchSleep();
    window.addEventListener('online', reopen);
    return () => {
      window.removeEventListener('online', reopen);
      unwatch();
      close();
    };
  }, []);
}

/** The time at which the live stream was lost, in milliseconds; undefined while it is not. */
export function useLostSince(): number | undefined {
  return useSyncExternalStore(subscribe, () => lostAt);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the live stream is open; `lost` until it is back. */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => connection);
}
