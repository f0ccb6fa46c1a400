import type { Act, Event } from '#app/act.ts';
import { freeKey } from '#app/free-key.ts';
import { judgedKpis } from '#app/kpi/judged-kpis.ts';
import { kpis, loadKpi } from '#app/kpi/kpis.ts';
import { recordThreshold } from '#app/kpi/thresholds.ts';
import { refuseUnknownPeople } from '#app/people/unknown.ts';
import { record } from '#app/reading/record-readings.ts';
import type { Graduate } from '#contract/grade.ts';
import { contract } from '#contract/index.ts';
import { Refused } from '#contract/refused.ts';
import { listCheckIns } from '#db/check-ins.ts';
import type { KeyResultWithLinks } from '#db/key-results.ts';
import { findKpi, type KpiWithCounters } from '#db/kpis.ts';
import type { ObjectiveInCycle } from '#db/objectives.ts';
import { may } from '#domain/access.ts';
import { definitionFault } from '#domain/kpi/definition.ts';
import { type Threshold, thresholdFault, thresholdOn } from '#domain/kpi/threshold.ts';
import { conversionFault, convert, type Unit, valueFault } from '#domain/kpi/unit.ts';
import type { Report } from '#domain/okr/facts.ts';
import { type Gain, gainOf, raisedThreshold } from '#domain/okr/gain.ts';
import { graduationFault, readingsFrom } from '#domain/okr/graduate.ts';
import type { Measure } from '#domain/okr/measure.ts';
import { addDays } from '#domain/time/day.ts';
import { startOf } from '#domain/time/period.ts';
import { gainIn } from './keep-gain.ts';

/** A key result that turns into a KPI: `kpi` is the one that it reads, locked, when it reads one. */
export type Graduating = {
  keyResult: KeyResultWithLinks;
  objective: ObjectiveInCycle;
  kpi: KpiWithCounters | undefined;
  graduate: Graduate;
};

/** Refuses what could not turn into a KPI when the cycle closes, when the fate is told. */
export async function refuseGraduation(act: Act, graduating: Graduating): Promise<void> {
  const { keyResult, kpi, graduate } = graduating;
  const fault = graduationFault(keyResult.measure as Measure);
  if (fault) throw new Refused('invalid', fault, 'fate');
  if (kpi && graduate.kpi)
    throw new Refused(
      'invalid',
      `"${keyResult.title}" reads ${kpi.name}, so that is its KPI: leave the new one out.`,
      'graduate.kpi',
    );
  if (kpi) return refuseFloor(act, { ...graduating, kpi });
  if (!graduate.kpi)
    throw new Refused(
      'invalid',
      `The values of "${keyResult.title}" were typed: say which KPI it turns into, by its key, name and cadence.`,
      'graduate.kpi',
    );
  await refuseNewKpi(act, graduating);
}

async function refuseFloor(act: Act, graduating: Graduating & { kpi: KpiWithCounters }): Promise<void> {
  const { kpi } = graduating;
  if (kpi.archived_at)
    throw new Refused('conflict', `${kpi.name} is archived: its thresholds stay as they are.`, 'fate');
  if (!may(act.who, 'write', kpi))
    throw new Refused(
      'forbidden',
      `You may not change ${kpi.name}: its owner, a lead of its team or an admin may.`,
      'fate',
    );
  const lines = await floorOf(act, graduating);
  if (!lines) throw noLevel(kpi.name);
  const fault = thresholdFault(lines, kpi.direction, kpi.unit as Unit);
  if (fault) throw new Refused('invalid', fault, 'graduate.level');
}

function noLevel(name: string): Refused {
  return new Refused(
    'invalid',
    `Nothing was measured: say which level of ${name} is not to be lost.`,
    'graduate.level',
  );
}

async function refuseNewKpi(act: Act, graduating: Graduating): Promise<void> {
  const { keyResult } = graduating;
  const wanted = definitionOf(graduating, graduating.graduate.kpi!.key);
  const unit = conversionFault(keyResult.unit as Unit, wanted.unit);
  if (unit) throw new Refused('invalid', unit, 'graduate.kpi.unit');
  const fault = definitionFault(wanted);
  if (fault) throw new Refused('invalid', fault, 'graduate.kpi');
  await refuseUnknownPeople(act, [wanted.owner], 'graduate.kpi.owner');
  if (!may(act.who, 'write', wanted))
    throw new Refused(
      'forbidden',
      'You may not define KPIs for others: make yourself the owner, or ask their lead.',
      'graduate.kpi.owner',
    );
  if (await findKpi(act.tx, act.organisation.id, wanted.key))
    throw new Refused(
      'conflict',
      `There is a KPI ${wanted.key} already: give the new one another key.`,
      'graduate.kpi.key',
    );
  const gain = gainFrom(graduating);
  if (!gain) throw noLevel(wanted.name);
  const level = valueFault(gain.level, wanted.unit);
  if (level) throw new Refused('invalid', level, 'graduate.level');
  for (const { value } of await readingsOf(act, graduating)) {
    const wrong = valueFault(value, wanted.unit);
    if (wrong) throw new Refused('invalid', wrong, 'graduate.kpi.unit');
  }
}

