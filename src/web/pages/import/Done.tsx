import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ImportResult } from '#contract/imports.ts';
import { counted } from '../../parts/Counts.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';

/** What was imported, and where to go from here. */
export function Done({ result, onAgain }: { result: ImportResult; onAgain: () => void }): ReactNode {
  const { kpis, readings, unreadable } = result;
  const sentences = [
    told(kpis, 'KPI', 'KPIs'),
    told(readings, 'reading', 'readings'),
    unreadable > 0 && `${counted(unreadable)} ${unreadable === 1 ? 'cell was' : 'cells were'} left out.`,
  ].filter(Boolean);
  const isDefinitions = result.kind === 'definitions';
  return (
    <EmptyState
      title={sentences.length > 0 ? 'Imported' : 'All of it was there already'}
      action={
        <>
          <Button onClick={onAgain} variant={isDefinitions ? 'filled' : 'default'}>
            {isDefinitions ? 'Import the readings' : 'Import another file'}
          </Button>
          <Link to="/">See the panel</Link>
          {!isDefinitions && <Link to="/gaps">See the gaps</Link>}
        </>
      }
    >
      <p role="status">{sentences.join(' ')}</p>
      {!isDefinitions && (
        <p>Each KPI that has new readings was judged anew: what speaks, what is noise, and what is a gap.</p>
      )}
    </EmptyState>
  );
}

function told(counts: ImportResult['kpis'], one: string, many: string): string | undefined {
  const words = (['created', 'changed'] as const)
    .filter((each) => counts[each] > 0)
    .map((each) => `${counted(counts[each])} ${counts[each] === 1 ? one : many} ${each}`);
  return words.length === 0 ? undefined : `${words.join(', ')}.`;
}
