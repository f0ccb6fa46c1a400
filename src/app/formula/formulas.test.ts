import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { turnDay } from '#app/reading/turn-of-day.ts';
import { testApp } from '../../../test/app.ts';

import { makeObjective, makeQuarter } from '../../../test/make-okr.ts';
import { monthlyKpis } from '../../../test/monthly-kpis.ts';
import { refusedAs } from '../../../test/refused-as.ts';

const app = await testApp();

describe('the formula of a KPI', () => {
  it('is kept as it is usually written, and is refused with the place of its first fault', async () => {
    const { define, call } = await monthlyKpis(app, 'written');
    await define('lost');
    await define('customers');
    const churn = await define('churn', { formula: ' lost/(customers)' });
    assert.equal(churn.formula, 'lost / customers');
    assert.equal((await call('kpis.find', { kpi: 'churn' })).formula, 'lost / customers');
    await assert.rejects(
      define('wrong', { formula: 'lost / * 2' }),
      refusedAs('invalid', /^formula: column 8: expected a KPI, a number or '\('; found '\*'$/),
    );
    await assert.rejects(
      define('wrong', { formula: 'lost-customers' }),
      refusedAs('invalid', /put spaces round the minus, lost - customers/),
    );
  });

  it('refuses a circle by its names, over parents as well', async () => {
    const { define, call } = await monthlyKpis(app, 'circles');
    await define('a');
    const b = await define('b', { formula: 'a + 1' });
    await define('c', { formula: 'b * 2' });
    await assert.rejects(
      call('kpis.change', { kpi: 'a', formula: 'c / 2' }),
      refusedAs('invalid', /depend on itself: A → B → C → A$/),
    );
    await assert.rejects(
      call('kpis.change', { kpi: 'b', formula: 'b + 1' }),
      refusedAs('invalid', /depend on itself: B → B$/),
    );
    const top = await define('top');
    await define('over', { formula: 'top * 2' });
    await assert.rejects(
      define('child', { parent: top.id, formula: 'over + 1' }),
      refusedAs('invalid', /depend on itself: CHILD → TOP → OVER → CHILD$/),
    );
    await assert.rejects(define('child', { parent: b.id }), refusedAs('conflict', /B is computed as a \+ 1/));
    await define('child', { parent: top.id, formula: 'a + 1' });
    await assert.rejects(
      call('kpis.change', { kpi: 'top', formula: 'a' }),
      refusedAs('conflict', /TOP is computed from the KPIs below it/),
    );
  });

  it('takes no typed readings, however they come', async () => {
    const { define, call } = await monthlyKpis(app, 'typed');
    await define('a');
    await define('twice', { formula: 'a * 2' });
    const wanted = refusedAs('invalid', /TWICE is computed as a \* 2 for 2026-01/);
    await assert.rejects(call('readings.record', { kpi: 'twice', period: '2026-01', value: 1 }), wanted);
    const readings = [{ kpi: 'twice', period: '2026-01', value: 1 }];
    await assert.rejects(call('readings.recordMany', { readings }), wanted);
  });

  it('changes from a day on, and what came before stays, corrections included', async () => {
    const { define, call, record, values } = await monthlyKpis(app, 'versions');
    await define('a');
    await define('f');
    await record('f', { '2025-11': 7 });
    await record('a', { '2025-11': 1, '2025-12': 2, '2026-01': 3, '2026-02': 4 });
    await call('kpis.change', { kpi: 'f', formula: 'a * 10', validFrom: '2025-12-15' });
    assert.deepEqual(await values('f'), { '2025-11': 7, '2025-12': 20, '2026-01': 30, '2026-02': 40 });
    await call('kpis.change', { kpi: 'f', formula: 'a * 100', validFrom: '2026-02-01' });
    assert.deepEqual(await values('f'), { '2025-11': 7, '2025-12': 20, '2026-01': 30, '2026-02': 400 });
    // Each period is corrected by the formula that holds for it, and a typed one stays typed.
    await record('a', { '2025-11': 5, '2025-12': 5, '2026-02': 5 });
    assert.deepEqual(await values('f'), { '2025-11': 7, '2025-12': 50, '2026-01': 30, '2026-02': 500 });
    await record('f', { '2025-11': 8 });
    assert.equal((await values('f'))['2025-11'], 8);
    const versions = await call('kpis.versions', { kpi: 'f' });
    assert.deepEqual(
      versions.map(({ formula, validFrom }) => [formula, validFrom]),
      [
        ['a * 100', '2026-02-01'],
        ['a * 10', '2025-12-15'],
        [null, '2026-03-04'],
      ],
    );
    // Without a formula it is typed again, and what it reads moves it no more.
    await call('kpis.change', { kpi: 'f', formula: null });
    await record('a', { '2026-02': 9 });
    assert.equal((await values('f'))['2026-02'], 500);
    await record('f', { '2026-03': 1 });
    assert.equal((await values('f'))['2026-03'], 1);
  });

  it('withdraws what another formula gave where it gives nothing itself', async () => {
    const { define, call, record } = await monthlyKpis(app, 'withdrawn');
    await define('a');
    await define('b');
    await record('a', { '2026-01': 1 });
    await define('f', { formula: 'a' });
    await call('kpis.change', { kpi: 'f', formula: 'b', validFrom: '2026-01-01' });
    const [january] = await call('readings.list', { kpi: 'f' });
    assert.deepEqual([january!.value, january!.note], [null, 'b has no value for 2026-01']);
  });

  it('keeps the units of what it reads', async () => {
    const { define, call } = await monthlyKpis(app, 'units');
    const minutes = { kind: 'duration', unit: 'minutes' } as const;
    await define('wait', { unit: minutes });
    await define('waits', { formula: 'avg(wait, 3)', unit: minutes });
    for (const kpi of ['wait', 'waits'])
      await assert.rejects(
        call('kpis.change', { kpi, unit: { kind: 'duration', unit: 'hours' } }),
        refusedAs('conflict', /WAITS is computed as avg\(wait, 3\)/),
      );
  });

  it('is rolled up in the way that its KPI adds up from a day on', async () => {
    const { define, call, record, values } = await monthlyKpis(app, 'adds-up');
    await define('calls', { cadence: 'weekly', addsUp: 'sum' });
    await define('by-month', { formula: 'monthly(calls)' });
    await record('calls', { '2026-W02': 2, '2026-W03': 4, '2026-W06': 2, '2026-W07': 4 });
    assert.deepEqual(await values('by-month'), { '2026-01': 6, '2026-02': 6 });
    await call('kpis.change', { kpi: 'calls', addsUp: 'max', validFrom: '2026-02-01' });
    assert.deepEqual(await values('by-month'), { '2026-01': 6, '2026-02': 4 });
  });

  it('says no more once its KPI is archived', async () => {
    const { define, call, record, values } = await monthlyKpis(app, 'archived');
    await define('a');
    await define('f', { formula: 'a * 2' });
    await record('a', { '2026-01': 1 });
    await call('kpis.archive', { kpi: 'f' });
    await record('a', { '2026-02': 2 });
    assert.deepEqual(await values('f'), { '2026-01': 2 });
  });

  it('keeps a value outside its scale out, and says so', async () => {
    const { define, call, record } = await monthlyKpis(app, 'scale');
    await define('a');
    await define('f', { formula: 'a * 2', unit: { kind: 'scale', from: 1, to: 5 } });
    await record('a', { '2026-01': 4 });
    const [january] = await call('readings.list', { kpi: 'f' });
    assert.deepEqual([january!.value, january!.note], [null, '8 lies outside the scale from 1 to 5.']);
  });
});

