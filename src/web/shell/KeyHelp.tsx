import { Kbd, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './KeyHelp.module.css';
import { besidePlaces, places } from './places.ts';
import { mod } from './SideNav.tsx';

const everywhere: [keys: string[], what: string][] = [
  [[`${mod}K`], 'Search and commands'],
  [['/'], 'Search'],
  [['?'], 'This list'],
];
const tables: [keys: string[], what: string][] = [
  [['j'], 'Next row'],
  [['k'], 'Row before'],
  [['↓', '↑'], 'From a row: next, before'],
  [['Home', 'End'], 'From a row: first, last'],
  [['Enter'], 'Open the row'],
  [['v'], 'Saved views of the page'],
  [['←', '→'], 'Walk along a chart'],
  [['Esc'], 'Leave a dialog or a "why"'],
];

/** The list of keyboard shortcuts. */
export function KeyHelp({ onClose }: { onClose: () => void }): ReactNode {
  const going = [...places.flat(), ...besidePlaces].map(({ key, label }): [string[], string] => [
    ['g', key],
    label,
  ]);
  return (
    <Modal opened onClose={onClose} title="Keyboard" closeButtonProps={{ 'aria-label': 'Close' }} size="lg">
      <div className={classes.columns}>
        <Keys title="Go to" rows={going} />
        <div>
          <Keys title="Everywhere" rows={everywhere} />
          <Keys title="Tables and charts" rows={tables} />
        </div>
      </div>
    </Modal>
  );
}

function Keys({ title, rows }: { title: string; rows: [string[], string][] }): ReactNode {
  return (
    <section className={classes.section}>
      <h3>{title}</h3>
      <dl>
        {rows.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
