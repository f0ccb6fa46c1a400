import type {
  ImportedDefinition,
  ImportedKpi,
  ImportGuess,
  ImportPreview,
  ProposedKpi,
  ReadingCorrection,
  UnreadableCell,
} from '#contract/imports.ts';
import { cellAddress, letteredColumn, numberedColumn } from '#domain/import/address.ts';
import type { Guess, Place, Proposal, Unreadable } from '#domain/import/entry.ts';
import { readNumber } from '#domain/import/number.ts';
import type { FieldChange } from '#domain/import/preview.ts';
import type { FoundReadings, Imported } from './import-content.ts';
import type { DefinitionPlan } from './import-definitions.ts';
import type { Known } from './import-known.ts';
import type { PeopleFinder } from './import-people.ts';
import { widthOf } from './import-table.ts';
import type { Table } from './table-file.ts';

// A file of rubbish has a fault in every cell; nobody reads on after so many.
const most = 5_000;

/** What a file would do, in the contract's shape: what changes one by one, what is created by KPI. */
export function shownPreview(imported: Imported): ImportPreview {
  const { table, known, people, found } = imported;
  const plans = 'plans' in imported ? imported.plans : [];
  const readings = 'plans' in imported ? undefined : imported.found;
  const proposals = (readings?.proposals ?? []).map((proposal) => shownProposal(proposal, people));
  const corrections = readings ? correctionsOf(readings, known, table) : [];
  return {
    kind: found.kind,
    file: {
      rows: table.cells.length,
      columns: widthOf(table),
      delimiter: table.delimiter,
      encoding: table.encoding,
      sheet: table.workbook?.sheet ?? null,
      sheets: table.workbook?.sheets ?? [],
      notes: [...table.notes, ...people.notes()],
    },
    counts: found.counts,
    needsReason: corrections.length > 0,
    unreadable: found.unreadable.slice(0, most).map((cell) => shownUnreadable(cell, table)),
    skip: found.skip.map(({ why, cells }) => ({
      why,
      cells: cells.length,
      first: { ...cells[0]!, at: placeOf(cells[0]!, table) },
    })),
    guesses: found.guesses.map((guess) => shownGuess(guess, table)),
    proposals,
    accepted: known.filter(({ row }) => !row).map(({ key }) => key),
    definitions: {
      create: plans.filter(({ kind }) => kind === 'create').map((plan) => shownDefinition(plan, people)),
      change: plans.filter(({ kind }) => kind === 'change').map((plan) => shownDefinition(plan, people)),
    },
    kpis: readings ? kpisOf(readings, known) : [],
    corrections: corrections.slice(0, most),
  };
}

// As the program shows it that the person has open: the sheet and the cell, or the line of a text.
function placeOf({ row, column }: Place, { workbook }: Table): string {
  return workbook ? `Sheet '${workbook.sheet}', ${cellAddress(row, column)}` : `Row ${row}, column ${column}`;
}

function shownUnreadable({ label, heading, kpi, period, ...cell }: Unreadable, table: Table): UnreadableCell {
  return {
    ...cell,
    at: placeOf(cell, table),
    label: label ?? null,
    heading: heading ?? null,
    kpi: kpi ?? null,
    period: period ?? null,
  };
}

function shownGuess(guess: Guess, { workbook }: Table): ImportGuess {
  const { about, guess: answer, alternatives, example } = guess;
  const columnName = workbook ? letteredColumn : numberedColumn;
  const column = 'column' in guess ? columnName(guess.column) : null;
  return {
    ...{ about, guess: answer, alternatives, example },
    row: 'row' in guess ? guess.row : null,
    column: 'column' in guess ? guess.column : null,
    at: 'row' in guess ? `row ${guess.row}` : column,
    label: 'label' in guess ? guess.label : null,
  };
}

function shownProposal(proposal: Proposal, people: PeopleFinder): ProposedKpi {
  const { owner, desired, ...rest } = proposal;
  const level = desired === undefined ? undefined : readNumber(desired, { decimal: '.' }, proposal.unit);
  return {
    ...rest,
    owner: owner === undefined ? null : people.find(owner, proposal.row),
    desired: level && 'value' in level ? level.value : null,
  };
}

function shownDefinition(plan: DefinitionPlan, people: PeopleFinder): ImportedDefinition {
  const { row, key, fields } = plan.entry;
  const changes: FieldChange[] =
    plan.kind === 'change'
      ? plan.changes
      : Object.entries(fields).map(([field, to]) => ({
          field: field as FieldChange['field'],
          from: null,
          to,
        }));
  const named = (field: string, value: unknown) =>
    (field === 'owner' && typeof value === 'string' ? people.name(value) : (value ?? null)) as never;
  return {
    ...{ row, key, name: plan.kind === 'create' ? plan.kpi.name : (fields.name ?? key) },
    fields: changes.map(({ field, from, to }) => ({ field, from: named(field, from), to: named(field, to) })),
  };
}

function kpisOf(found: FoundReadings, known: readonly Known[]): ImportedKpi[] {
  const names = new Map(known.map(({ key, name }) => [key, name]));
  const rows = new Map<string, ImportedKpi>();
  for (const list of ['create', 'change', 'same'] as const)
    for (const { kpi, period } of found[list]) {
      const row = rows.get(kpi) ?? {
        ...{ kpi, name: names.get(kpi) ?? kpi, create: 0, change: 0, same: 0, from: period, to: period },
      };
      rows.set(kpi, row);
      row[list] += 1;
      if (period < row.from) row.from = period;
      if (period > row.to) row.to = period;
    }
  return [...rows.values()];
}

function correctionsOf(found: FoundReadings, known: readonly Known[], table: Table): ReadingCorrection[] {
  const byKey = new Map(known.map((kpi) => [kpi.key, kpi]));
  return found.change.flatMap(({ row, column, kpi, period, value, text, before }) => {
    // A reading that was withdrawn is no value that changes: it is given anew.
    if (before.value === null) return [];
    const { name, unit, decimals } = byKey.get(kpi)!;
    const at = placeOf({ row, column }, table);
    return { row, column, at, kpi, name, unit, decimals, period, before: before.value, value, text };
  });
}
