import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Finding } from '#contract/fitness.ts';
import type { Kpi } from '#contract/kpis.ts';
import { Fault } from '../../parts/Fault.tsx';
import { Why } from '../../parts/Why.tsx';
import { useOperation } from '../../query.ts';
import { Acknowledge } from '../fitness/Acknowledge.tsx';
import { CauseMark } from '../fitness/CauseMark.tsx';
import classes from '../fitness/Fitness.module.css';
import { causeWords } from '../fitness/fitness-words.ts';
import { inWords } from './period-words.ts';
import { Section } from './Section.tsx';

type Props = {
  kpi: Pick<Kpi, 'id' | 'key' | 'name' | 'definition' | 'createdAt' | 'archivedAt'>;
  asOf: string | undefined;
  mayWrite: boolean;
};

/** Whether a KPI is fit for use, or was on a day before: the five causes for which KPIs fail, each with what mends it. */
export function Fitness({ kpi, asOf, mayWrite }: Props): ReactNode {
  const isYetToCome = asOf !== undefined && Date.parse(kpi.createdAt) > Date.parse(asOf);
  const isAsked = !kpi.archivedAt && !isYetToCome;
  const found = useOperation(
    'fitness.find',
    { kpi: kpi.key, ...(asOf && { asOf }) },
    { enabled: isAsked, keepPrevious: true },
  );
  if (!isAsked) return null;
  return (
    <Section title="Fitness" action={!asOf && <Link to="/fitness">What to mend</Link>}>
      <Fault of={found.error} onRetry={found.refetch} />
      {found.data && (
        <>
          <p className={classes.level}>{found.data.sentence}</p>
          <ul className={classes.findings}>
            {found.data.findings.map((finding) => (
              <li key={finding.cause}>
                <Why
                  title={`${causeWords[finding.cause].name}: ${finding.verdict}`}
                  formula={causeWords[finding.cause].what}
                  inputs={finding.evidence.map(({ name, value }) => ({ name, value: inWords(value) }))}
                  so={inWords(finding.sentence)}
                >
                  <CauseMark {...finding} />
                </Why>
                <Said finding={finding} kpi={kpi} asOf={asOf} mayWrite={mayWrite} />
              </li>
            ))}
          </ul>
          {found.data.asToday.map((sentence) => (
            <p key={sentence} className={classes.advice}>
              {sentence}
            </p>
          ))}
        </>
      )}
    </Section>
  );
}

function Said({ finding, kpi, asOf, mayWrite }: { finding: Finding } & Props): ReactNode {
  const { cause, sentence, mend, by, advice } = finding;
  const isEdit = mayWrite && mend && by === 'owner' && cause !== 'understood';
  return (
    <div className={classes.said}>
      <p>{inWords(sentence)}</p>
      {mend && (
        <p className={classes.mend}>
          {isEdit ? (
            <Link to="/kpis/$kpi/edit" params={{ kpi: kpi.key }}>
              {mend}
            </Link>
          ) : (
            mend
          )}
        </p>
      )}
      {advice.map((each) => (
        <p key={each} className={classes.advice}>
          {each}
        </p>
      ))}
      {cause === 'understood' && !asOf && (
        <Acknowledge kpi={kpi.key} hasDefinition={kpi.definition.trim() !== ''} />
      )}
    </div>
  );
}
