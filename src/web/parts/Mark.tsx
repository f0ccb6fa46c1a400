import type { ReactNode } from 'react';
import { type Glyph, glyphLines } from './glyphs.ts';
import classes from './Mark.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'quiet' | 'plain';

function drawn(name: Glyph): ReactNode {
  return glyphLines[name].map(([stroke, line]) => <path key={line} className={classes[stroke]} d={line} />);
}

/** The shapes that stand beside words, drawn. */
export const glyphs = Object.fromEntries(
  Object.keys(glyphLines).map((name) => [name, drawn(name as Glyph)]),
) as Record<Glyph, ReactNode>;

type Props = {
  glyph: ReactNode;
  tone: Tone;
  /** The word; with `isTight` it is only read aloud and shown on hover. */
  children: string;
  isTight?: boolean | undefined;
  glyphWidth?: number;
};

/** A shape, a word and a tone: how every judgement of the product looks. */
export function Mark({ glyph, tone, children, isTight = false, glyphWidth = 14 }: Props): ReactNode {
  return (
    <span className={`${classes.mark} ${classes[tone]}`} {...(isTight && { title: children })}>
      <svg width={glyphWidth * 0.93} height={13} viewBox={`0 0 ${glyphWidth} 14`} aria-hidden="true">
        {glyph}
      </svg>
      <span className={isTight ? 'unseen' : classes.word}>{children}</span>
    </span>
  );
}
