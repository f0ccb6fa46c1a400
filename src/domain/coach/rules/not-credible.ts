import type { Rule } from '../finding.ts';

/** A jump by more than ten times. */
export const notCredible: Rule = {
  name: 'not-credible',
  of: ['key_result'],
  why: 'A goal that nobody believes in moves nobody. A stretch is a one in ten chance, not a wish.',
  source: 'Locke and Latham, "Building a practically useful theory of goal setting" (2002); PRODUCT 4.6',
  find({ text, amounts }) {
    const by = /\bby\s+([\d,.]+)\s*(?:%|percent)|\b([\d,.]+)\s?(?:x|×)(?!\w)/i.exec(text);
    const times = by ? (by[1] ? 1 + numberOf(by[1]) / 100 : numberOf(by[2]!)) : rangeOf(text);
    if (times === undefined || (times < 10 && times > 0.02)) return undefined;
    return {
      severity: 'advice',
      at: amounts[0]?.at ?? { from: 0, to: text.length },
      message: 'That is a change by more than ten times. What makes it possible within the cycle?',
    };
  },
};

function rangeOf(text: string): number | undefined {
  const range = /\bfrom\s+\D?([\d,.]+)\s*([%\w]*)\s+to\s+\D?([\d,.]+)\s*([%\w]*)/i.exec(text);
  // From 2 hours to 55 minutes: other units are other numbers.
  if (!range || (range[2] && range[4] && range[2] !== range[4])) return undefined;
  const [from, to] = [numberOf(range[1]!), numberOf(range[3]!)];
  return from > 0 && to > 0 ? to / from : undefined;
}

function numberOf(text: string): number {
  return Number(
    text
      .replaceAll(/,(?=\d{3})/g, '')
      .replace(',', '.')
      .replace(/\.$/, ''),
  );
}
