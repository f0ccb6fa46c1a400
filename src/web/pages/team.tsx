import { Button } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Fault } from '../parts/Fault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { PersonSelect } from '../parts/PersonSelect.tsx';
import { useCall, useOperation } from '../query.ts';
import classes from './people/Forms.module.css';
import { TeamDialog } from './people/TeamDialog.tsx';
import { TeamPeople } from './people/TeamPeople.tsx';
import { TeamRhythm } from './people/TeamRhythm.tsx';
import { TeamList } from './people/TeamTree.tsx';
import { useLeads } from './people/useLeads.ts';

type Found = Output<'teams.find'>;

/** One team: its people, the teams below it, and changing both. */
export function Page(): ReactNode {
  const { team: key } = useParams({ from: '/shell/teams/$team' });
  const team = useOperation('teams.find', { team: key }, { keepPrevious: true });
  if (team.error) return <Fault of={team.error} onRetry={team.refetch} />;
  if (!team.data) return <Loading />;
  return <TeamView team={team.data} />;
}

function TeamView({ team }: { team: Found }): ReactNode {
  const navigate = useNavigate();
  const mayWrite = useLeads(team.id, team.above);
  const mayRemove = useLeads(team.parent, team.above);
  const [open, setOpen] = useState<'change' | 'below' | 'remove'>();
  const close = () => setOpen(undefined);
  return (
    <>
      <PageHead
        title={team.name}
        above={<Above of={team.above} />}
        actions={
          mayWrite && (
            <>
              {mayRemove && (
                <Button variant="default" onClick={() => setOpen('remove')}>
                  Remove
                </Button>
              )}
              <Button variant="default" onClick={() => setOpen('change')}>
                Rename or move
              </Button>
              <Button onClick={() => setOpen('below')}>New team below</Button>
            </>
          )
        }
      >
        {team.leads.length > 0 ? `Led by ${team.leads.map(({ name }) => name).join(', ')}` : 'No lead yet'}
      </PageHead>
      <div className={classes.stack}>
        {team.people.length > 0 ? (
          <TeamPeople team={team} mayWrite={mayWrite} />
        ) : (
          <EmptyState title="Nobody is in this team yet">
            <p>{mayWrite ? 'Add people below.' : 'Its lead or an admin adds people.'}</p>
          </EmptyState>
        )}
        {mayWrite && <AddPerson team={team} />}
        <TeamRhythm team={team} mayWrite={mayWrite} />
        {team.children.length > 0 && (
          <section className={classes.below}>
            <h2>Teams below</h2>
            <TeamList of={team.children} parent={team.id} />
          </section>
        )}
      </div>
      {open === 'change' && <TeamDialog team={team} onClose={close} />}
      {open === 'below' && <TeamDialog parent={team.id} onClose={close} />}
      {open === 'remove' && (
        <ConfirmDialog
          title={`Remove ${team.name}?`}
          operation="teams.remove"
          input={{ team: team.id }}
          stale={['people']}
          action="Remove it"
          isGrave
          onClose={close}
          onDone={() => void navigate({ to: '/people' })}
        >
          <p>Its people stay in the organisation. KPIs and objectives that it owned stay readable.</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function Above({ of }: { of: Found['above'] }): ReactNode {
  return [{ id: '', name: 'People' }, ...of].map(({ id, name }, place) => (
    <span key={id}>
      {place > 0 && ' / '}
      {id ? (
        <Link to="/teams/$team" params={{ team: id }}>
          {name}
        </Link>
      ) : (
        <Link to="/people">{name}</Link>
      )}
    </span>
  ));
}

function AddPerson({ team }: { team: Found }): ReactNode {
  const [person, setPerson] = useState<string | null>(null);
  const add = useCall('teams.addMember', { stale: ['people'], onDone: () => setPerson(null) });
  return (
    <div className={classes.form}>
      <div className={classes.filters}>
        <PersonSelect label="Add a person" placeholder="Part of a name" value={person} onChange={setPerson} />
        <Button
          variant="default"
          disabled={!person}
          loading={add.isPending}
          onClick={() => person && add.mutate({ team: team.id, person })}
        >
          Add
        </Button>
      </div>
      <Fault of={add.error} />
    </div>
  );
}
