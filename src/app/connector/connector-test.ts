import type { Act, UseCase } from '#app/act.ts';
import { loadKpi } from '#app/kpi/kpis.ts';
import { Later } from '#app/later.ts';
import { refuseReadingsOf } from '#app/reading/record-readings.ts';
import { Refused } from '#contract/refused.ts';
import { findConnectorOf, standingReadings } from '#db/connectors.ts';
import type { KpiWithCounters } from '#db/kpis.ts';
import { may } from '#domain/access.ts';
import type { SourceConfig } from '#domain/connector/config.ts';
import { reach } from '#domain/connector/placeholders.ts';
import { dueSpan } from '#domain/connector/span.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { type Period, startOf } from '#domain/time/period.ts';
import { listAllowed } from './allowed-hosts.ts';
import { previewed, weigh } from './collected-rows.ts';
import { carriedOver, openedSecrets, type Secrets } from './connector-secrets.ts';
import { refuseSpan } from './connector-span.ts';
import { mayAskWith, refuseConfig, refuseUnknownSecrets } from './connector-write.ts';
import { type Source, type SourceAsk, SourceFault, type SourceRow } from './source.ts';

const patience = 30_000;
const shownPeriods = 3;
const mostTried = 100;
const mostAtOnce = 8;
let under = 0;

/** Asks a source and weighs its answer, without storing anything; a source that gives nothing is an answer too, with its fault. */
export const testSource: UseCase<'connectors.test'> = async (
  act,
  { kpi: ref, config, secrets, ...given },
) => {
  // Without the lock that a write takes: nothing is stored.
  const kpi = await loadKpi(act, ref);
  if (!may(act.who, 'write', kpi))
    throw new Refused(
      'forbidden',
      `You may not try sources for ${kpi.name}: its owner, a lead of its team or an admin may.`,
    );
  refuseReadingsOf(kpi);
  refuseConfig(act, config);
  refuseUnknownSecrets(config, secrets);
  const span = spanOf(act, kpi, { ...given, reach: reach(config) });
  const ask: SourceAsk = {
    config,
    secrets: await secretsFor(act, kpi.id, config, secrets),
    span: {
      cadence: kpi.cadence,
      calendar: act.organisation.calendar,
      timeZone: act.organisation.timeZone,
      ...span,
    },
    unit: kpi.unit as Unit,
    allowed: await listAllowed(act),
  };
  const { calendar } = act.organisation;
  const standing = await standingReadings(
    act.tx,
    act.organisation.id,
    kpi.id,
    startOf(span.from, calendar),
    startOf(span.to, calendar),
  );
  return new Later(async () => {
    const answer = await answered(act.ports.source, ask);
    if (typeof answer === 'string') return { ...span, fault: answer, rows: [], unread: [], silent: [] };
    const { rows, unread, silent } = weigh(act, kpi, { ...span, reach: reach(config) }, standing, answer);
    return { ...span, fault: null, rows: rows.map(previewed), unread, silent };
  });
};

/** The answer of a source, or its fault in words. */
async function answered(source: Source, ask: SourceAsk): Promise<SourceRow[] | string> {
  if (under >= mostAtOnce)
    throw new Refused(
      'too_many_requests',
      'Several sources are being tried at this moment. Try again shortly.',
    );
  under++;
  try {
    return await source.fetch(ask, AbortSignal.timeout(patience));
  } catch (fault) {
    if (fault instanceof SourceFault) return fault.message;
    throw fault;
  } finally {
    under--;
  }
}

/** The secrets to try with: those that are given, and those of the KPI's connector that this person may ask this with. */
async function secretsFor(act: Act, kpi: string, config: SourceConfig, given: Secrets): Promise<Secrets> {
  const row = await findConnectorOf(act.tx, act.organisation.id, kpi);
  if (!row) return given;
  const kept = openedSecrets(act.ports.sealingKeys, row) ?? {};
  const before = { config: row.config as SourceConfig, secrets: kept };
  return carriedOver(before, { config, secrets: given }, mayAskWith(act, row));
}

type Wanted = {
  from?: Period | undefined;
  to?: Period | undefined;
  runningPeriod: boolean;
  reach: 'past' | 'now';
};

function spanOf(
  act: Act,
  kpi: KpiWithCounters,
  { from, to, ...wanted }: Wanted,
): { from: Period; to: Period } {
  const usual = dueSpan({
    ...wanted,
    cadence: kpi.cadence,
    calendar: act.organisation.calendar,
    today: act.today,
    lookBack: shownPeriods,
    atOnce: mostTried,
    receivedTo: null,
    countedFrom: kpi.era_from,
  });
  const span = { from: from ?? (to && to < usual.from ? to : usual.from), to: to ?? usual.to };
  refuseSpan(kpi, span, mostTried);
  return span;
}
