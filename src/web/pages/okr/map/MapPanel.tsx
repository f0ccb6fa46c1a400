import { Button, CloseButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MapObjective } from '#contract/objectives.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { Confidence } from '../../../parts/Confidence.tsx';
import { Fault } from '../../../parts/Fault.tsx';
import { ProgressBar } from '../../../parts/ProgressBar.tsx';
import { StatusMark } from '../../../parts/StatusMark.tsx';
import type { Names } from '../../../parts/useNames.ts';
import { useOperation } from '../../../query.ts';
import { WeakestHealth } from '../HealthCounts.tsx';
import { BreakdownTable } from '../objective/BreakdownTable.tsx';
import { ObjectiveTitle } from '../objective/ObjectiveTitle.tsx';
import classes from './MapPanel.module.css';
import type { Card } from './map-cards.ts';
import type { OkrMap } from './map-graph.ts';

type Props = {
  card: Card;
  map: OkrMap;
  names: Names;
  isFocus: boolean;
  onFocus: (id: string) => void;
  onClose: () => void;
};

/** The facts of what is chosen on the map; of an objective also what its progress is made of. */
export function MapPanel({ card, map, names, isFocus, onFocus, onClose }: Props): ReactNode {
  return (
    <aside className={`no-print ${classes.panel}`} aria-label="Chosen on the map">
      <CloseButton size="sm" className={classes.close ?? ''} onClick={onClose} aria-label="Close" />
      {card.kind === 'kpi' ? (
        <KpiFacts card={card} />
      ) : (
        <>
          <ObjectiveFacts card={card} map={map} names={names} />
          {!isFocus && (
            <Button size="xs" variant="default" onClick={() => onFocus(card.id)}>
              Only what is above and below
            </Button>
          )}
        </>
      )}
    </aside>
  );
}

type Objective = Extract<Card, { kind: 'objective' }>;

function ObjectiveFacts({ card, map, names }: { card: Objective; map: OkrMap; names: Names }): ReactNode {
  const { objective, whose, cycle } = card;
  const { id, title, health, counts, progress, confidence, alignment, owner } = objective;
  const own = map.cycles.find((each) => each.id === objective.cycle);
  return (
    <>
      <h2>
        <ObjectiveTitle id={id} title={title} isPrivate={objective.private} />
      </h2>
      <dl className={classes.facts}>
        <Fact name="Whose">{[whose, names.person(owner)].filter(unlike).join(', ') || 'Everyone'}</Fact>
        {cycle && <Fact name="Cycle">{cycle}</Fact>}
        <Fact name="Progress">
          <ProgressBar
            progress={progress}
            expected={own?.state === 'active' ? own.expected : null}
            width={120}
          />
        </Fact>
        <Fact name="Health">
          <WeakestHealth health={health} counts={counts} />
        </Fact>
        {confidence !== null && (
          <Fact name="Lowest confidence">
            <Confidence confidence={confidence} />
          </Fact>
        )}
      </dl>
      {alignment.map(({ kind, sentence }) => (
        <p key={kind} className={classes.finding}>
          <b>{kind === 'orphan' ? 'Orphan' : 'Without support'}.</b> {sentence}
        </p>
      ))}
      <Ties objective={objective} map={map} />
      <Made id={id} />
    </>
  );
}

function unlike(text: string | null | undefined, at: number, all: readonly unknown[]): boolean {
  return Boolean(text) && all.indexOf(text) === at;
}

function Fact({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const tieWords = { improves: 'improves', 'measured by': 'measured by', guardrail: 'guardrail' } as const;

function Ties({ objective, map }: { objective: MapObjective; map: OkrMap }): ReactNode {
  const ties = map.links.filter((link) => link.objective === objective.id);
  if (ties.length === 0) return null;
  return (
    <section>
      <h3>KPIs</h3>
      <ul className={classes.ties}>
        {ties.map(({ kpi, kind }) => {
          const found = map.kpis.find(({ id }) => id === kpi);
          return (
            found && (
              <li key={`${kpi} ${kind}`}>
                <StatusMark status={found.status} isTight />
                <Link to="/kpis/$kpi" params={{ kpi: found.key }}>
                  {found.name}
                </Link>
                <span>{tieWords[kind]}</span>
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}

// Whoever walks the map by keys passes many objectives: only where they stay is asked for.
function Made({ id }: { id: string }): ReactNode {
  const [settled] = useDebouncedValue(id, 200);
  const detail = useOperation('objectives.find', { objective: settled });
  const found = detail.data?.id === id ? detail.data : undefined;
  return (
    <section>
      <h3>What its progress is made of</h3>
      <Fault of={detail.error} onRetry={detail.refetch} />
      {found && (
        <BreakdownTable objective={id} progress={found.progress} breakdown={found.breakdown} isNarrow />
      )}
    </section>
  );
}

function KpiFacts({ card: { kpi, whose } }: { card: Extract<Card, { kind: 'kpi' }> }): ReactNode {
  const { key, name, status, value, unit, decimals } = kpi;
  return (
    <>
      <h2>
        <Link to="/kpis/$kpi" params={{ kpi: key }}>
          {name}
        </Link>
      </h2>
      <dl className={classes.facts}>
        <Fact name="Whose">{whose || 'Everyone'}</Fact>
        <Fact name="Newest value">
          <span className="numbers">{formatValue(value, unit, decimals)}</span>
        </Fact>
        <Fact name="Status">
          <StatusMark status={status} />
        </Fact>
      </dl>
    </>
  );
}
