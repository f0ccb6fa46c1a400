import type { Judgement } from '#contract/judgements.ts';
import type { Row } from '#db/schema.ts';
import { type Counting, changeWords } from '#domain/kpi/definition-change.ts';
import { type Era, readingIn } from './eras.ts';

/** The readings of eras before the present one, each in its own unit, the oldest era first: shown, and judged no more. */
export function pastOf(
  readings: readonly Row<'reading'>[],
  eras: ReadonlyMap<number, Era>,
  present: number,
): Judgement['past'] {
  const byEra = Map.groupBy(
    readings.filter(({ era, value }) => era !== present && value !== null && eras.has(era)),
    ({ era }) => era,
  );
  return [...byEra].flatMap(([number, rows]) => {
    const era = eras.get(number)!;
    const points = rows.map((row) => ({ period: row.period, value: readingIn(row, era).value }));
    const [first, last] = [points[0], points.at(-1)];
    if (!first || !last) return [];
    return { from: first.period, to: last.period, unit: era.unit, decimals: era.decimals, points };
  });
}

/** What each change of a definition changed, oldest first; `newestFirst` are its versions. */
export function changesOf(newestFirst: readonly Row<'kpi_version'>[]): Judgement['versions'] {
  return newestFirst
    .toReversed()
    .flatMap((row, index, versions) => {
      const before = versions[index - 1];
      if (!before) return [];
      const words = changeWords(before.facts as Counting, row.facts as Counting);
      return [{ version: row.version, from: row.valid_from, words, breaks: row.era !== before.era }];
    })
    .filter(({ words }) => words !== '');
}
