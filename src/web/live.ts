import { useEffect, useSyncExternalStore } from 'react';
import { drop, dropAll } from './query.ts';

type Connection = 'opening' | 'open' | 'lost';

let connection: Connection = 'opening';
let stream: EventSource | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;
let waited = 0;
const listeners = new Set<() => void>();

function become(next: Connection): void {
  if (next === connection) return;
  connection = next;
  for (const listener of listeners) listener();
}

function open(): void {
  stream = new EventSource('/api/live');
  stream.onopen = () => {
    // Whatever happened while nobody listened is unknown, so everything is stale.
    if (connection === 'lost') dropAll().catch(() => {});
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
  connection = 'opening';
}

/** Listens to the server while mounted: what it calls stale is read again. */
export function useLive(): void {
  useEffect(() => {
    open();
    return close;
  }, []);
}

/** Whether the live stream is open; `lost` until it is back. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => connection,
  );
}
