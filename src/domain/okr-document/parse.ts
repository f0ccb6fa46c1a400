import type { DocumentLine, LineKind, OkrDocument } from './document.ts';
import { labelOf } from './label.ts';
import { markedLines } from './line.ts';
import { cycleIn, isObjectiveHeading, isTeamItem, isTitle, type Placed, placed } from './outline.ts';
import { type Column, cellsOf, columnsOf, isSeparator } from './table.ts';
import { type Writer, writerOf } from './writer.ts';

/** What a person says a line is, by its number; it goes before what was read. */
export type LineCorrections = ReadonlyMap<number, LineKind>;

/** Reads an OKR document in Markdown as people write it; each line comes out as what it is, and none is dropped. */
export function parseOkrDocument(text: string, corrections: LineCorrections = new Map()): OkrDocument {
  const lines = placed(markedLines(text));
  const writer = writerOf();
  const kinds: DocumentLine[] = [];
  let columns: Column[] | undefined;
  for (const [at, line] of lines.entries()) {
    if (line.mark !== 'table') columns = undefined;
    let kind: LineKind;
    const given = corrections.get(line.line);
    if (given !== undefined) kind = writer.put(given, line);
    else if (line.mark === 'table') {
      if (columnsOf(line.raw) && isSeparator(lines[at + 1]?.raw ?? '')) {
        columns = columnsOf(line.raw);
        kind = 'note';
      } else if (isSeparator(line.raw)) kind = columns ? 'note' : 'not understood';
      else kind = columns ? writer.row(line, columns, cellsOf(line.raw)) : 'not understood';
    } else kind = kindOf(at, lines, writer);
    kinds.push({ line: line.line, text: line.raw, kind });
  }
  const title = lines.find((line, at) => line.mark === 'heading' || isTitle(at, lines))?.text ?? '';
  return {
    cycle:
      cycleIn(title) ??
      cycleIn(
        lines
          .slice(0, 12)
          .map(({ text: each }) => each)
          .join('\n'),
      ),
    lines: kinds,
    teams: writer.teams,
    objectives: writer.objectives,
  };
}

function kindOf(at: number, lines: readonly Placed[], writer: Writer): LineKind {
  const line = lines[at]!;
  switch (line.mark) {
    case 'blank':
    case 'rule':
      return 'blank';
    case 'fence':
      return 'not understood';
    case 'quote':
      return writer.put('note', line);
    case 'heading':
      return headingOf(at, lines, writer);
    case 'item':
      return itemOf(line, writer);
    default:
      return textOf(at, lines, writer);
  }
}

function headingOf(at: number, lines: readonly Placed[], writer: Writer): LineKind {
  const line = lines[at]!;
  const label = labelOf(line.text);
  if (label?.label === 'heading') return writer.expecting(line);
  if (label?.label === 'objective' || label?.label === 'key result')
    return writer.put(label.label, line, true);
  if (isTitle(at, lines)) return 'title';
  if (isObjectiveHeading(at, lines)) return writer.put('objective', line, true);
  // "Stretch" below an objective parts its key results, and is no team.
  return writer.put(writer.isBelowObjective(line.depth) ? 'note' : 'team', line);
}

const labelled: readonly string[] = ['objective', 'key result', 'initiative', 'note', 'outcome'];

function itemOf(line: Placed, writer: Writer): LineKind {
  const label = labelOf(line.text);
  if (label?.label === 'heading') return writer.expecting(line);
  if (label?.label === 'owner' || label?.label === 'score')
    return writer.attribute(label.label, label.rest, line.rank);
  if (label && labelled.includes(label.label)) return writer.put(label.label as LineKind, line);
  if (isTeamItem(line)) return writer.put('team', line);
  return writer.put(writer.expectedAt(line.rank), line);
}

function textOf(at: number, lines: readonly Placed[], writer: Writer): LineKind {
  const line = lines[at]!;
  const label = labelOf(line.text);
  if (/^</.test(line.text) && />$/.test(line.text)) return 'not understood';
  if (label?.label === 'heading') return writer.expecting(line);
  if (label?.label === 'owner' || label?.label === 'score') return writer.attribute(label.label, label.rest);
  if (label && labelled.includes(label.label))
    return writer.put(label.label as LineKind, line, label.label === 'objective');
  if (/^=+\s*>/.test(line.text)) return writer.put('outcome', line);
  if (isTitle(at, lines)) return 'title';
  const next = lines.slice(at + 1).find(({ mark }) => mark !== 'blank');
  // A bold line before a list is its heading.
  if (line.isBold && next?.mark === 'item' && next.rank === 0) {
    const isTeam = next.children.length > 0;
    return writer.put(isTeam ? 'team' : 'objective', line, !isTeam);
  }
  return writer.put('note', line);
}
