import type { UseCases } from '#app/act.ts';
import { Refused } from '#contract/refused.ts';
import { classify } from '#domain/coach/classify.ts';
import { findingsOf } from './coach-check.ts';
import { reportOf } from './coach-report.ts';
import { setAside, takeUp } from './coach-set-asides.ts';

export const coach: UseCases<'coach'> = {
  check: async (act, question) => ({ findings: await findingsOf(act, question) }),

  report: reportOf,

  setAside: (act, input) =>
    setAside(act, input, async () => {
      const { kind, subject } = input;
      if (kind === 'team' || kind === 'person' || kind === 'organisation')
        throw new Refused('invalid', 'Say what it is about: coach.report tells it for each line.', 'about');
      return findingsOf(act, { kind, subject });
    }),

  takeUp,

  classify: async (_act, { text }) => classify(text),
};
