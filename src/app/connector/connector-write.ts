import type { Act, UseCase } from '#app/act.ts';
import { changes } from '#app/changes.ts';
import { newId } from '#app/id.ts';
import { loadWritableKpi } from '#app/kpi/kpis.ts';
import { refuseReadingsOf } from '#app/reading/record-readings.ts';
import type { Schedule } from '#contract/connectors.ts';
import { Refused } from '#contract/refused.ts';
import { type ConnectorOfKpi, findConnector, findConnectorOf } from '#db/connectors.ts';
import { reaches } from '#domain/access.ts';
import { type SourceConfig, secretNames } from '#domain/connector/config.ts';
import { databaseNeedsAdmin, endWaiting, loadConnector } from './connector-access.ts';
import { carriedOver, openedSecrets, type Secrets, sealedSecrets } from './connector-secrets.ts';
import { shownConnector } from './connector-shown.ts';
import { nextDue } from './next-due.ts';

export const createConnector: UseCase<'connectors.create'> = async (
  act,
  { kpi, config, secrets, ...given },
) => {
  const row = await loadWritableKpi(act, kpi);
  refuseReadingsOf(row);
  if (await findConnectorOf(act.tx, act.organisation.id, row.id))
    throw new Refused(
      'conflict',
      `${row.name} is connected already: change that connector, or remove it first.`,
    );
  refuseConfig(act, config);
  refuseUnknownSecrets(config, secrets);
  const id = newId();
  const place = { organisation: act.organisation.id, id };
  await act.tx
    .insertInto('connector')
    .values({
      ...place,
      kpi: row.id,
      kind: config.kind,
      config: JSON.stringify(config),
      secrets: sealedSecrets(act.ports.sealingKeys, place, secrets),
      secrets_by: Object.keys(secrets).length > 0 ? act.who.id : null,
      schedule: given.schedule && JSON.stringify(given.schedule),
      look_back: given.lookBack,
      running_period: given.runningPeriod,
      active: given.active,
      next_due: dueNext(act, given),
      received_to: null,
      last_success: null,
      failing_since: null,
      fault: null,
      author: act.who.id,
      created_at: act.now,
      removed_at: null,
    })
    .execute();
  const made = (await findConnector(act.tx, act.organisation.id, id))!;
  return [
    await shownConnector(act, made),
    {
      kind: 'connector.created',
      subject: id,
      detail: { kpi: row.id, config, schedule: given.schedule, secrets: Object.keys(secrets) },
    },
  ];
};

export const changeConnector: UseCase<'connectors.change'> = async (act, { connector, ...given }) => {
  const before = await loadConnector(act, connector, 'change');
  // The KPI before its connector, as a run that records has it: in the other order the two would wait for each other.
  await loadWritableKpi(act, before.kpi);
  const asked = before.config as SourceConfig;
  const config = given.config ?? asked;
  refuseConfig(act, config);
  refuseUnknownSecrets(config, given.secrets ?? {});
  const kept = openedSecrets(act.ports.sealingKeys, before) ?? {};
  const secrets = carriedOver(
    { config: asked, secrets: kept },
    { config, secrets: given.secrets ?? {} },
    mayAskWith(act, before),
  );
  const settings = {
    schedule: given.schedule === undefined ? (before.schedule as Schedule | null) : given.schedule,
    active: given.active ?? before.active,
  };
  const shownBefore = await shownConnector(act, before);
  await act.tx
    .updateTable('connector')
    .set({
      kind: config.kind,
      config: JSON.stringify(config),
      secrets: sealedSecrets(
        act.ports.sealingKeys,
        { organisation: act.organisation.id, id: before.id },
        secrets,
      ),
      ...(Object.keys(given.secrets ?? {}).length > 0 && { secrets_by: act.who.id }),
      schedule: settings.schedule && JSON.stringify(settings.schedule),
      look_back: given.lookBack ?? before.look_back,
      running_period: given.runningPeriod ?? before.running_period,
      active: settings.active,
      version: before.version + 1,
      next_due: dueNext(act, settings),
    })
    .where('organisation', '=', act.organisation.id)
    .where('id', '=', before.id)
    .execute();
  if (!settings.active) await endWaiting(act, before.id, 'The connector was paused before it had run.');
  const after = await shownConnector(act, (await findConnector(act.tx, act.organisation.id, before.id))!);
  return [
    after,
    {
      kind: 'connector.changed',
      subject: before.id,
      // The names of secrets only; which of them were given anew is a change too.
      detail: { ...changes(shownBefore, after), secretsGiven: Object.keys(given.secrets ?? {}) },
    },
  ];
};

function dueNext(
  act: Act,
  { schedule, active }: { schedule: Schedule | null; active: boolean },
): string | null {
  return schedule && active ? nextDue(schedule, act.organisation.timeZone, act.now) : null;
}

/** Whether somebody may ask another question with the secrets of a connector: admins, and who gave them. */
export function mayAskWith(act: Act, { secrets_by }: Pick<ConnectorOfKpi, 'secrets_by'>): boolean {
  return reaches(act.who.role, 'admin') || secrets_by === act.who.id;
}

/** Refuses a question that nobody can answer, and a database for who is no admin. */
export function refuseConfig(act: Act, config: SourceConfig): void {
  if (config.kind === 'sql' && !reaches(act.who.role, 'admin')) throw databaseNeedsAdmin();
  if (config.kind !== 'http-json' && config.kind !== 'csv') return;
  const { value, numerator, denominator } = config;
  if ((numerator === undefined) !== (denominator === undefined))
    throw new Refused('invalid', 'A ratio needs both its numerator and its denominator.', 'config.numerator');
  if ((value === undefined) === (numerator === undefined))
    throw new Refused(
      'invalid',
      'Say where the value stands, or where numerator and denominator do: one of the two.',
      'config.value',
    );
}

/** Refuses secrets that nothing in the question names. */
export function refuseUnknownSecrets(config: SourceConfig, secrets: Secrets): void {
  const names = secretNames(config);
  const unknown = Object.keys(secrets).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Refused(
      'invalid',
      `Nothing that is asked needs the secret "${unknown}"; it needs ${names.map((name) => `"${name}"`).join(', ') || 'none'}.`,
      'secrets',
    );
}
