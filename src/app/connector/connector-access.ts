import type { Act } from '#app/act.ts';
import { Refused } from '#contract/refused.ts';
import { type ConnectorOfKpi, findConnector } from '#db/connectors.ts';
import { may, reaches } from '#domain/access.ts';

/** Whether a person may write a connector: that of their own KPI; one to a database needs an admin. */
export function mayChange(act: Pick<Act, 'who'>, row: ConnectorOfKpi): boolean {
  return may(act.who, 'write', row) && (row.kind !== 'sql' || reaches(act.who.role, 'admin'));
}

/** A connector for one who may write its KPI; refuses with forbidden who may not, or may not change it when that is what they want. */
export async function loadConnector(
  act: Act,
  id: string,
  wanted: 'read' | 'change' = 'read',
): Promise<ConnectorOfKpi> {
  const row = await findConnector(act.tx, act.organisation.id, id);
  if (!row) throw new Refused('not_found', 'There is no such connector.', 'connector');
  if (!may(act.who, 'write', row))
    throw new Refused(
      'forbidden',
      `What feeds ${row.kpi_name} is for those who may write it: its owner, a lead of its team or an admin.`,
    );
  if (wanted === 'change' && !mayChange(act, row)) throw databaseNeedsAdmin();
  return row;
}

/** Why somebody who is no admin may not connect a database. */
export function databaseNeedsAdmin(): Refused {
  return new Refused(
    'forbidden',
    'Databases are connected by admins: an account of a database sees more than one KPI. Ask one of them.',
  );
}

/** Ends the run of a connector that waits or is under way, if there is one; what it may still bring is not recorded. */
export async function endWaiting(act: Act, connector: string, sentence: string): Promise<void> {
  await act.tx
    .updateTable('connector_run')
    .set({ state: 'failed', next_try: null, ended_at: act.now, sentence })
    .where('organisation', '=', act.organisation.id)
    .where('connector', '=', connector)
    .where('next_try', 'is not', null)
    .execute();
}
