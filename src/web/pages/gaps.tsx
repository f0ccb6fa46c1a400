import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Gap } from '#contract/gaps.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Fault } from '../parts/Fault.tsx';
import { GuideLink } from '../parts/GuideLink.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useOperation } from '../query.ts';
import { ViewMenu } from '../saved-views/ViewMenu.tsx';
import { useView } from '../view.ts';
import { gapColumns } from './gaps/columns.tsx';
import classes from './gaps/Gaps.module.css';
import { SaveGaps } from './gaps/SaveGaps.tsx';

const columns = gapColumns(false);
const noiseColumns = gapColumns(true);

/** The gap board: where level and wanted level part, the first to close at the top, and what is only noise. */
export function Page(): ReactNode {
  const navigate = useNavigate();
  const [view, change] = useView({ sort: '' });
  const board = useOperation('gaps.list', {});
  const open = ({ key }: Gap): void => void navigate({ to: '/kpis/$kpi', params: { kpi: key } });
  return (
    <>
      <PageHead
        title="Gaps"
        actions={
          board.data &&
          board.data.gaps.length + board.data.noise.length > 0 && (
            <>
              <ViewMenu page="gaps" />
              <SaveGaps gaps={[...board.data.gaps, ...board.data.noise]} />
            </>
          )
        }
      >
        Non-negotiable and not capable first, then what chance decides, then by gap and weight. Not every gap
        needs an OKR: <GuideLink />
      </PageHead>
      <Fault of={board.error} onRetry={board.refetch} />
      {board.isPending && <Loading lines={10} what="Loading the gaps" />}
      {board.data && (
        <DataTable
          caption="Gaps, the first to close first"
          columns={columns}
          rows={board.data.gaps}
          id={({ kpi }) => kpi}
          sort={view.sort}
          onSort={(sort) => change({ sort })}
          onOpen={open}
          empty={<NoGap quiet={board.data.quiet} />}
        />
      )}
      {board.data && board.data.noise.length > 0 && (
        <section>
          <h2 className={classes.heading}>Noise: leave it alone</h2>
          <p className={classes.lead}>
            The newest point looks bad, but it lies inside what these processes normally do, and they keep to
            what is asked of them. The next point will be better without anyone’s doing.
          </p>
          <DataTable
            caption="Noise"
            columns={noiseColumns}
            rows={board.data.noise}
            id={({ kpi }) => kpi}
            onOpen={open}
            withKeys={false}
          />
        </section>
      )}
      {board.data && board.data.quiet > 0 && board.data.gaps.length > 0 && (
        <p className={classes.quiet}>{quietWords(board.data.quiet)}</p>
      )}
    </>
  );
}

function quietWords(count: number): string {
  return count === 1 ? '1 KPI: nothing to see.' : `${count} KPIs: nothing to see.`;
}

function NoGap({ quiet }: { quiet: number }): ReactNode {
  return (
    <EmptyState
      title={quiet > 0 ? 'No gap' : 'No gap, because there is no KPI yet'}
      action={<Link to="/">Go to the panel</Link>}
    >
      <p>
        A gap is the distance from where a KPI’s level is to where it should be: its floor, its ceiling or its
        desired level. It takes six values to know a level, and a threshold to hold it against.
      </p>
      {quiet > 0 && <p>{quietWords(quiet)}</p>}
    </EmptyState>
  );
}
