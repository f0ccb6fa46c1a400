import { type Goal, type Rule, whole } from '../finding.ts';
import { objectOf, type Phrase } from '../phrase.ts';
import { aspiration, bonds, superlative } from '../words/nouns.ts';
import { benevolent } from '../words/verbs.ts';
import { artefacts, ownWork, papers, singular } from '../words/work.ts';

const meant =
  /\b(?:so that|so|that|which|who|whose|where|as|until|without|because|in order to|for everyone|like|enough)\b/i;
const spoken =
  /\b(?:everyone|everybody|they|we|you|nobody|no one|no-one) (?:never |always |ever |can |could |will |would )?[a-z]{3,}\b/i;
const founding =
  /^(?:rebuild|restore|repair|start|begin|design|plan|write|rewrite|host|renew|rekindle|run|recruit|clean|plant|carry)$/;
const wrought =
  /\b(?!(?:weekly|monthly|daily|hourly|yearly|quarterly|family|only|early|supply|assembly|reply|annually|formally|fully|newly|previously|currently)\b)\w{4,}ly [a-z]+\b|\b\w{3,}(?:ful|less|able|ible|ous|ive|ient)\b/i;

const moves =
  /^(?:move|switch|migrate|relocate|transition|change) (?:\w+ ){0,3}?(?:to|onto|into) ((?:[\w-]+ )*?)([\w-]+)[.!]?$/i;

/** An objective that is a piece of work rather than the state that it should bring about. */
export const task: Rule = {
  name: 'task',
  of: ['objective'],
  why: 'A task can be ticked off and leave everything as it was. An objective says what will be true for somebody afterwards.',
  source: 'Wodtke, Radical Focus (2016); Doerr, Measure What Matters (2018)',
  find(goal) {
    const { opening, text, quantities } = goal;
    const moved = moves.exec(text)?.[2];
    if (
      moved !== undefined &&
      (artefacts.has(singular(moved.toLowerCase())) || /^\p{Lu}/u.test(moved)) &&
      !aspiration.test(text) &&
      !meant.test(text)
    )
      return {
        severity: 'problem',
        at: whole(goal),
        message: 'To move there is work. What will be true for whom when it is done?',
        repair: 'make it an initiative',
      };
    if (/^go(?:ing)? live\b/i.test(text))
      return {
        severity: 'problem',
        at: { from: 0, to: 7 },
        message: 'To be live is work done. What will be true for whom from then on?',
        repair: 'make it an initiative',
      };
    const version = quantities.find(({ role }) => role === 'version');
    if (
      opening &&
      opening.kind !== 'keep' &&
      version &&
      !aspiration.test(text) &&
      !meant.test(text) &&
      !isMade(goal)
    )
      return {
        severity: 'problem',
        at: version.at,
        message: 'A version is there or not, and says nothing of what is better for whom.',
        repair: 'make it an initiative',
      };
    const renewed =
      opening && /^(?:renew|sign|extend|close|file|buy|get|obtain|secure)$/.test(opening.base)
        ? objectOf(goal)
        : undefined;
    if (renewed && papers.test(renewed.head) && renewed.words.length <= 4 && !meant.test(text))
      return {
        severity: 'problem',
        at: opening!.at,
        message: `The ${renewed.head} is there or not. What will be true for whom when it is?`,
        repair: 'make it an initiative',
      };
    if (isBareThing(goal))
      return {
        severity: 'problem',
        at: whole(goal),
        message: 'It names a thing or a piece of work. What will be true for whom when it is there?',
        repair: 'make it an initiative',
      };
    if (!opening || !['do', 'watch', 'make'].includes(opening.kind)) return undefined;
    if (
      aspiration.test(text) ||
      superlative.test(text) ||
      meant.test(text) ||
      spoken.test(text.slice(opening.at.to)) ||
      isState(goal)
    )
      return undefined;
    return {
      severity: 'problem',
      at: opening.at,
      message: `"${text.slice(opening.at.from, opening.at.to)}" is work. What will be true for whom when it is done?`,
      repair: 'make it an initiative',
    };
  },
};

