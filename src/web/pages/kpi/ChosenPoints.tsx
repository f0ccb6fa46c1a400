import { Button, CloseButton } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Judgement } from '#contract/judgements.ts';
import { formatValue } from '#domain/kpi/format.ts';
import type { Period } from '#domain/time/period.ts';
import type { Point } from '../../charts/series.ts';
import { periodName } from '../../parts/dates.ts';
import classes from './ChosenPoints.module.css';

/** Points that were chosen on the chart, first and last; `anchor` is where choosing began. */
export type Chosen = { from: number; to: number; anchor: number };

type Props = {
  judgement: Judgement;
  points: readonly Point[];
  chosen: Chosen;
  /** Whether the next point that is chosen ends a span. */
  isExtending: boolean;
  onExtend: () => void;
  onNote: (from: Period, to: Period) => void;
  onPhase: (from: Period, to: Period) => void;
  onCorrect: (period: Period) => void;
  onClose: () => void;
};

/** What can be done with the points that are chosen on the chart. Escape lets them go. */
export function ChosenPoints(props: Props): ReactNode {
  const { judgement, points, chosen, isExtending, onExtend, onNote, onPhase, onCorrect, onClose } = props;
  const { kpi } = judgement;
  const bar = useRef<HTMLElement>(null);
  // Without this the buttons would lie behind the chart's own stops for those who use the keyboard.
  useEffect(() => bar.current?.focus({ preventScroll: true }), []);
  const [first, last] = [points[chosen.from], points[chosen.to]];
  if (!first || !last) return null;
  const isSpan = first !== last;
  const name = isSpan
    ? `${periodName(first.period)} to ${periodName(last.period)}`
    : periodName(first.period);
  const mayCorrect = !isSpan && first.value !== null && !kpi.computed && kpi.formula === null;
  return (
    <section
      ref={bar}
      className={classes.bar}
      aria-label={`Chosen: ${name}`}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <span className={classes.name}>
        <b>{name}</b>
        {!isSpan && first.value !== null && <> {formatValue(first.value, kpi.unit, kpi.decimals)}</>}
      </span>
      <Button size="compact-sm" variant="default" onClick={() => onNote(first.period, last.period)}>
        Add a note
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => onPhase(first.period, last.period)}>
        {isSpan ? 'Begin a phase, limits from these' : 'Begin a phase here'}
      </Button>
      {mayCorrect && (
        <Button size="compact-sm" variant="default" onClick={() => onCorrect(first.period)}>
          Correct
        </Button>
      )}
      {!isSpan && (
        <Button
          size="compact-sm"
          variant={isExtending ? 'light' : 'subtle'}
          aria-pressed={isExtending}
          title="Or hold Shift while you choose"
          onClick={onExtend}
        >
          {isExtending ? 'Choose the last point' : 'Up to another point'}
        </Button>
      )}
      <CloseButton size="sm" aria-label="Let go of the choice" onClick={onClose} />
    </section>
  );
}
