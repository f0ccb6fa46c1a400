import { useEffect, useLayoutEffect, useState } from 'react';

/** Which screen is shown, and the ways to another one. */
export type Paging = {
  at: number;
  isPaused: boolean;
  pause: () => void;
  step: (by: number) => void;
};

const keys: Record<string, 'pause' | 1 | -1> = { ' ': 'pause', ArrowRight: 1, ArrowLeft: -1 };

/** Leads from screen to screen at a set pace in seconds; space pauses and goes on, arrows turn the page. */
export function usePaging(count: number, pace: number): Paging {
  const [turned, setTurned] = useState(0);
  const [isPaused, setPaused] = useState(false);
  const isTurning = count > 1 && !isPaused;
  // The timer begins anew with each page, so that one turned by hand is read as long as any other.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!isTurning) return;
    const timer = setTimeout(() => setTurned((now) => now + 1), pace * 1_000);
    return () => clearTimeout(timer);
  }, [isTurning, pace, turned]);
  const step = (by: number): void => setTurned((now) => now + by + (now + by < 0 ? count : 0));
  const pause = (): void => setPaused((now) => !now);
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // Space on a button is a press of that button.
      const isBusy = (event.target as HTMLElement).closest('button, a, input, select') !== null;
      if (event.metaKey || event.ctrlKey || event.altKey || (event.key === ' ' && isBusy)) return;
      const action = keys[event.key];
      if (!action) return;
      event.preventDefault();
      if (action === 'pause') setPaused((now) => !now);
      else setTurned((now) => now + action + (now + action < 0 ? count : 0));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [count]);
  return { at: count === 0 ? 0 : turned % count, isPaused, pause, step };
}
