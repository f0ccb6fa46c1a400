import type { KpiRule } from './facts.ts';

/** A KPI that nobody answers for. */
export const noOwner: KpiRule = {
  name: 'no-owner',
  why: 'What everybody watches nobody does anything about.',
  source: 'Parmenter, Key Performance Indicators (2015): tied to a team',
  find({ hasOwner }) {
    return hasOwner
      ? undefined
      : {
          severity: 'problem',
          message: 'Nobody owns it. Who explains a bad value, and may do something about it?',
          repair: 'name an owner',
        };
  },
};
