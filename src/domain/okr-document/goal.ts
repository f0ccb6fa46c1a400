import type { DocumentKeyResult, DocumentObjective } from './document.ts';
import { labelOf } from './label.ts';
import { guessMeasure } from './measure-guess.ts';
import type { Placed } from './outline.ts';
import { tailsOf } from './tail.ts';

// What stands around the words of a goal is taken off, and so is its label.
function goalOf(line: Placed): ReturnType<typeof tailsOf> {
  const label = labelOf(line.text);
  const isGoal = label?.label === 'objective' || label?.label === 'key result';
  return tailsOf(isGoal ? label.rest : line.text);
}

/** A new objective or key result from a line. */
export function made(
  line: Placed,
): Omit<DocumentObjective, 'team' | 'keyResults'> & Pick<DocumentKeyResult, 'guess' | 'deadline'> {
  const { text, owner, outcome, score, deadline } = goalOf(line);
  const outcomes = [...(outcome === undefined ? [] : [outcome]), ...(line.ticked ? ['done'] : [])];
  return {
    line: line.line,
    title: text,
    owner,
    outcomes,
    score,
    deadline,
    initiatives: [],
    notes: [],
    guess: guessMeasure(text),
  };
}
