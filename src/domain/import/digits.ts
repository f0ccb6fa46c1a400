/** The character that stands before the decimals. */
export type Decimal = '.' | ',';

/** What a written number proves about its decimal character; `either` is "1,234", which reads both ways. */
export type Evidence = Decimal | 'either' | undefined;

/** A number without its sign and unit; `step` is the last place that was written: 0.1 for "12.3". */
export type Digits = { value: number; step: number } | { fault: string };

const grouped = /^\d{1,3}(?:([ '’])\d{3})(?:\1\d{3})*(?=$|[.,])/;
const lakh = /^\d{1,2}(?:([.,])\d{2})*\1\d{3}$/;
const thousands = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/;

/** Reads digits with any thousands separators; `decimal` settles "1,234", and `power` shifts by a power of ten ("k" is 3). */
export function readDigits(text: string, decimal: Decimal, power = 0): Digits {
  const exponent = /^(.*\d[.,]?)e([+-]?\d{1,4})$/i.exec(text);
  const written = split(exponent?.[1] ?? text, decimal);
  if (!written) return { fault: `"${text}" is not written as a number` };
  const shift = power + Number(exponent?.[2] ?? 0);
  // Parsed from text and not multiplied: 1.005 × 1000 in binary is 1004.9999999999999.
  const value = Number(`${written.whole || '0'}.${written.fraction || '0'}e${shift}`);
  if (!Number.isFinite(value)) return { fault: `"${text}" is too large to be stored` };
  if (value === 0 && /[1-9]/.test(written.whole + written.fraction))
    return { fault: `"${text}" is too small to be told from zero` };
  return { value, step: Number(`1e${shift - written.fraction.length}`) };
}

/** What the separators in a number prove about the decimal character of the column that it stands in. */
export function evidenceIn(text: string): Evidence {
  const dot = split(text, '.');
  const comma = split(text, ',');
  if (!dot || !comma || !/[.,]/.test(text)) return undefined;
  if (dot.whole !== comma.whole) return 'either';
  return dot.mark;
}

type Parts = { whole: string; fraction: string; mark: Evidence };

function split(text: string, decimal: Decimal): Parts | undefined {
  const groups = grouped.exec(text)?.[0];
  if (groups !== undefined) return tail(groups.replace(/[ '’]/g, ''), text.slice(groups.length));
  if (!/^[\d.,]*\d[\d.,]*$/.test(text)) return undefined;
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (last < 0) return { whole: text, fraction: '', mark: undefined };
  const [before, after] = [text.slice(0, last), text.slice(last + 1)];
  const mark = text[last] as Decimal;
  if (/^\d*$/.test(before)) {
    const either = /^[1-9]\d{0,2}$/.test(before) && after.length === 3;
    if (either && mark !== decimal) return { whole: before + after, fraction: '', mark: 'either' };
    return { whole: before, fraction: after, mark: either ? 'either' : mark };
  }
  const other = mark === '.' ? ',' : '.';
  if (before.includes(mark))
    return isGrouped(text) ? { whole: bare(text), fraction: '', mark: other } : undefined;
  return isGrouped(before) ? { whole: bare(before), fraction: after, mark } : undefined;
}

function tail(whole: string, rest: string): Parts | undefined {
  if (rest === '') return { whole, fraction: '', mark: undefined };
  return /^[.,]\d+$/.test(rest) ? { whole, fraction: rest.slice(1), mark: rest[0] as Decimal } : undefined;
}

function isGrouped(text: string): boolean {
  return thousands.test(text) || lakh.test(text);
}

function bare(text: string): string {
  return text.replace(/[.,]/g, '');
}
