import { advised, type SetRule } from './facts.ts';

const usual = { objectives: 5, keyResults: 2 * advised.most };

/** An owner who carries more goals than can be led in one cycle. */
export const tooManyForOwner: SetRule = {
  name: 'too-many-for-owner',
  why: 'Who owns everything checks in on nothing: attention is what a cycle is short of.',
  source: 'Doerr, Measure What Matters (2018): three to five objectives; PRODUCT 4.2',
  find({ owner }) {
    if (!owner) return undefined;
    const { name, objectives, keyResults, most = usual } = owner;
    const over = [
      ...(objectives > most.objectives
        ? [`${objectives} objectives (${most.objectives} are advised at most)`]
        : []),
      ...(keyResults > most.keyResults ? [`${keyResults} key results (${most.keyResults} at most)`] : []),
    ];
    if (over.length === 0) return undefined;
    return {
      severity: 'advice',
      message: `${name} carries ${over.join(' and ')} in this cycle. Hand some on, or drop the ones that can wait.`,
    };
  },
};
