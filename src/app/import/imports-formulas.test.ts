import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { workbookFile } from '../../../test/make-workbook.ts';

const app = await testApp(undefined, { now: '2026-04-15T12:00:00.000Z' });
const acme = await makeOrganisation(app);
const call = app.as(acme.admin);

const head = 'key,name,unit,direction,cadence,adds up,formula';
const content = `${head}
churn,Churn,%,lower,monthly,mean,=100*lost/customers
safe,Safe,%,higher,monthly,mean,100 - churn
lost,Lost,count,lower,monthly,sum,
customers,Customers,count,higher,monthly,last,
`;

const faultsOf = async (lines: string) => {
  const seen = await call('imports.preview', { content: `${head}\n${lines}` });
  return { ...seen.counts, faults: seen.unreadable.map(({ at, text, why }) => [at, text, why]) };
};

describe('an import of formulas', () => {
  it('makes KPIs that read each other, whatever their order in the file', async () => {
    const seen = await call('imports.preview', { content });
    assert.deepEqual([seen.counts.create, seen.unreadable], [4, []]);
    const formula = seen.definitions.create[0]?.fields.find(({ field }) => field === 'formula');
    assert.deepEqual(formula, { field: 'formula', from: null, to: '100 * lost / customers' });
    const done = await call('imports.apply', { content });
    assert.deepEqual(done.kpis, { created: 4, changed: 0, same: 0 });
    await call('imports.apply', {
      content:
        'kpi,period,value\nlost,2026-01,3\nlost,2026-02,2\ncustomers,2026-01,200\ncustomers,2026-02,100\n',
    });
    const values = async (kpi: string) => (await call('readings.list', { kpi })).map(({ value }) => value);
    assert.deepEqual(
      [await values('churn'), await values('safe')],
      [
        [1.5, 2],
        [98.5, 98],
      ],
    );
  });

  it('changes nothing when it comes again, and shows a change from formula to formula', async () => {
    assert.equal((await call('imports.preview', { content })).counts.same, 4);
    const other = content.replace('100 - churn', '1 - churn');
    const seen = await call('imports.preview', { content: other });
    assert.deepEqual(
      seen.definitions.change.map(({ key, fields }) => [key, fields]),
      [['safe', [{ field: 'formula', from: '100 - churn', to: '1 - churn' }]]],
    );
    await call('imports.apply', { content: other });
    const kpi = await call('kpis.find', { kpi: 'safe' });
    assert.deepEqual([kpi.formula, kpi.version], ['1 - churn', 2]);
  });

  it('names each fault at the cell of the formula, and leaves the line out whole with what reads it', async () => {
    const seen = await faultsOf(`a,A,%,lower,monthly,mean,lost / 
b,B,%,lower,monthly,mean,lost / custmers
c,C,%,lower,monthly,mean,b + 1
d,D,%,lower,monthly,mean,lost
`);
    assert.deepEqual([seen.create, seen.unreadable, seen.skip], [1, 3, 18]);
    assert.deepEqual(
      seen.faults.map(([at, text]) => [at, text]),
      [
        ['Row 2, column 7', 'lost /'],
        ['Row 3, column 7', 'lost / custmers'],
        ['Row 4, column 7', 'b + 1'],
      ],
    );
    assert.match(seen.faults[0]?.[2] ?? '', /^column 7: .*expected/);
    assert.equal(seen.faults[1]?.[2], 'column 8: there is no KPI custmers');
    assert.equal(seen.faults[2]?.[2], 'column 1: b cannot be created, for the reason in row 3');
  });

  it('refuses circles with their path: in the file, and through KPIs that are there', async () => {
    const { create, change, faults } = await faultsOf(`a,A,%,lower,monthly,mean,b + 1
b,B,%,lower,monthly,mean,a + 1
lost,Lost,count,lower,monthly,sum,safe * customers
`);
    assert.deepEqual([create, change], [0, 0]);
    assert.deepEqual(
      faults.map(([, , why]) => why),
      [
        'column 1: this formula would depend on itself: A → B → A',
        'column 1: this formula would depend on itself: B → A → B',
        'column 1: this formula would depend on itself: Lost → Churn → Safe → Lost',
      ],
    );
  });

  it('names the cell of a workbook, and refuses a formula of what its children make', async () => {
    await call('kpis.create', {
      key: 'sales',
      name: 'Sales',
      direction: 'higher',
      cadence: 'monthly',
      addsUp: 'sum',
    });
    await call('kpis.fanOut', { kpi: 'sales', children: [{ key: 'sales-north', name: 'North' }] });
    const file = await workbookFile([
      {
        name: 'KPIs',
        rows: [
          ['Key', 'Direction', 'Cadence', 'Formula'],
          ['sales', 'higher', 'monthly', 'lost + 1'],
          ['sales-north', 'higher', 'monthly', 'sales + 1'],
        ],
      },
    ]);
    const { unreadable } = await call('imports.preview', file);
    assert.deepEqual(
      unreadable.map(({ at, why }) => [at, why]),
      [
        ["Sheet 'KPIs', D2", 'Sales is computed from the KPIs below it: define a new KPI for the formula'],
        ["Sheet 'KPIs', D3", 'column 1: this formula would depend on itself: North → Sales → North'],
      ],
    );
  });

  it('half-writes nothing when one KPI may not be changed', async () => {
    const lines = `mine,Mine,count,lower,monthly,sum,\nnew,New,count,lower,monthly,mean,mine + lost\nlost,Lost,count,lower,monthly,sum,customers * 2\n`;
    await call('kpis.change', { kpi: 'lost', owner: acme.admin.id });
    await assert.rejects(app.as(acme.member)('imports.apply', { content: `${head}\n${lines}` }), {
      code: 'forbidden',
    });
    await assert.rejects(call('kpis.find', { kpi: 'mine' }), { code: 'not_found' });
  });
});
