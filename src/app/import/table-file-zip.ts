import { TableFileFault } from './table-file.ts';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const longestComment = 0xffff;
const inZip64 = 0xffffffff;
const isStreamed = 8;

/** A workbook that unpacks to more is refused before any of it is unpacked: 12 MB could hold 12 GB. */
const mostUnpackedBytes = 256 * 2 ** 20;

/** What is told of a workbook of which no sense can be made. */
export const damaged =
  'The workbook is damaged or cut off: open it in the spreadsheet program, save it again, and import that.';

/**
 * The names of the parts of a ZIP file; throws TableFileFault when its directory is broken, when the parts would unpack to more than
 * 256 MB together, or when one does not say its size. The reader of workbooks unpacks no part further than it says.
 */
export function partsOfZip(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endAt(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const names: string[] = [];
  let unpacked = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry)
      throw new TableFileFault(damaged);
    const [flags, packed, size] = [
      view.getUint16(at + 8, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 24, true),
    ];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    // Nothing, packed, is a few bytes, and some writers mark it as streamed.
    const isUnsaid =
      size === 0 && (packed > 64 || (packed === 0 && flags & isStreamed && !name.endsWith('/')));
    if (isUnsaid || size === inZip64)
      throw new TableFileFault(
        'The workbook does not say how large its parts are: open it in the spreadsheet program, save it again, and import that.',
      );
    unpacked += size;
    names.push(name);
    at += 46 + nameLength + extra + comment;
  }
  if (unpacked > mostUnpackedBytes)
    throw new TableFileFault(
      `The workbook unpacks to ${Math.ceil(unpacked / 2 ** 20)} MB, and ${mostUnpackedBytes / 2 ** 20} MB are read at most: keep only the sheet to import, without pictures, or cut it in parts.`,
      { code: 'too_large' },
    );
  return names;
}

function endAt(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1)
    if (view.getUint32(at, true) === endOfDirectory) return at;
  throw new TableFileFault(damaged);
}
