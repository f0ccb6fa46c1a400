import type { Input } from '#contract/index.ts';
import type { CyclePlan } from '#contract/planning.ts';

type Lesson = CyclePlan['lessons'][number];

/** The objectives that are to be copied, each with the key results that go with it. */
export type Choice = ReadonlyMap<string, ReadonlySet<string>>;

/** The choice with an objective in it, all its key results chosen, or without it. */
export function toggled(choice: Choice, lesson: Lesson): Choice {
  const next = new Map(choice);
  if (!next.delete(lesson.id)) next.set(lesson.id, new Set(copyable(lesson)));
  return next;
}

/** The choice with one key result of a chosen objective in it, or without it. */
export function toggledKeyResult(choice: Choice, objective: string, keyResult: string): Choice {
  const own = new Set(choice.get(objective));
  if (!own.delete(keyResult)) own.add(keyResult);
  return new Map(choice).set(objective, own);
}

/** How many objectives are chosen. */
export function chosenCount(choice: Choice): number {
  return choice.size;
}

/** What is sent: key results are named only where some are left out. */
export function toCopy(choice: Choice, lessons: readonly Lesson[]): Input<'cycles.copy'>['objectives'] {
  return lessons.flatMap((lesson) => {
    const own = choice.get(lesson.id);
    if (!own) return [];
    const all = copyable(lesson);
    const keyResults = all.filter((id) => own.has(id));
    return [{ objective: lesson.id, ...(keyResults.length < all.length && { keyResults }) }];
  });
}

function copyable({ keyResults }: Lesson): string[] {
  return keyResults.filter(({ dropped }) => dropped === null).map(({ id }) => id);
}
