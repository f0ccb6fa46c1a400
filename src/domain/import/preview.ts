import type { ColumnName } from './address.ts';
import { compareReadings, type ReadingsPreview, type StoredReadings } from './compare.ts';
import type { DefinitionFields } from './definition-fields.ts';
import { type DefinitionEntry, type DefinitionsExtract, readDefinitions } from './definitions.ts';
import type { Cells, Extract, ImportFacts, KnownKpi } from './entry.ts';
import { findLayout } from './layout.ts';
import { filledDown, underMergedYears } from './merged-cells.ts';
import { readReadings } from './readings.ts';
import { readSheet } from './sheet.ts';

/** A KPI that is there, with all that a definitions file could say otherwise. */
export type KnownDefinition = KnownKpi & {
  [Field in Exclude<keyof DefinitionFields, keyof KnownKpi>]?: DefinitionFields[Field] | null | undefined;
};

/** What a definitions file would change of a KPI, field by field. */
export type FieldChange = { field: keyof DefinitionFields; from: unknown; to: unknown };

export type DefinitionsPreview = Omit<DefinitionsExtract, 'entries'> & {
  create: DefinitionEntry[];
  change: (DefinitionEntry & { changes: FieldChange[] })[];
  same: DefinitionEntry[];
};

/** How many KPIs or readings each list has; unreadable and skip count cells. */
export type Counts = { create: number; change: number; same: number; unreadable: number; skip: number };

/** What was found in a file before it is set beside what is stored: ask it which KPIs' readings to load. */
export type FileContent =
  | ({ kind: 'definitions' } & DefinitionsExtract)
  | ({ kind: 'readings' | 'sheet' | 'sheet, KPIs in columns' } & Extract);

/** What importing a file would do. */
export type Preview =
  | ({ kind: 'definitions'; counts: Counts } & DefinitionsPreview)
  | ({ kind: Exclude<FileContent['kind'], 'definitions'>; counts: Counts } & ReadingsPreview);

/** Tells what kind of table the cells are and reads it; a fault, as a sentence, when it is none that is known. */
export function readContent(table: Cells, facts: ImportFacts): FileContent | { fault: string } {
  const { merges = [] } = facts;
  const cells = underMergedYears(table, merges);
  const layout = findLayout(cells, Number(facts.today.slice(0, 4)), facts.corrections);
  if ('fault' in layout) return layout;
  if (layout.kind === 'definitions')
    return { kind: 'definitions', ...readDefinitions(cells, layout.header, layout.roles, facts) };
  if (layout.kind === 'readings') {
    const filled = filledDown(cells, merges, layout.roles);
    return { kind: 'readings', ...readReadings(filled, layout.header, layout.roles, facts) };
  }
  const sheet = readSheet(layout, facts);
  const kind = layout.turned ? 'sheet, KPIs in columns' : 'sheet';
  return { kind, ...sheet, guesses: [...layout.guesses, ...sheet.guesses] };
}

/** Sets a file's content beside what is stored: what would be created, changed and left, and every cell that cannot be read. */
export function preview(
  content: FileContent,
  kpis: readonly KnownDefinition[],
  stored: StoredReadings,
  columnName?: ColumnName,
): Preview {
  const compared =
    content.kind === 'definitions'
      ? { kind: content.kind, ...compareDefinitions(content, kpis) }
      : { kind: content.kind, ...compareReadings(content, stored, columnName) };
  const { create, change, same, unreadable, skip } = compared;
  const counts = {
    create: create.length,
    change: change.length,
    same: same.length,
    unreadable: unreadable.length,
    skip: skip.reduce((sum, each) => sum + each.cells.length, 0),
  };
  return { ...compared, counts };
}

function compareDefinitions(
  extract: DefinitionsExtract,
  kpis: readonly KnownDefinition[],
): DefinitionsPreview {
  const { entries, unreadable, skip, guesses } = extract;
  const result: DefinitionsPreview = { create: [], change: [], same: [], unreadable, skip, guesses };
  const byKey = new Map(kpis.map((kpi) => [kpi.key, kpi]));
  for (const entry of entries) {
    const before = byKey.get(entry.key);
    const changes = before ? changesOf(entry.fields, before) : [];
    if (!before) result.create.push(entry);
    else if (changes.length > 0) result.change.push({ ...entry, changes });
    else result.same.push(entry);
  }
  return result;
}

function changesOf(fields: DefinitionFields, before: KnownDefinition): FieldChange[] {
  const names = Object.keys(fields) as (keyof DefinitionFields)[];
  return names
    .map((field) => ({ field, from: before[field] ?? null, to: fields[field] }))
    .filter(({ from, to }) => plain(from) !== plain(to));
}

// Units and labels are compared by content; the order in which a unit's fields were stored says nothing.
function plain(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return JSON.stringify(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
