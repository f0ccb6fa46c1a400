import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { makePerson } from '../../../test/make.ts';
import { monthlyKpis } from '../../../test/monthly-kpis.ts';
import { refusedAs } from '../../../test/refused-as.ts';

const app = await testApp();

describe('the tree of drivers', () => {
  it('shows formulas, children and links around a KPI, and where its signal started', async () => {
    const { define, call, record } = await monthlyKpis(app, 'tree');
    const visits = await define('visits');
    const leads = await define('leads');
    const sales = await define('sales', { formula: 'leads / 2' });
    const revenue = await define('revenue');
    await call('drivers.link', { kpi: 'leads', input: 'visits', note: 'more of them ask' });
    await call('drivers.link', { kpi: 'revenue', input: 'sales' });
    const months = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06'].concat([
      '2025-07',
      '2025-08',
      '2025-09',
      '2025-10',
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
    const steady = months.map((period, index) => [period, 100 + (index % 3)] as const);
    const late = (from: string) =>
      Object.fromEntries(steady.map(([period, value]) => [period, period >= from ? value - 60 : value]));
    await record('visits', Object.fromEntries(steady));
    await record('leads', late('2026-01'));
    await record('revenue', late('2026-02'));
    const tree = await call('drivers.tree', { kpi: 'revenue' });
    assert.deepEqual(
      tree.nodes.map(({ key, step }) => [key, step]),
      [
        ['revenue', 0],
        ['sales', -1],
        ['leads', -2],
        ['visits', -3],
      ],
    );
    assert.deepEqual(
      tree.edges.map(({ from, to, kind }) => [from, to, kind]).sort(),
      [
        [leads.id, sales.id, 'formula'],
        [sales.id, revenue.id, 'driver'],
        [visits.id, leads.id, 'driver'],
      ].sort(),
    );
    assert.equal(tree.nodes.find(({ key }) => key === 'leads')!.speaksSince?.period, '2026-01');
    assert.deepEqual(tree.origin, { kpi: leads.id, path: [leads.id, sales.id, revenue.id] });
    const below = await call('drivers.tree', { kpi: 'visits', down: 1 });
    assert.deepEqual(
      below.nodes.map(({ key, step }) => [key, step]),
      [
        ['visits', 0],
        ['leads', 1],
      ],
    );
    assert.equal(below.origin, null);
  });

  it('refuses a link that closes a circle, and one by whom the output is not', async () => {
    const { acme, define, call } = await monthlyKpis(app, 'links');
    await define('a', { owner: acme.owner.id });
    await define('b', { formula: 'a' });
    await define('c');
    await call('drivers.link', { kpi: 'c', input: 'b' });
    await assert.rejects(
      call('drivers.link', { kpi: 'a', input: 'c' }),
      refusedAs('conflict', /A KPI cannot move itself: A → B → C → A/),
    );
    await assert.rejects(call('drivers.link', { kpi: 'c', input: 'c' }), refusedAs('conflict', /C → C/));
    const member = app.as(await makePerson(app, acme, { role: 'member' }));
    await assert.rejects(member('drivers.link', { kpi: 'a', input: 'b' }), refusedAs('forbidden', /may not/));
    await assert.rejects(
      call('drivers.unlink', { kpi: 'a', input: 'c' }),
      refusedAs('not_found', /C is not linked to A/),
    );
    await call('drivers.unlink', { kpi: 'c', input: 'b' });
    assert.deepEqual(await call('drivers.list', {}), []);
  });
});
