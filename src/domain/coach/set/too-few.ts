import { advised, type SetRule } from './facts.ts';

/** An objective that nothing, or one number only, would tell to be reached. */
export const tooFew: SetRule = {
  name: 'too-few',
  why: 'One number can be reached at the cost of everything beside it; two that pull against each other cannot.',
  source:
    'Grove, High Output Management (1983): paired indicators; Wodtke, Radical Focus (2016): three key results',
  find({ keyResults: { length } }) {
    if (length >= advised.fewest) return undefined;
    return length === 0
      ? { severity: 'problem', message: 'It has no key result: nobody would know when it is reached.' }
      : {
          severity: 'advice',
          message: 'One key result can be reached by neglecting the rest: add one that would suffer.',
        };
  },
};
