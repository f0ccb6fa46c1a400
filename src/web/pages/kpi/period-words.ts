import { cadenceOf, type Period } from '#domain/time/period.ts';
import { dayName, periodName } from '../../parts/dates.ts';

const written = /\b\d{4}-(?:W\d{2}|Q[1-4]|\d{2}-\d{2}|\d{2})\b/g;

/** A sentence of the server with its periods and days as people say them: '2026-W05' becomes 'Week 5, 2026'. */
export function inWords(sentence: string): string {
  return sentence.replaceAll(written, (text) => {
    const cadence = cadenceOf(text);
    if (!cadence) return text;
    return cadence === 'daily' ? dayName(text) : periodName(text);
  });
}

/** A period in a narrow column: 'W5 2026', 'Jan 2026', 'Q1 2026'. */
export function shortPeriod(period: Period): string {
  const name = periodName(period);
  switch (cadenceOf(period)) {
    case 'weekly':
      return name.replace('Week ', 'W').replace(',', '');
    case 'monthly':
      return name.replace(/^(\p{L}{3})\p{L}*/u, '$1');
    default:
      return name;
  }
}
