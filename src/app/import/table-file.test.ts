import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readTable, readTableText, TableFileFault } from './table-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

test('a mark at the start of the file is no part of the first cell', () => {
  assert.deepEqual(readTable(utf8('\ufeffkpi,value\ncsat,4.3\n')).cells, [
    ['kpi', 'value'],
    ['csat', '4.3'],
  ]);
});

test('the delimiter is found below a title, among decimal commas and with ragged rows', () => {
  const sheet =
    'Scorecard, 2026\n\nMetric;18/05/2026;25/05/2026\nCalls;1,5;2,5\nMails;3,5;4,5;note\nChurn;5,5\n';
  const table = readTable(utf8(sheet));
  assert.equal(table.delimiter, ';');
  assert.deepEqual(table.cells[1], ['']);
  assert.deepEqual(table.cells[4], ['Mails', '3,5', '4,5', 'note']);
  assert.equal(readTable(utf8('a\tb\n1,5\t2,5\n')).delimiter, '\t');
  assert.equal(readTable(utf8('a|b\n1|2\n')).delimiter, '|');
  assert.equal(readTable(utf8('a,b\r1,2\r')).cells.length, 2);
});

test("Excel's own delimiter line is obeyed and keeps its row", () => {
  const table = readTableText('sep=;\na;b,c\n1;2');
  assert.deepEqual(table.cells, [[''], ['a', 'b,c'], ['1', '2']]);
});

test('UTF-16 with a mark and Windows-1252 are read, and the latter is said', () => {
  const wide = Buffer.from('\ufeffname;€\nZoë;1\n', 'utf16le');
  assert.deepEqual(readTable(wide).cells[1], ['Zoë', '1']);
  assert.deepEqual(readTable(wide.swap16()).cells[0], ['name', '€']);
  const western = readTable(
    Uint8Array.from([...utf8('name;'), 0x80, 0x0a, ...utf8('Zo'), 0xeb, ...utf8(';1')]),
  );
  assert.deepEqual(western.cells, [
    ['name', '€'],
    ['Zoë', '1'],
  ]);
  assert.equal(western.encoding, 'Windows-1252');
  assert.match(western.notes[0] ?? '', /not valid UTF-8/);
});

test('a binary file is refused with a sentence that says what to do', () => {
  const files = [
    [0x50, 0x4b, 3, 4, 0, 0],
    [0xd0, 0xcf, 0x11, 0xe0],
    [0x89, 0x50, 0x4e, 0x47, 0, 1],
    [0x61, 1, 2],
    [0xff, 0xfe, 0x61],
  ];
  for (const bytes of files)
    assert.throws(
      () => readTable(Uint8Array.from(bytes)),
      (error) => error instanceof TableFileFault && /CSV/.test(error.message),
    );
});

test('a broken line is named by its number', () => {
  const table = readTableText('kpi,note\ncsat,"two\nlines"\ncalls,"never closed\nnps,3\n');
  assert.deepEqual(
    table.faults.map((fault) => fault.line),
    [4],
  );
  assert.match(table.faults[0]?.why ?? '', /never closed/);
  assert.deepEqual(
    readTableText('sep=,\na,b\n1,"x"y\n2,3').faults.map((fault) => fault.line),
    [3],
  );
});

test('an empty file has no cells', () => {
  assert.deepEqual(readTable(new Uint8Array()).cells, []);
  assert.deepEqual(readTable(utf8('\n\n')).cells, []);
});

test('no bytes do anything but make a table or a TableFileFault', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 40 }).map(utf8)),
      (bytes) => {
        try {
          assert.ok(Array.isArray(readTable(bytes).cells));
        } catch (error) {
          assert.ok(error instanceof TableFileFault, String(error));
        }
      },
    ),
    { numRuns: 300 },
  );
});
