import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { GradeSheet } from '#contract/grades.ts';
import type { Kpi } from '#contract/kpis.ts';
import { formatValue } from '#domain/kpi/format.ts';
import type { Sense } from '#domain/kpi/signals.ts';
import { ConfidenceStrip } from '../../../charts/ConfidenceStrip.tsx';
import { Confidence } from '../../../parts/Confidence.tsx';
import { dayName, percent, periodName } from '../../../parts/dates.ts';
import { glyphs, Mark } from '../../../parts/Mark.tsx';
import { SignalMark } from '../../../parts/SignalMark.tsx';
import type { Names } from '../../../parts/useNames.ts';
import { Why } from '../../../parts/Why.tsx';
import { useOperation } from '../../../query.ts';
import { ChangedSinceGraded } from './ChangedSinceGraded.tsx';
import { Goalposts } from './Goalposts.tsx';
import classes from './GradeEvidence.module.css';

type Props = { sheet: GradeSheet; names: Names; why: string | undefined };

const senses: readonly Sense[] = ['improvement', 'deterioration', 'neither'];

/** What lies beside a score: what is suggested and why, signal, guardrails, moved goalposts, confidence, late values. */
export function GradeEvidence({ sheet, names, why }: Props): ReactNode {
  const { keyResult, suggested, cap, signal, guardrails, confidence, late, movedGoalposts } = sheet;
  const { asFrozen, counterfactual, changedSince } = sheet;
  const { progress, kpi, unit, decimals, foreseen } = keyResult;
  const kpis = useOperation('kpis.list', {}, { enabled: guardrails.length > 0 });
  return (
    <section className={classes.evidence} aria-label="What is known">
      <dl>
        <div>
          <dt>Suggested score</dt>
          <dd>
            <Why
              title={suggested === null ? 'No score is suggested' : `Suggested score ${suggested.toFixed(2)}`}
              formula="progress, clamped to 0 … 1, to two decimals"
              inputs={[{ name: 'Progress', value: percent(progress) }]}
              rule={[why, cap !== null && 'A guardrail was breached, which caps the score at 0.69.']
                .filter(Boolean)
                .join(' ')}
            >
              <b className={classes.suggested}>{suggested === null ? '–' : suggested.toFixed(2)}</b>
            </Why>
            <span className={classes.quiet}>
              {suggested === null ? 'nothing was measured' : `from ${percent(progress)} progress`}
            </span>
          </dd>
        </div>
        {asFrozen !== null && (
          <div>
            <dt>As it was frozen</dt>
            <dd>
              <b className={classes.suggested}>{asFrozen.toFixed(2)}</b>
              <span className={classes.quiet}>by the promise before its goalposts were moved</span>
            </dd>
          </div>
        )}
        {foreseen && counterfactual && (
          <div>
            <dt>Without action</dt>
            <dd>
              <Why
                title="What was foreseen at the start"
                rule={foreseen.sentence}
                so={counterfactual.sentence}
              >
                <b className={classes.suggested}>{counterfactual.score?.toFixed(2) ?? foreseen.oddsWords}</b>
              </Why>
              <span className={classes.quiet}>
                {foreseen.word}: {foreseen.oddsWords} that it comes by itself
              </span>
            </dd>
          </div>
        )}
        {kpi && (
          <div>
            <dt>Signal since the start</dt>
            <dd>
              <b>{signal ? 'Yes' : 'No'}</b>
              {signal && <SignalMark sense={senses.find((each) => each === signal.sense) ?? null} />}
              <span className={classes.quiet}>
                {signal ? (
                  `${periodName(signal.period)}: ${signal.words}`
                ) : (
                  <>
                    <Link to="/kpis/$kpi" params={{ kpi: kpi.key }}>
                      {kpi.name}
                    </Link>{' '}
                    moved no more than it always does
                  </>
                )}
              </span>
            </dd>
          </div>
        )}
        <div>
          <dt>Guardrails</dt>
          <dd>
            {guardrails.length === 0 ? (
              <span className={classes.quiet}>none were set</span>
            ) : (
              <ul>
                {guardrails.map(({ id, key, name, breaches }) => (
                  <li key={id}>
                    <Mark
                      glyph={breaches.length > 0 ? glyphs.cross : glyphs.check}
                      tone={breaches.length > 0 ? 'bad' : 'good'}
                    >
                      {breaches.length > 0 ? 'Breached' : 'Held'}
                    </Mark>{' '}
                    <Link to="/kpis/$kpi" params={{ kpi: key }}>
                      {name}
                    </Link>
                    <span className={classes.quiet}>
                      {' '}
                      {breachWords(
                        breaches,
                        kpis.data?.find((each) => each.id === id),
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
        <div>
          <dt>Confidence</dt>
          <dd>
            {confidence.length === 0 ? (
              <span className={classes.quiet}>was never told</span>
            ) : (
              <>
                <ConfidenceStrip values={confidence.map((each) => each.confidence)} width={126} height={20} />
                <Confidence confidence={confidence.at(-1)?.confidence ?? null} />
                <span className={classes.quiet}>last</span>
              </>
            )}
          </dd>
        </div>
        {late.length > 0 && (
          <div>
            <dt>Late</dt>
            <dd>
              <ul>
                {late.map(({ id, day, report, changed }) => (
                  <li key={id}>
                    {dayName(day)} {report?.kind === 'value' && formatValue(report.value, unit, decimals)}{' '}
                    <span className={classes.quiet}>{changed}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      <Goalposts moved={movedGoalposts} unit={unit} decimals={decimals} names={names} />
      <ChangedSinceGraded changed={changedSince} />
    </section>
  );
}

function breachWords(
  breaches: GradeSheet['guardrails'][number]['breaches'],
  { unit, decimals }: Pick<Kpi, 'unit' | 'decimals'> = { unit: { kind: 'number' }, decimals: 2 },
): string {
  const [first] = breaches;
  if (!first) return '';
  const more = breaches.length > 1 ? `, and ${breaches.length - 1} more` : '';
  const value = (each: number) => formatValue(each, unit, decimals);
  return `${value(first.value)} in ${periodName(first.period)}, ${first.side} ${value(first.threshold)}${more}`;
}
