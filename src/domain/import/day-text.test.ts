import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { civil, dayOf, twoDigits } from '#domain/time/day.ts';
import { january } from '#domain/time/period.ts';
import { type DateOrder, guessDateOrder, periodFor, readDayText } from './day-text.ts';

function read(text: string, order: DateOrder = 'day first', year?: number): string | undefined {
  const moment = readDayText(text, { order, year });
  if (moment === undefined) return undefined;
  if ('fault' in moment) return 'fault';
  return 'day' in moment ? moment.day : moment.period;
}

const cases: [string, string | undefined][] = [
  ['18/05/2026', '2026-05-18'],
  ['04/05/2026', '2026-05-04'],
  ['4.5.26', '2026-05-04'],
  ['18-05-2026', '2026-05-18'],
  ['2026-05-18', '2026-05-18'],
  ['2026-05-18T00:00:00Z', '2026-05-18'],
  ['2026-05-18 00:00:00', '2026-05-18'],
  ['2026/5/8', '2026-05-08'],
  ['18 May 2026', '2026-05-18'],
  ['18-May-26', '2026-05-18'],
  ['Mon 18 May 2026', '2026-05-18'],
  ['Monday, 18 May 2026', '2026-05-18'],
  ['May 18, 2026', '2026-05-18'],
  ['1st September 2026', '2026-09-01'],
  ['w/c 18/05/2026', '2026-05-18'],
  ['Jan 2026', '2026-01'],
  ['January 2026', '2026-01'],
  ['Jan-26', '2026-01'],
  ["Sept '26", '2026-09'],
  ['2026-01', '2026-01'],
  ['1/2026', '2026-01'],
  ['W05 2026', '2026-W05'],
  ['Week 5, 2026', '2026-W05'],
  ['KW 5/2026', '2026-W05'],
  ['2026-W05', '2026-W05'],
  ['2026W5', '2026-W05'],
  ['Q1 2026', '2026-Q1'],
  ['2026-Q1', '2026-Q1'],
  ['Q1 FY26', '2026-Q1'],
  ['FY26', '2026'],
  ['2026', '2026'],
  ['31/02/2026', 'fault'],
  ['2026-13', 'fault'],
  ['W54 2026', 'fault'],
  ['Q5 2026', 'fault'],
  ['Owner', undefined],
  ['Target', undefined],
  ['18 May', undefined],
  ['May', undefined],
  ['W21', undefined],
  ['4.36', undefined],
  ['1234', undefined],
  ['market 2026', undefined],
  ['', undefined],
];

test('a date, week, month, quarter or year is read as people write it', () => {
  for (const [text, expected] of cases) assert.equal(read(text), expected, text);
  assert.equal(read('04/05/2026', 'month first'), '2026-04-05');
  assert.equal(read('04.05.2026', 'month first'), '2026-05-04');
});

test('a text without a year reads only when the year is given', () => {
  assert.equal(read('18 May', 'day first', 2026), '2026-05-18');
  assert.equal(read('18/05', 'day first', 2026), '2026-05-18');
  assert.equal(read('W21', 'day first', 2026), '2026-W21');
  assert.equal(read('Jan', 'day first', 2026), '2026-01');
  assert.equal(read('Q3', 'day first', 2026), '2026-Q3');
});

test('one date with a day above twelve settles the order of all', () => {
  assert.deepEqual(guessDateOrder(['04/05/2026', '13/02/2026']), {
    order: 'day first',
    sure: true,
    example: '04/05/2026',
  });
  assert.equal(guessDateOrder(['04/05/2026', '02/13/2026']).order, 'month first');
  assert.equal(guessDateOrder(['04/05/2026', '01/06/2026']).sure, false);
  assert.equal(guessDateOrder(['13/05/2026', '05/13/2026']).sure, false);
  assert.equal(guessDateOrder(['2026-05-04', 'Jan 2026']).sure, true);
});

test('a moment belongs to the period of the KPI that holds it', () => {
  assert.equal(periodFor({ day: '2026-05-18' }, 'weekly', january), '2026-W21');
  assert.equal(periodFor({ day: '2026-05-24' }, 'weekly', january), '2026-W21');
  assert.equal(periodFor({ day: '2026-05-18' }, 'monthly', january), '2026-05');
  assert.equal(periodFor({ day: '2026-05-18' }, 'quarterly', { yearStartsIn: 4 }), '2027-Q1');
  assert.equal(periodFor({ period: '2026-05' }, 'monthly', january), '2026-05');
  assert.equal(periodFor({ period: '2026-05' }, 'weekly', january), undefined);
});

test('every day comes back from every way of writing it', () => {
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }).map(dayOf), (day) => {
      const { year, month, date } = civil(day);
      assert.equal(read(`${twoDigits(date)}/${twoDigits(month)}/${year}`), day);
      assert.equal(read(`${month}/${date}/${year}`, 'month first'), day);
      assert.equal(read(`${date} ${names[month - 1]} ${year}`), day);
      assert.equal(read(`${names[month - 1]} ${date}, ${year}`), day);
      assert.equal(read(`${date}.${month}.${year}`), day);
      assert.equal(read(day), day);
    }),
  );
});