describe('what follows the value of a formula', () => {
  it('is its judgement and the key results that read it, in the same act', async () => {
    const { acme, define, call, record } = await monthlyKpis(app, 'follow');
    await define('a');
    await define('f', { formula: 'a * 2' });
    await call('thresholds.record', { kpi: 'f', from: '2025-01-01', floor: 10 });
    const cycle = await makeQuarter(app, acme);
    const id = (await call('kpis.find', { kpi: 'f' })).id;
    const { keyResults } = await makeObjective(app, acme.owner, cycle, {
      keyResults: [{ title: 'Move it', kpi: id, measure: { kind: 'move', baseline: 0, target: 40 } }],
    });
    await record('a', { '2026-01': 4, '2026-02': 5 });
    const row = (await call('panel.list', {})).find(({ key }) => key === 'f')!;
    assert.deepEqual([row.value, row.status], [10, 'healthy']);
    const followed = await call('keyResults.find', { keyResult: keyResults[0]! });
    assert.equal(followed.facts.current, 10);
    assert.equal(followed.progress, 0.25);
    await record('a', { '2026-02': 3 });
    assert.equal((await call('judgements.find', { kpi: 'f' })).status, 'breach');
  });

  it('is the value of a month that has begun, where a formula only looks back', async () => {
    const { acme, define, record, values } = await monthlyKpis(app, 'begun');
    await define('a');
    await define('before', { formula: 'lag(a, 1)' });
    await define('twice', { formula: 'before * 2' });
    await record('a', { '2026-02': 3, '2026-03': 5 });
    assert.deepEqual(await values('before'), { '2026-03': 3 });
    const now = app.clock.now;
    try {
      app.clock.now = '2026-04-01T00:10:00.000Z';
      await turnDay(app.tandem, acme.id, 'turn');
      assert.deepEqual(await values('before'), { '2026-03': 3, '2026-04': 5 });
      assert.deepEqual(await values('twice'), { '2026-03': 6, '2026-04': 10 });
      app.clock.now = '2026-04-02T00:10:00.000Z';
      await turnDay(app.tandem, acme.id, 'turn');
      assert.deepEqual(await values('before'), { '2026-03': 3, '2026-04': 5 });
    } finally {
      app.clock.now = now;
    }
  });
});

