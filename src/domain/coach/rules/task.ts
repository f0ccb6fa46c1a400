import { type Finding, type Goal, type Rule, whole } from '../finding.ts';
import { isOnce } from '../once.ts';
import { objectOf } from '../phrase.ts';
import { isMade, isMeant, namesState } from '../state.ts';
import { superlative } from '../words/nouns.ts';
import { artefacts, papers, singular } from '../words/work.ts';

const moves =
  /^(?:move|switch|migrate|relocate|transition|change|convert|turn) (?:\w+ ){0,3}?(?:to|onto|into) ((?:[\w-]+ )*?)([\w-]+)[.!]?$/i;

/** An objective that is a piece of work rather than the state that it should bring about. */
export const task: Rule = {
  name: 'task',
  of: ['objective'],
  why: 'A task can be ticked off and leave everything as it was. An objective says what will be true for somebody afterwards.',
  source: 'Wodtke, Radical Focus (2016); Doerr, Measure What Matters (2018)',
  find(goal) {
    const found = workIn(goal);
    return found && { severity: 'problem', ...found, repair: 'make it an initiative' };
  },
};

function workIn(goal: Goal): Pick<Finding, 'at' | 'message'> | undefined {
  const { opening, text } = goal;
  if (isMove(goal))
    return { at: whole(goal), message: 'To move there is work. What will be true for whom when it is done?' };
  if (/^go(?:ing)? live\b/i.test(text))
    return {
      at: { from: 0, to: text.search(/live/i) + 4 },
      message: 'To be live is work done. What will be true for whom from then on?',
    };
  const version = goal.quantities.find(({ role }) => role === 'version');
  if (opening && opening.kind !== 'keep' && version && !isMeant(goal) && !isMade(goal))
    return {
      at: version.at,
      message: 'A version is there or not, and says nothing of what is better for whom.',
    };
  if (isOnce(goal) && !isMeant(goal))
    return {
      at: opening?.at ?? whole(goal),
      message: 'It happens once. What will be true for whom from then on?',
    };
  const paper = paperOf(goal);
  if (paper)
    return {
      at: opening!.at,
      message: `The ${paper} is there or not. What will be true for whom when it is?`,
    };
  if (certified.test(text) && !purpose.test(text))
    return {
      at: whole(goal),
      message: 'The certificate is there or not. What will be true for whom when it is?',
    };
  if (isBareThing(goal))
    return {
      at: whole(goal),
      message: 'It names a thing or a piece of work. What will be true for whom when it is there?',
    };
  if (!opening || !['do', 'watch', 'make'].includes(opening.kind) || namesState(goal)) return undefined;
  return {
    at: opening.at,
    message: `"${text.slice(opening.at.from, opening.at.to)}" is work. What will be true for whom when it is done?`,
  };
}

function isMove(goal: Goal): boolean {
  const moved = moves.exec(goal.text)?.[2];
  if (moved === undefined || isMeant(goal) || superlative.test(goal.text)) return false;
  return (
    artefacts.has(singular(moved.toLowerCase())) ||
    /\b(?:\d\w*|first|second|third|ground|top) floor\b/i.test(goal.text) ||
    /^\p{Lu}/u.test(moved)
  );
}

// "Renew the lease": it is there once it is signed.
function paperOf(goal: Goal): string | undefined {
  const { opening, text } = goal;
  if (!opening || !/^(?:renew|sign|extend|close|file|buy|get|obtain|secure)$/.test(opening.base))
    return undefined;
  const object = objectOf(goal);
  const isPaper = object && (papers.test(object.head) || norms.test(object.text)) && object.words.length <= 4;
  return isPaper && !purpose.test(text) ? object.head : undefined;
}

const norms = /^(?:ISO|IEC|EN|DIN|SOC|WCAG|PCI)\b/;
const certified = /^(?:become|be|get) (?:[\w-]+ )*?(?:certified|accredited|licensed|registered)\b/i;
const purpose = /\b(?:so that|so|that|which|until|because|in order to)\b/i;
const works =
  /(?:^|[\s-])(?:roll-?out|launch|relaunch|migration|introduction|implementation|certification|relocation|redesign|branding|refurbishment|renovation|installation|integration|deployment|upgrade|update|training|recruitment|audit|rebranding|restructuring|digiti[sz]ation|automation|replacement|expansion|move|purchase|set-?up|go-live|release|preparation|completion|review|analysis|survey|conference|workshop|campaign)$/i;

// "ISO 9001", "New website", "CRM roll-out": no verb, and nothing that would be so.
function isBareThing(goal: Goal): boolean {
  const { opening, verbs, words, text, quantities, amounts } = goal;
  // An article in the midst follows a verb, known or not.
  if (words.slice(1).some(({ lower }) => /^(?:the|an?|our)$/.test(lower))) return false;
  const bare = text.replace(
    /\s+(?:for|in|of) (?:the |this |next )?(?:spring|summer|autumn|fall|winter|year|quarter|season|q[1-4]|20\d\d)[.!]?$/i,
    '',
  );
  if (bare !== text && works.test(bare)) return true;
  if (
    opening ||
    /^be(?:come)?$/.test(words[0]?.lower ?? '') ||
    words.length > 5 ||
    amounts.length > 0 ||
    isMeant(goal)
  )
    return false;
  if (verbs.some(({ kind, word }) => word > 0 && word < words.length - 1 && !['do', 'make'].includes(kind)))
    return false;
  if (/\b(?:for|to|in|on|at|from|under|against|where|with|without|of)\b/i.test(text) && !works.test(text))
    return false;
  const last = words.findLast(({ lower }) => !/^\d/.test(lower))?.lower ?? '';
  const isName =
    quantities.some(
      ({ role, text: name }) => role === 'version' || (role === 'name' && /^[A-Z\d#]/.test(name)),
    ) && words.length <= 3;
  return isName || artefacts.has(singular(last)) || works.test(text.replace(/[.!]$/, ''));
}
