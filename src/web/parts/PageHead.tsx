import { type ReactNode, useEffect } from 'react';
import classes from './PageHead.module.css';

type Props = {
  title: string;
  /** Where this lies, above the title: links from outer to inner. */
  above?: ReactNode;
  /** One quiet line below the title. */
  children?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
};

/** The head of a page: the only h1, and the title of the browser's tab. */
export function PageHead({ title, above, children, actions }: Props): ReactNode {
  useEffect(() => {
    document.title = `${title} · Tandem`;
  }, [title]);
  return (
    <header className={classes.head}>
      <div className={classes.words}>
        {above && <div className={classes.above}>{above}</div>}
        <h1>{title}</h1>
        {children && <div className={classes.below}>{children}</div>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}
