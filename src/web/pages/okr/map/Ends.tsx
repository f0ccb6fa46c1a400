import { Handle, Position } from '@xyflow/react';
import type { ReactNode } from 'react';
import classes from './Cards.module.css';

/** Where the links of a card begin and end; nobody draws a link here, so they are not seen. */
export function Ends(): ReactNode {
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} className={classes.end ?? ''} />
      <Handle type="source" position={Position.Right} isConnectable={false} className={classes.end ?? ''} />
    </>
  );
}
