import { Menu } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { Initiative } from '#contract/initiatives.ts';
import { ConfirmDialog } from '../../../parts/ConfirmDialog.tsx';
import dialog from '../../../parts/Dialog.module.css';
import { glyphs, Mark, type Tone } from '../../../parts/Mark.tsx';
import { useCall } from '../../../query.ts';
import classes from './Initiatives.module.css';

type State = Initiative['state'];

const looks: Record<State, { glyph: ReactNode; tone: Tone; word: string }> = {
  planned: { glyph: glyphs.dashed, tone: 'quiet', word: 'planned' },
  'in progress': { glyph: glyphs.half, tone: 'plain', word: 'in progress' },
  done: { glyph: glyphs.check, tone: 'good', word: 'done' },
  dropped: { glyph: glyphs.dash, tone: 'quiet', word: 'dropped' },
};

/** The state of an initiative as a mark. */
function StateMark({ state }: { state: State }): ReactNode {
  const { glyph, tone, word } = looks[state];
  return (
    <Mark glyph={glyph} tone={tone}>
      {word}
    </Mark>
  );
}

const choices = ['planned', 'in progress', 'done'] as const;

/** The state of an initiative; for those who may, a button that changes it by a choice, or by the keys 1 to 4. */
export function InitiativeState({ initiative }: { initiative: Initiative }): ReactNode {
  const { id, title, state, mayChange } = initiative;
  const [isDropping, setDropping] = useState(false);
  const change = useCall('initiatives.change');
  if (!mayChange) return <StateMark state={state} />;
  const set = (next: (typeof choices)[number]): void => {
    if (next !== state) change.mutate({ initiative: id, state: next });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.metaKey || event.ctrlKey || event.altKey || !/^[1-4]$/.test(event.key)) return;
    event.preventDefault();
    const next = choices[Number(event.key) - 1];
    if (next) set(next);
    else if (state !== 'dropped') setDropping(true);
  };
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <button
            type="button"
            className={classes.state}
            aria-label={`${state}, state of ${title}`}
            aria-keyshortcuts="1 2 3 4"
            disabled={change.isPending}
            onKeyDown={onKey}
          >
            <StateMark state={state} />
          </button>
        </Menu.Target>
        <Menu.Dropdown onKeyDown={onKey}>
          {choices.map((each, index) => (
            <Menu.Item
              key={each}
              onClick={() => set(each)}
              disabled={each === state}
              rightSection={<kbd className={classes.key}>{index + 1}</kbd>}
            >
              <StateMark state={each} />
            </Menu.Item>
          ))}
          <Menu.Item
            onClick={() => setDropping(true)}
            disabled={state === 'dropped'}
            rightSection={<kbd className={classes.key}>4</kbd>}
          >
            <Mark glyph={glyphs.dash} tone="quiet">
              dropped …
            </Mark>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isDropping && (
        <ConfirmDialog
          title="Drop the initiative?"
          operation="initiatives.drop"
          input={{ initiative: id, reason: '' }}
          stale={['keyResults', 'objectives']}
          action="Drop it"
          reason="Why is it dropped?"
          onClose={() => setDropping(false)}
        >
          <p className={dialog.text}>“{title}” stays, with the reason.</p>
        </ConfirmDialog>
      )}
    </>
  );
}
