import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { dayName } from '../../parts/dates.ts';
import { Fault } from '../../parts/Fault.tsx';
import { useCall, useOperation } from '../../query.ts';
import classes from './Fitness.module.css';

type Props = { kpi: string; hasDefinition: boolean };

/** Who has acknowledged a definition and who has not yet; the person at the screen, if they should know it, can do so here. */
export function Acknowledge({ kpi, hasDefinition }: Props): ReactNode {
  const me = useOperation('people.me', {}).data;
  const known = useOperation('kpis.acknowledgements', { kpi }, { enabled: hasDefinition }).data;
  const acknowledge = useCall('kpis.acknowledge', { stale: ['fitness'] });
  if (!known || !me) return null;
  const mine = known.readers.find(({ person }) => person === me.id);
  const missing = known.readers.filter(({ present }) => !present);
  return (
    <div className={classes.readers}>
      <Fault of={acknowledge.error} />
      {mine && !mine.present && (
        <Button
          size="compact-sm"
          variant="default"
          loading={acknowledge.isPending}
          onClick={() => acknowledge.mutate({ kpi, version: known.version })}
        >
          I have read the definition: acknowledge it
        </Button>
      )}
      {mine && !mine.present && mine.version !== null && (
        <p>
          You acknowledged version {mine.version}; it is at version {known.version} now.
        </p>
      )}
      {mine?.present && mine.at && (
        <p className={classes.advice}>You have known it since {dayName(mine.at.slice(0, 10))}.</p>
      )}
      {missing.length > 0 && (
        <details>
          <summary>{missing.length === 1 ? '1 person has' : `${missing.length} people have`} not yet</summary>
          <ul>
            {missing.map(({ person, name, as, version }) => (
              <li key={person}>
                {name}
                <small>
                  {as}
                  {version !== null && `, knows version ${version}`}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