describe('a formula that is being written', () => {
  it('is checked, with its inputs, its last values and advice', async () => {
    const { define, call, record } = await monthlyKpis(app, 'check');
    await define('lost');
    await define('customers');
    await define('visits', { cadence: 'daily', addsUp: 'sum' });
    await record('lost', { '2026-01': 3, '2026-02': 4 });
    await record('customers', { '2026-01': 100 });
    const checked = await call('formulas.check', {
      formula: 'lost / customers',
      unit: { kind: 'percent' },
      periods: 3,
    });
    assert.deepEqual(
      checked.inputs.map(({ key, at, to }) => [key, at, to]),
      [
        ['lost', 0, 4],
        ['customers', 7, 16],
      ],
    );
    assert.deepEqual(checked.preview, [
      { period: '2026-01', value: 0.03, why: null, partial: false },
      { period: '2026-02', value: null, why: 'customers has no value for 2026-02', partial: false },
      { period: '2026-03', value: null, why: 'lost has no value for 2026-03', partial: true },
    ]);
    assert.equal(checked.advice[0]!.repair, '100 * lost / customers');
    const wrong = await call('formulas.check', { formula: 'lost / visits' });
    assert.deepEqual(
      [wrong.ok, wrong.fault],
      [
        false,
        {
          ...{ at: 7, to: 13, column: 8, expected: ['monthly(visits)'] },
          message: 'column 8: visits is daily and this KPI is monthly: write monthly(visits)',
        },
      ],
    );
    const empty = await call('formulas.check', { formula: '' });
    assert.equal(empty.fault?.message, "column 1: expected a KPI, a number or '('; found the end");
  });

  it('explains a value by what each part read', async () => {
    const { define, call, record } = await monthlyKpis(app, 'explain');
    await define('mrr');
    await define('headcount');
    await define('growth', { formula: 'mrr / headcount - lag(mrr, 1) / headcount' });
    await record('mrr', { '2026-01': 100, '2026-02': 130 });
    await record('headcount', { '2026-02': 10 });
    const why = await call('formulas.explain', { kpi: 'growth', period: '2026-02' });
    assert.equal(why.value, 3);
    assert.deepEqual(
      why.inputs.map(({ part, from, to, value }) => [part, from, to, value]),
      [
        ['mrr', '2026-02', '2026-02', 130],
        ['headcount', '2026-02', '2026-02', 10],
        ['lag(mrr, 1)', '2026-01', '2026-01', 100],
      ],
    );
    await assert.rejects(
      call('formulas.explain', { kpi: 'mrr', period: '2026-02' }),
      refusedAs('not_found', /MRR has no formula for 2026-02/),
    );
  });
});
