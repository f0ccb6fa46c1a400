import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './GuideLink.module.css';

/** "KPI or OKR?": leads to the guide, wherever the question arises; `sentence` is asked there. */
export function GuideLink({ sentence, children }: { sentence?: string; children?: string }): ReactNode {
  return (
    <Link
      to="/guide"
      className={`${classes.link} no-print`}
      {...(sentence?.trim() && { search: { sentence: sentence.trim() } as never })}
    >
      {children ?? 'KPI or OKR?'}
    </Link>
  );
}
