import { ambitionWord } from '#domain/okr/ambition.ts';
import type { SetRule } from './facts.ts';

/** Key results that all keep what is there, or would all come by themselves. */
export const notAmbitious: SetRule = {
  name: 'not-ambitious',
  why: 'An objective whose key results would be reached anyway takes the place of one that would change something.',
  source: 'Locke and Latham, "Building a practically useful theory of goal setting" (2002); PRODUCT 4.6',
  find({ keyResults }) {
    if (keyResults.length === 0) return undefined;
    if (keyResults.every(({ isKept }) => isKept))
      return {
        severity: 'advice',
        message: 'All of them keep what is there. What would be different at the end?',
      };
    const isFree = ({ odds }: { odds?: number | undefined }) =>
      odds !== undefined && ambitionWord(odds) === 'comes by itself';
    if (keyResults.every((each) => each.isKept || isFree(each)))
      return {
        severity: 'advice',
        message: 'All of them would come by themselves. Which one would take a change?',
      };
    return undefined;
  },
};
