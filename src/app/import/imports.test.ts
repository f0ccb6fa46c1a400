import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation, makePerson } from '../../../test/make.ts';
import { refusedAs } from '../../../test/refused-as.ts';

const app = await testApp();
const acme = await makeOrganisation(app);
await makePerson(app, acme, { name: 'Dee Park', email: 'dee@example.org' });
const call = app.as(acme.admin);

const definitions = `key,name,unit,direction,cadence,adds up,floor,ceiling,desired,by,owner
csat,Customer satisfaction,scale 1-5,higher,weekly,mean,4.2,,4.7,2026-12-31,Dee
late,Invoices paid late,%,lower,monthly,ratio,,10,5,2026-12-31,dee@example.org
calls,Sales calls,count,higher,weekly,sum,300,,,,Nobody Known
`;

const readings = `kpi,period,value,numerator,denominator
csat,2026-W01,4.3,,
csat,2026-W02,4.25,,
csat,2026-W03,n/a,,
late,2026-01,12.5,5,40
late,2026-02,,3,40
calls,2026-W01,"1,310",,
Sales calls,2026-W02,295,,
`;

const counts = (create: number, change: number, same: number, unreadable = 0) => ({
  ...{ create, change, same, unreadable },
});

async function previewCounts(content: string, more: object = {}) {
  const { skip: _, ...rest } = (await call('imports.preview', { content, ...more })).counts;
  return rest;
}

describe('an import of definitions', () => {
  it('is previewed with its fields, and owners that are nobody are told', async () => {
    const seen = await call('imports.preview', { content: definitions });
    assert.equal(seen.kind, 'definitions');
    assert.deepEqual(
      seen.definitions.create.map(({ key, row }) => [key, row]),
      [
        ['csat', 2],
        ['late', 3],
        ['calls', 4],
      ],
    );
    const owner = seen.definitions.create[1]?.fields.find(({ field }) => field === 'owner');
    assert.deepEqual(owner, { field: 'owner', from: null, to: 'Dee Park' });
    assert.equal(seen.file.notes.length, 1);
    assert.match(seen.file.notes[0]!, /Nobody here is called "Nobody Known" \(row 4\)/);
    assert.deepEqual(await call('kpis.list', {}), []);
  });

  it('creates the KPIs with owners and with thresholds that hold for their history', async () => {
    const done = await call('imports.apply', { content: definitions, name: 'kpis.csv' });
    assert.deepEqual(done.kpis, { created: 3, changed: 0, same: 0 });
    const kpi = await call('kpis.find', { kpi: 'csat' });
    assert.deepEqual(kpi.unit, { kind: 'scale', from: 1, to: 5 });
    const [owner] = (await call('people.list', { search: 'dee' })).people;
    assert.equal(kpi.owner, owner?.id);
    const [threshold] = await call('thresholds.list', { kpi: 'csat' });
    assert.deepEqual(
      [threshold?.from, threshold?.floor, threshold?.desired, threshold?.desiredBy],
      ['2000-01-01', 4.2, 4.7, '2026-12-31'],
    );
  });

  it('twice changes nothing', async () => {
    assert.deepEqual(await previewCounts(definitions), counts(0, 0, 3));
    const before = await call('audit.list', { limit: 100 });
    const done = await call('imports.apply', { content: definitions });
    assert.deepEqual(done.kpis, { created: 0, changed: 0, same: 3 });
    assert.equal((await call('thresholds.list', { kpi: 'csat' })).length, 1);
    const after = await call('audit.list', { limit: 100 });
    assert.equal(after.entries.length - before.entries.length, 1);
  });

  it('that says otherwise shows old and new, and its thresholds hold from today on', async () => {
    const content = 'key,name,unit,direction,floor\ncsat,Happy customers,scale 1-5,higher,4.3\n';
    const seen = await call('imports.preview', { content });
    assert.deepEqual(seen.definitions.change[0]?.fields, [
      { field: 'floor', from: 4.2, to: 4.3 },
      { field: 'name', from: 'Customer satisfaction', to: 'Happy customers' },
    ]);
    await call('imports.apply', { content });
    const dated = await call('thresholds.list', { kpi: 'csat' });
    assert.deepEqual(
      dated.map(({ from, floor, desired }) => [from, floor, desired]),
      [
        ['2000-01-01', 4.2, 4.7],
        ['2026-03-04', 4.3, 4.7],
      ],
    );
    assert.deepEqual(await previewCounts(content), counts(0, 0, 1));
  });

  it('names a line that the product would refuse, and imports the others', async () => {
    const content = `key,name,unit,direction,cadence,floor,desired
one,One,%,higher,weekly,90,80
two,Two,scale 1-5,higher,weekly,4,4.5
three,${'x'.repeat(300)},%,higher,weekly,,
`;
    const seen = await call('imports.preview', { content });
    assert.deepEqual(
      seen.unreadable.map(({ row, column, kpi }) => [row, column, kpi]),
      [
        [2, 1, 'one'],
        [4, 1, 'three'],
      ],
    );
    assert.match(seen.unreadable[0]!.why, /desired level \(80\) lies below the floor \(90\)/);
    assert.deepEqual((await call('imports.apply', { content })).kpis.created, 1);
  });
});

