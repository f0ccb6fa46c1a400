import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Connector } from '#contract/connectors.ts';
import type { Kpi } from '#contract/kpis.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { instantName } from '../../parts/dates.ts';
import { Fault } from '../../parts/Fault.tsx';
import { glyphs, Mark } from '../../parts/Mark.tsx';
import { useCall } from '../../query.ts';
import { BackfillDialog } from './BackfillDialog.tsx';
import { KeptReadings } from './KeptReadings.tsx';
import { Runs } from './Runs.tsx';
import classes from './Source.module.css';
import { scheduleWords } from './schedule-words.ts';
import { kindName, placeOf } from './source-draft.ts';

type Props = { kpi: Kpi; connector: Connector; timeZone: string; today: string; onEdit: () => void };

/** A connector as it stands: where it asks, how it is going, what was kept against it, and every run. */
export function ConnectorView({ kpi, connector, timeZone, today, onEdit }: Props): ReactNode {
  const [open, setOpen] = useState<'backfill' | 'remove' | undefined>(undefined);
  const stale = ['connectors'];
  const run = useCall('connectors.run', { stale });
  const change = useCall('connectors.change', { stale });
  const { id, config, active, failingSince, fault, lastSuccess, nextDue, missing, mayChange } = connector;
  const when = (instant: string | null) => (instant ? instantName(instant, timeZone) : '–');
  return (
    <div className={classes.stack}>
      {failingSince && missing.length === 0 && (
        <div className={classes.fault} role="alert">
          <strong>It has failed since {when(failingSince)}</strong>
          <span>{fault}</span>
          <span className={classes.quiet}>
            The readings that stand were left alone. It is tried again when it is next due.
          </span>
        </div>
      )}
      {missing.length > 0 && (
        <div className={classes.fault} role="alert">
          <strong>It cannot sign in</strong>
          <span>
            {missing.join(', ')} {missing.length === 1 ? 'has' : 'have'} to be given again: edit the
            connector.
          </span>
        </div>
      )}
      <section>
        <dl className={classes.facts}>
          <dt>Source</dt>
          <dd>
            {kindName(config.kind)}: {placeOf(config)}
          </dd>
          <dt>It runs</dt>
          <dd>
            {scheduleWords(connector.schedule)}
            {connector.schedule && ` (${timeZone})`}
            {!active && (
              <>
                {' '}
                <Mark glyph={glyphs.dash} tone="quiet">
                  paused
                </Mark>
              </>
            )}
          </dd>
          <dt>Next</dt>
          <dd>{when(nextDue)}</dd>
          <dt>Last success</dt>
          <dd>{when(lastSuccess)}</dd>
          <dt>It asks for</dt>
          <dd>
            {connector.reach === 'now'
              ? 'its present state'
              : `the last ${connector.lookBack === 1 ? 'complete period' : `${connector.lookBack} complete periods`}${connector.runningPeriod ? ' and the one under way' : ''}, and what was missed before`}
          </dd>
        </dl>
        <div className={classes.end}>
          <Button onClick={() => run.mutate({ connector: id })} loading={run.isPending}>
            Run now
          </Button>
          {connector.reach === 'past' && (
            <Button variant="default" onClick={() => setOpen('backfill')}>
              Fill in the past…
            </Button>
          )}
          {mayChange && (
            <>
              <Button variant="default" onClick={onEdit}>
                Edit
              </Button>
              <Button
                variant="default"
                loading={change.isPending}
                onClick={() => change.mutate({ connector: id, active: !active })}
              >
                {active ? 'Pause' : 'Resume'}
              </Button>
              <Button variant="default" onClick={() => setOpen('remove')}>
                Remove…
              </Button>
            </>
          )}
        </div>
        {connector.reach === 'now' && (
          <p className={classes.quiet}>
            This source only knows its present state, which is the reading of the period that has just ended.
            The past cannot be filled in from it.
          </p>
        )}
        <Fault of={run.error ?? change.error} />
      </section>
      <KeptReadings kpi={kpi} connector={connector} />
      <Runs connector={id} timeZone={timeZone} />
      {open === 'backfill' && (
        <BackfillDialog kpi={kpi} connector={id} today={today} onClose={() => setOpen(undefined)} />
      )}
      {open === 'remove' && (
        <ConfirmDialog
          title="Remove the connector?"
          operation="connectors.remove"
          input={{ connector: id }}
          stale={['connectors']}
          action="Remove it"
          isGrave
          onClose={() => setOpen(undefined)}
        >
          <p>
            Its secrets are deleted. The readings that it brought stay, and so does the history of its runs.
          </p>
        </ConfirmDialog>
      )}
    </div>
  );
}
