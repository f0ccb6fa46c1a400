import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Judgement } from '#contract/judgements.ts';
import { dayName } from '../../parts/dates.ts';
import { NoteText } from '../../parts/NoteText.tsx';
import { PersonName } from '../../parts/PersonName.tsx';
import { useNames } from '../../parts/useNames.ts';
import { useOperation } from '../../query.ts';
import { addsUpWords, cadenceWords, directionWords, roleWords, unitName } from './definition-words.ts';
import classes from './Kpi.module.css';
import { KpiLinks } from './KpiLinks.tsx';
import { Section } from './Section.tsx';

/** How a KPI is defined, and which KPIs would suffer if it were gamed. */
export function Definition({ judgement, mayWrite }: { judgement: Judgement; mayWrite: boolean }): ReactNode {
  const { kpi, versions } = judgement;
  const names = useNames([kpi.owner, kpi.person]);
  return (
    <Section
      title="Definition"
      action={
        mayWrite && (
          <Button
            size="compact-xs"
            variant="default"
            renderRoot={(props) => <Link to="/kpis/$kpi/edit" params={{ kpi: kpi.key }} {...props} />}
          >
            Edit
          </Button>
        )
      }
    >
      <dl className={classes.pairs}>
        <dt>Counted</dt>
        <dd>
          {kpi.definition ? (
            <NoteText>{kpi.definition}</NoteText>
          ) : (
            <span className={classes.quiet}>Not said yet how exactly it is counted</span>
          )}
        </dd>
        <dt>Owner</dt>
        <dd>
          <PersonName name={names.person(kpi.owner)} isMe={names.isMe(kpi.owner)} nobody="No owner" />
        </dd>
        {kpi.team && (
          <>
            <dt>Team</dt>
            <dd>{names.team(kpi.team)}</dd>
          </>
        )}
        {kpi.person && (
          <>
            <dt>Person</dt>
            <dd>{names.person(kpi.person)}</dd>
          </>
        )}
        <dt>Unit</dt>
        <dd>{unitName(kpi.unit)}</dd>
        <dt>Direction</dt>
        <dd>{directionWords[kpi.direction]}</dd>
        <dt>Cadence</dt>
        <dd>
          {cadenceWords[kpi.cadence]}, {kpi.graceDays === 1 ? '1 day' : `${kpi.graceDays} days`} of grace
        </dd>
        <dt>Adds up by</dt>
        <dd>{addsUpWords[kpi.addsUp]}</dd>
        <dt>Role</dt>
        <dd>{roleWords[kpi.role]}</dd>
        <dt>Counter-metrics</dt>
        <dd>
          <CounterMetrics ids={kpi.counterMetrics} />
        </dd>
        {kpi.labels.length > 0 && (
          <>
            <dt>Labels</dt>
            <dd>{kpi.labels.join(', ')}</dd>
          </>
        )}
        {kpi.pillar && (
          <>
            <dt>Pillar</dt>
            <dd>{kpi.pillar}</dd>
          </>
        )}
        <dt>Weight</dt>
        <dd>{kpi.weight}</dd>
        <dt>Key</dt>
        <dd>
          {kpi.key}, version {kpi.version}
        </dd>
        {versions.length > 0 && (
          <>
            <dt>Changes</dt>
            <dd>
              <ol className={classes.versions}>
                {versions.toReversed().map(({ version, from, words }) => (
                  <li key={version}>
                    From {dayName(from)} on: {words}
                  </li>
                ))}
              </ol>
            </dd>
          </>
        )}
      </dl>
    </Section>
  );
}

function CounterMetrics({ ids }: { ids: readonly string[] }): ReactNode {
  const kpis = useOperation('kpis.list', {}, { enabled: ids.length > 0 });
  const found = kpis.data?.filter(({ id }) => ids.includes(id)) ?? [];
  if (ids.length === 0) {
    return <span className={classes.quiet}>None: nothing would show if this one were gamed</span>;
  }
  return <KpiLinks of={found} />;
}
