import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import classes from './Why.module.css';

// Two hundred rows have four of these each: the popover is fetched and built only for the one that is asked.
const WhyCard = lazy(() => import('./WhyCard.tsx').then((file) => ({ default: file.WhyCard })));

/** The answer to "why this number?". */
export type Reasons = {
  /** What is explained, such as "Progress 44%". */
  title: string;
  /** How it is computed: "(current − baseline) ÷ (target − baseline)". */
  formula?: string | undefined;
  /** What went into it, in the order of the formula. */
  inputs?: readonly { name: string; value: ReactNode }[] | undefined;
  /** The rule that judged, in a sentence. */
  rule?: ReactNode;
  /** What follows from it, such as "Scolding will not help: it needs an OKR." */
  so?: ReactNode;
};

type Props = Reasons & {
  /** The number itself; without children a small "why?" is shown. */
  children?: ReactNode;
};

/** A number that can be asked why: opens its formula, inputs and rule by click or Enter, and closes by Escape. */
export function Why({ children, ...reasons }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    // The card goes with its focus trap, so nobody else gives the focus back.
    button.current?.focus({ preventScroll: true });
  };
  return (
    <span className={classes.why}>
      <button
        type="button"
        ref={button}
        className={children ? classes.number : classes.word}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={(event) => {
          event.stopPropagation();
          setOpen(!isOpen);
        }}
        // The card takes the focus only once it is fetched and drawn, and a dialog around it must not close in its stead.
        data-mantine-stop-propagation={isOpen}
        onKeyDown={(event) => event.key === 'Escape' && isOpen && close()}
      >
        {children ?? 'why?'}
        <span className="unseen">{children ? ', why?' : ` ${reasons.title}`}</span>
      </button>
      {isOpen && (
        <Suspense>
          <WhyCard {...reasons} onClose={close} />
        </Suspense>
      )}
    </span>
  );
}
