import type { Goal } from './finding.ts';
import { objectOf, type Phrase } from './phrase.ts';
import { aspiration, bonds, superlative } from './words/nouns.ts';
import { benevolent } from './words/verbs.ts';
import { artefacts, ownWork } from './words/work.ts';

const meant =
  /\b(?:so that|so|that|which|who|whose|where|as|until|without|because|in order to|for everyone|like|enough)\b/i;
const spoken =
  /\b(?:everyone|everybody|they|we|you|nobody|no one|no-one|it(?= (?:can|could|will|would))) (?:never |always |ever |can |could |will |would )?[a-z]{3,}\b/i;
const given = /^ (?:an?|the|with|to|every|each) \w/i;
const subject =
  /^\s+(?:the|our|we|i|they|you|he|she|people|everyone|everybody|nobody|anyone|others|no|every|each|neighbours|children|parents|customers|visitors|nurses|users|families) (?!(?:day|week|month|quarter|year|season|shift|evening|morning|night|time|spring|summer|autumn|winter)\b)[\w-]+/i;
// "Swim across the lake": a feat, finished like a race.
const feat =
  /^(?:to )?(?:swim|cycle|hike|walk|row|sail|climb|ride|ski|paddle|run|kayak|trek) (?:across|around|up|over|through|the (?:length|width|whole)|from \w+ to)\b/i;
const contest =
  /^(?:marathon|triathlon|ironman|race|regatta|rally|title|cup|championship|league|trail|climb|pilgrimage|tournament|medal|trophy)$/;

/** Whether something is won or finished against others, or oneself: there the finish is the result. */
export function isContest(goal: Goal): boolean {
  return (
    /^(?:finish|come|end) (?:first|second|third|ahead|strong|on the podium|in the)\b|\bunbeaten\b/i.test(
      goal.text,
    ) ||
    feat.test(goal.text) ||
    contest.test(objectOf(goal)?.head ?? '')
  );
}

const founding =
  /^(?:rebuild|restore|repair|start|begin|design|plan|write|rewrite|host|renew|rekindle|run|recruit|clean|plant|carry)$/;
const wrought =
  /\b(?!(?:weekly|monthly|daily|hourly|yearly|quarterly|family|only|early|supply|assembly|reply|annually|formally|fully|newly|previously|currently)\b)\w{4,}ly [a-z]+\b|\b\w{3,}(?:ful|less|able|ible|ous|ive|ient)\b/i;

const forGood =
  /\b(?:life|lives|next generation|future|dignity|hope|trust|pride|joy|peace|freedom|heart|soul)\b/i;

/** Whether an objective says what it is for, or paints what will be so: "so that nobody waits", "outstanding". */
export function isMeant({ text }: Goal): boolean {
  return aspiration.test(text) || meant.test(text);
}

/** Whether an objective that begins with work names the state that comes of it: "Rebuild trust", "Offer the fastest repairs". */
export function namesState(goal: Goal): boolean {
  const { opening, text } = goal;
  // "Send every team home talking about us".
  if (/\b(?:home|away|off) [a-z]{2,}ing\b/i.test(text) || isContest(goal)) return true;
  // "Do the Friday run with two fewer vans".
  if (/\bwith (?:\w+ )?(?:fewer|less|half)\b/i.test(text)) return true;
  return (
    isMeant(goal) || superlative.test(text) || spoken.test(text.slice(opening?.at.to ?? 0)) || isState(goal)
  );
}

// "Rebuild trust", "Support families through the winter", "Make the library the living room of the town" name what will be so.
function isState(goal: Goal): boolean {
  const opening = goal.opening!;
  const object = objectOf(goal);
  const isThing = object !== undefined && (artefacts.has(object.head) || ownWork.has(object.head));
  if (opening.base === 'make') return isCausative(goal, object);
  if (opening.base === 'turn') return true;
  if (opening.base === 'put')
    return !/\bput (?:on|up|together|out) \b|\b(?:in place|in(?:to)? (?:operation|service|production|use)|online|live)\b/i.test(
      goal.text,
    );
  // "Offer asylum seekers a first honest conversation", "provide every newborn with a doctor".
  if (
    /^(?:offer|provide|give|show|teach|equip)$/.test(opening.base) &&
    object &&
    given.test(goal.text.slice(object.words.at(-1)!.at.to))
  )
    return true;
  if (object === undefined && /^\s+(?:with|without|like|as|up for)\b/i.test(goal.text.slice(opening.at.to)))
    return true;
  const next = goal.words[object?.end ?? -1]?.lower;
  if (/^(?:finish|complete|win|run)$/.test(opening.base) && isContest(goal)) return true;
  // "A season our drivers look back on": a second subject right behind the thing begins a clause about it.
  const after = object && goal.text.slice(object.words.at(-1)!.at.to);
  if (after && subject.test(after) && !/^\s+(?:the|our|each|every) [\w-]+[.!]?$/i.test(after)) return true;
  // "Open our labs to curious minds".
  if (opening.base === 'open' && next === 'to') return true;
  if (!isThing && next === 'with' && /^(?:start|begin|open|end|go|run)$/.test(opening.base)) return true;
  if (isThing && opening.base !== 'give') return false;
  if (opening.isGuessed || /\bagain\b/i.test(goal.text)) return true;
  if (opening.base === 'stand up' && next === 'for') return true;
  const isOpen = opening.kind === 'make' || benevolent.has(opening.base) || founding.test(opening.base);
  if (isOpen && object && bonds.test(object.text)) return true;
  if (goal.words.length >= 7 && forGood.test(goal.text)) return true;
  if (opening.kind === 'make')
    return (
      /^(?:foster|nurture|cultivate|forge|shape)$/.test(opening.base) || wrought.test(object?.text ?? '')
    );
  if (!benevolent.has(opening.base)) return false;
  // "Introduce the town to opera", and not "introduce tablets in year 7".
  if (opening.base === 'introduce' && next !== 'to') return false;
  // "Support the sales team" ends where the sentence should begin.
  const last = object?.end ?? goal.words.length;
  return last < goal.words.length || (object?.words.length ?? 0) > 3;
}

const predicate =
  /\s(?:the|an?|something|somewhere|part of|one of|so|as|our|more|less|easy|easier|simple|fun|worth|\w{2,}(?:able|ible|ful|less|ous|ive|ient|ant|est))\b/i;

/** Whether something is made into something else, rather than made. */
export function isMade(goal: Goal): boolean {
  return goal.opening?.base === 'make' && isCausative(goal, objectOf(goal));
}

// "Make asking for help the easiest thing", "Make our helpline something nurses praise": what it is made into stands behind what is made.
function isCausative({ opening, text }: Goal, object: Phrase | undefined): boolean {
  if (!object) return false;
  // "Make the annual report" makes a thing, "make the website accessible" changes it.
  const isThing = artefacts.has(object.head) || ownWork.has(object.head);
  if (isThing && /^(?: (?:about|of|on|by|in)\b.*)?[.!]?$/i.test(text.slice(object.words.at(-1)!.at.to)))
    return false;
  const rest = text.slice(opening!.at.to).trim();
  const own = rest.replace(/^(?:the|our|my|your|their|its|all|every|each|an?)\s+/i, '');
  if (predicate.test(own.replace(/^\S+/, ''))) return true;
  return !/^(?:an?|\d+)\b/.test(object.text) && object.words.length > 1;
}
