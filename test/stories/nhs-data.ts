import { existsSync, readFileSync } from 'node:fs';

const file = new URL('../../../shared/data/nhs-ae/ae_attendances.csv', import.meta.url);

/** The reason to skip, where the data is not beside the clone. */
export const withoutNhs = existsSync(file) ? false : 'needs the NHS data of ../shared, which is not here';

/** The sums of one trust, or of England, in one month. */
export type Month = { period: string; attendances: number; breaches: number; admissions: number };

/** What the file says, added up by hand: by trust, and for England. */
export type Nhs = {
  rows: number;
  trusts: Map<string, Month[]>;
  england: Month[];
  /** The keys of the trusts that have a major department (type 1). */
  major: Set<string>;
};

/** The key of a trust's KPI. */
export function keyOf(code: string): string {
  return `trust-${code.toLowerCase()}`;
}

/** Reads the attendances of all emergency departments of England, summed over their types. */
export function readNhs(): Nhs {
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const trusts = new Map<string, Map<string, Month>>();
  const england = new Map<string, Month>();
  const major = new Set<string>();
  for (const line of lines) {
    const [day = '', code = '', type, ...amounts] = line.split(',');
    if (type === '1') major.add(keyOf(code));
    const [attendances = 0, breaches = 0, admissions = 0] = amounts.map(Number);
    const months = trusts.get(code) ?? new Map<string, Month>();
    trusts.set(code, months);
    for (const sums of [months, england]) {
      const period = day.slice(0, 7);
      const month = sums.get(period) ?? { period, attendances: 0, breaches: 0, admissions: 0 };
      sums.set(period, month);
      month.attendances += attendances;
      month.breaches += breaches;
      month.admissions += admissions;
    }
  }
  const ordered = (sums: Map<string, Month>) =>
    [...sums.values()].sort((one, other) => (one.period < other.period ? -1 : 1));
  return {
    rows: lines.length,
    trusts: new Map([...trusts].sort().map(([code, sums]) => [code, ordered(sums)])),
    england: ordered(england),
    major,
  };
}

/** The share of patients who were seen within four hours, in percent. */
export function performance({ attendances, breaches }: Month): number {
  return (100 * (attendances - breaches)) / attendances;
}
