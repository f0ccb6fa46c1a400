import { type ReactNode, useEffect } from 'react';
import { Brand } from '../shell/Brand.tsx';
import { SchemeButton } from '../shell/SchemeButton.tsx';
import classes from './OutsideLayout.module.css';

type Props = {
  title: string;
  /** One or two sentences below the title. */
  lead?: ReactNode;
  children?: ReactNode;
  /** Below the form: a link to the other way in. */
  foot?: ReactNode;
};

/** The frame of the pages before the door: sign-in, first visit, invitation. */
export function OutsideLayout({ title, lead, children, foot }: Props): ReactNode {
  useEffect(() => {
    document.title = `${title} · Tandem`;
  }, [title]);
  return (
    <div className={classes.outside}>
      <header>
        <Brand />
        <SchemeButton className={classes.scheme} />
      </header>
      <main className={classes.main}>
        <h1>{title}</h1>
        {lead && <p className={classes.lead}>{lead}</p>}
        {children}
        {foot && <footer className={classes.foot}>{foot}</footer>}
      </main>
    </div>
  );
}
