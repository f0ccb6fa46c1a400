import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { analysed, diagnoses } from '../../../test/analysed.ts';
import { dateCell, makeWorkbook } from '../../../test/make-workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-analyse-'));
after(() => rmSync(folder, { recursive: true }));

const calls = [10, 12, 11, 9, 10, 13, 11, 10, 12, 9, 11, 10];
const month = (index: number) => `2025-${String(index + 1).padStart(2, '0')}`;
const wide = `Month,Calls,Share\n${calls.map((value, index) => `${month(index)},${value},"${value},5%"`).join('\n')}\n`;
const asLine = (values: (number | null)[], fields = {}) =>
  JSON.stringify({ id: 'Calls', values, cadence: 'monthly', ...fields });

describe('a table with a column of periods', () => {
  it('is judged column by column as the same values in JSON are', async () => {
    const [first, second] = await diagnoses(wide);
    const [line] = await diagnoses(asLine(calls));
    assert.deepEqual(first, line);
    assert.equal(second!.id, 'Share');
    assert.equal(second!.limits!.centre, first!.limits!.centre + 0.5);
  });

  it('may have its rows in any order, gaps among them, and its periods in the last column', async () => {
    const rows = calls.map((value, index) => `${value};1.${month(index).slice(5)}.2025`);
    const shuffled = [...rows.slice(7), ...rows.slice(0, 5)];
    const [found] = await diagnoses(`Calls;Tag\n${shuffled.join('\n')}\n`);
    const gappy = calls.map((value, index) => (index === 5 || index === 6 ? null : value));
    assert.deepEqual(found, (await diagnoses(asLine(gappy)))[0]);
  });

  it('refuses two values of one period, each naming the other', async () => {
    const { code, out, err } = await analysed(`${wide}2025-03,14,1%\n`, ['--columns', 'calls']);
    assert.equal(code, 0);
    assert.match(err, /Row 4, column 2 .*Calls has more than one value for 2025-03: in row 4 and row 14\./);
    assert.match(err, /Row 14, column 2 .*in row 14 and row 4\./);
    assert.match(out, /all 11 values/);
    assert.doesNotMatch(out + err, /Share/);
  });

  it('has its cadence by its periods, or by the flag', async () => {
    const days = calls.map((value, index) => `2025-03-${String(10 + index)},${value}`).join('\n');
    const daily = await diagnoses(`day,calls\n${days}\n`);
    assert.equal(daily[0]!.forecast!.mean.length, 30);
    const mondays = calls.map((_, index) => `2025-0${1 + Math.floor(index / 4)}-${6 + (index % 4) * 7},7`);
    const [weekly] = await diagnoses(`day,calls\n${mondays.join('\n')}\n`, ['--cadence', 'weekly']);
    assert.equal(weekly!.forecast!.mean.length, 13);
  });

  it('leaves out the value of the period that has not ended', async () => {
    const csv = `Month,Calls\n${calls.map((value, index) => `${month(index)},${value}`).join('\n')}\n`;
    const { out, err } = await analysed(csv, [], { today: '2025-12-31' });
    assert.match(out, /all 11 values/);
    assert.equal(err, '2025-12 has not ended: its value is left out.\n');
    // A file that goes on after today is not about today.
    assert.match((await analysed(csv, [], { today: '2025-11-30' })).out, /all 12 values/);
  });

  it('reads dates month first when it is told so', async () => {
    const rows = calls.map((value, index) => `${index + 1}/1/2025,${value}`).join('\n');
    const plain = await analysed(`day,Calls\n${rows}\n`);
    assert.match(plain.err, /Dates such as 1\/1\/2025 were read as day first; .*--dates month-first\./);
    const [found] = await diagnoses(`day,Calls\n${rows}\n`, ['--dates', 'month-first']);
    assert.deepEqual(found, (await diagnoses(asLine(calls)))[0]);
  });

  it('may hold a column of words, which is told once and left out', async () => {
    const rows = calls.map((value, index) => `${month(index)},North,${value}`).join('\n');
    const { code, out, err } = await analysed(`month,region,Calls\n${rows}\n`);
    assert.equal(code, 0);
    assert.match(
      err,
      /^"region" is left out, for it holds no number that can be used\. Row 2, column 2 .*"North" is not a number\.\n$/,
    );
    assert.match(out, /^Calls/m);
  });

  it('comes in the encodings and with the marks that spreadsheets save', async () => {
    const expected = await diagnoses(wide.replace('Calls', 'Aufträge'));
    const text = wide.replace('Calls', 'Aufträge').replaceAll('\n', '\r\n');
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    for (const bytes of [Buffer.from(`\ufeff${text}`), utf16, Buffer.from(text, 'latin1')])
      assert.deepEqual(await diagnoses([bytes]), expected);
    assert.match((await analysed([Buffer.from(text, 'latin1')])).err, /not valid UTF-8/);
  });
});

