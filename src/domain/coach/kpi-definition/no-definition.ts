import type { KpiRule } from './facts.ts';

/** A KPI of which it is not said how it is counted, or only by its name again. */
export const noDefinition: KpiRule = {
  name: 'no-definition',
  why: 'Without a definition two people count two things, and the trend shows who counted rather than what happened.',
  source:
    'Deming, Out of the Crisis (1986), on operational definitions; Neely et al., the performance measure record sheet (1997)',
  find({ name, definition }) {
    const text = definition?.trim() ?? '';
    const isName = plain(text) === plain(name);
    if (text !== '' && !isName) return undefined;
    return {
      severity: 'problem',
      message:
        isName && text !== ''
          ? 'The definition repeats the name. Say what is counted, over what, when, and what is left out.'
          : 'It is not said how it is counted: what over what, when, and what is left out.',
      repair: 'write the definition',
    };
  },
};

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
