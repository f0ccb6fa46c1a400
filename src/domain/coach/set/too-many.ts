import { advised, type SetRule } from './facts.ts';

/** An objective with a list of everything below it. */
export const tooMany: SetRule = {
  name: 'too-many',
  why: 'What has ten key results has no focus: the easy ones are done, and the one that decides waits.',
  source: 'Doerr, Measure What Matters (2018): three to five; Wodtke, Radical Focus (2016)',
  find({ keyResults: { length } }) {
    return length <= advised.most
      ? undefined
      : {
          severity: 'advice',
          message: `${length} key results are a list of everything. Which ${advised.most} decide it?`,
        };
  },
};
