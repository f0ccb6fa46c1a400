import type { ReactNode } from 'react';
import classes from './NoteText.module.css';

/** What a person wrote, with its line breaks and nothing interpreted. */
export function NoteText({ children }: { children: string | null | undefined }): ReactNode {
  if (!children?.trim()) return null;
  return <p className={classes.note}>{children}</p>;
}
