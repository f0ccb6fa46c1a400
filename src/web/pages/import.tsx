import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { counted } from '../parts/Counts.tsx';
import { Fault } from '../parts/Fault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { ApplyBar } from './import/ApplyBar.tsx';
import { Done } from './import/Done.tsx';
import { Effects } from './import/Effects.tsx';
import { FileDrop } from './import/FileDrop.tsx';
import { Findings } from './import/Findings.tsx';
import { Guesses } from './import/Guesses.tsx';
import classes from './import/Import.module.css';
import { ImportCounts } from './import/ImportCounts.tsx';
import { Kinds } from './import/Kinds.tsx';
import { Proposals } from './import/Proposals.tsx';
import { SheetByName, Sheets } from './import/Sheets.tsx';
import { type Importing, useImport } from './import/useImport.ts';
import { useReaches } from './okr/useMay.ts';

const kindWords = {
  definitions: 'KPI definitions',
  readings: 'readings, a line each',
  sheet: 'a scorecard, KPIs as rows',
  'sheet, KPIs in columns': 'a scorecard, KPIs as columns',
} as const;

/** Brings a file in: choose it, see what it would do, correct what was guessed, and apply it. */
export function Page(): ReactNode {
  const importing = useImport();
  const { file, choose, apply } = importing;
  const mayImport = useReaches('member');
  const again = () => choose(undefined);
  const isChosen = file !== undefined && !apply.data;
  return (
    <>
      <PageHead
        title="Import"
        actions={
          isChosen && (
            <Button variant="default" onClick={again} disabled={apply.isPending}>
              Choose another file
            </Button>
          )
        }
      >
        {isChosen ? (
          <Told {...importing} />
        ) : (
          'Readings, definitions or a whole scorecard from an Excel workbook or a CSV file. You see first what it would do.'
        )}
      </PageHead>
      {!file && !mayImport && <p className={classes.quiet}>Members import. You may look, but not change.</p>}
      {!file && mayImport && (
        <>
          <FileDrop onChosen={choose} />
          <Kinds />
        </>
      )}
      {isChosen && <Preview {...importing} />}
      {apply.data && <Done result={apply.data} onAgain={again} />}
    </>
  );
}

function Told({ file, preview }: Importing): ReactNode {
  const name = file?.name || 'Pasted cells';
  if (!preview.data) return name;
  const { kind, file: table } = preview.data;
  const from = table.sheet === null ? table.encoding : `sheet “${table.sheet}”`;
  return `${name}: ${kindWords[kind]}; ${counted(table.rows)} rows, ${counted(table.columns)} columns, ${from}.`;
}

function Preview(importing: Importing): ReactNode {
  const { preview, apply, progress, answers, answer, accepted, setAccepted } = importing;
  const { data, error, isPending, isPlaceholderData } = preview;
  if (error)
    return (
      <div className={classes.preview}>
        <Fault of={error} />
        {/\.xls[xm]$/i.test(importing.file?.name ?? '') && <SheetByName onChosen={importing.chooseSheet} />}
      </div>
    );
  if (isPending) return <Loading what="Reading the file" />;
  return (
    <div className={classes.preview} aria-busy={isPlaceholderData}>
      <Sheets of={data.file} onChosen={importing.chooseSheet} isReading={isPlaceholderData} />
      <ImportCounts preview={data} />
      {data.file.notes.length > 0 && (
        <ul className={classes.notes}>
          {data.file.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <Guesses open={data.guesses} answers={answers} answer={answer} />
      <Proposals proposals={data.proposals} accepted={accepted} setAccepted={setAccepted} />
      <ApplyBar preview={data} apply={apply} progress={progress} isStale={isPlaceholderData} />
      <Findings preview={data} />
      <Effects preview={data} />
    </div>
  );
}
