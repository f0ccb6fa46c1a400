import { formatValue } from '#domain/kpi/format.ts';
import type { Limits } from '#domain/kpi/limits.ts';
import { shift } from '#domain/time/period.ts';
import type { Series } from './series.ts';

/** How the values and the places of one series are shown to people. */
export type Figures = {
  value(value: number): string;
  /** A line that is computed, with the decimals that its spread deserves. */
  line(value: number): string;
  /** The period of an index, or the index itself where the periods are not known. */
  place(index: number): string;
};

/** The figures of a series; `limits` tells how fine its lines need to be. */
export function figuresOf({ values, table }: Series, limits: Limits | undefined): Figures {
  const unit = table?.unit ?? { kind: 'number' };
  // "5.0" among whole numbers is a habit of the sheet.
  const isWhole = values.every((value) => value === null || Number.isInteger(value));
  const decimals = isWhole
    ? 0
    : (table?.decimals ?? Math.min(4, Math.max(0, ...values.slice(-200).map(decimalsOf))));
  const fine = limits && limits.range > 0 ? Math.ceil(1 - Math.log10(limits.range)) : 0;
  const more = Math.min(decimals + 1, Math.max(decimals === 0 ? 0 : 1, fine));
  return {
    // The places that a spreadsheet computed, far below the noise, are no news.
    value: (value) => formatValue(value, unit, limits ? Math.min(decimals, Math.max(0, fine) + 1) : decimals),
    line: (value) => formatValue(value, unit, more),
    place: (index) => (table ? shift(table.first, index) : `index ${index}`),
  };
}

function decimalsOf(value: number | null): number {
  return /\.(\d+)$/.exec(String(value ?? 0))?.[1]?.length ?? 0;
}
