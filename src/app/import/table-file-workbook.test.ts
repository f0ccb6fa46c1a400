import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { dateCell, makeWorkbook } from '../../../test/make-workbook.ts';
import { readTableFile } from './table-file-workbook.ts';

describe('a sheet of a workbook', () => {
  it('is cut into the texts that its formats show, with all places of the numbers', async () => {
    const table = await readTableFile(
      await makeWorkbook([
        {
          name: 'KPIs',
          rows: [
            ['Metric', dateCell('2026-01-01', 'mmm-yy'), dateCell('2026-02-28', 'dd/mm/yyyy')],
            ['On time', { value: 0.9525, numFmt: '0%' }, { value: 0.07, numFmt: '0.0%' }],
            ['Cost', { value: 1234.5, numFmt: '#,##0.00 "€"' }, 1.234],
            ['Answer', { value: 0.175, numFmt: '[h]:mm' }, '4h 12m'],
            ['Said', true, '1.234,5'],
          ],
        },
      ]),
    );
    assert.deepEqual(table.cells, [
      ['Metric', '2026-01', '2026-02-28'],
      ['On time', '95.25%', '7%'],
      ['Cost', '€ 1234.5', '1.2340'],
      ['Answer', '4:12:00', '4h 12m'],
      ['Said', 'TRUE', '1.234,5'],
    ]);
    assert.deepEqual(
      [table.encoding, table.delimiter, table.notes, table.faults, table.workbook?.sheet],
      ['Excel workbook', '', [], [], 'KPIs'],
    );
  });

  it('keeps its empty rows and columns, so that each cell has the address that it has there', async () => {
    const { cells } = await readTableFile(
      await makeWorkbook([{ name: 'A', rows: [[], [null, 'x'], [], [null, null, 1], [null, ' ']] }]),
    );
    assert.deepEqual(cells, [[], ['', 'x'], [], ['', '', '1']]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const rows = [[dateCell('2026-01-31', 'yyyy-mm-dd')]];
    for (const system of ['1900', '1904'] as const) {
      const { cells } = await readTableFile(await makeWorkbook([{ name: 'A', rows }], system));
      assert.deepEqual(cells, [['2026-01-31']]);
    }
  });

  it('gives the saved value of a formula, its error, or the formula where nothing was saved', async () => {
    const { cells, notes } = await readTableFile(
      await makeWorkbook([
        {
          name: 'A',
          rows: [[{ value: 3.5, formula: 'SUM(B1:C1)' }, { value: null, formula: 'SUM(C1:D1)' }, '#N/A']],
        },
      ]),
    );
    assert.deepEqual(cells, [['3.5', '=SUM(C1:D1)', '#N/A']]);
    assert.deepEqual(notes, [
      'The formula in B1 has no saved value: open the workbook, let it calculate, and save it.',
    ]);
  });

  it('tells of hidden rows and columns and of numbers in merged cells, which are read', async () => {
    const {
      cells,
      notes,
      workbook: found,
    } = await readTableFile(
      await makeWorkbook([
        {
          name: 'A',
          rows: [['Title'], ['a', 'b', 'c'], ['d', 1, null], ['e'], ['f']],
          columns: [{}, { hidden: true }, {}],
          rowDefs: new Map([
            [2, { hidden: true }],
            [3, { hidden: true }],
            [9, { hidden: true }],
          ]),
          merges: [
            { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
            { startRow: 2, startCol: 1, endRow: 2, endCol: 2 },
          ],
        },
      ]),
    );
    assert.deepEqual(cells[2], ['d', '1']);
    assert.deepEqual(notes, [
      'The hidden rows 3 to 4 are read like the others.',
      'The hidden column B is read like the others.',
      'Merged cells with a number, B3:C3, count as their first cell; the others are empty.',
    ]);
    assert.deepEqual(found?.merges[0], { top: 0, left: 0, bottom: 0, right: 2 });
  });

  it('is the first one that can be seen and has headings, or the one that is named', async () => {
    const bytes = await makeWorkbook([
      { name: 'Old', hidden: true, rows: [['hidden']] },
      { name: 'Cover', rows: [] },
      { name: 'Notes', rows: [['see the next sheet']] },
      {
        name: 'KPIs',
        rows: [
          ['Metric', '2026-01'],
          ['Calls', 5],
        ],
      },
    ]);
    const table = await readTableFile(bytes);
    assert.deepEqual(table.cells[1], ['Calls', '5']);
    assert.deepEqual(table.workbook?.sheets, [
      { name: 'Old', hidden: true },
      { name: 'Cover', hidden: false },
      { name: 'Notes', hidden: false },
      { name: 'KPIs', hidden: false },
    ]);
    assert.deepEqual(table.notes, ["Only the sheet 'KPIs' was read, not 'Old' (hidden), 'Cover', 'Notes'."]);
    assert.deepEqual((await readTableFile(bytes, 'old')).cells, [['hidden']]);
    await assert.rejects(readTableFile(bytes, 'Cover'), {
      field: 'sheet',
      message:
        "There are no cells in the sheet 'Cover'; the sheets of this workbook are 'Old' (hidden), 'Cover', 'Notes', 'KPIs'.",
    });
    await assert.rejects(readTableFile(bytes, 'Sheet1'), {
      field: 'sheet',
      message: "There is no sheet 'Sheet1' in this workbook, but 'Old' (hidden), 'Cover', 'Notes', 'KPIs'.",
    });
    await assert.rejects(readTableFile(Buffer.from('a;b\n'), 'KPIs'), {
      field: 'sheet',
      message: /has no sheets/,
    });
  });

  it('is read with 12,000 rows', async () => {
    const rows = Array.from({ length: 12_000 }, (_, at) => [
      `k${at % 40}`,
      at / 7,
      { value: 0.5, numFmt: '0%' },
    ]);
    const { cells } = await readTableFile(await makeWorkbook([{ name: 'A', rows }]));
    assert.equal(cells.length, 12_000);
    assert.deepEqual(cells[11_999], ['k39', '1714.14285714286', '50%']);
  });
});

describe('what is no workbook that can be read', () => {
  const refused = (bytes: Uint8Array, message: RegExp, code = 'invalid') =>
    assert.rejects(readTableFile(bytes), (fault: { name: string; message: string; code: string }) => {
      assert.equal(fault.name, 'TableFileFault');
      assert.match(fault.message, message);
      assert.equal(fault.code, code);
      return true;
    });

  it('is told so: protected, old, binary, OpenDocument, a packed file, empty', async () => {
    const sheets = [{ name: 'A', rows: [['x']] }];
    await refused(
      await writeXlsx({ sheets, encryption: { password: 'secret', spinCount: 100 } }),
      /protected by a password: save it without one/,
    );
    await refused(
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, ...Array(600).fill(0)]),
      /old Excel workbook \(\.xls\)/,
    );
    await refused(zip({ 'xl/workbook.bin': 'x' }), /binary Excel workbook \(\.xlsb\): save it as/);
    await refused(
      zip({ mimetype: 'x', 'content.xml': 'y' }),
      /OpenDocument file.*save it as an Excel workbook/,
    );
    await refused(
      zip({ 'word/document.xml': 'x', '[Content_Types].xml': 'y' }),
      /no Excel workbook is in it/,
    );
    await refused(await makeWorkbook([{ name: 'A', rows: [] }]), /^The workbook is empty/);
    await refused(
      await makeWorkbook([
        { name: 'A', rows: [] },
        { name: 'B', hidden: true, rows: [['x']] },
      ]),
      /Name a hidden one.*'B' \(hidden\)/,
    );
  });

  it('is told to be damaged wherever it is cut off or a byte of it is another', async () => {
    const whole = await makeWorkbook([
      {
        name: 'A',
        rows: [
          ['Metric', 1, 2],
          ['x', 3, 4],
        ],
      },
    ]);
    for (const share of [0.1, 0.5, 0.9, 0.99])
      await refused(whole.slice(0, Math.floor(whole.length * share)), /damaged or cut off/);
    for (let at = 40; at < whole.length; at += 211) {
      const bent = whole.slice();
      bent[at] = bent[at]! ^ 0x5a;
      await readTableFile(bent).then(
        ({ cells }) => assert.ok(cells.length > 0),
        (fault: Error) => assert.equal(fault.name, 'TableFileFault', fault.message),
      );
    }
  });

  it('is refused before it is unpacked when it is small and unpacks to much, and while it unpacks when it lies', async () => {
    const parts = { '[Content_Types].xml': 'x', 'xl/workbook.xml': Buffer.alloc(2 ** 20) };
    await refused(
      zip(parts, () => 150 * 2 ** 20),
      /unpacks to 300 MB, and 256 MB are read at most/,
      'too_large',
    );
    await refused(
      zip(parts, () => 1_000),
      /damaged/,
    );
    await refused(
      zip(parts, () => 0),
      /does not say how large/,
    );
    await refused(
      zip(parts, () => 0xffffffff),
      /does not say how large/,
    );
  });

  it('is refused when two cells span more rows and columns than can be read', async () => {
    const rows: CellValue[][] = Array.from({ length: 30_000 }, () => []);
    rows[0] = ['a'];
    rows.push([...Array(999).fill(null), 'b']);
    await refused(
      await makeWorkbook([{ name: 'A', rows }]),
      /reaches over 30001 rows and 1000 columns/,
      'too_large',
    );
  });
});

/** A ZIP file of these parts, which says of each to have the given size. */
function zip(
  parts: Record<string, string | Buffer>,
  saying: (size: number) => number = (size) => size,
): Uint8Array {
  const [local, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(saying(Buffer.byteLength(content)), 18);
    facts.writeUInt16LE(name.length, 22);
    const own = [Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed];
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0'), facts, place, Buffer.from(name));
    local.push(...own);
    at += Buffer.concat(own).length;
  }
  const end = Buffer.alloc(18);
  const size = Buffer.concat(directory).length;
  for (const offset of [4, 6]) end.writeUInt16LE(Object.keys(parts).length, offset);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, ...directory, Buffer.from('PK\x05\x06'), end]);
}
