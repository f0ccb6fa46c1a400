import type { Act } from '#app/act.ts';
import type { ImportFile } from '#contract/import-file.ts';
import { Refused } from '#contract/refused.ts';
import { firstReadings, historyOf } from '#db/readings.ts';
import { type ColumnName, letteredColumn } from '#domain/import/address.ts';
import { readingKey, type StoredReading } from '#domain/import/compare.ts';
import { type FileContent, type Preview, preview, readContent } from '#domain/import/preview.ts';
import { type DefinitionPlan, type DefinitionsPreview, planDefinitions } from './import-definitions.ts';
import { edgesBetween } from './import-formulas.ts';
import { type Known, knownKpis } from './import-known.ts';
import { type PeopleFinder, peopleFinder } from './import-people.ts';
import { tableOf } from './import-table.ts';
import type { Table } from './table-file.ts';

type ReadingsContent = Exclude<FileContent, { kind: 'definitions' }>;
export type FoundReadings = Exclude<Preview, { kind: 'definitions' }>;

/** A file set beside what is stored: the same for the preview that people see and for what is then applied. */
export type Imported = { table: Table; known: Known[]; people: PeopleFinder } & (
  | { found: DefinitionsPreview; plans: DefinitionPlan[] }
  | { found: FoundReadings }
);

/** Reads an uploaded file with the KPIs of the organisation and those that were accepted; refuses a file that is no such table. */
export async function imported(act: Act, file: ImportFile): Promise<Imported> {
  const table = await tableOf(file);
  const known = await knownKpis(act, file.accept);
  const people = await peopleFinder(act);
  const { corrections } = file;
  const columnName = table.workbook && letteredColumn;
  const facts = {
    ...{ kpis: known, today: act.today, calendar: act.organisation.calendar, corrections },
    ...{ merges: table.workbook?.merges, columnName },
  };
  const content = readContent(table.cells, facts);
  if ('fault' in content) throw new Refused('invalid', `${content.fault}${sheetsToName(table)}`, 'content');
  if (content.kind !== 'definitions')
    return {
      table,
      known,
      people,
      found: await besideStored(act, ratiosOnly(content, known), known, columnName),
    };
  const named = new Set(content.entries.map(({ key }) => key));
  const ids = known.flatMap(({ key, row }) => (row && named.has(key) ? [row.id] : []));
  const firstDays = await firstReadings(act.tx, act.organisation.id, ids);
  const hasFormulas = content.entries.some(({ fields }) => fields.formula !== undefined);
  const edges = hasFormulas ? await edgesBetween(act, known) : [];
  return { table, known, people, ...planDefinitions(act, content, known, people, { firstDays, edges }) };
}

// Somebody who cannot see the workbook, such as an assistant, has to know what may be named.
function sheetsToName({ workbook }: Table): string {
  if (!workbook) return '';
  const others = workbook.sheets.filter(({ name }) => name !== workbook.sheet).map(({ name }) => `'${name}'`);
  const which = others.length === 0 ? '' : ` Name another sheet to read it: ${others.join(', ')}.`;
  return ` This is the sheet '${workbook.sheet}'.${which}`;
}

// Beside the value of a KPI that is no ratio, a numerator and a denominator are not kept, and so must not be compared.
function ratiosOnly(content: ReadingsContent, known: readonly Known[]): ReadingsContent {
  const ratios = new Set(known.filter(({ addsUp }) => addsUp === 'ratio').map(({ key }) => key));
  const entries = content.entries.map((entry) => {
    if (entry.denominator === undefined || ratios.has(entry.kpi)) return entry;
    const { numerator: _, denominator: __, ...plain } = entry;
    return { ...plain, tolerance: 0 };
  });
  return { ...content, entries };
}

async function besideStored(
  act: Act,
  content: ReadingsContent,
  known: readonly Known[],
  columnName: ColumnName | undefined,
): Promise<FoundReadings> {
  const named = new Set(content.entries.map(({ kpi }) => kpi));
  const rows = known.flatMap(({ key, row }) => (row && named.has(key) ? [row] : []));
  const histories = await historyOf(
    act.tx,
    act.organisation.id,
    rows.map(({ id }) => id),
  );
  const stored = new Map<string, StoredReading>();
  for (const { id, key } of rows)
    for (const reading of histories.get(id) ?? []) stored.set(readingKey(key, reading.period), reading);
  return preview(content, known, stored, columnName) as FoundReadings;
}
