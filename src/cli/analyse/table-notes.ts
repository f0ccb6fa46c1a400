import { cellAddress } from '#domain/import/address.ts';
import type { Guess, Unreadable } from '#domain/import/entry.ts';

/** A cell that cannot be read, by row and column or as the sheet of a workbook names it, with what it stands under. */
export function noteOfUnreadable(
  { row, column, kpi, label, heading, text, why }: Unreadable,
  sheet: string | undefined,
): string {
  const at =
    sheet === undefined ? `Row ${row}, column ${column}` : `Sheet '${sheet}', ${cellAddress(row, column)}`;
  const under = [kpi ?? label, heading].filter((each) => each).join(', ');
  const told = why.includes(text) ? why : `"${text}": ${why}`;
  return `${at}${under ? ` (${under})` : ''}: ${told}.`;
}

/** A format that was guessed, and what it was taken for. */
export function noteOfGuess(guess: Guess): string {
  switch (guess.about) {
    case 'dates':
      return `Dates such as ${guess.example} were read as ${guess.guess}; if that is wrong, say --dates ${guess.alternatives[0]?.replace(' ', '-')}.`;
    case 'year':
      return `The year of dates such as ${guess.example} was taken to be ${guess.guess}.`;
    case 'decimal':
      return `${guess.label}: "${guess.example}" was read with "${guess.guess}" before the decimals.`;
    case 'clock':
      return `${guess.label}: "${guess.example}" was read as ${guess.guess}.`;
    case 'fraction':
      return `${guess.label}: "${guess.example}" was read as ${guess.example}%.`;
  }
}
