import { type ReactNode, useState } from 'react';
import type { ConnectorRun } from '#contract/connectors.ts';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { instantName, periodName } from '../../parts/dates.ts';
import { Fault } from '../../parts/Fault.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { glyphs, Mark } from '../../parts/Mark.tsx';
import { useNames } from '../../parts/useNames.ts';
import { useOperation } from '../../query.ts';
import classes from './Source.module.css';

const states = {
  waiting: { glyph: glyphs.clock, tone: 'quiet', words: 'waiting' },
  running: { glyph: glyphs.half, tone: 'plain', words: 'running' },
  done: { glyph: glyphs.check, tone: 'good', words: 'done' },
  failed: { glyph: glyphs.cross, tone: 'bad', words: 'failed' },
} as const;

const few = 12;

type Props = { connector: string; timeZone: string; asOf?: string | undefined };

/** Every run of a connector, or those up to an instant, newest first: what was asked for, and what came of it. */
export function Runs({ connector, timeZone, asOf }: Props): ReactNode {
  const [limit, setLimit] = useState(few);
  const [isBusy, setBusy] = useState(false);
  const runs = useOperation(
    'connectors.runs',
    { connector, limit, ...(asOf && { asOf }) },
    // The live stream tells when a run has ended; this is for when it does not.
    { keepPrevious: true, ...(isBusy && { refetchInterval: 3_000 }) },
  );
  const busy = (!asOf && runs.data?.some(({ state }) => state === 'running' || state === 'waiting')) ?? false;
  if (busy !== isBusy) setBusy(busy);
  const names = useNames(runs.data?.map(({ askedBy }) => askedBy) ?? []);
  return (
    <section>
      <h2>Runs</h2>
      <Fault of={runs.error} onRetry={runs.refetch} />
      {runs.isPending && <Loading lines={4} />}
      {runs.data && (
        <DataTable
          caption="Runs, newest first"
          columns={columnsOf(timeZone, (id) => names.person(id))}
          rows={runs.data}
          id={({ id }) => id}
          withKeys={false}
          empty={
            <p className={classes.quiet}>
              {asOf
                ? 'It had not run yet by then.'
                : 'It has not run yet. Run it now, or wait until it is due.'}
            </p>
          }
        />
      )}
      {runs.data?.length === limit && limit < 100 && (
        <div>
          <button type="button" className={classes.plain} onClick={() => setLimit(100)}>
            Older runs
          </button>
        </div>
      )}
    </section>
  );
}

function columnsOf(timeZone: string, person: (id: string | null) => ReactNode): Column<ConnectorRun>[] {
  const when = (instant: string) => instantName(instant, timeZone);
  return [
    {
      key: 'when',
      label: 'When',
      width: '170px',
      cell: ({ startedAt, createdAt }) => <time>{when(startedAt ?? createdAt)}</time>,
    },
    {
      key: 'state',
      label: 'Outcome',
      width: '110px',
      isMain: true,
      isPlain: true,
      cell: ({ state }) => {
        const { glyph, tone, words } = states[state];
        return (
          <Mark glyph={glyph} tone={tone}>
            {words}
          </Mark>
        );
      },
    },
    {
      key: 'periods',
      label: 'Periods',
      width: '240px',
      rank: 2,
      cell: ({ from, to }) =>
        from && to ? (from === to ? periodName(from) : `${periodName(from)} – ${periodName(to)}`) : '–',
    },
    {
      key: 'words',
      label: 'What came of it',
      isPlain: true,
      cell: ({ sentence, nextTry, state, attempt }) => (
        <span className={classes.sentence}>
          {sentence}
          {state === 'waiting' && nextTry && attempt > 0 && (
            <span className={classes.quiet}>
              {' '}
              Try {attempt} of 5; again at {when(nextTry)}.
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'by',
      label: 'Asked by',
      width: '130px',
      rank: 3,
      cell: ({ trigger, askedBy }) => (
        <span className={classes.quiet}>{trigger === 'schedule' ? 'schedule' : person(askedBy)}</span>
      ),
    },
  ];
}
