import { Button } from '@mantine/core';
import { type ComponentProps, type ReactNode, useState } from 'react';
import type { CoachedFinding } from '#contract/coach.ts';
import { Why } from '../../parts/Why.tsx';
import classes from './FindingList.module.css';
import type { FindingList } from './FindingList.tsx';
import { SetAsideEntry } from './SetAsideEntry.tsx';

type Props = Omit<ComponentProps<typeof FindingList>, 'findings' | 'label' | 'error'> & {
  finding: CoachedFinding;
};

/** One open finding. */
export function FindingItem(props: Props): ReactNode {
  const { finding, mendOf, asking, onSetAside, onActive, onShow } = props;
  const { rule, severity, message, quote, why, source } = finding;
  const [isSettingAside, setSettingAside] = useState(false);
  const mend = mendOf?.(finding);
  const act = () => onActive?.(rule);
  const rest = () => onActive?.(undefined);
  return (
    <li data-severity={severity} onPointerEnter={act} onPointerLeave={rest} onFocus={act} onBlur={rest}>
      <span className={classes.severity}>{severity === 'problem' ? 'Problem' : 'Advice'}</span>
      <div className={classes.said}>
        <p>
          {message} {quote && !message.includes(quote) && <Quote finding={finding} onShow={onShow} />}{' '}
          <Why title={rule} rule={why} so={source} />
        </p>
        <div className={classes.ways}>
          {mend && (
            <Button size="compact-xs" variant="default" onClick={mend.run}>
              {mend.label}
            </Button>
          )}
          {onSetAside && !isSettingAside && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setSettingAside(true)}>
              Set aside …
            </Button>
          )}
        </div>
        {asking?.(finding)}
        {isSettingAside && (
          <SetAsideEntry
            onDone={(reason) => {
              setSettingAside(false);
              if (reason) onSetAside?.(finding, reason);
            }}
          />
        )}
      </div>
    </li>
  );
}

function Quote({ finding, onShow }: Pick<Props, 'finding' | 'onShow'>): ReactNode {
  if (!onShow) return <q>{finding.quote}</q>;
  return (
    <button type="button" className={classes.quote} onClick={() => onShow(finding)} title="Go to these words">
      <q>{finding.quote}</q>
    </button>
  );
}
