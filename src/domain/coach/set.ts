import type { Finding } from './finding.ts';
import type { Reading } from './read.ts';

const fewest = 2;
const most = 5;

/** What the key results of one objective are together; `activities` is how many of them are work. */
export function checkSet(keyResults: readonly Reading[], activities: number): Finding[] {
  const count = keyResults.length;
  const at = { from: 0, to: 0 };
  const found: Finding[] = [];
  if (count < fewest)
    found.push({
      ...{ rule: 'too-few', severity: count === 0 ? 'problem' : 'advice', at },
      message:
        count === 0
          ? 'It has no key result: nobody would know when it is reached.'
          : 'One key result can be reached by neglecting the rest: add one that would suffer.',
    });
  if (count > most)
    found.push({
      ...{ rule: 'too-many', severity: 'advice', at },
      message: `${count} key results are a list of everything. Which ${most} decide it?`,
    });
  if (count > 0 && activities === count)
    found.push({
      ...{ rule: 'all-outputs', severity: 'advice', at },
      message: 'All of them are work. All could be done and the objective be missed.',
    });
  const kept = keyResults.filter(({ opening }) => opening?.kind === 'keep').length;
  if (count > 0 && kept === count)
    found.push({
      ...{ rule: 'not-ambitious', severity: 'advice', at },
      message: 'All of them keep what is there. What would be different at the end?',
    });
  return found;
}
