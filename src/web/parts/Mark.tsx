import type { ReactNode } from 'react';
import classes from './Mark.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'quiet' | 'plain';

/** The shapes that stand beside words; each differs in outline, so that colour never speaks alone. */
export const glyphs = {
  check: <path className={classes.stroke} d="M2.5 7.5 L5.8 10.8 L11.5 3.8" />,
  cross: (
    <>
      <path className={classes.fill} d="M4.4 .8h5.2l3.6 3.6v5.2l-3.6 3.6H4.4L.8 9.6V4.4Z" />
      <path className={classes.cut} d="M4.6 4.6l4.8 4.8M9.4 4.6l-4.8 4.8" />
    </>
  ),
  warning: (
    <>
      <path className={classes.fill} d="M7 1.2 L13.4 12.6 H.6Z" />
      <path className={classes.cut} d="M7 5.2v3.6M7 10.6v.2" />
    </>
  ),
  clock: (
    <path
      className={classes.stroke}
      d="M7 1.2a5.8 5.8 0 1 1 0 11.6 5.8 5.8 0 0 1 0-11.6ZM7 3.8V7.2l2.4 1.6"
    />
  ),
  dashed: <circle className={classes.dashed} cx="7" cy="7" r="5.4" />,
  dash: <path className={classes.stroke} d="M3 7h8" />,
  half: (
    <>
      <circle className={classes.stroke} cx="7" cy="7" r="5.4" />
      <path className={classes.fill} d="M7 1.6a5.4 5.4 0 0 0 0 10.8Z" />
    </>
  ),
  diamond: <path className={classes.fill} d="M7 1 L13 7 L7 13 L1 7Z" />,
  square: <path className={classes.fill} d="M2.2 2.2h9.6v9.6H2.2Z" />,
  triangle: <path className={classes.fill} d="M7 1.8 L12.8 12 H1.2Z" />,
} as const;

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
