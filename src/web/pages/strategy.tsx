import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Strategy } from '#contract/strategy.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Fault } from '../parts/Fault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useNames } from '../parts/useNames.ts';
import { useOperation } from '../query.ts';
import { useReaches } from './okr/useMay.ts';
import { MissionDialog } from './strategy/MissionDialog.tsx';
import { PillarDialog } from './strategy/PillarDialog.tsx';
import { PillarSection } from './strategy/PillarSection.tsx';
import classes from './strategy/Strategy.module.css';
import { WithoutPillar } from './strategy/WithoutPillar.tsx';

/** The strategy: the mission, the pillars, and which KPIs and present objectives carry each or none. */
export function Page(): ReactNode {
  const strategy = useOperation('strategy.find', {});
  if (strategy.data) return <StrategyPage strategy={strategy.data} />;
  return (
    <>
      <PageHead title="Strategy" />
      <Fault of={strategy.error} onRetry={strategy.refetch} />
      {strategy.isPending && <Loading />}
    </>
  );
}

function StrategyPage({ strategy }: { strategy: Strategy }): ReactNode {
  const [asked, ask] = useState<'mission' | 'pillar' | undefined>();
  const mayAdd = useReaches('member');
  const { mission, pillars, cycles, none, mayChange } = strategy;
  const names = useNames(ownersIn(strategy));
  const close = (): void => ask(undefined);
  return (
    <>
      <PageHead
        title="Strategy"
        actions={
          <>
            {mayChange && mission !== '' && (
              <Button variant="default" onClick={() => ask('mission')}>
                Change the mission
              </Button>
            )}
            {mayAdd && pillars.length > 0 && (
              <Button variant="default" onClick={() => ask('pillar')}>
                Add a pillar
              </Button>
            )}
          </>
        }
      >
        {pillars.length > 0 && <Present cycles={cycles} />}
      </PageHead>
      {mission === '' ? (
        <NoMission onWrite={mayChange ? () => ask('mission') : undefined} />
      ) : (
        <p className={classes.mission}>{mission}</p>
      )}
      {pillars.length === 0 ? (
        <NoPillar onAdd={mayAdd ? () => ask('pillar') : undefined} />
      ) : (
        <>
          {pillars.map((pillar) => (
            <PillarSection
              key={pillar.id}
              pillar={pillar}
              ids={pillars.map(({ id }) => id)}
              mayChange={mayChange}
              names={names}
            />
          ))}
          <WithoutPillar none={none} names={names} />
        </>
      )}
      {asked === 'mission' && <MissionDialog mission={mission} onClose={close} />}
      {asked === 'pillar' && <PillarDialog onClose={close} />}
    </>
  );
}

function ownersIn({ pillars, none }: Strategy): (string | null)[] {
  return [...pillars, none].flatMap(({ objectives }) => objectives.map(({ owner }) => owner));
}

function Present({ cycles }: Pick<Strategy, 'cycles'>): ReactNode {
  if (cycles.length === 0) return 'No cycle is planned or under way: only KPIs are shown.';
  return (
    <>
      Objectives of{' '}
      {cycles.map(({ id, name, state }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <Link to="/cycles/$cycle" params={{ cycle: id }} search={{ view: 'map' } as never}>
            {name}
          </Link>{' '}
          ({state})
        </span>
      ))}
    </>
  );
}

function NoMission({ onWrite }: { onWrite: (() => void) | undefined }): ReactNode {
  return (
    <p className={classes.noMission}>
      No mission yet: one or two sentences on why the organisation is there.{' '}
      {onWrite ? (
        <button type="button" onClick={onWrite}>
          Write it
        </button>
      ) : (
        'An owner or admin writes it.'
      )}
    </p>
  );
}

function NoPillar({ onAdd }: { onAdd: (() => void) | undefined }): ReactNode {
  return (
    <EmptyState title="No pillar yet" action={onAdd && <Button onClick={onAdd}>Add a pillar</Button>}>
      <p>
        A strategy is what you choose to be good at, and so what you leave to others. Name three to five
        pillars, such as “Riders who come back” or “A company that lasts”. Then say of each KPI and of each
        objective which one it serves: here you see what carries each pillar, how that stands, and what serves
        none.
      </p>
    </EmptyState>
  );
}