describe('a sheet of a workbook', () => {
  const sheetOf = (name: string, last: number | string) => ({
    name,
    rows: [
      ['Month', 'Calls', 'Share'],
      ...calls.map((value, at) => [
        dateCell(`${month(at)}-01`, 'mmm-yy'),
        at === 11 ? last : value,
        { value: (value + 0.5) / 100, numFmt: '0.0%' },
      ]),
    ],
  });

  it('is judged as the same values in a CSV are, the first one or the one that is named', async () => {
    const bytes = await makeWorkbook([sheetOf('A', 10), sheetOf('B', '#REF!')]);
    assert.deepEqual(await diagnoses([bytes]), await diagnoses(wide));
    const { code, err } = await analysed([bytes], ['--sheet', 'B']);
    assert.equal(code, 0);
    assert.match(err, /^Only the sheet 'B' was read, not 'A'\.\n/);
    assert.match(
      err,
      /Sheet 'B', B13 \(Calls, 2025-12\): "#REF!" is an error of the spreadsheet, not a number\./,
    );
  });

  it('that there is not is told with those that there are, and JSON lines have none', async () => {
    const { code, err } = await analysed([await makeWorkbook([sheetOf('A', 10)])], ['--sheet', 'C']);
    assert.deepEqual([code, err], [1, "There is no sheet 'C' in this workbook, but 'A'.\n"]);
    const lines = await analysed(asLine(calls), ['--sheet', 'C']);
    assert.deepEqual([lines.code, lines.err], [2, '--sheet is for tables, and these are JSON lines.\n']);
  });
});

describe('a table with one line a reading', () => {
  it('is judged KPI by KPI, each from its own first period', async () => {
    const rows = calls.map((value, index) => `Calls,${month(index)},${value}`);
    const late = calls.slice(3).map((value, index) => `Late,${month(index + 3)},${value}`);
    const [first, second] = await diagnoses(`kpi,period,value\n${[...late, ...rows].join('\n')}\n`);
    assert.deepEqual([first!.id, second!.id], ['Late', 'Calls']);
    assert.deepEqual(first!.limits, (await diagnoses(asLine(calls.slice(3))))[0]!.limits);
    assert.deepEqual(second, (await diagnoses(asLine(calls)))[0]);
  });

  it('may give two sums instead of a value', async () => {
    const rows = calls.map((value, index) => `Calls,${month(index)},${value * 4},4`).join('\n');
    const [found] = await diagnoses(`kpi,period,numerator,denominator\n${rows}\n`);
    assert.deepEqual(found, (await diagnoses(asLine(calls)))[0]);
  });
});

describe('a file that cannot be analysed', () => {
  const table: [string, string | Uint8Array[], RegExp][] = [
    ['is empty', '', /^The file is empty: there is nothing to analyse\.\n$/],
    ['is blank', ' \n \n', /^The file is empty/],
    [
      'has one column only',
      'calls\n1\n2\n',
      /^No table of values was found\. Expected is a column of periods/,
    ],
    ['has no headings', '2025-01,1\n2025-02,2\n', /^No table of values was found/],
    ['defines KPIs', 'key,name,unit,direction,cadence\na,A,%,higher,weekly\n', /^This file defines KPIs/],
    ['is a broken workbook', [Buffer.from('PK\x03\x04\0\n{')], /^The workbook is damaged or cut off/],
    ['is binary', [Buffer.from('a\0\n{b')], /^This file is binary/],
    ['is one JSON list', '[{"id":"a","values":[1]}]', /^This is one JSON list: write one object a line/],
    ['has a quotation mark left open', 'month,a\n"2025-01,1\n', /^Line 2 is broken: .*Mend the file/],
    ['holds no number', 'month,a\n2025-01,x\n2025-02,n/a\n', /"a" is left out/],
  ];
  for (const [does, input, why] of table)
    it(`because it ${does} is told so in one line, with exit code 1`, async () => {
      const { code, out, err } = await analysed(input);
      assert.deepEqual([code, out], [1, '']);
      assert.match(err, why);
    });

  it('because it is not there or a folder says which', async () => {
    for (const [path, why] of [
      [join(folder, 'none.csv'), 'ENOENT'],
      [folder, 'EISDIR'],
    ] as const) {
      const { code, err } = await analysed('', ['--format', 'jsonl', path], {});
      assert.equal(code, 1);
      assert.equal(err, `The file ${path} cannot be read (${why}).\n`);
    }
  });

  it('because it is too large says how to go on', async () => {
    const row = Buffer.from(`2025-01,${'1,'.repeat(2 ** 19)}\n`);
    const { code, err } = await analysed(Array(20).fill(row));
    assert.equal(code, 1);
    assert.match(err, /^The table has more than 16 MB: .* JSON lines/);
  });
});

