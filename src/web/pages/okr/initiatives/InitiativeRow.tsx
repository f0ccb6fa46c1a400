import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { Initiative } from '#contract/initiatives.ts';
import { isOpen } from '#domain/initiative/state.ts';
import { ConfirmDialog } from '../../../parts/ConfirmDialog.tsx';
import dialog from '../../../parts/Dialog.module.css';
import { shortDay } from '../../../parts/dates.ts';
import type { Names } from '../../../parts/useNames.ts';
import { useCall } from '../../../query.ts';
import { InitiativeDialog } from './InitiativeDialog.tsx';
import { InitiativeState } from './InitiativeState.tsx';
import classes from './Initiatives.module.css';
import { IssueLine } from './IssueLine.tsx';

type Props = {
  initiative: Initiative;
  names: Names;
  today: string;
  /** Moves it before or after its neighbour; absent where there is none. */
  onMove?: ((by: -1 | 1) => void) | undefined;
  /** Where it belongs, in a list of one person's own: there nobody is named. */
  place?: ReactNode;
};

/** One initiative on a line: state, title, owner, due day, and below it its issue. */
export function InitiativeRow({ initiative, names, today, onMove, place }: Props): ReactNode {
  const { title, state, owner, due, dropReason, note } = initiative;
  const [asked, ask] = useState<'edit' | 'remove' | undefined>();
  const close = () => ask(undefined);
  const isLate = due !== null && due < today && isOpen(state);
  const onKey = (event: KeyboardEvent): void => {
    if (!event.altKey || !onMove || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li className={classes.row} data-state={state} onKeyDown={onKey}>
      <InitiativeState initiative={initiative} />
      <div className={classes.what}>
        {initiative.mayChange ? (
          <button type="button" className={classes.title} onClick={() => ask('edit')}>
            {title}
            <span className="unseen">, change it</span>
          </button>
        ) : (
          <span>{title}</span>
        )}
        {place}
        {dropReason && <p className={classes.quiet}>{dropReason}</p>}
        {note && <p className={classes.quiet}>{note}</p>}
        <IssueLine initiative={initiative} />
      </div>
      {!place && (
        <span className={classes.owner}>{names.isMe(owner) ? 'you' : (names.person(owner) ?? 'nobody')}</span>
      )}
      <span className={`${classes.due} ${isLate ? classes.late : ''}`}>
        {due && <time dateTime={due}>{isLate ? `late, ${shortDay(due)}` : shortDay(due)}</time>}
      </span>
      {initiative.mayChange && <More initiative={initiative} onMove={onMove} onAsk={ask} />}
      {asked === 'edit' && <InitiativeDialog initiative={initiative} onClose={close} />}
      {asked === 'remove' && (
        <ConfirmDialog
          title="Remove the initiative?"
          operation="initiatives.remove"
          input={{ initiative: initiative.id }}
          stale={['keyResults', 'objectives']}
          action="Remove it"
          isGrave
          onClose={close}
        >
          <p className={dialog.text}>
            “{title}” goes, as if it had never been written. What was begun and given up is better dropped,
            with the reason.
          </p>
        </ConfirmDialog>
      )}
    </li>
  );
}

type MoreProps = Pick<Props, 'initiative' | 'onMove'> & { onAsk: (what: 'edit' | 'remove') => void };

function More({ initiative, onMove, onAsk }: MoreProps): ReactNode {
  const sync = useCall('initiatives.sync');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={classes.more} aria-label={`More for ${initiative.title}`}>
          <IconDots size={15} stroke={1.6} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onAsk('edit')}>Change …</Menu.Item>
        {initiative.link?.synchronised === 'yes' && (
          <Menu.Item onClick={() => sync.mutate({ initiative: initiative.id })}>
            Ask the tracker now
          </Menu.Item>
        )}
        {onMove && (
          <>
            <Menu.Item onClick={() => onMove(-1)} rightSection={<kbd className={classes.key}>Alt ↑</kbd>}>
              Move up
            </Menu.Item>
            <Menu.Item onClick={() => onMove(1)} rightSection={<kbd className={classes.key}>Alt ↓</kbd>}>
              Move down
            </Menu.Item>
          </>
        )}
        <Menu.Item onClick={() => onAsk('remove')}>Remove …</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
