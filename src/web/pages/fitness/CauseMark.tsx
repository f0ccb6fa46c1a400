import type { ReactNode } from 'react';
import type { Cause, Verdict } from '#domain/fitness/cause.ts';
import { glyphs, Mark, type Tone } from '../../parts/Mark.tsx';
import { causeWords } from './fitness-words.ts';

const looks: Record<Verdict, { glyph: ReactNode; tone: Tone }> = {
  fit: { glyph: glyphs.check, tone: 'good' },
  'to mend': { glyph: glyphs.warning, tone: 'warn' },
  'cannot say yet': { glyph: glyphs.dashed, tone: 'quiet' },
};

/** One of the five causes with its verdict as a shape; whoever does not see it hears the verdict. */
export function CauseMark({ cause, verdict }: { cause: Cause; verdict: Verdict }): ReactNode {
  const { glyph, tone } = looks[verdict];
  return (
    <>
      <Mark glyph={glyph} tone={tone}>
        {causeWords[cause].name}
      </Mark>
      <span className="unseen">: {verdict}</span>
    </>
  );
}

/** A cause that is to mend, in a list of nothing else. */
export function WrongMark({ cause }: { cause: Cause }): ReactNode {
  const { wrong } = causeWords[cause];
  const { glyph, tone } = looks['to mend'];
  return (
    <Mark glyph={glyph} tone={tone}>
      {`${wrong.charAt(0).toUpperCase()}${wrong.slice(1)}`}
    </Mark>
  );
}