describe('an import of readings', () => {
  it('names exactly the cells that cannot be read, and records the others', async () => {
    const seen = await call('imports.preview', { content: readings });
    assert.deepEqual(
      seen.unreadable.map(({ row, column, text, kpi, period }) => [row, column, text, kpi, period]),
      [[4, 3, 'n/a', 'csat', '2026-W03']],
    );
    assert.deepEqual(
      seen.kpis.find(({ kpi }) => kpi === 'late'),
      {
        ...{ kpi: 'late', name: 'Invoices paid late', create: 2, change: 0, same: 0 },
        ...{ from: '2026-01', to: '2026-02' },
      },
    );
    const done = await call('imports.apply', { content: readings });
    assert.deepEqual(done.readings, { created: 6, changed: 0, same: 0 });
    const late = await call('readings.list', { kpi: 'late' });
    assert.deepEqual(
      late.map(({ value, numerator, source }) => [value, numerator, source]),
      [
        [12.5, 5, 'import'],
        [7.5, 3, 'import'],
      ],
    );
    assert.equal((await call('readings.list', { kpi: 'calls' }))[0]?.value, 1310);
  });

  it('twice changes nothing', async () => {
    assert.deepEqual(await previewCounts(readings), counts(0, 0, 6, 1));
    const done = await call('imports.apply', { content: readings });
    assert.deepEqual(done.readings, { created: 0, changed: 0, same: 6 });
    const rows = await call('readings.list', { kpi: 'csat' });
    assert.ok(rows.every(({ revision }) => revision === 1));
  });

  it('over readings that differ shows old and new, and needs a reason', async () => {
    const content = 'kpi,period,value\ncsat,2026-W01,4.4\ncsat,2026-W04,4.5\n';
    const seen = await call('imports.preview', { content });
    assert.equal(seen.needsReason, true);
    assert.deepEqual(
      seen.corrections.map(({ kpi, period, before, value }) => [kpi, period, before, value]),
      [['csat', '2026-W01', 4.3, 4.4]],
    );
    await assert.rejects(call('imports.apply', { content }), refusedAs('conflict', /reason/));
    assert.equal((await call('readings.list', { kpi: 'csat' })).length, 2);
    await call('imports.apply', { content, reason: 'late surveys' });
    const [first] = await call('readings.revisions', { kpi: 'csat', period: '2026-W01' });
    assert.deepEqual([first?.value, first?.revision, first?.reason], [4.4, 2, 'late surveys']);
  });

  it('refuses both of two cells for one KPI and period, each naming the other', async () => {
    const content = 'kpi,period,value\ncsat,2026-W05,4.4\ncsat,2026-W05,4.5\ncalls,2026-W05,3\n';
    const seen = await call('imports.preview', { content });
    assert.deepEqual(
      seen.unreadable.map(({ row }) => row),
      [2, 3],
    );
    assert.match(seen.unreadable[0]!.why, /row 2 and row 3/);
    assert.equal(seen.counts.create, 1);
  });

  it('cut percentages are kept as the ratio of their sums, and the file then says the same', async () => {
    const content = 'kpi,period,value,numerator,denominator\nlate,2025-12,66.6,2,3\n';
    await call('imports.apply', { content });
    const [first] = await call('readings.list', { kpi: 'late' });
    assert.equal(first?.value, 200 / 3);
    assert.deepEqual(await previewCounts(content), counts(0, 0, 1));
  });

  it('of a KPI that is no ratio leaves its sums aside, so that twice changes nothing', async () => {
    const content = 'kpi,period,value,numerator,denominator\ncsat,2026-W06,4.5,9,2\n';
    await call('imports.apply', { content });
    assert.deepEqual(await previewCounts(content), counts(0, 0, 1));
  });
});

