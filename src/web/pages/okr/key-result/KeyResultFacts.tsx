import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Cycle } from '#contract/cycles.ts';
import { ConfidenceStrip } from '../../../charts/ConfidenceStrip.tsx';
import { Confidence } from '../../../parts/Confidence.tsx';
import { dayName, percent, shortDay } from '../../../parts/dates.ts';
import { PersonName } from '../../../parts/PersonName.tsx';
import { ProgressBar } from '../../../parts/ProgressBar.tsx';
import type { Names } from '../../../parts/useNames.ts';
import { Why } from '../../../parts/Why.tsx';
import { FateLink, KindredLink } from '../grade/FateLink.tsx';
import { ScoreMark } from '../grade/ScoreMark.tsx';
import { Guardrails } from './Guardrails.tsx';
import classes from './KeyResultFacts.module.css';
import type { KeyResultDetail } from './key-result-series.ts';
import { standingWords } from './measure-words.ts';

type Props = { detail: KeyResultDetail; cycle: Cycle; names: Names };

/** Where a key result stands, in numbers and words. */
export function KeyResultFacts({ detail, cycle, names }: Props): ReactNode {
  const { facts, currentDay, progress, expected, confidence, due, grade, kpi, guardrails, checkIns } = detail;
  const isRunning = cycle.state === 'active';
  const told = checkIns.flatMap((each) => (each.late ? [] : [each.confidence])).reverse();
  return (
    <dl className={classes.facts}>
      <Fact name="Now">
        <b>{standingWords(detail, facts)}</b>
        {currentDay && <span className={classes.aside}>{shortDay(currentDay)}</span>}
      </Fact>
      <Fact name="Progress">
        <Why
          title={`Progress ${percent(progress)}`}
          formula={detail.why}
          rule={
            isRunning
              ? `${percent(expected)} is expected today, by ${detail.plan ? 'its plan' : 'a straight line'} up to ${dayName(detail.deadline)}.`
              : undefined
          }
        >
          <ProgressBar progress={progress} expected={isRunning ? expected : null} width={110} />
        </Why>
      </Fact>
      {detail.foreseen && (
        <Fact name="By itself">
          <Why title="What was foreseen at the start" rule={detail.foreseen.sentence}>
            {detail.foreseen.oddsWords}
          </Why>
          <span className={classes.aside}>{detail.foreseen.word}</span>
        </Fact>
      )}
      {grade && (
        <Fact name="Score">
          <ScoreMark score={grade.score} />
        </Fact>
      )}
      <Fact name="Confidence">
        {told.length > 1 ? (
          <Course told={told} confidence={confidence} />
        ) : (
          <Confidence confidence={confidence} />
        )}
      </Fact>
      <Fact name="Value from">
        {kpi ? (
          <Link to="/kpis/$kpi" params={{ kpi: kpi.key }}>
            {kpi.name}
          </Link>
        ) : (
          'check-ins'
        )}
      </Fact>
      <Fact name="Owner">
        <PersonName name={names.person(detail.owner)} isMe={names.isMe(detail.owner)} nobody="No owner" />
      </Fact>
      {detail.deadline !== cycle.ends && <Fact name="Deadline">{dayName(detail.deadline)}</Fact>}
      {detail.weight !== 1 && <Fact name="Weight">{detail.weight}</Fact>}
      {isRunning && due && <Fact name="Next check-in">{dayName(due)}</Fact>}
      {guardrails.length > 0 && (
        <Fact name={guardrails.length === 1 ? 'Guardrail' : 'Guardrails'} isWide>
          <Guardrails guardrails={guardrails} />
        </Fact>
      )}
      {grade && (
        <Fact name="Fate">
          <span>
            {grade.fate}
            <FateLink grade={grade} />
          </span>
        </Fact>
      )}
      {detail.carriedFrom && (
        <Fact name="Carried over from">
          <KindredLink kindred={detail.carriedFrom} />
        </Fact>
      )}
      {grade && (
        <Fact name="Lesson" isWide>
          {grade.lesson}
        </Fact>
      )}
    </dl>
  );
}

function Course({ told, confidence }: { told: (number | null)[]; confidence: number | null }): ReactNode {
  const before = told.at(-2) ?? null;
  const hasMoved = before !== null && confidence !== null && before !== confidence;
  return (
    <>
      <b>{confidence ?? '–'}</b>
      <ConfidenceStrip values={told} width={90} height={18} />
      {hasMoved && (
        <span className={classes.aside}>
          {confidence > before ? 'up' : 'down'} from {before}
        </span>
      )}
    </>
  );
}

type FactProps = { name: string; children: ReactNode; isWide?: boolean };

function Fact({ name, children, isWide = false }: FactProps): ReactNode {
  return (
    <div data-wide={isWide || undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
