import { Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { faultOf } from '../refusal.ts';
import classes from './SaveAs.module.css';
import type { Saving } from './SaveAs.tsx';

type Props = { of: string; ways: readonly Saving[]; onClose: () => void };

/** The opened list of formats. */
export function SaveMenu({ of, ways, onClose }: Props): ReactNode {
  return (
    <Menu opened onChange={(isOpen) => !isOpen && onClose()} position="bottom-end" withinPortal>
      <Menu.Target>
        <span className={classes.anchor} />
      </Menu.Target>
      <Menu.Dropdown aria-label={`Save ${of} as`} aria-labelledby={undefined}>
        {ways.map((way) => (
          <Menu.Item
            key={way.label}
            onClick={() => void run(way)}
            rightSection={way.what && <small className={classes.what}>{way.what}</small>}
          >
            {way.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

async function run({ label, save }: Saving): Promise<void> {
  try {
    await save();
  } catch (error) {
    const { code, message } = faultOf(error);
    const why = code === 'bug' && error instanceof Error ? error.message : message;
    notifications.show({ color: 'red', title: `It could not be saved as ${label}`, message: why });
  }
}
