import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Refused } from '#contract/refused.ts';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';

const refusedAs = (code: string, words: RegExp) => (fault: unknown) =>
  fault instanceof Refused && fault.code === code && words.test(fault.message);

const app = await testApp();
const acme = await makeOrganisation(app);
const call = app.as(acme.admin);
await call('kpis.create', {
  key: 'csat',
  name: 'Customer satisfaction',
  direction: 'higher',
  cadence: 'weekly',
});
await call('kpis.create', {
  key: 'late',
  name: 'Late projects',
  direction: 'lower',
  cadence: 'monthly',
  unit: { kind: 'percent' },
  addsUp: 'ratio',
});

describe('readings', () => {
  it('come back as they were typed, negative, zero and fractional', async () => {
    for (const [period, value] of [
      ['2026-W01', -0.1],
      ['2026-W02', 0],
      ['2026-W03', 4.35],
    ] as const) {
      const reading = await call('readings.record', { kpi: 'csat', period, value });
      assert.equal(reading.value, value);
      assert.equal(reading.revision, 1);
    }
    const listed = await call('readings.list', { kpi: 'csat' });
    assert.deepEqual(
      listed.map(({ period, value }) => [period, value]),
      [
        ['2026-W01', -0.1],
        ['2026-W02', 0],
        ['2026-W03', 4.35],
      ],
    );
  });

  it('are corrected by a new revision with a reason, and the old state can be read as of its time', async () => {
    await call('readings.record', { kpi: 'csat', period: '2026-W04', value: 4.1 });
    const then = app.clock.now;
    app.clock.now = '2026-03-05T09:00:00.000Z';
    await assert.rejects(
      call('readings.record', { kpi: 'csat', period: '2026-W04', value: 4.4 }),
      refusedAs('conflict', /4\.1 already.*reason/),
    );
    const corrected = await call('readings.record', {
      kpi: 'csat',
      period: '2026-W04',
      value: 4.4,
      reason: 'a survey was missing',
    });
    assert.deepEqual([corrected.revision, corrected.reason], [2, 'a survey was missing']);
    const was = await call('readings.list', { kpi: 'csat', asOf: then });
    const is = await call('readings.list', { kpi: 'csat' });
    assert.deepEqual([was.at(-1)?.value, is.at(-1)?.value], [4.1, 4.4]);
    assert.deepEqual(
      (await call('readings.revisions', { kpi: 'csat', period: '2026-W04' })).map((each) => each.value),
      [4.4, 4.1],
    );
  });

  it('of the same value change nothing', async () => {
    const again = await call('readings.record', { kpi: 'csat', period: '2026-W04', value: 4.4 });
    assert.equal(again.revision, 2);
  });

  it('of the same value take a new note without a reason', async () => {
    const noted = await call('readings.record', {
      kpi: 'csat',
      period: '2026-W04',
      value: 4.4,
      note: 'after the fair',
    });
    assert.deepEqual([noted.revision, noted.value, noted.note], [3, 4.4, 'after the fair']);
  });

  it('of a period that has not ended are partial and in no status', async () => {
    const reading = await call('readings.record', { kpi: 'csat', period: '2026-W10', value: 1 });
    assert.equal(reading.partial, true);
    const judged = await call('judgements.find', { kpi: 'csat' });
    assert.equal(judged.partial?.value, 1);
    assert.equal(judged.newest?.period, '2026-W04');
  });

  it('of a ratio keep numerator and denominator', async () => {
    const reading = await call('readings.record', {
      kpi: 'late',
      period: '2026-01',
      numerator: 3,
      denominator: 8,
    });
    assert.deepEqual([reading.value, reading.numerator, reading.denominator], [37.5, 3, 8]);
    await assert.rejects(
      call('readings.record', { kpi: 'late', period: '2026-02', value: 50, numerator: 3, denominator: 8 }),
      refusedAs('invalid', /not numerator over denominator/),
    );
    await assert.rejects(
      call('readings.record', { kpi: 'late', period: '2026-02', numerator: 3, denominator: 0 }),
      refusedAs('invalid', /denominator is 0/),
    );
    await assert.rejects(
      call('readings.record', { kpi: 'late', period: '2026-02', numerator: 3 }),
      refusedAs('invalid', /both/),
    );
  });

  it('are withdrawn with a reason and stay in the history', async () => {
    await call('readings.record', { kpi: 'csat', period: '2026-W06', value: 9 });
    const withdrawn = await call('readings.withdraw', {
      kpi: 'csat',
      period: '2026-W06',
      reason: 'wrong KPI',
    });
    assert.deepEqual([withdrawn.value, withdrawn.revision], [null, 2]);
    const judged = await call('judgements.find', { kpi: 'csat' });
    assert.equal(judged.newest?.period, '2026-W04');
  });

  const faults: [string, Record<string, unknown>, RegExp][] = [
    [
      'a period that does not fit the cadence',
      { period: '2026-01', value: 1 },
      /weekly: write it as 2026-W10/,
    ],
    ['a week that does not exist', { period: '2026-W60', value: 1 }, /not a period/],
    ['a future period', { period: '2026-W30', value: 1 }, /has not begun/],
    ['NaN', { period: '2026-W05', value: Number.NaN }, /value/],
    ['a text as number', { period: '2026-W05', value: '12' }, /value/],
    ['no value', { period: '2026-W05' }, /give a value/],
    [
      'a numerator for a KPI that is no ratio',
      { period: '2026-W05', numerator: 1, denominator: 2 },
      /no ratio/,
    ],
    ['a field that nobody knows', { period: '2026-W05', value: 1, valu: 2 }, /valu/],
  ];
  for (const [what, input, words] of faults) {
    it(`refuse ${what}`, async () => {
      await assert.rejects(
        call('readings.record', { kpi: 'csat', ...input } as never),
        refusedAs('invalid', words),
      );
    });
  }

  it('refuse 1e400, which JSON reads as infinity', async () => {
    const response = await app.server.request('/api/kpis/csat/readings/2026-W05', {
      method: 'PUT',
      headers: { authorization: `Bearer ${acme.admin.tokens.write}`, 'content-type': 'application/json' },
      body: '{"value": 1e400}',
    });
    assert.equal(response.status, 400);
  });

  it('of a batch are recorded whole or not at all', async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({
      kpi: 'csat',
      period: `2025-W${String(index + 1).padStart(2, '0')}`,
      value: index,
    }));
    assert.deepEqual(await call('readings.recordMany', { readings: many }), {
      created: 40,
      changed: 0,
      same: 0,
    });
    assert.deepEqual(await call('readings.recordMany', { readings: many }), {
      created: 0,
      changed: 0,
      same: 40,
    });
    const before = await call('readings.list', { kpi: 'csat' });
    const broken = [
      { kpi: 'csat', period: '2025-W41', value: 1 },
      { kpi: 'csat', period: '2025-W42-1', value: 1 },
    ];
    await assert.rejects(call('readings.recordMany', { readings: broken }), refusedAs('invalid', /period/));
    const twice = [
      { kpi: 'csat', period: '2025-W41', value: 1 },
      { kpi: 'csat', period: '2025-W41', value: 2 },
    ];
    await assert.rejects(call('readings.recordMany', { readings: twice }), refusedAs('invalid', /twice/));
    assert.deepEqual(await call('readings.list', { kpi: 'csat' }), before);
  });

  it('of others may not be recorded by a member, nor by a token that may only read', async () => {
    await call('kpis.create', {
      key: 'owned',
      name: 'Owned',
      direction: 'higher',
      cadence: 'weekly',
      owner: acme.owner.id,
    });
    const input = { kpi: 'owned', period: '2026-W05', value: 1 };
    await assert.rejects(app.as(acme.member)('readings.record', input), refusedAs('forbidden', /owner/));
    await assert.rejects(app.as(acme.viewer)('readings.record', input), refusedAs('forbidden', /member/));
    await assert.rejects(
      app.as(acme.owner, 'read')('readings.record', input),
      refusedAs('forbidden', /only read/),
    );
    assert.equal((await app.as(acme.owner)('readings.record', input)).value, 1);
  });

  it('of another organisation do not exist', async () => {
    const other = await makeOrganisation(app, 'other');
    await assert.rejects(
      app.as(other.admin)('readings.list', { kpi: 'csat' }),
      refusedAs('not_found', /csat/),
    );
    const { id } = await call('kpis.find', { kpi: 'csat' });
    await assert.rejects(
      app.as(other.admin)('readings.record', { kpi: id, period: '2026-W05', value: 1 }),
      refusedAs('not_found', /no KPI/),
    );
  });
});
