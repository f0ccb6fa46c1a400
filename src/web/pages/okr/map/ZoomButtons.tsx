import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Map.module.css';
import type { Sight } from './useSight.ts';

/** Nearer, farther, all of it: for the hand that is on the mouse. Keys do the same on the tree, which brings to each node. */
export function ZoomButtons({ sight }: { sight: Sight }): ReactNode {
  const button = (label: string, icon: ReactNode, act: () => void) => (
    <button type="button" tabIndex={-1} title={label} onClick={act}>
      {icon}
    </button>
  );
  return (
    <div className={classes.zoom}>
      {button('Nearer (+)', <IconPlus size={15} stroke={1.7} />, () => sight.current?.nearer())}
      {button('Farther (−)', <IconMinus size={15} stroke={1.7} />, () => sight.current?.farther())}
      {button('All of it (0)', <IconMaximize size={15} stroke={1.7} />, () => sight.current?.whole())}
    </div>
  );
}
