import type { Act, Event } from '#app/act.ts';
import { createInitiative } from '#app/initiative/initiative-write.ts';
import { initiatives as operations } from '#contract/initiatives.ts';
import type { PreviewedKeyResult } from '#contract/okr-documents.ts';
import { keyResultsOf } from '#db/key-results.ts';
import { plainName } from '#domain/import/names.ts';
import { shortTitle } from '#domain/okr-document/words.ts';

/** Writes the work that a document names under new key results of an objective; a title that is too long is whole in the note. */
export async function writeInitiatives(
  act: Act,
  objective: string,
  written: readonly PreviewedKeyResult[],
): Promise<{ count: number; events: Event[] }> {
  const named = written.filter(({ initiatives }) => initiatives.length > 0);
  if (named.length === 0) return { count: 0, events: [] };
  const rows = await keyResultsOf(act.tx, act.organisation.id, [objective]);
  const ids = new Map(rows.map(({ id, title }) => [plainName(title), id]));
  const events: Event[] = [];
  let count = 0;
  for (const { title: of, initiatives } of named)
    for (const text of initiatives) {
      const title = shortTitle(text);
      const input = operations.create.input.parse({
        keyResult: ids.get(plainName(of)),
        title,
        ...(title !== text && { note: text }),
      });
      const [, ...told] = await createInitiative(act, input);
      events.push(...told);
      count++;
    }
  return { count, events };
}
