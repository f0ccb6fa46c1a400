import { Button, SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { PageHead } from '../parts/PageHead.tsx';
import { useView } from '../view.ts';
import { useReaches } from './okr/useMay.ts';
import classes from './people/Forms.module.css';
import { InviteDialog } from './people/InviteDialog.tsx';
import { OpenInvitations } from './people/OpenInvitations.tsx';
import { PeopleTable } from './people/PeopleTable.tsx';
import { TeamDialog } from './people/TeamDialog.tsx';
import { TeamTree } from './people/TeamTree.tsx';

/** Teams as a tree with their leads, people by name, and inviting more of them. */
export function Page(): ReactNode {
  const [view, change] = useView({ show: 'teams' });
  const [open, setOpen] = useState<'invite' | 'team'>();
  const mayAdminister = useReaches('admin');
  const close = () => setOpen(undefined);
  return (
    <>
      <PageHead
        title="People"
        actions={
          mayAdminister && (
            <>
              <Button variant="default" onClick={() => setOpen('team')}>
                New team
              </Button>
              <Button onClick={() => setOpen('invite')}>Invite a person</Button>
            </>
          )
        }
      >
        Who works here, in which teams, and who leads them.
      </PageHead>
      <div className={classes.filters}>
        <SegmentedControl
          aria-label="Show"
          data={[
            { value: 'teams', label: 'Teams' },
            { value: 'people', label: 'People' },
          ]}
          value={view.show}
          onChange={(show) => change({ show })}
        />
      </div>
      {view.show === 'people' ? <PeopleTable /> : <TeamTree />}
      {mayAdminister && <OpenInvitations />}
      {open === 'invite' && <InviteDialog onClose={close} />}
      {open === 'team' && <TeamDialog onClose={close} />}
    </>
  );
}
