import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Kpi } from '#contract/kpis.ts';
import { useOperation } from '../../query.ts';
import { FindingList } from './FindingList.tsx';
import { type Mends, mendIn } from './mends.ts';
import classes from './Note.module.css';
import { countsOf, countWords } from './report-words.ts';
import { useSetAsides } from './useSetAsides.ts';

type Props = { kpi: Pick<Kpi, 'id' | 'key' | 'name'>; mayWrite: boolean };

/** What the coach finds in the definition of a KPI, open and set aside: a quiet line that opens. */
export function KpiNote({ kpi, mayWrite }: Props): ReactNode {
  const asked = useOperation('coach.check', { kind: 'kpi', subject: kpi.id });
  const asides = useSetAsides(kpi.id);
  const mends = useKpiMends(kpi.key);
  const findings = asked.data?.findings ?? [];
  if (findings.length === 0) return null;
  return (
    <details className={classes.note}>
      <summary>The coach: {countWords(countsOf(findings))}</summary>
      <section aria-label={`What the coach finds in ${kpi.name}`}>
        <FindingList
          findings={findings}
          {...(mayWrite && {
            mendOf: (finding) => mendIn(mends, finding),
            onSetAside: asides.setAside,
            onTakeUp: asides.takeUp,
          })}
          error={asides.error}
        />
      </section>
    </details>
  );
}

function useKpiMends(key: string): Mends {
  const navigate = useNavigate();
  const edit = () => () => void navigate({ to: '/kpis/$kpi/edit', params: { kpi: key } });
  return {
    'write the definition': edit,
    'name an owner': edit,
    'choose a counter-metric': edit,
    'open the other one': useOpenKpi(),
  };
}

/** Opens the KPI that reads like this one. */
export function useOpenKpi(): NonNullable<Mends[string]> {
  const navigate = useNavigate();
  return ({ value }) => {
    const { other } = value ?? {};
    return other === undefined
      ? undefined
      : () => void navigate({ to: '/kpis/$kpi', params: { kpi: other } });
  };
}
