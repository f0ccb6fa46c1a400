import { hasDate } from './effect.ts';
import type { Goal } from './finding.ts';
import { countedOf, objectOf } from './phrase.ts';
import { isContest } from './state.ts';
import { artefacts, singular } from './words/work.ts';

const dated = /\s+(?:by|in|before|until|this|next)\b.*$|[.!]$/i;
const there =
  /\b(?:online|live|running|off the ground|done|finished|signed|approved|certified|ready|over the line|[a-z]{2,}ed)$/i;
const firsts = /^(?:(?:the|our|my|its) )?(?:very )?first [\w-]+(?: [\w-]+)?$/i;
const staffing =
  /^(?:vacancy|post|role|position|opening|hire|trainee|apprentice|intern|starter|joiner|recruit|rota)$/;
const examined = /^(?:audit|inspection|review|check|test|certification|assessment)$/;

/** Whether places in the team are filled: "Fill 12 open positions", "Onboard the new trainees". */
export function isStaffing(goal: Goal): boolean {
  const { opening } = goal;
  if (!opening || !/^(?:fill|onboard|staff)$/.test(opening.base)) return false;
  return staffing.test(countedOf(goal) ?? objectOf(goal)?.head ?? '');
}

/** Whether an objective is ticked off on the day that it happens: "Treat first patient", "Fill all vacancies", "Get the website online", "First flight by October". */
export function isOnce(goal: Goal): boolean {
  const { opening, text, words } = goal;
  if (!opening) return words[0]?.lower === 'first' && words.length <= 7 && hasDate(goal);
  if (/^(?:finish|complete)$/.test(opening.base) && /^ [a-z]{3,}ing \w/i.test(text.slice(opening.at.to)))
    return !isContest(goal);
  if (/\binto (?:operation|service|production|use)$/i.test(text.replace(dated, ''))) return true;
  const object = objectOf(goal);
  if (!object) return false;
  if (isStaffing(goal)) return true;
  switch (opening.base) {
    case 'pass':
      return examined.test(object.head);
    case 'renew':
      return artefacts.has(object.head) || /^(?:fleet|kit|equipment|machinery|furniture)$/.test(object.head);
    case 'find':
      return /^(?:an?|another) (?:new|second|suitable|better|other) [\w-]+(?: [\w-]+)?$/i.test(
        text.slice(opening.at.to).replace(dated, '').trim(),
      );
    case 'get':
    case 'bring':
      return there.test(text.replace(dated, '')) && words.some(({ lower }) => artefacts.has(singular(lower)));
  }
  const isLast = text.slice(object.words.at(-1)!.at.to).replace(dated, '').trim() === '';
  return opening.kind !== 'attain' && isLast && firsts.test(object.text) && !isContest(goal);
}
