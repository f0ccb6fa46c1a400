import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate } from '#domain/formula/evaluate.ts';
import { Inputs } from '#domain/formula/inputs.ts';
import { parse } from '#domain/formula/parse.ts';
import { january } from '#domain/time/period.ts';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { makeFormulas } from '../../../test/make-formulas.ts';
import { organisationsBehind, sweepBacklog } from './sweep-backlog.ts';

const app = await testApp();

async function fresh(name: string) {
  const acme = await makeOrganisation(app, name);
  const call = app.as(acme.owner);
  const define = (key: string, facts: object = {}) =>
    call('kpis.create', { key, name: key, direction: 'higher', cadence: 'monthly', ...facts });
  const value = async (kpi: string, period = '2026-01') =>
    (await call('readings.list', { kpi })).find((row) => row.period === period)?.value;
  return { acme, call, define, value };
}

async function deadlocksSoFar(): Promise<string> {
  const { rows } = await app.database.owner.query(
    'select deadlocks from pg_stat_database where datname = current_database()',
  );
  return String(rows[0].deadlocks);
}

const months = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02'];
const inputs = ['a', 'b', 'c', 'd', 'e'];
const formulas: Record<string, string> = {
  f: 'a + b',
  g: 'c - d / 2',
  h: 'f * 2 + e',
  i: 'avg(g, 2) + a',
  j: 'lag(h, 1) + i',
  k: 'sum(j, 2) + f - g',
  l: 'ytd(b) + if(a > c, k, h)',
};

describe('formulas and parents that share inputs', () => {
  it('are as if computed from scratch, however many write at once', async () => {
    const { call, define } = await fresh('crowd');
    for (const key of inputs) await define(key, { addsUp: 'sum' });
    for (const [key, formula] of Object.entries(formulas)) await define(key, { formula });
    const top = await define('top', { addsUp: 'sum' });
    // One child is typed, the other is a formula over what everybody writes.
    await define('top-typed', { parent: top.id, addsUp: 'sum' });
    await define('top-formula', { parent: top.id, addsUp: 'sum', formula: 'f + l' });
    await define('over-top', { formula: 'top / 2' });
    let turn = 0;
    const typed = [...inputs, 'top-typed'];
    const writer = async (seed: number) => {
      for (let round = 0; round < 8; round++) {
        const readings = typed
          .filter((_, index) => (seed * 7 + round * 3 + index) % 3 !== 0)
          .map((kpi, index) => ({
            kpi,
            period: months[(seed + round + index) % months.length]!,
            value: ++turn % 11,
          }));
        await call('readings.recordMany', { readings, reason: 'a crowd' });
      }
    };
    // Others write formulas meanwhile: whoever comes later sees what the other did.
    const rewriter = async (key: string, texts: readonly string[]) => {
      for (const formula of texts) await call('kpis.change', { kpi: key, formula, validFrom: '2025-01-01' });
    };
    const deadlocks = await deadlocksSoFar();
    await Promise.all([
      ...Array.from({ length: 8 }, (_, seed) => writer(seed)),
      rewriter('i', ['c + d', 'g * 2', formulas.i!]),
      rewriter('h', ['e', 'f + a', 'f * 2 + e']),
      define('late', { formula: 'top + a' }),
    ]);
    assert.equal(await deadlocksSoFar(), deadlocks);

    const read = async (kpi: string) =>
      (await call('readings.list', { kpi })).map(({ period, value, missing }) => ({
        period,
        value,
        missing,
      }));
    const known = new Map<string, Awaited<ReturnType<typeof read>>>();
    for (const key of typed) known.set(key, await read(key));
    let compared = 0;
    const all = {
      ...formulas,
      'top-formula': 'f + l',
      top: '`top-typed` + `top-formula`',
      'over-top': 'top / 2',
      late: 'top + a',
    };
    for (const [key, formula] of Object.entries(all)) {
      const stored = await read(key);
      const made = new Inputs(
        new Map(
          [...known].map(([name, points]) => [
            name,
            { cadence: 'monthly', adding: { addsUp: 'sum', unit: { kind: 'number' } }, points },
          ]),
        ),
        january,
      );
      const scratch = [...months, '2026-03'].map((period) => ({
        period,
        value: evaluate(parse(formula).expression!, period, made, january).value,
      }));
      for (const { period, value } of scratch) {
        const stands = stored.find((row) => row.period === period);
        // A parent to which a child has not reported has the value of the others.
        if (key !== 'top' || (stands && stands.missing.length === 0)) {
          assert.equal(stands?.value ?? null, value, `${key} ${period}`);
          compared += 1;
        }
      }
      known.set(key, stored);
    }
    assert.ok(compared > 40, `only ${compared} were compared`);
  });

  it('append nothing to what does not depend on the change', async () => {
    const { call, define } = await fresh('exact');
    for (const key of inputs) await define(key);
    for (const key of inputs)
      for (const period of months) await call('readings.record', { kpi: key, period, value: 1 });
    for (const [key, formula] of Object.entries(formulas)) await define(key, { formula });
    const count = async () => {
      const { rows } = await app.database.owner.query<{ key: string; period: string; n: number }>(
        `select k.key, r.period, count(*)::int as n from reading r join kpi k on k.id = r.kpi
         join organisation o on o.id = r.organisation where o.name = 'exact' group by 1, 2`,
      );
      return new Map(rows.map(({ key, period, n }) => [`${key} ${period}`, n]));
    };
    const before = await count();
    await call('readings.record', { kpi: 'd', period: '2026-01', value: 5, reason: 'a slip' });
    const after = await count();
    const changed = [...after].filter(([slot, n]) => before.get(slot) !== n).map(([slot]) => slot);
    assert.deepEqual(changed.sort(), [
      'd 2026-01',
      'g 2026-01',
      'i 2026-01',
      'i 2026-02',
      'j 2026-01',
      'j 2026-02',
      'k 2026-01',
      'k 2026-02',
    ]);
  });
});

