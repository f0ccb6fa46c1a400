import assert from 'node:assert/strict';
import { test } from 'node:test';
import { perform } from '#app/perform.ts';
import type { Input, Name, Output } from '#contract/index.ts';
import { Fault } from '#db/place-fault.ts';
import { testApp } from '../../test/app.ts';
import { makeOrganisation } from '../../test/make.ts';
import { openDemo } from './demo.ts';

for (const now of ['2026-11-22T12:00:00.000Z', '2028-03-01T09:00:00.000Z'])
  test(`the demo that is opened on ${now.slice(0, 10)}`, async (t) => {
    const app = await testApp(t, { now });
    const started = performance.now();
    const words = await openDemo(app.tandem);
    const made = performance.now() - started;
    const user = (await app.tandem.ports.accounts.verify('ada@larkspur.example', 'ride in tandem'))!;
    const call = <N extends Name>(name: N, input: Input<N>): Promise<Output<N>> =>
      perform(app.tandem, { kind: 'session', user }, name, input);

    await t.test('says how to sign in, and is opened again without being made again', async () => {
      t.diagnostic(`made in ${Math.round(made)} ms`);
      assert.match(words, /ada@larkspur\.example with the password: ride in tandem/);
      assert.equal(await openDemo(app.tandem), words);
      assert.equal((await call('people.me', {})).organisation.demo, true);
    });

    await t.test(
      'shows three years of KPIs in every status, with signals, capabilities and a fanned-out one',
      async () => {
        const rows = await call('panel.list', {});
        assert.ok(rows.length >= 25, `${rows.length} KPIs`);
        const statuses = new Set(rows.map(({ status }) => status));
        assert.deepEqual([...statuses].sort(), [
          'breach',
          'healthy',
          'no data',
          'no threshold',
          'overdue',
          'warning',
        ]);
        const capabilities = new Set(rows.map(({ capability }) => capability));
        for (const each of ['capable', 'hit and miss', 'not capable'] as const)
          assert.ok(capabilities.has(each), each);
        const senses = new Set(rows.map(({ sense }) => sense));
        for (const each of ['improvement', 'deterioration', null] as const)
          assert.ok(senses.has(each), String(each));
        assert.equal((await call('readings.list', { kpi: 'first-answer' })).length >= 154, true);
        assert.equal(rows.find(({ key }) => key === 'shop-sales')?.missingChildren, 1);
        assert.equal((await call('judgements.find', { kpi: 'visits' })).season?.period, 52);
        const orders = await call('judgements.find', { kpi: 'online-orders' });
        assert.ok(orders.phases.length > 1 && orders.annotations.length > 0);
      },
    );

    await t.test(
      'has closed cycles with grades and every fate, a gain that held, one that was lost, and one that is watched',
      async () => {
        const cycles = await call('cycles.list', {});
        assert.deepEqual(
          cycles.map(({ state }) => state),
          ['planning', 'active', 'closed', 'closed'],
        );
        const watches = await call('sustainWatches.list', {});
        assert.deepEqual(Object.fromEntries(watches.map(({ kpi, state }) => [kpi.key, state])), {
          'first-answer': 'held',
          'on-time': 'lost',
          returns: 'watching',
        });
        const closed = cycles.filter(({ state }) => state === 'closed');
        const fates = new Set<string>();
        for (const { id } of closed)
          for (const { keyResults, score } of (await call('grades.list', { cycle: id })).objectives) {
            assert.ok(score !== null);
            for (const { keyResult } of keyResults) fates.add(keyResult.grade!.fate);
          }
        assert.deepEqual([...fates].sort(), ['carry over', 'drop', 'keep the gain', 'turn into a KPI']);
      },
    );

    await t.test(
      'has an active cycle with every health, every measure, a moved goalpost and something private',
      async () => {
        const [, active] = await call('cycles.list', {});
        const { objectives } = await call('objectives.tree', { cycle: active!.id });
        const keyResults = objectives.flatMap((each) => each.keyResults);
        const healths = new Set(keyResults.map(({ health }) => health));
        for (const each of ['on track', 'behind', 'off track', 'outdated', null] as const)
          assert.ok(healths.has(each), `${each} is not among ${[...healths]}`);
        const kinds = new Set(keyResults.map(({ kind }) => kind));
        assert.deepEqual([...kinds].sort(), ['done', 'hit rate', 'hold', 'milestones', 'move']);
        const raised = keyResults.find(({ title }) => /orders in the web shop/.test(title));
        const { movedGoalposts } = await call('keyResults.find', { keyResult: raised!.id });
        assert.ok(movedGoalposts.some(({ field }) => field === 'measure' || field === 'target'));
        assert.ok(objectives.some((each) => each.private));
        assert.ok(
          objectives.some(({ title }) => title === 'The shops are worth the way'),
          'carried over',
        );
      },
    );

    await t.test('has initiatives in every state, some of them linked to an issue', async () => {
      const [, active] = await call('cycles.list', {});
      const all = await call('initiatives.list', { cycle: active!.id });
      const states = new Set(all.map(({ state }) => state));
      assert.deepEqual([...states].sort(), ['done', 'dropped', 'in progress', 'planned']);
      const links = new Set(all.map(({ link }) => link?.synchronised));
      assert.deepEqual(links, new Set([undefined, 'no account', 'link only']));
      assert.ok((await call('initiatives.list', { open: true })).length > 0, 'Ada has something open');
    });

    await t.test('has gaps with decisions, and objectives that exist because of a gap', async () => {
      const { gaps, noise } = await call('gaps.list', {});
      assert.ok(gaps.length >= 4 && noise.length + gaps.length < 25);
      const kinds = new Set(gaps.flatMap(({ decision }) => decision?.kind ?? []));
      assert.ok(kinds.has('write an OKR'), [...kinds].join(', '));
      const defects = gaps.find(({ key }) => key === 'defects');
      assert.equal(defects?.kind, 'not capable');
      assert.equal(defects?.objectives[0]?.title, 'Bicycles leave the workshop right the first time');
    });

    await t.test('was recorded as it happened: the audit log goes through the three years', async () => {
      const { entries } = await call('audit.list', { limit: 100 });
      assert.ok(entries.every(({ at }) => at.slice(0, 19) <= now.slice(0, 19)));
      const first = await call('readings.revisions', { kpi: 'output', period: '2025-W30' });
      assert.ok(first[0]!.recordedAt < '2026', first[0]!.recordedAt);
      const verified = await call('audit.verify', {});
      assert.equal(verified.sound, true);
      assert.deepEqual(
        app.logged.filter(({ bug }) => bug),
        [],
      );
    });
  });

test('the demo does not come in where an organisation lives', async (t) => {
  const app = await testApp(t);
  await makeOrganisation(app);
  await assert.rejects(
    openDemo(app.tandem),
    (fault) => fault instanceof Fault && /TANDEM_DATA=/.test(fault.message),
  );
});
