import type { SetRule } from './facts.ts';

/** Key results that are all work to be done. */
export const allOutputs: SetRule = {
  name: 'all-outputs',
  why: 'A list of deliveries is a project plan. Nothing in it would show that the work was the wrong work.',
  source: 'Seiden, Outcomes over Output (2019)',
  find({ keyResults }) {
    return keyResults.length > 0 && keyResults.every(({ isWork }) => isWork)
      ? {
          severity: 'advice',
          message: 'All of them are work. All could be done and the objective be missed.',
        }
      : undefined;
  },
};
