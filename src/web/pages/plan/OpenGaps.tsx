import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Gap } from '#contract/gaps.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { CapabilityMark } from '../../parts/CapabilityMark.tsx';
import { dayName } from '../../parts/dates.ts';
import { GapActions } from '../gaps/GapActions.tsx';
import { decisionWords, gapText, shortOdds } from '../gaps/gap-words.ts';
import { inWords } from '../kpi/period-words.ts';
import classes from './Plan.module.css';

// More than these no cycle closes.
const shown = 8;

/** The open gaps by rank, each with what was decided about it and what it takes to write its OKR. */
export function OpenGaps({ gaps, more }: { gaps: readonly Gap[]; more: number }): ReactNode {
  const beyond = Math.max(0, gaps.length - shown) + more;
  return (
    <section aria-labelledby="plan-gaps">
      <h2 id="plan-gaps">Which gap is worth closing?</h2>
      <p className={classes.lead}>
        {gaps.length === 0
          ? 'No KPI is away from where it should be.'
          : 'The first to close stands first. Not each needs an OKR: some are mended in a week, and some are accepted.'}
      </p>
      <ol className={classes.gaps}>
        {gaps.slice(0, shown).map((gap) => (
          <OpenGap key={gap.kpi} gap={gap} />
        ))}
      </ol>
      {beyond > 0 && (
        <p className={classes.more}>
          <Link to="/gaps">{beyond} more on the gap board</Link>
        </p>
      )}
    </section>
  );
}

function OpenGap({ gap }: { gap: Gap }): ReactNode {
  const { key, name, level, wanted, unit, decimals, capability, unaided, why, decision, objectives } = gap;
  const standing = decision && decision.kind !== 'write an OKR' ? decision : null;
  return (
    <li>
      <div className={classes.lesson}>
        <h3>
          <Link to="/kpis/$kpi" params={{ kpi: key }}>
            {name}
          </Link>
        </h3>
        <GapActions gap={gap} />
      </div>
      <p className={classes.gapFacts}>
        {gap.gap !== null && gap.gap > 0 && <b>{gapText(gap)}</b>}
        {wanted !== null && (
          <span>
            {formatValue(level, unit, decimals)} → {formatValue(wanted, unit, decimals)}
          </span>
        )}
        <CapabilityMark capability={capability} />
        {unaided && (
          <span>
            {shortOdds(unaided.words)} unaided by {dayName(unaided.by)}
          </span>
        )}
      </p>
      <p className={classes.words}>{inWords(why.sentence)}</p>
      {objectives.map(({ id, title }) => (
        <p key={id} className={classes.words}>
          OKR:{' '}
          <Link to="/objectives/$objective" params={{ objective: id }}>
            {title}
          </Link>
        </p>
      ))}
      {standing && <p className={classes.words}>{decisionWords(standing)}</p>}
    </li>
  );
}
