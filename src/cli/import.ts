import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { ImportPreview, ImportResult } from '#contract/imports.ts';
import type { Input } from '#contract/index.ts';
import { formatValue } from '#domain/kpi/format.ts';
import type { Common } from './parse.ts';
import { plain, table } from './table.ts';
import { Usage } from './usage.ts';
import { callerOf, type World } from './world.ts';

/** What `tandem import --help` prints. */
const importHelp = `Import an Excel workbook or a CSV file of definitions, readings, or a scorecard.

  tandem import FILE [--dry-run] [--sheet NAME] [--reason TEXT] [--accept] [--corrections JSON]

  FILE           an Excel workbook (.xlsx) or a CSV file; - reads the standard input
  --dry-run      show what would be created, changed and skipped, and change nothing
  --sheet        of a workbook, by its name; else the first one that can be seen and has headings
  --reason       why readings that are there change; needed when some do
  --accept       create the KPIs that the file names and that are not there
  --corrections  answers to the guesses, such as '{"order":"month first"}'
`;

/** The command `import`: shows what a file would do and every cell that cannot be read, then applies it with a progress bar. */
export async function importFile(words: readonly string[], common: Common, world: World): Promise<number> {
  if (common.help) {
    world.out(importHelp);
    return 0;
  }
  const { path, isDry, accepts, ...rest } = flagsOf(words);
  const file: Input<'imports.preview'> = {
    name: path === '-' ? '' : basename(path),
    content: bytesOf(path).toString('base64'),
    encoding: 'base64',
    ...rest,
  };
  const call = callerOf(common, world);
  let seen = await call('imports.preview', file);
  if (accepts && seen.proposals.length > 0) {
    file.accept = seen.proposals.map(({ row: _, column: __, ...kpi }) => kpi);
    seen = await call('imports.preview', file);
  }
  const say = (text: string) => (common.json ? world.err(text) : world.out(text));
  if (isDry) {
    world.out(common.json ? `${JSON.stringify(seen, null, 2)}\n` : previewText(seen));
    return 0;
  }
  say(previewText(seen));
  if (seen.needsReason && !file.reason)
    throw new Usage('Readings that are there would change: say why with --reason, or leave them out.');
  const done = await call('imports.apply', file, { onProgress: bar(world) });
  world.out(common.json ? `${JSON.stringify(done, null, 2)}\n` : resultText(done));
  return 0;
}

function flagsOf(words: readonly string[]) {
  const { values, positionals } = parsed(words);
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new Usage(`Say which file.\n\n${importHelp}`);
  const corrections = values.corrections === undefined ? undefined : json(values.corrections);
  return {
    path,
    isDry: values['dry-run'] ?? false,
    accepts: values.accept ?? false,
    ...(values.reason !== undefined && { reason: values.reason }),
    ...(values.sheet !== undefined && { sheet: values.sheet }),
    ...(corrections !== undefined && { corrections }),
  };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' },
        accept: { type: 'boolean' },
        reason: { type: 'string' },
        sheet: { type: 'string' },
        corrections: { type: 'string' },
      },
    });
  } catch (fault) {
    throw new Usage(`${(fault as Error).message}\n\n${importHelp}`);
  }
}

function json(text: string): NonNullable<Input<'imports.preview'>['corrections']> {
  try {
    return JSON.parse(text);
  } catch {
    throw new Usage(`--corrections is not JSON: write it as '{"order":"month first"}'.`);
  }
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path === '-' ? 0 : path);
  } catch (fault) {
    throw new Usage(`The file ${path} cannot be read (${(fault as NodeJS.ErrnoException).code}).`);
  }
}

function previewText(seen: ImportPreview): string {
  const { counts, file, guesses, proposals, skip, unreadable } = seen;
  const what = seen.kind === 'definitions' ? 'KPIs' : 'readings';
  const parts = [
    `A file of ${seen.kind}: ${file.rows} rows, ${file.encoding}${file.sheet === null ? '' : `, sheet '${file.sheet}'`}.`,
    ...file.notes,
    `${counts.create} ${what} to create, ${counts.change} to change, ${counts.same} the same, ${counts.skip} cells skipped, ${counts.unreadable} cells that cannot be read.`,
  ];
  // No table: it would cut the reasons short.
  const cells = unreadable.map(({ at, why }) => `  ${plain(at)}: ${plain(why)}\n`);
  const faults = cells.length === 0 ? '' : `\nCannot be read\n${cells.join('')}`;
  const lists: [string, object[]][] = [
    ['Skipped', skip.map(({ why, cells, first }) => ({ cells, from: first.at, why }))],
    ['Changes', changesOf(seen)],
    [
      'Guesses (settle them with --corrections)',
      guesses.map(({ about, at, guess, alternatives, example }) => ({
        ...{ about, at: at ?? 'everywhere', guess, or: alternatives.join(', '), example },
      })),
    ],
    [
      'Not there yet (create them with --accept)',
      proposals.map(({ row, name, key, cadence }) => ({ row, name, key, cadence })),
    ],
  ];
  const tables = lists
    .filter(([, rows]) => rows.length > 0)
    .map(([title, rows]) => `\n${title}\n${table(rows as Record<string, unknown>[])}`);
  return `${parts.map((line) => `${plain(line)}\n`).join('')}${faults}${tables.join('')}\n`;
}

function changesOf(seen: ImportPreview): object[] {
  const readings = seen.corrections.map(({ at, name, period, before, value, unit, decimals }) => {
    const shown = (each: number) => formatValue(each, unit, decimals);
    return { at, kpi: name, period, from: shown(before), to: shown(value) };
  });
  const definitions = seen.definitions.change.flatMap(({ row, key, fields }) =>
    fields.map(({ field, from, to }) => ({ row, kpi: key, field, from: text(from), to: text(to) })),
  );
  return [...readings, ...definitions];
}

function text(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
}

function resultText({ kpis, readings }: ImportResult): string {
  const lines = [['KPIs', kpis] as const, ['Readings', readings] as const].filter(([, counts]) =>
    Object.values(counts).some((count) => count > 0),
  );
  const words = lines.map(
    ([what, { created, changed, same }]) =>
      `${what}: ${created} created, ${changed} changed, ${same} the same.\n`,
  );
  return words.length === 0 ? 'Nothing to import.\n' : words.join('');
}

// A bar only where somebody watches; in a log file it would be a thousand lines.
function bar(world: World): (done: number, total: number) => void {
  const { width } = world;
  if (width === undefined) return () => {};
  const room = Math.max(10, Math.min(40, width - 30));
  return (done, total) => {
    const full = Math.round((done / total) * room);
    const line = `\r${'█'.repeat(full)}${'░'.repeat(room - full)} ${done} of ${total}`;
    world.err(done === total ? `${line}\n` : line);
  };
}
