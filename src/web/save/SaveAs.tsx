import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from 'react';
import classes from './SaveAs.module.css';

// Few save, and many read: the menu and what it writes are fetched when they are asked for.
const SaveMenu = lazy(() => import('./SaveMenu.tsx').then((file) => ({ default: file.SaveMenu })));

/** One way to save what is shown. */
export type Saving = {
  /** What it becomes, such as "CSV". */
  label: string;
  /** What is in it, in a few words. */
  what?: string;
  save: () => Promise<void> | void;
};

type Props = {
  /** What is saved, for those who hear the button: "the panel". */
  of: string;
  ways: readonly Saving[];
};

/** "Save as…": opens the list of formats by click, Enter or arrow down. */
export function SaveAs({ of, ways }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback((withFocus: boolean): void => {
    setOpen(false);
    if (withFocus) button.current?.focus({ preventScroll: true });
  }, []);
  return (
    <span className={`${classes.save} no-print`}>
      <button
        type="button"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        Save as…<span className="unseen"> {of}</span>
      </button>
      {isOpen && (
        <Suspense>
          <SaveMenu of={of} ways={ways} onClose={close} />
        </Suspense>
      )}
    </span>
  );
}