describe('the command line', () => {
  it('reads a file by its path', async () => {
    const path = join(folder, 'calls.csv');
    writeFileSync(path, wide);
    const { code, out } = await analysed('', ['--json', path]);
    assert.equal(code, 0);
    assert.equal(out.trim().split('\n').length, 2);
  });

  it('says what is wrong with a flag and what would be right', async () => {
    const table: [string[], RegExp][] = [
      [['--fast'], /--fast[\s\S]*tandem analyse FILE/],
      [['--format', 'xml'], /^--format is table or jsonl, not "xml"\.$/],
      [['--horizon', '0'], /^--horizon is 0; write a whole number from 1 to 366\.$/],
      [['--floor', 'low'], /^--floor is "low"; write a number\.$/],
      [['--cadence', 'hourly'], /^--cadence is "hourly"; write daily/],
      [['--floor', '5', '--ceiling', '3'], /^The floor \(5\) must lie below the ceiling \(3\)\.$/],
      [['--dates', 'iso'], /^--dates is day-first or month-first/],
      [['--columns', 'Calls,Cells'], /^There is no column "Cells", but: Calls, Share\.$/],
    ];
    for (const [words, why] of table) {
      const { code, err } = await analysed(wide, words);
      assert.equal(code, 2, words.join(' '));
      assert.match(err.trim(), why);
    }
    assert.equal((await analysed(asLine(calls), ['--columns', 'Calls'])).code, 2);
  });

  it('explains itself', async () => {
    const { code, out } = await analysed('', ['--help']);
    assert.equal(code, 0);
    assert.match(out, /tandem analyse FILE/);
  });
});

describe('the report', () => {
  const report = async (fields: object, words: string[] = []) => {
    const { out } = await analysed(JSON.stringify({ id: 'a', cadence: 'monthly', ...fields }), words);
    return out.replaceAll(/\s+/g, ' ').trim();
  };

  it('tells of a fresh signal by the rule that its set names first, and of an old one as history', async () => {
    assert.match(
      await report({ values: [...calls, 30, 31], direction: 'lower' }),
      /Signal: a point beyond a natural process limit at index 13, a deterioration/,
    );
    assert.match(await report({ values: [...calls, 30, 31] }), /at index 13, upwards/);
    assert.match(
      await report({ values: [...calls, 30, ...calls] }),
      /Quiet now; the last signal was a point beyond a natural process limit at index 12, upwards\./,
    );
  });

  it('says what missing the floor means, and what the odds are', async () => {
    const low = await report({ values: calls, floor: 30 });
    assert.match(
      low,
      /missing the floor of 30 is what it normally does, so scolding will not help; the odds/,
    );
    assert.match(
      await report({ values: calls, desired: 11, horizon: 1 }),
      /the odds of 11 or more at index 12 are \d+% \(/,
    );
    assert.match(
      await report({ values: calls, desired: 11, horizon: 2, direction: 'lower' }),
      /the odds of 11 or less at index 13 are \d+%, at some point until then \d+% \(/,
    );
  });

  it('keeps to the width of the terminal, and to one line a cell whatever a name holds', async () => {
    const id = `\u001b[31m${'a long name '.repeat(10)}\n`;
    const line = JSON.stringify({ id, values: calls, cadence: 'monthly', floor: 9 });
    for (const width of [60, 80, 140]) {
      const { out } = await analysed(`${line}\n${line}`, [], { width });
      const lines = out.trimEnd().split('\n');
      for (const each of lines) assert.ok([...each].length <= width, `${each.length}: ${each}`);
      assert.equal(lines.filter((each) => each.includes('a long name')).length, 2);
      assert.ok(!out.includes('\u001b'));
    }
  });
});
