import type { ReactNode } from 'react';
import classes from './Cards.module.css';

/**
 * Where the links of a card begin and end, as the library looks for them. Its own component also draws links by hand, and asks the store for
 * that at every movement: with hundreds of cards the page would stutter.
 */
export function Ends(): ReactNode {
  return (
    <>
      <span className={`target ${classes.end} ${classes.left}`} data-handlepos="left" />
      <span className={`source ${classes.end} ${classes.right}`} data-handlepos="right" />
    </>
  );
}
