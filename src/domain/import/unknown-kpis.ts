import { type DateOrder, readDayText } from './day-text.ts';
import type { Place, Proposal } from './entry.ts';
import { keyFrom } from './names.ts';
import type { NumberFormat } from './number.ts';
import { guessCadence, guessUnit } from './sheet-row.ts';

/** Collects what a tidy file says of KPIs that the organisation does not have, until they can be proposed. */
export class UnknownKpis {
  readonly #seen = new Map<string, { at: Place; periods: string[]; texts: string[] }>();

  add(name: string, at: Place, period: string, text: string): void {
    if (name === '') return;
    const seen = this.#seen.get(name) ?? { at, periods: [], texts: [] };
    this.#seen.set(name, seen);
    // Two hundred cells tell a unit as well as a hundred thousand.
    if (seen.texts.length >= 200) return;
    if (period !== '') seen.periods.push(period);
    if (text !== '') seen.texts.push(text);
  }

  proposals(order: DateOrder, format: NumberFormat): Proposal[] {
    return [...this.#seen].map(([name, { at, periods, texts }]) => {
      const moments = [...new Set(periods)].flatMap((period) => {
        const moment = readDayText(period, { order });
        return moment && !('fault' in moment) ? [moment] : [];
      });
      return { ...at, name, key: keyFrom(name), cadence: guessCadence(moments), ...guessUnit(texts, format) };
    });
  }
}
