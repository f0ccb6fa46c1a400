import { ambitionWord } from '#domain/okr/ambition.ts';
import type { DataRule } from './facts.ts';
import { rounded, said } from './said.ts';

/** A target that the process as it is reaches less than once in a hundred, with no word of what will be different. */
export const notCredibleByOdds: DataRule = {
  name: 'not-credible',
  why: 'A goal that nobody believes in moves nobody. A stretch is a one in ten chance; beyond one in a hundred something has to become different, and that has to be said.',
  source: 'Locke and Latham, "Building a practically useful theory of goal setting" (2002); PRODUCT 4.6',
  find(facts) {
    const { odds, hasReason, calibrated } = facts;
    if (odds === undefined || hasReason || ambitionWord(odds) !== 'not credible') return undefined;
    return {
      severity: 'problem',
      message: `The process as it is reaches this less than once in a hundred. Say what will be different${
        calibrated
          ? `, or aim for the stretch of ${said(facts, calibrated.stretch)}`
          : ', or choose a nearer target'
      }.`,
      ...(calibrated && {
        repair: 'take the stretch as target',
        value: { target: rounded(facts, calibrated.stretch) },
      }),
    };
  },
};
