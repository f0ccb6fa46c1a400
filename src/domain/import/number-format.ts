import { type Decimal, evidenceIn } from './digits.ts';
import { type Clock, type NumberFormat, plainText } from './number.ts';

/** Something about a format that the cells leave open, with a cell that shows it and the other way to read it. */
export type FormatDoubt =
  | { about: 'decimal'; guess: Decimal; alternatives: Decimal[]; example: string }
  | { about: 'clock'; guess: Clock; alternatives: Clock[]; example: string }
  | { about: 'fraction'; guess: boolean; alternatives: boolean[]; example: string };

/** The format that the cells of one row or column share, and what in it is only a guess. */
export type NumberGuess = { format: Required<NumberFormat>; doubts: FormatDoubt[] };

/** How many cells prove each decimal character, and the first that reads both ways. */
export type DecimalVotes = { '.': number; ',': number; either?: string };

/** Counts what the cells of a row, a column or a whole sheet prove about the decimal character. */
export function decimalVotes(cells: readonly string[]): DecimalVotes {
  const votes: DecimalVotes = { '.': 0, ',': 0 };
  for (const cell of cells) {
    const number = /\d[\d.,'’ ]*\d/.exec(plainText(cell))?.[0];
    const evidence = number === undefined ? undefined : evidenceIn(number);
    if (evidence === 'either') votes.either ??= cell;
    else if (evidence) votes[evidence] += 1;
  }
  return votes;
}

/**
 * Guesses how the cells of one row or column are written. "1,234" is settled by the other cells, else by those of the whole
 * sheet, else the point is taken for the decimal character; whatever is not settled by the column itself is told as a doubt.
 */
export function guessNumberFormat(
  cells: readonly string[],
  sheet: DecimalVotes = { '.': 0, ',': 0 },
  corrected: Partial<NumberFormat> = {},
  kind?: 'percent' | 'duration',
): NumberGuess {
  const own = decimalVotes(cells);
  const settled = own['.'] > 0 !== own[','] > 0;
  const votes = settled || own['.'] > 0 ? own : sheet;
  const decimal: Decimal = votes[','] > votes['.'] ? ',' : '.';
  const doubts: FormatDoubt[] = [];
  if (!settled && own.either !== undefined && !corrected.decimal)
    doubts.push({
      about: 'decimal',
      guess: decimal,
      alternatives: [decimal === '.' ? ',' : '.'],
      example: own.either,
    });
  const clock = cells.find((cell) => /^\s*\d{1,4}:\d{2}\s*$/.test(cell));
  if (clock !== undefined && !corrected.clock)
    doubts.push({ about: 'clock', guess: 'h:mm', alternatives: ['m:ss'], example: clock });
  const fraction = kind === 'percent' ? fractionExample(cells) : undefined;
  if (fraction !== undefined && corrected.fraction === undefined)
    doubts.push({ about: 'fraction', guess: false, alternatives: [true], example: fraction });
  return {
    format: {
      decimal: corrected.decimal ?? decimal,
      clock: corrected.clock ?? 'h:mm',
      fraction: corrected.fraction ?? false,
    },
    doubts,
  };
}

// All of a percent KPI's cells between 0 and 1 and without a sign: 0.95 may be 95 %, and churn may be 0.95 %.
function fractionExample(cells: readonly string[]): string | undefined {
  const numbers = cells.map((cell) => cell.trim()).filter((cell) => /\d/.test(cell));
  const all = numbers.length > 0 && numbers.every((cell) => /^(?:[01]|[01]?[.,]\d+)$/.test(cell));
  return all ? numbers.find((cell) => /[.,]/.test(cell)) : undefined;
}
