import { useDebouncedValue } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { check } from '#domain/coach/check.ts';
import type { GoalKind } from '#domain/coach/finding.ts';
import { rules } from '#domain/coach/rules.ts';
import { Why } from '../../parts/Why.tsx';
import classes from './CoachFindings.module.css';

type Props = { kind: GoalKind; text: string; objective?: string | undefined };

// In the dialog the cycle is the date and the initiatives come later.
const around = { period: 'the cycle', hasInitiative: true };

/** The findings about a goal, the problems first: what is wrong, in which words, and why it matters. */
export function CoachFindings({ kind, text, objective }: Props): ReactNode {
  const [settled] = useDebouncedValue(text, 300);
  const findings = check({ kind, text: settled, objective, ...around });
  if (findings.length === 0) return null;
  const whys = new Map(rules.map((rule) => [rule.name, rule]));
  return (
    <ul className={classes.findings} aria-label="What the coach finds" aria-live="polite">
      {findings.map(({ rule, severity, at, message }) => (
        <li key={rule} data-severity={severity}>
          <span className={classes.severity}>{severity === 'problem' ? 'Problem' : 'Advice'}</span>
          <span>
            {message} {isQuoteNeeded(settled, at, message) && <q>{settled.slice(at.from, at.to)}</q>}{' '}
            <Why title={rule} rule={whys.get(rule)?.why} so={whys.get(rule)?.source} />
          </span>
        </li>
      ))}
    </ul>
  );
}

// Most messages name the words themselves, and a finding about the whole needs none.
function isQuoteNeeded(text: string, { from, to }: { from: number; to: number }, message: string): boolean {
  return to - from < text.length && !message.includes(text.slice(from, to));
}
