import type { UseCases } from '#app/act.ts';
import { loadKpi } from '#app/kpi/kpis.ts';
import { listConnectors, listRuns } from '#db/connectors.ts';
import { endWaiting, loadConnector } from './connector-access.ts';
import { askRun, backfill, takeKept } from './connector-runs.ts';
import { runThen, shownConnector, shownLine, shownRun } from './connector-shown.ts';
import { testSource } from './connector-test.ts';
import { changeConnector, createConnector } from './connector-write.ts';

export const connectors: UseCases<'connectors'> = {
  list: async (act, { kpi }) => {
    const id = kpi && (await loadKpi(act, kpi)).id;
    return (await listConnectors(act.tx, act.organisation.id, id)).map((row) => shownLine(act, row));
  },

  find: async (act, { connector }) => shownConnector(act, await loadConnector(act, connector)),

  create: createConnector,
  change: changeConnector,

  remove: async (act, { connector }) => {
    const row = await loadConnector(act, connector, 'change');
    const where = { organisation: act.organisation.id, id: row.id };
    await act.tx
      .updateTable('connector')
      .set({ removed_at: act.now, secrets: null, next_due: null, active: false, version: row.version + 1 })
      .where((is) => is.and(where))
      .execute();
    await endWaiting(act, row.id, 'The connector was removed before it had run.');
    return [
      { done: true },
      { kind: 'connector.removed', subject: row.id, detail: { kpi: row.kpi, source: row.kind } },
    ];
  },

  test: testSource,
  run: askRun,
  backfill,

  runs: async (act, { connector, ...page }) => {
    const { id } = await loadConnector(act, connector);
    const rows = await listRuns(act.tx, act.organisation.id, id, page);
    return rows.map((row) => shownRun(page.asOf ? runThen(row, page.asOf) : row));
  },

  take: takeKept,
};
