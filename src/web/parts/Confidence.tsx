import type { ReactNode } from 'react';
import classes from './Confidence.module.css';

const steps = Array.from({ length: 10 }, (_, step) => step + 1);

type Props = {
  /** 0 to 10; null before the first check-in. */
  confidence: number | null;
  /** What it was before, to show the move. */
  before?: number | null;
};

/** The owner's odds, 0 to 10: a number and ten steps. */
export function Confidence({ confidence, before }: Props): ReactNode {
  if (confidence === null) return <span className={classes.none}>–</span>;
  const hasMoved = before !== null && before !== undefined && before !== confidence;
  const move = hasMoved ? `${confidence > before ? 'up' : 'down'} from ${before}` : '';
  return (
    <span className={classes.confidence}>
      <b>{confidence}</b>
      <svg width="59" height="12" aria-hidden="true">
        {steps.map((step) => (
          <rect
            key={step}
            className={step <= confidence ? classes.on : classes.off}
            x={(step - 1) * 6}
            width="4"
            y="1"
            height="10"
          />
        ))}
      </svg>
      <span className="unseen">out of 10</span>
      {move && <small>{move}</small>}
    </span>
  );
}

type InputProps = {
  label: string;
  value: number | null;
  onChange: (confidence: number) => void;
  name: string;
};

/** Eleven steps to choose from, by click, by arrow keys or by Tab. */
export function ConfidenceInput({ label, value, onChange, name }: InputProps): ReactNode {
  return (
    <fieldset className={classes.input}>
      <legend>{label}</legend>
      <div className={classes.choices}>
        {[0, ...steps].map((step) => (
          <label key={step}>
            <input
              type="radio"
              name={name}
              value={step}
              checked={value === step}
              onChange={() => onChange(step)}
            />
            <span>{step}</span>
          </label>
        ))}
      </div>
      <p aria-hidden="true">
        <span>no chance</span>
        <span>certain</span>
      </p>
    </fieldset>
  );
}