describe('a change that more than 1,000 KPIs depend on', () => {
  it('is computed by the sweep of the backlog, once, and by nobody before', async () => {
    const { acme, call, define, value } = await fresh('many');
    const headcount = await define('headcount');
    const half = 600;
    const keys = Array.from({ length: half }, (_, index) => `per-head-${index}`);
    const direct = await makeFormulas(
      app,
      acme.id,
      keys.map((key, index) => ({ key, formula: `headcount * ${index}`, inputs: [headcount.id] })),
    );
    await makeFormulas(
      app,
      acme.id,
      keys.map((key, index) => ({ key: `twice-${key}`, formula: `2 * ${key}`, inputs: [direct[index]!] })),
    );
    await call('readings.record', { kpi: 'headcount', period: '2026-01', value: 3 });
    assert.deepEqual(await organisationsBehind(app.tandem), [acme.id]);
    assert.equal(await value('per-head-7'), undefined);
    // A process that dies in between leaves the rest to the next one; two at once share it.
    await Promise.all([sweepBacklog(app.tandem, acme.id, 'one'), sweepBacklog(app.tandem, acme.id, 'two')]);
    assert.deepEqual(await organisationsBehind(app.tandem), []);
    assert.equal(await value('per-head-7'), 21);
    assert.equal(await value('twice-per-head-599'), 3594);
    await sweepBacklog(app.tandem, acme.id, 'again');
    const { rows } = await app.database.owner.query(
      'select revision, count(*)::int as n from reading where organisation = $1 group by 1',
      [acme.id],
    );
    assert.deepEqual(rows, [{ revision: 1, n: 1 + 2 * half }]);
  });

  it('with 1,000 is computed in the same transaction', async () => {
    const { acme, call, define, value } = await fresh('just');
    const headcount = await define('headcount');
    await makeFormulas(
      app,
      acme.id,
      Array.from({ length: 1_000 }, (_, index) => ({
        key: `per-head-${index}`,
        formula: `headcount * ${index}`,
        inputs: [headcount.id],
      })),
    );
    await call('readings.record', { kpi: 'headcount', period: '2026-01', value: 3 });
    assert.equal(await value('per-head-999'), 2997);
    assert.deepEqual(await organisationsBehind(app.tandem), []);
  });
});
