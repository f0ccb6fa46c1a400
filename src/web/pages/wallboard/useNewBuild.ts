import { useEffect, useRef } from 'react';

const script = /\/assets\/index-[\w-]+\.js/;

/** Loads the page anew when the server that has come back serves another build: nobody stands before a wallboard to do it. */
export function useNewBuild(isLive: boolean): void {
  const was = useRef(isLive);
  useEffect(() => {
    const isBack = isLive && !was.current;
    was.current = isLive;
    const ours = script.exec(document.querySelector('script[type="module"]')?.getAttribute('src') ?? '');
    if (!isBack || !ours) return;
    fetch(window.location.pathname, { cache: 'no-cache' })
      .then((answer) => (answer.ok ? answer.text() : ''))
      .then((text) => {
        const theirs = script.exec(text);
        if (theirs && theirs[0] !== ours[0]) window.location.reload();
      })
      .catch(() => {});
  }, [isLive]);
}