// "Rebuild trust", "Support families through the winter", "Make the library the living room of the town" name what will be so.
function isState(goal: Goal): boolean {
  const opening = goal.opening!;
  const object = objectOf(goal);
  const isThing = object !== undefined && (artefacts.has(object.head) || ownWork.has(object.head));
  if (opening.base === 'make') return isCausative(goal, object);
  if (object === undefined && /^\s+(?:with|without|like|as)\b/i.test(goal.text.slice(opening.at.to)))
    return true;
  const next = goal.words[object?.end ?? -1]?.lower;
  // "A season our drivers look back on": a second subject right behind the thing begins a clause about it.
  if (
    object &&
    object.words.length > 1 &&
    /^(?:our|we|they|people|you|everyone|everybody|nobody|no|anyone|others|neighbours|children|parents|customers|visitors|nurses|users|families)$/.test(
      next ?? '',
    )
  )
    return true;
  // "Open our labs to curious minds".
  if (opening.base === 'open' && next === 'to') return true;
  if (!isThing && next === 'with' && /^(?:start|begin|open|end|go|run)$/.test(opening.base)) return true;
  if (isThing && opening.base !== 'give') return false;
  if (opening.isGuessed) return true;
  const isOpen = opening.kind === 'make' || benevolent.has(opening.base) || founding.test(opening.base);
  if (isOpen && object && bonds.test(object.text)) return true;
  if (goal.words.length >= 7 && forGood.test(goal.text)) return true;
  if (opening.kind === 'make')
    return (
      /^(?:foster|nurture|cultivate|forge|shape)$/.test(opening.base) || wrought.test(object?.text ?? '')
    );
  if (!benevolent.has(opening.base)) return false;
  // "Support the sales team" ends where the sentence should begin.
  const last = object?.end ?? goal.words.length;
  return last < goal.words.length || (object?.words.length ?? 0) > 3;
}

const predicate =
  /\s(?:the|an?|something|somewhere|part of|one of|so|as|our|more|less|easy|easier|simple|fun|worth|\w{2,}(?:able|ible|ful|less|ous|ive|ient|ant|est))\b/i;

// "Make asking for help the easiest thing", "Make our helpline something nurses praise": what it is made into stands behind what is made.
function isMade(goal: Goal): boolean {
  return goal.opening?.base === 'make' && isCausative(goal, objectOf(goal));
}

function isCausative({ opening, text }: Goal, object: Phrase | undefined): boolean {
  if (!object) return false;
  const rest = text.slice(opening!.at.to).trim();
  const own = rest.replace(/^(?:the|our|my|your|their|its|all|every|each|an?)\s+/i, '');
  if (predicate.test(own.replace(/^\S+/, ''))) return true;
  return !/^(?:an?|\d+)\b/.test(object.text) && object.words.length > 1;
}

const forGood =
  /\b(?:life|lives|next generation|future|dignity|hope|trust|pride|joy|peace|freedom|heart|soul)\b/i;
const works =
  /(?:^|[\s-])(?:roll-?out|launch|relaunch|migration|introduction|implementation|certification|relocation|redesign|branding|refurbishment|renovation|installation|integration|deployment|upgrade|update|training|recruitment|audit|rebranding|restructuring|digiti[sz]ation|automation|replacement|expansion|move|purchase|set-?up|go-live|release|preparation|completion|review|analysis|survey|conference|workshop|campaign)$/i;

// "ISO 9001", "New website", "CRM roll-out": no verb, and nothing that would be so.
function isBareThing({ opening, verbs, words, text, quantities, amounts }: Goal): boolean {
  // An article in the midst follows a verb, known or not.
  if (words.slice(1).some(({ lower }) => /^(?:the|an?|our)$/.test(lower))) return false;
  const bare = text.replace(
    /\s+(?:for|in|of) (?:the |this |next )?(?:spring|summer|autumn|fall|winter|year|quarter|season|q[1-4]|20\d\d)[.!]?$/i,
    '',
  );
  if (bare !== text && works.test(bare)) return true;
  if (opening || words.length > 5 || amounts.length > 0 || aspiration.test(text) || meant.test(text))
    return false;
  if (verbs.some(({ kind, word }) => word > 0 && word < words.length - 1 && !['do', 'make'].includes(kind)))
    return false;
  if (/\b(?:for|to|in which|where|with|of)\b/i.test(text) && !works.test(text)) return false;
  const last = words.findLast(({ lower }) => !/^\d/.test(lower))?.lower ?? '';
  const isName = quantities.some(({ role }) => role === 'name' || role === 'version') && words.length <= 3;
  return isName || artefacts.has(singular(last)) || works.test(text.replace(/[.!]$/, ''));
}
