import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useMemo } from 'react';
import type { Measure } from '#contract/measures.ts';
import { classify, nouns } from '#domain/coach/classify.ts';
import { keyResultOf, kpiOf } from '#domain/coach/made-of.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { decimalsOf } from '#domain/okr-document/amount.ts';
import { CoachLine } from '../okr/CoachLine.tsx';
import { measureWords } from '../okr/key-result/measure-words.ts';
import { useReaches } from '../okr/useMay.ts';
import classes from './Guide.module.css';
import { MakeIt } from './MakeIt.tsx';

type Noun = (typeof nouns)[number];

const kinds = { KPI: 'kpi', objective: 'objective', 'key result': 'key_result' } as const;

/** What a sentence is and why, what the coach finds in it, and a click that makes it so. */
export function Answer({ sentence }: { sentence: string }): ReactNode {
  const [settled] = useDebouncedValue(sentence.trim(), 250);
  const { is, why } = useMemo(() => classify(settled), [settled]);
  const mayWrite = useReaches('member');
  return (
    <div className={classes.answer}>
      <p className={classes.verdict}>
        {is === 'KPI' ? 'A' : is === 'key result' ? 'A' : 'An'} <b>{is}</b>.
      </p>
      <p className={classes.why}>{why}</p>
      <Understood is={is} sentence={settled} />
      {is !== 'initiative' && <CoachLine kind={kinds[is]} text={settled} />}
      {mayWrite && <MakeIt is={is} others={nouns.filter((noun) => noun !== is)} sentence={settled} />}
    </div>
  );
}

function Understood({ is, sentence }: { is: Noun; sentence: string }): ReactNode {
  const words = useMemo(() => understood(is, sentence), [is, sentence]);
  return words && <p className={classes.known}>{words}</p>;
}

function understood(is: Noun, sentence: string): string | undefined {
  if (is === 'KPI') {
    const { name, unit, line, direction } = kpiOf(sentence);
    if (!name) return undefined;
    const value = line && `, ${line.kind} ${formatValue(line.value, unit, decimals(line.value))}`;
    return `Read as: ${name}${value ?? ''}, ${direction} is better.`;
  }
  if (is !== 'key result') return undefined;
  const { measure, target, unit } = keyResultOf(sentence);
  if (measure)
    return `Read as: ${measureWords({ measure: measure as Measure, unit, decimals: decimalsOf(measure) })}.`;
  if (target === undefined) return undefined;
  return `Read as: to ${formatValue(target, unit, decimals(target))}. Where does it stand today?`;
}

function decimals(value: number): number {
  return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
}
