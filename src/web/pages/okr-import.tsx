import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Fault } from '../parts/Fault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useReaches } from './okr/useMay.ts';
import { DocumentEntry } from './okr-import/DocumentEntry.tsx';
import { DocumentLines } from './okr-import/DocumentLines.tsx';
import { DocumentSummary } from './okr-import/DocumentSummary.tsx';
import classes from './okr-import/OkrImport.module.css';
import { type OkrImporting, useOkrImport } from './okr-import/useOkrImport.ts';

/** Brings an OKR document in: paste it, see what each line is and what the coach finds, correct it, and apply it. */
export function Page(): ReactNode {
  const importing = useOkrImport();
  const { text, read, apply } = importing;
  const mayWrite = useReaches('member');
  const isRead = text !== undefined && !apply.data;
  return (
    <>
      <PageHead
        title="Import OKRs"
        above={<Link to="/cycles">OKRs</Link>}
        actions={
          isRead && (
            <Button variant="default" onClick={() => read(undefined)} disabled={apply.isPending}>
              Choose another document
            </Button>
          )
        }
      >
        {isRead
          ? 'Each line of the document is here with what it was read as. Nothing is written before you say so.'
          : 'Objectives and key results as they stand in a document: headings, lists, "KR:" lines, tables.'}
      </PageHead>
      {!mayWrite && <p className={classes.quiet}>Members import. You may look, but not change.</p>}
      {mayWrite && text === undefined && <DocumentEntry {...importing} />}
      {isRead && <Preview {...importing} />}
      {apply.data && <Done {...importing} />}
    </>
  );
}

function Preview(importing: OkrImporting): ReactNode {
  const { data, error, isPending, isPlaceholderData } = importing.preview;
  if (error) return <Fault of={error} />;
  if (isPending) return <Loading what="Reading the document" />;
  return (
    <div className={classes.preview} aria-busy={isPlaceholderData}>
      <DocumentSummary {...importing} preview={data} isStale={isPlaceholderData} />
      <DocumentLines {...importing} preview={data} />
    </div>
  );
}

function Done({ apply, read }: OkrImporting): ReactNode {
  const { cycle, objectives, keyResults, same } = apply.data!;
  const isNothing = objectives.length === 0 && keyResults === 0;
  return (
    <EmptyState
      title={isNothing ? 'All of it was there already' : 'Written as drafts'}
      action={
        <>
          <Link to="/cycles/$cycle" params={{ cycle }}>
            See the cycle
          </Link>
          <Button variant="default" onClick={() => read(undefined)}>
            Import another document
          </Button>
        </>
      }
    >
      <p role="status">
        {objectives.length} {objectives.length === 1 ? 'objective' : 'objectives'} and {keyResults}{' '}
        {keyResults === 1 ? 'key result' : 'key results'} were created
        {same > 0 ? `, ${same} were there already` : ''}.
      </p>
      <p>They can be changed freely until the cycle is activated; then the goalposts stand.</p>
    </EmptyState>
  );
}
