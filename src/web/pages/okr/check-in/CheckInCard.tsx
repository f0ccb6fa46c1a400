import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { DueCheckIn } from '#contract/check-ins.ts';
import { Confidence } from '../../../parts/Confidence.tsx';
import { shortDay } from '../../../parts/dates.ts';
import { HealthMark } from '../../../parts/HealthMark.tsx';
import { ProgressBar } from '../../../parts/ProgressBar.tsx';
import { measureWords, standingWords } from '../key-result/measure-words.ts';
import classes from './CheckInCard.module.css';
import { CheckInFields } from './CheckInFields.tsx';
import type { Asked, CheckInDraft, Faults } from './check-in-draft.ts';

type Props = {
  due: DueCheckIn;
  asked: Asked;
  draft: CheckInDraft;
  onChange: (part: Partial<CheckInDraft>) => void;
  faults: Faults;
  periods: readonly string[];
  isSent: boolean;
};

/** One key result of mine: where it stood and stands, and the fields of its check-in; those not due yet are opened when wanted. */
export function CheckInCard(props: Props): ReactNode {
  const { due, asked, draft, onChange, faults, periods, isSent } = props;
  const [isWanted, setWanted] = useState(false);
  const isOpen = due.isDue || isSent || isWanted;
  const { previous, kpi, facts, progress, expected, health } = due;
  return (
    <fieldset className={classes.card} id={`card-${asked.keyResult}`} data-sent={isSent || undefined}>
      <legend className="unseen">{due.title}</legend>
      <div className={classes.about}>
        <p className={classes.title} aria-hidden="true">
          {due.title}
        </p>
        <p className={classes.measure}>
          {measureWords(due)}; now {standingWords(due, facts)}
          {due.currentDay && ` (${shortDay(due.currentDay)})`}
        </p>
        <p className={classes.marks}>
          <ProgressBar progress={progress} expected={expected} width={110} />
          <HealthMark health={health} />
        </p>
        <p className={classes.quiet}>
          {due.isDue ? `due since ${shortDay(due.due)}` : `due ${shortDay(due.due)}`}
          {previous ? (
            <>
              , last {shortDay(previous.day)}: <Confidence confidence={previous.confidence} />
            </>
          ) : (
            ', no check-in yet'
          )}
        </p>
      </div>
      {isOpen ? (
        <CheckInFields asked={asked} draft={draft} onChange={onChange} faults={faults} periods={periods} />
      ) : (
        <button type="button" className={classes.open} onClick={() => setWanted(true)}>
          Check in now
        </button>
      )}
      {/* Last, so that Tab goes from field to field. */}
      <p className={classes.links}>
        <Link to="/objectives/$objective" params={{ objective: due.objective.id }} hash={asked.keyResult}>
          {due.objective.title}
        </Link>
        {kpi && (
          <Link to="/kpis/$kpi" params={{ kpi: kpi.key }}>
            {kpi.name}
          </Link>
        )}
      </p>
    </fieldset>
  );
}
