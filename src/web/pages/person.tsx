import { Button, Select } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Person } from '#contract/people.ts';
import { mayAppoint, type Role, roles } from '#domain/access.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { dayName } from '../parts/dates.ts';
import { Fault } from '../parts/Fault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useCall, useOperation } from '../query.ts';
import classes from './people/Forms.module.css';
import { roleChoices, roleWords } from './people/role-words.ts';
import { TeamLinks } from './people/TeamLinks.tsx';
import { ToAcknowledge } from './people/ToAcknowledge.tsx';

/** One person: their teams, their role, and whether they may come in. */
export function Page(): ReactNode {
  const { person: id } = useParams({ from: '/shell/people/$person' });
  const person = useOperation('people.find', { person: id });
  if (person.error) return <Fault of={person.error} onRetry={person.refetch} />;
  if (!person.data) return <Loading />;
  return <PersonView person={person.data} />;
}

function PersonView({ person }: { person: Person }): ReactNode {
  const me = useOperation('people.me', {});
  const [isLeaving, setLeaving] = useState(false);
  const change = useCall('people.change', { stale: ['teams'] });
  const mayChange = me.data?.mayWrite === true && mayAppoint(me.data, person.role, person.role);
  return (
    <>
      <PageHead
        title={person.name}
        above={<Link to="/people">People</Link>}
        actions={
          mayChange &&
          (person.active ? (
            <Button variant="default" onClick={() => setLeaving(true)}>
              Has left
            </Button>
          ) : (
            <Button
              loading={change.isPending}
              onClick={() => change.mutate({ person: person.id, active: true })}
            >
              Let back in
            </Button>
          ))
        }
      >
        {person.email}
        {!person.active && ', has left'}
      </PageHead>
      <Fault of={change.error} />
      <dl className={classes.facts}>
        <dt>Role</dt>
        <dd>
          {mayChange && me.data ? (
            <Select
              aria-label={`Role of ${person.name}`}
              description={roleWords[person.role].may}
              inputWrapperOrder={['input', 'description']}
              data={roleChoices(roles.filter((role) => mayAppoint(me.data, person.role, role)))}
              value={person.role}
              onChange={(role) => role && change.mutate({ person: person.id, role: role as Role })}
              allowDeselect={false}
              w={300}
            />
          ) : (
            <>
              {roleWords[person.role].name}. <small>{roleWords[person.role].may}</small>
            </>
          )}
        </dd>
        <dt>Teams</dt>
        <dd>
          <TeamLinks of={person.teams} none="In no team." />
        </dd>
        <ToAcknowledge person={person.id} />
        <dt>Here since</dt>
        <dd>{dayName(person.createdAt.slice(0, 10))}</dd>
      </dl>
      {isLeaving && (
        <ConfirmDialog
          title={`Has ${person.name} left?`}
          operation="people.change"
          input={{ person: person.id, active: false }}
          stale={['teams']}
          action="Close the door"
          isGrave
          onClose={() => setLeaving(false)}
        >
          <p>
            Sessions and API tokens stop working at once. What {person.name} owns stays, and waits for a new
            owner.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}
