import type { Day } from '#domain/time/day.ts';
import { plain } from '../table.ts';
import { Unusable } from '../unusable.ts';
import { Usage } from '../usage.ts';
import { diagnose, refusedDiagnosis } from './diagnose.ts';
import { type Flags, flagsOf } from './flags.ts';
import { analyseHelp } from './help.ts';
import { seriesOfLine } from './json-line.ts';
import { linesOf, mostLineBytes } from './lines.ts';
import { type ReportLine, refusedLine, report, reportLine } from './report.ts';
import type { RefusedSeries, Series } from './series.ts';
import { openSource, type Source, wholeOf } from './source.ts';
import { seriesOfTable, type Table } from './table-series.ts';

/** What the command touches of the world; tests bring their own. */
export type AnalyseWorld = {
  /** Takes a text; gives a promise when the reader is slower than the writer. */
  out(text: string): Promise<unknown> | undefined;
  err(text: string): void;
  /** The bytes of the standard input. */
  input: AsyncIterable<Uint8Array>;
  /** The columns of the terminal. */
  width: number;
  today: Day;
  /** Cuts the bytes of a CSV or of a sheet of a workbook into cells; loaded when a table comes. */
  readTable(): Promise<ReadTable>;
};

type ReadTable = (bytes: Uint8Array, sheet?: string) => Promise<Table>;

const mostTableBytes = 16 * 2 ** 20;

/** The command `analyse`: judges each series of a file, in order and one at a time. Gives 0, 1 when the file cannot be analysed, 2 for what is no command. */
export async function analyse(words: readonly string[], world: AnalyseWorld): Promise<number> {
  if (words.includes('--help') || words.includes('-h')) {
    await world.out(analyseHelp);
    return 0;
  }
  try {
    const flags = flagsOf(words);
    const source = await openSource(flags.path, world.input);
    const found = source.kind === 'lines' ? linesIn(source, flags) : tableIn(source, flags, world);
    await answered(found, flags, world);
    return 0;
  } catch (fault) {
    if (fault instanceof Usage) return failed(world, fault.message, 2);
    if (fault instanceof Unusable) return failed(world, plain(fault.message), 1);
    throw fault;
  }
}

/** Prints each series as it comes; the table for people is as wide as its widest cell, and waits for the last. */
async function answered(
  found: AsyncIterable<Series | RefusedSeries>,
  { jsonl, raw }: Flags,
  world: AnalyseWorld,
): Promise<void> {
  const lines: ReportLine[] = [];
  let judged = 0;
  let first: string | undefined;
  for await (const series of found) {
    if ('refused' in series) {
      first ??= series.refused;
      if (jsonl) await world.out(`${JSON.stringify(refusedDiagnosis(series))}\n`);
      else lines.push(refusedLine(series));
      continue;
    }
    judged += 1;
    const { diagnosis, background } = diagnose(series, raw);
    if (jsonl) await world.out(`${JSON.stringify(diagnosis)}\n`);
    else lines.push(reportLine(series, diagnosis, background));
  }
  if (!jsonl && lines.length > 0) await world.out(report(lines, world.width));
  if (judged === 0) throw new Unusable(`No series could be read. ${first ?? ''}`);
}

async function* linesIn(
  { chunks }: Source,
  { asked, columns, dates, sheet }: Flags,
): AsyncGenerator<Series | RefusedSeries> {
  if (columns || dates || sheet)
    throw new Usage(
      `${columns ? '--columns' : dates ? '--dates' : '--sheet'} is for tables, and these are JSON lines.`,
    );
  for await (const { line, text } of linesOf(chunks)) {
    if (text !== undefined) yield seriesOfLine(text, line, asked);
    else yield { id: null, refused: `Line ${line} is longer than ${mostLineBytes / 2 ** 20} MB.` };
  }
}

async function* tableIn(
  { chunks }: Source,
  { asked, columns, dates, sheet }: Flags,
  world: AnalyseWorld,
): AsyncGenerator<Series | RefusedSeries> {
  const bytes = await wholeOf(chunks, mostTableBytes);
  const readTable = await world.readTable();
  const { series, notes } = seriesOfTable(await cut(readTable, bytes, sheet), world.today, asked, {
    columns,
    dates,
  });
  for (const note of notes) world.err(`${plain(note)}\n`);
  yield* series;
}

async function cut(readTable: ReadTable, bytes: Uint8Array, sheet: string | undefined): Promise<Table> {
  try {
    return await readTable(bytes, sheet);
  } catch (fault) {
    // Its class belongs to the app, which the command line does not know.
    if (fault instanceof Error && fault.name === 'TableFileFault') throw new Unusable(fault.message);
    throw fault;
  }
}

function failed(world: AnalyseWorld, text: string, code: number): number {
  world.err(`${text}\n`);
  return code;
}
