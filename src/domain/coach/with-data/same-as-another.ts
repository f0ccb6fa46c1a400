import type { DataRule } from './facts.ts';

/** A goal that somebody else in the organisation has in nearly the same words. */
export const sameAsAnother: DataRule = {
  name: 'same-as-another',
  why: 'Two teams with one goal either do the work twice or each wait for the other. Share it, or say how they differ.',
  source: 'Wodtke, Radical Focus (2016); PRODUCT 5: with data',
  find({ alike }) {
    const other = alike?.[0];
    if (!other) return undefined;
    const { id, text, of } = other.item;
    return {
      severity: 'advice',
      message: `It says nearly the same as "${text}"${of ? ` (${of})` : ''}. Is it one goal to share, or where do they differ?`,
      repair: 'open the other one',
      value: { other: id },
    };
  },
};
