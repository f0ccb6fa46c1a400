import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Grade, Kindred } from '#contract/grade.ts';

/** Where the fate of a key result has led: the KPI that it turned into, or the same promise in the next cycle. */
export function FateLink({ grade }: { grade: Pick<Grade, 'becameKpi' | 'carriedTo'> }): ReactNode {
  if (grade.becameKpi)
    return (
      <>
        {': '}
        <Link to="/kpis/$kpi" params={{ kpi: grade.becameKpi.key }}>
          {grade.becameKpi.name}
        </Link>
      </>
    );
  return (
    grade.carriedTo && (
      <>
        {' to '}
        <KindredLink kindred={grade.carriedTo} />
      </>
    )
  );
}

/** The same promise in another cycle, by the name of the cycle. */
export function KindredLink({ kindred }: { kindred: Kindred }): ReactNode {
  return (
    <Link
      to="/objectives/$objective"
      params={{ objective: kindred.objective }}
      hash={kindred.keyResult}
      aria-label={`The same key result in ${kindred.cycle.name}`}
    >
      {kindred.cycle.name}
    </Link>
  );
}
