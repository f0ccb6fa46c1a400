import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Strategy } from '#contract/strategy.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import dialog from '../../parts/Dialog.module.css';
import { useCall } from '../../query.ts';
import { counted } from './counted.ts';
import { PillarDialog } from './PillarDialog.tsx';

type Props = {
  pillar: Strategy['pillars'][number];
  /** All pillars in their order. */
  ids: readonly string[];
};

const stale = ['pillars', 'strategy', 'kpis', 'objectives', 'fitness'];

/** What an admin can do with a pillar. */
export function PillarMenu({ pillar, ids }: Props): ReactNode {
  const [asked, ask] = useState<'change' | 'remove' | undefined>();
  const order = useCall('pillars.order', { stale: ['strategy'] });
  const { id, name } = pillar;
  const at = ids.indexOf(id);
  const move = (by: -1 | 1): void => {
    const next = ids.filter((each) => each !== id);
    order.mutate({ pillars: next.toSpliced(at + by, 0, id) });
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            px={6}
            className="no-print"
            aria-label={`More for ${name}`}
          >
            <IconDots size={16} stroke={1.6} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => ask('change')}>Rename or describe …</Menu.Item>
          <Menu.Item disabled={at === 0} onClick={() => move(-1)}>
            Move up
          </Menu.Item>
          <Menu.Item disabled={at === ids.length - 1} onClick={() => move(1)}>
            Move down
          </Menu.Item>
          <Menu.Item onClick={() => ask('remove')}>Remove …</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked === 'change' && <PillarDialog pillar={pillar} onClose={() => ask(undefined)} />}
      {asked === 'remove' && (
        <ConfirmDialog
          title="Remove the pillar?"
          operation="pillars.remove"
          input={{ pillar: id, clear: true }}
          stale={stale}
          action="Remove it"
          isGrave
          onClose={() => ask(undefined)}
        >
          <p className={dialog.text}>
            “{name}” is taken from the strategy. {what(pillar)} Closed cycles keep it as they were.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}

function what({ statuses, healths }: Props['pillar']): string {
  const [kpis, objectives] = [statuses, healths].map((counts) =>
    Object.values(counts).reduce((total, count) => total + count, 0),
  ) as [number, number];
  if (kpis + objectives === 0) return 'No KPI and no present objective carries it.';
  return `${counted(kpis, objectives)} will carry no pillar.`;
}
