import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useReactFlow } from '@xyflow/react';
import type { ReactNode } from 'react';
import classes from './Map.module.css';

/** Nearer, farther, all of it. For the hand that is on the mouse: whoever uses keys or hears the map is brought to each node. */
export function ZoomButtons(): ReactNode {
  const flow = useReactFlow();
  const button = (label: string, icon: ReactNode, act: () => unknown) => (
    <button type="button" tabIndex={-1} title={label} onClick={() => void act()}>
      {icon}
    </button>
  );
  return (
    <div className={classes.zoom}>
      {button('Nearer', <IconPlus size={15} stroke={1.7} />, () => flow.zoomIn())}
      {button('Farther', <IconMinus size={15} stroke={1.7} />, () => flow.zoomOut())}
      {button('All of it', <IconMaximize size={15} stroke={1.7} />, () => flow.fitView({ padding: 0.04 }))}
    </div>
  );
}