describe('a scorecard', () => {
  const sheet = `Scorecard 2026;;;
;;;
Metric;Owner;Target;29/12/2025;05/01/2026;12/01/2026
Sales calls;Dee;;1 310;295;??
Answer time;Dee;45;4h 12m;3h 05m;tbc
Answered in time;;95;95,2%;94,1%;96%`;

  it('proposes the KPIs that are not there, and creates those that are accepted', async () => {
    const seen = await call('imports.preview', { content: sheet });
    assert.equal(seen.kind, 'sheet');
    assert.deepEqual(
      seen.unreadable.map(({ row, column, text }) => [row, column, text]),
      [
        [4, 6, '??'],
        [5, 6, 'tbc'],
      ],
    );
    assert.deepEqual(
      seen.proposals.map(({ key, unit, desired, cadence }) => [key, unit.kind, desired, cadence]),
      [
        ['answer-time', 'duration', 45, 'weekly'],
        ['answered-in-time', 'percent', 95, 'weekly'],
      ],
    );
    const accept = seen.proposals.map(({ row: _, column: __, ...kpi }) => kpi);
    accept.pop();
    const withOne = await call('imports.preview', { content: sheet, accept });
    assert.deepEqual(withOne.accepted, ['answer-time']);
    assert.deepEqual([withOne.counts.create, withOne.counts.same], [2, 2]);
    const done = await call('imports.apply', { content: sheet, accept });
    assert.deepEqual([done.kpis.created, done.readings.created], [1, 2]);
    assert.deepEqual(
      (await call('readings.list', { kpi: 'answer-time' })).map(({ period, value }) => [period, value]),
      [
        ['2026-W01', 252],
        ['2026-W02', 185],
      ],
    );
    const [threshold] = await call('thresholds.list', { kpi: 'answer-time' });
    assert.deepEqual([threshold?.from, threshold?.desired], ['2025-12-29', 45]);
    const again = await call('imports.apply', { content: sheet, accept });
    assert.deepEqual([again.kpis.created, again.readings], [0, { created: 0, changed: 0, same: 4 }]);
  });

  it('is read as its columns were corrected', async () => {
    const content = 'kpi,period,value\ncalls,03/02/2026,"1,234"\n';
    const seen = await call('imports.preview', { content });
    assert.deepEqual(
      seen.guesses.map(({ about, guess, alternatives, column }) => [about, guess, alternatives, column]),
      [
        ['dates', 'day first', ['month first'], null],
        ['decimal', '.', [','], 3],
      ],
    );
    assert.equal(seen.kpis[0]?.from, '2026-W06');
    const corrections = { order: 'month first', columns: { '3': { decimal: ',' } } } as const;
    const corrected = await call('imports.preview', { content, corrections });
    assert.deepEqual(corrected.guesses, []);
    assert.equal(corrected.kpis[0]?.from, '2026-W10');
    const named = await call('imports.preview', {
      content: 'kpi,period,value\nPhone,2026-W07,5\n',
      corrections: { names: { Phone: 'calls' } },
    });
    assert.equal(named.kpis[0]?.kpi, 'calls');
  });
});

describe('importing', () => {
  it('asks for a member, and for a token that may write when it applies', async () => {
    const file = { content: 'kpi,period,value\ncalls,2026-W08,7\n' };
    await assert.rejects(app.as(acme.viewer)('imports.preview', file), refusedAs('forbidden', /member/));
    const reader = app.as(acme.admin, 'read');
    assert.equal((await reader('imports.preview', file)).counts.create, 1);
    await assert.rejects(reader('imports.apply', file), refusedAs('forbidden', /may only read/));
  });

  it('half-writes nothing when one reading is refused', async () => {
    await call('kpis.create', {
      ...{ key: 'private', name: 'Owned', direction: 'higher', cadence: 'weekly', owner: acme.admin.id },
    });
    const content = 'kpi,period,value\nthree-more,2026-W01,1\ncalls,2026-W08,7\nprivate,2026-W08,7\n';
    await assert.rejects(app.as(acme.member)('imports.apply', { content }), refusedAs('forbidden', /Owned/));
    const calls = await call('readings.list', { kpi: 'calls' });
    assert.ok(calls.every(({ period }) => period !== '2026-W08'));
  });
});
