import { Popover } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './Why.module.css';
import type { Reasons } from './Why.tsx';

/** The opened answer to "why this number?". */
export function WhyCard({
  title,
  formula,
  inputs,
  rule,
  so,
  onClose,
}: Reasons & { onClose: () => void }): ReactNode {
  const id = useId();
  return (
    <Popover
      opened
      onChange={(isOpen) => !isOpen && onClose()}
      withRoles={false}
      trapFocus
      position="bottom-start"
      width={320}
      shadow="md"
    >
      <Popover.Target>
        <span className={classes.anchor} />
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-labelledby={id}
        className={classes.card}
        onClick={(event) => event.stopPropagation()}
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a dialog without a control still has to take the focus */}
        <div data-autofocus tabIndex={0} className={classes.body}>
          <h3 id={id}>{title}</h3>
          {formula && <p className={classes.formula}>{formula}</p>}
          {inputs && inputs.length > 0 && (
            <dl>
              {inputs.map(({ name, value }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          )}
          {rule && <p>{rule}</p>}
          {so && <p className={classes.so}>{so}</p>}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
