import assert from 'node:assert/strict';
import { test } from 'node:test';
import { perform } from '#app/perform.ts';
import { callerOf } from '#server/auth-caller.ts';
import { testApp } from '../../../test/app.ts';
import { type MadePerson, makeOrganisation } from '../../../test/make.ts';

const app = await testApp();

function bearer({ tokens }: MadePerson) {
  return { authorization: `Bearer ${tokens.read}` };
}

test('an unchanged panel is the very answer of before, and any change of a KPI or its readings makes it anew', async () => {
  const { owner } = await makeOrganisation(app, 'Panel');
  const other = await makeOrganisation(app, 'Elsewhere');
  const call = app.as(owner);
  const define = (key: string) =>
    call('kpis.create', { key, name: key, cadence: 'weekly', direction: 'higher' });
  await define('sales');
  const sales = async () => (await call('panel.list', {})).find(({ key }) => key === 'sales');

  const caller = await callerOf(
    new Request('http://tandem', { headers: bearer(owner) }),
    async () => undefined,
  );
  const inProcess = (children = false) => perform(app.tandem, caller, 'panel.list', { children });
  const first = await inProcess();
  assert.equal(await inProcess(), first);
  assert.notEqual(await inProcess(true), first);
  await app.as(other.owner)('kpis.create', {
    ...{ key: 'sales', name: 'Theirs', cadence: 'weekly', direction: 'higher' },
  });
  assert.equal(await inProcess(), first, "another organisation's change is none of ours");

  await call('readings.record', { kpi: 'sales', period: '2026-W09', value: 4 });
  assert.equal((await sales())?.value, 4);
  await call('readings.record', { kpi: 'sales', period: '2026-W09', value: 5, reason: 'Counted again' });
  assert.equal((await sales())?.value, 5);
  await call('thresholds.record', { kpi: 'sales', from: '2026-01-01', floor: 6 });
  assert.equal((await sales())?.status, 'breach');
  await call('kpis.change', { kpi: 'sales', name: 'Sales' });
  assert.equal((await sales())?.name, 'Sales');
  await define('costs');
  assert.equal((await call('panel.list', {})).length, 2);
  await call('kpis.archive', { kpi: 'costs' });
  assert.equal((await call('panel.list', {})).length, 1);
  await assert.rejects(
    call('readings.record', { kpi: 'sales', period: '2026-W09', value: 7 }),
    /Give a reason/,
  );
  assert.equal((await sales())?.value, 5);
});
