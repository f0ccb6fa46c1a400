import { type ReactNode, useEffect, useState } from 'react';
import classes from './Loading.module.css';

type Props = {
  /** How many lines stand in for what comes, so that the page does not jump. */
  lines?: number;
  what?: string;
};

/** Quiet lines where content will be; nothing for the first 150 ms, when most answers are already here. */
export function Loading({ lines = 6, what = 'Loading' }: Props): ReactNode {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div style={{ minHeight: lines * 36 }} aria-busy="true">
      <span className="unseen" role="status">
        {isSlow ? what : ''}
      </span>
      {isSlow &&
        Array.from({ length: lines }, (_, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines have nothing but their place
          <span key={line} className={classes.line} />
        ))}
    </div>
  );
}
