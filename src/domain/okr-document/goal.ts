import type { DocumentKeyResult, DocumentObjective } from './document.ts';
import { labelOf } from './label.ts';
import { guessMeasure } from './measure-guess.ts';
import type { Placed } from './outline.ts';
import { tailsOf } from './tail.ts';

// What stands around the words of a goal is taken off, and so is its label; a name in the label is its owner.
function goalOf(line: Placed): ReturnType<typeof tailsOf> & { notes: string[] } {
  const label = labelOf(line.text);
  if (label?.label !== 'objective' && label?.label !== 'key result')
    return { ...tailsOf(line.text), notes: [] };
  const tails = tailsOf(label.rest);
  const name = tails.owner ? undefined : label.asides.find((each) => isName(each));
  return { ...tails, owner: tails.owner ?? name, notes: label.asides.filter((each) => each !== name) };
}

function isName(aside: string): boolean {
  return (
    /^\p{Lu}[\p{L}.'’ &,-]*$/u.test(aside) &&
    !/^(?:committed|aspirational|stretch|learning|done|new)\b/i.test(aside)
  );
}

/** A new objective or key result from a line. */
export function made(
  line: Placed,
): Omit<DocumentObjective, 'team' | 'keyResults'> & Pick<DocumentKeyResult, 'guess' | 'deadline'> {
  const { text: words, owner, outcome, score, deadline, notes } = goalOf(line);
  // On a list of what is done a last percentage is how much of it is.
  const reached = line.ticked === undefined ? null : /\d.*?(\s*[(–—-]\s*(\d{1,3}\s?%)\)?)$/.exec(words);
  const text = reached ? words.slice(0, -reached[1]!.length) : words;
  const outcomes = [outcome, reached?.[2], line.ticked ? 'done' : undefined].filter(
    (each) => each !== undefined,
  );
  return {
    line: line.line,
    title: text,
    owner,
    outcomes,
    score,
    deadline,
    initiatives: [],
    notes,
    guess: guessMeasure(text),
  };
}