/** Turns a graded key result into a KPI at the close of its cycle: raises the floor of the one that it reads, or defines a new one. */
export async function turnIntoKpi(act: Act, graduating: Graduating): Promise<Event[]> {
  const { keyResult, kpi, graduate } = graduating;
  if (!kpi && !graduate.kpi) return [];
  const events = kpi ? await raiseFloor(act, { ...graduating, kpi }) : await define(act, graduating);
  const into = kpi?.id ?? events[0]!.subject;
  await act.tx
    .updateTable('key_result')
    .set({ graduated_to: into })
    .where('organisation', '=', act.organisation.id)
    .where('id', '=', keyResult.id)
    .execute();
  return [...events, { kind: 'keyResult.graduated', subject: keyResult.id, detail: { kpi: into } }];
}

async function raiseFloor(act: Act, graduating: Graduating & { kpi: KpiWithCounters }): Promise<Event[]> {
  const lines = await floorOf(act, graduating);
  if (!lines) return [];
  return [(await recordThreshold(act, graduating.kpi, wireLines(lines), reasonOf(graduating)))[1]];
}

// Who sees the KPI need not see the objective.
function reasonOf({ keyResult, objective }: Graduating): string {
  return objective.private
    ? 'A key result turned into this KPI.'
    : `"${keyResult.title}" turned into this KPI.`;
}

async function define(act: Act, graduating: Graduating): Promise<Event[]> {
  // Between the grade and the close somebody may have taken the key: that must not keep a whole cycle open.
  const wanted = definitionOf(graduating, await freeKey(act, graduating.graduate.kpi!.key));
  const [made, ...created] = await kpis.create(act, contract.kpis.create.input.parse(wanted));
  const readings = await readingsOf(act, graduating);
  const recorded =
    readings.length > 0
      ? await record(
          act,
          readings.map((each) => ({ ...each, kpi: made.id })),
          { source: 'typed' },
        )
      : undefined;
  const gain = gainFrom(graduating)!;
  const lines = wireLines(raisedThreshold(undefined, gain, fromDay(graduating)));
  const [, threshold] = await recordThreshold(act, await loadKpi(act, made.id), lines, reasonOf(graduating));
  return [...created, ...(recorded?.events ?? []), threshold];
}

function definitionOf(graduating: Graduating, key: string) {
  const { keyResult, objective } = graduating;
  const { name, definition, cadence, addsUp, unit, direction, owner } = graduating.graduate.kpi!;
  return {
    ...{ key, name, definition, cadence, addsUp },
    unit: unit ?? (keyResult.unit as Unit),
    decimals: keyResult.decimals,
    direction: direction ?? gainOf(keyResult.measure as Measure, 0)!.direction,
    owner: owner === undefined ? (keyResult.owner ?? objective.owner) : owner,
    ...{ team: objective.team, person: objective.person, pillar: objective.pillar },
    kind: 'quantitative' as const,
    purpose: objective.private ? '' : `What "${keyResult.title}" reached is not to be lost.`,
    formula: null,
  };
}

// The line that becomes the floor, or the ceiling when lower is better, in the unit of the new KPI.
function gainFrom(graduating: Graduating): Gain | undefined {
  const { keyResult, graduate } = graduating;
  const { unit, direction } = definitionOf(graduating, 'new');
  const gain = gainOf(keyResult.measure as Measure, keyResult.current ?? undefined);
  const level = graduate.level ?? (gain && convert(gain.level, keyResult.unit as Unit, unit));
  return level === undefined ? undefined : { level, direction };
}

async function readingsOf(act: Act, graduating: Graduating): Promise<{ period: string; value: number }[]> {
  const { keyResult, graduate } = graduating;
  const rows = await listCheckIns(act.tx, act.organisation.id, [keyResult.id]);
  const reports = rows.map(({ day, recorded_at, report }) => ({
    day,
    recordedAt: new Date(recorded_at).toISOString(),
    report: report as Report | null,
  }));
  const { unit } = definitionOf(graduating, 'new');
  const { calendar } = act.organisation;
  return readingsFrom(reports, graduate.kpi!.cadence, calendar)
    .filter(({ period }) => startOf(period, calendar) <= act.today)
    .map(({ period, value }) => ({ period, value: convert(value, keyResult.unit as Unit, unit) ?? value }));
}

// The lines that hold from the day after the cycle with the floor raised; raisedThreshold never lowers one.
async function floorOf(
  act: Act,
  graduating: Graduating & { kpi: KpiWithCounters },
): Promise<Threshold | undefined> {
  const { keyResult, kpi, graduate } = graduating;
  const gain = gainIn({ keyResult, kpi, keep: { raise: 'threshold', level: graduate.level } });
  if (!gain) return undefined;
  const [judged] = await judgedKpis(act, [kpi.id]);
  const from = fromDay(graduating);
  return raisedThreshold(thresholdOn(from, judged!.thresholds), gain, from);
}

function fromDay({ objective }: Graduating): string {
  return addDays(objective.ends, 1);
}

function wireLines({ from, ...lines }: Threshold) {
  return {
    from,
    floor: lines.floor ?? null,
    ceiling: lines.ceiling ?? null,
    warningFloor: lines.warningFloor ?? null,
    warningCeiling: lines.warningCeiling ?? null,
    desired: lines.desired ?? null,
    desiredBy: lines.desiredBy ?? null,
  };
}
