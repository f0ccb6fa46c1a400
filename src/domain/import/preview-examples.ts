import { january } from '#domain/time/period.ts';
import type { StoredReadings } from './compare.ts';
import type { Cells, Corrections } from './entry.ts';
import { type KnownDefinition, type Preview, preview, readContent } from './preview.ts';

type PreviewOfReadings = Exclude<Preview, { kind: 'definitions' }>;

/** The KPIs that the files of the tests are about. */
export const kpis: KnownDefinition[] = [
  {
    key: 'csat',
    name: 'Customer satisfaction',
    unit: { kind: 'scale', from: 1, to: 5 },
    cadence: 'weekly',
    addsUp: 'mean',
    direction: 'higher',
  },
  {
    key: 'first-response',
    name: 'First response time',
    unit: { kind: 'duration', unit: 'minutes' },
    cadence: 'weekly',
    addsUp: 'mean',
  },
  { key: 'calls', name: 'Sales calls', unit: { kind: 'number' }, cadence: 'weekly', addsUp: 'sum' },
  {
    key: 'on-time',
    name: 'Delivered on time',
    unit: { kind: 'percent' },
    cadence: 'monthly',
    addsUp: 'ratio',
  },
  {
    key: 'mrr',
    name: 'Monthly revenue',
    unit: { kind: 'currency', code: 'EUR' },
    cadence: 'monthly',
    addsUp: 'last',
  },
  {
    key: 'england',
    name: 'England',
    unit: { kind: 'percent' },
    cadence: 'monthly',
    addsUp: 'ratio',
    computed: true,
  },
];

/** The cells of a text, cut at its semicolons. */
export function cut(text: string): string[][] {
  return text.split('\n').map((line) => line.split(';').map((cell) => cell.trim()));
}

/** What an import of cells would do on 10 June 2026; throws when they cannot be read at all. */
export function previewOf(
  cells: Cells,
  stored: StoredReadings = new Map(),
  corrections?: Corrections,
  known = kpis,
): Preview {
  const content = readContent(cells, { kpis: known, today: '2026-06-10', calendar: january, corrections });
  if ('fault' in content) throw new Error(content.fault);
  return preview(content, known, stored);
}

/** The same of a text that holds readings. */
export function readingsOf(
  text: string,
  stored?: StoredReadings,
  corrections?: Corrections,
): PreviewOfReadings {
  const found = previewOf(cut(text), stored, corrections);
  if (found.kind === 'definitions') throw new Error('These are definitions.');
  return found;
}

/** What is to be created, a line each. */
export function values(found: PreviewOfReadings): string[] {
  return found.create.map((entry) => `${entry.kpi} ${entry.period} ${entry.value}`);
}

/** A table of a person: a title, then a row a KPI and a column a week. */
export const scorecard = `Scorecard; week by week

Metric;Owner;18/05/2026;25/05/2026;01/06/2026
customer SATISFACTION;Dee;4,36;4.4;n/a
First-response time;;4h 12m;3h 05m;250
Sales calls;Ana;1 234;;320;late`;
