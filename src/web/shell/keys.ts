import { useLayoutEffect } from 'react';

/** What a key press means here: the key, or `g` and a key for a sequence. */
export type Shortcuts = Record<string, () => void>;

const patience = 1_200;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

/** Runs single keys (`?`) and sequences (`g p`) while nobody types and no dialog is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  // With the drawing, not after it: whoever sees the page can press its keys.
  useLayoutEffect(() => {
    let first = '';
    let since = 0;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target))
        return;
      if (document.querySelector('[role="dialog"]')) return;
      const isSecond = first !== '' && event.timeStamp - since < patience;
      const action = shortcuts[isSecond ? `${first} ${event.key}` : event.key];
      first = isSecond ? '' : event.key;
      since = event.timeStamp;
      if (action) {
        event.preventDefault();
        first = '';
        action();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [shortcuts]);
}
