import type { Act, Event, UseCase } from '#app/act.ts';
import { newId } from '#app/id.ts';
import { loadKpi } from '#app/kpi/kpis.ts';
import { recordOne } from '#app/reading/readings.ts';
import { Refused } from '#contract/refused.ts';
import { type ConnectorOfKpi, listKept, listRuns } from '#db/connectors.ts';
import type { SourceConfig } from '#domain/connector/config.ts';
import { periodsAtOnce, reach } from '#domain/connector/placeholders.ts';
import { type Period, startOf } from '#domain/time/period.ts';
import { loadConnector } from './connector-access.ts';
import { shownRun } from './connector-shown.ts';
import { refuseSpan } from './connector-span.ts';

export const askRun: UseCase<'connectors.run'> = async (act, { connector }) => {
  const row = await loadConnector(act, connector);
  return ask(act, row, 'asked');
};

export const backfill: UseCase<'connectors.backfill'> = async (act, { connector, ...span }) => {
  const row = await loadConnector(act, connector);
  const kpi = await loadKpi(act, row.kpi);
  if (reach(row.config as SourceConfig) === 'now')
    throw new Refused(
      'invalid',
      `What feeds ${kpi.name} only knows its present state, so the past cannot be filled in from it. A question with placeholders such as {from} and {to} could.`,
    );
  refuseSpan(kpi, span, periodsAtOnce(row.config as SourceConfig));
  if (startOf(span.to, act.organisation.calendar) > act.today)
    throw new Refused('invalid', `${span.to} has not begun yet.`, 'to');
  return ask(act, row, 'backfill', span);
};

export const takeKept: UseCase<'connectors.take'> = async (act, { connector, period, reason }) => {
  const row = await loadConnector(act, connector);
  const kept = (await listKept(act.tx, act.organisation.id, row.id)).find((each) => each.period === period);
  if (!kept)
    throw new Refused(
      'not_found',
      `Nothing was kept against the source for ${period}, or both agree by now.`,
      'period',
    );
  const { value, numerator, denominator, note } = kept;
  const said = {
    ...(numerator !== null && denominator !== null ? { value, numerator, denominator } : { value }),
    ...(note !== null && { note }),
  };
  await act.tx
    .deleteFrom('connector_kept')
    .where('organisation', '=', act.organisation.id)
    .where('connector', '=', row.id)
    .where('starts', '=', kept.starts)
    .execute();
  return recordOne(act, { kpi: row.kpi, period, ...said }, { source: 'connector', reason });
};

type Asked = [ReturnType<typeof shownRun>, Event];

async function ask(
  act: Act,
  row: ConnectorOfKpi,
  trigger: 'asked' | 'backfill',
  span?: { from: Period; to: Period },
): Promise<Asked> {
  const [last] = await listRuns(act.tx, act.organisation.id, row.id, { limit: 1 });
  if (last?.state === 'running')
    throw new Refused('conflict', 'A run is under way: wait until it has ended.');
  const where = { organisation: act.organisation.id, connector: row.id };
  // One that waits for its next try is not waited for: what is asked now takes its place.
  if (last?.state === 'waiting')
    await act.tx
      .updateTable('connector_run')
      .set({
        state: 'failed',
        next_try: null,
        ended_at: act.now,
        sentence: [last.sentence, 'A newer run took its place.'].filter(Boolean).join(' '),
      })
      .where((is) => is.and({ ...where, id: last.id }))
      .execute();
  const run = await act.tx
    .insertInto('connector_run')
    .values({
      ...where,
      id: newId(),
      trigger,
      state: 'waiting',
      asked_by: act.who.id,
      from_period: span?.from ?? null,
      to_period: span?.to ?? null,
      next_try: act.now,
      sentence: null,
      created_at: act.now,
      started_at: null,
      ended_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return [
    shownRun(run),
    {
      kind: 'connectorRun.asked',
      subject: run.id,
      detail: { connector: row.id, kpi: row.kpi, trigger, ...span },
    },
  ];
}
