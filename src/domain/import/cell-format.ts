/** What a number format of a workbook does with a number, as far as it changes what is meant. */
export type CellFormat = {
  /** The value is shown times 100 so many times. */
  percents: number;
  /** The value is shown in thousands or millions. */
  scaled: boolean;
  /** The words and signs around the number, in their order. */
  words: string[];
  /** What of a date is shown; none of them for a format that is not one of dates. `elapsed` counts hours or minutes on and on. */
  shows: Record<'year' | 'month' | 'day' | 'hours' | 'seconds' | 'elapsed', boolean>;
};

const literalSign = /[€$£¥₹₽₩₺₫₪₴₦฿]/;

/** Reads the part of a number format that holds for a value, such as `#,##0.00 "€";[Red]-#,##0.00 "€"`. */
export function readCellFormat(format: string, value: number): CellFormat {
  const section = sectionFor(format, value);
  const words: string[] = [];
  let [percents, codes, literal] = [0, '', ''];
  const endWord = () => {
    const word = literal.replace(/^[\s()+-]+|[\s()+-]+$/g, '');
    if (word !== '') words.push(word);
    literal = '';
  };
  for (const [token] of section.matchAll(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?|General|AM\/PM|A\/P|./gis)) {
    if (token[0] === '"') literal += token.replaceAll('"', '');
    else if (token[0] === '\\') literal += token.slice(1);
    else if (token[0] === '_' || token[0] === '*') literal += ' ';
    else if (/^\[\$/.test(token)) literal += /^\[\$([^\]-]*)/.exec(token)?.[1] ?? '';
    else if (/^\[(?:h+|m+|s+)\]$/i.test(token)) codes += token.slice(1, -1);
    else if (token[0] === '[') continue;
    else if (literalSign.test(token)) literal += token;
    else if (token === '%') percents += 1;
    else if (/\s/.test(token)) literal += ' ';
    else {
      endWord();
      codes += token;
    }
  }
  endWord();
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(section);
  return { percents, words, scaled: /[0#?],+(?![0#?,])/.test(codes), shows: { ...shownOf(codes), elapsed } };
}

// An m is the minutes after hours and before seconds, else the month.
function shownOf(codes: string): Omit<CellFormat['shows'], 'elapsed'> {
  const letters: string[] =
    codes
      .toLowerCase()
      .replace(/am\/pm|a\/p|general|e[+-]/g, '')
      .match(/y+|e+|m+|d+|h+|s+/g) ?? [];
  const kinds = letters.map((run, at) => {
    if (run[0] !== 'm') return run[0] === 'e' ? 'y' : run[0];
    return letters[at - 1]?.startsWith('h') || letters[at + 1]?.startsWith('s') ? 'minutes' : 'm';
  });
  const has = (kind: string) => kinds.includes(kind);
  return {
    year: has('y'),
    month: has('m'),
    day: has('d'),
    hours: has('h') || has('minutes') || has('s'),
    seconds: has('s'),
  };
}

const condition = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/;

const comparators: Record<string, (value: number, limit: number) => boolean> = {
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
  '=': (value, limit) => value === limit,
  '<>': (value, limit) => value !== limit,
};

// Positive; negative; nought; text, unless a section says in brackets for which values it is.
function sectionFor(format: string, value: number): string {
  const sections = format.match(/(?:"[^"]*"?|\\.|[^;"\\])*(?:;|$)/gs) ?? [];
  const numbers = sections
    .map((section) => section.replace(/;$/, ''))
    .filter((section) => !section.includes('@'));
  if (!numbers.some((section) => condition.test(section)))
    return numbers[value > 0 ? 0 : value < 0 ? 1 : 2] || (numbers[0] ?? '');
  const met = numbers.find((section) => {
    const [, comparator = '', limit] = condition.exec(section) ?? [];
    return comparators[comparator]?.(value, Number(limit)) ?? true;
  });
  return met ?? '';
}
