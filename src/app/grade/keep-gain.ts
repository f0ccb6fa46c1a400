import type { Act, Event } from '#app/act.ts';
import { newId } from '#app/id.ts';
import { type JudgedKpi, judgedKpis } from '#app/kpi/judged-kpis.ts';
import { startPhase } from '#app/kpi/phases.ts';
import { recordThreshold } from '#app/kpi/thresholds.ts';
import type { Keep } from '#contract/grade.ts';
import { Refused } from '#contract/refused.ts';
import type { KeyResultWithLinks } from '#db/key-results.ts';
import type { KpiWithCounters } from '#db/kpis.ts';
import type { ObjectiveInCycle } from '#db/objectives.ts';
import { type Threshold, thresholdFault, thresholdOn } from '#domain/kpi/threshold.ts';
import { convert, type Unit } from '#domain/kpi/unit.ts';
import { isInCycle } from '#domain/okr/facts.ts';
import { type Gain, gainOf, raisedThreshold } from '#domain/okr/gain.ts';
import type { Measure } from '#domain/okr/measure.ts';
import { addDays } from '#domain/time/day.ts';
import { type Period, periodOf, shift, startOf } from '#domain/time/period.ts';
import { type Evidence, judgeWatches } from './sustain-watches.ts';

/** A gain that is kept: of which key result, in which KPI, and how. */
export type Kept = {
  keyResult: KeyResultWithLinks;
  objective: ObjectiveInCycle;
  kpi: KpiWithCounters;
  keep: Keep;
};

/** The gain in the unit of the KPI, undefined when nothing was measured; a level that was chosen comes before the one that was reached. */
export function gainIn({ keyResult, kpi, keep }: Omit<Kept, 'objective'>): Gain | undefined {
  const [own, read] = [keyResult.unit as Unit, kpi.unit as Unit];
  const chosen = keep.level === undefined ? undefined : convert(keep.level, read, own);
  const gain = gainOf(keyResult.measure as Measure, keyResult.current ?? chosen);
  const level = keep.level ?? (gain && convert(gain.level, own, read));
  if (!gain || level === undefined) return undefined;
  return { ...gain, level, before: gain.before === undefined ? undefined : convert(gain.before, own, read) };
}

/** Refuses a threshold that would contradict the KPI's other lines, so that the close of the cycle does not fail by it. */
export async function refuseRaise(act: Act, kept: Kept, gain: Gain): Promise<void> {
  const [judged] = await judgedKpis(act, [kept.kpi.id]);
  const lines = raisedLines(act, kept, gain, judged!);
  const fault = thresholdFault(lines, kept.kpi.direction, kept.kpi.unit as Unit);
  if (fault) throw new Refused('invalid', fault, 'keep.threshold');
}

/** Keeps a gain at the close of its cycle: raises the threshold or starts a phase as wished, and begins the watch. */
export async function keepGain(act: Act, kept: Kept): Promise<Event[]> {
  const gain = gainIn(kept);
  if (!gain) return [];
  const { keyResult, kpi, keep } = kept;
  const events = await raise(act, kept, gain);
  const [judged] = await judgedKpis(act, [kpi.id]);
  const evidence: Evidence = { meanMovingRange: rangeOf(judged!), before: gain.before };
  const watch = {
    id: newId(),
    key_result: keyResult.id,
    kpi: kpi.id,
    level: gain.level,
    direction: gain.direction,
    from_period: firstWatched(act, kept),
    periods: keep.periods ?? act.organisation.sustainPeriods,
  };
  await act.tx
    .insertInto('sustain_watch')
    .values({
      ...watch,
      organisation: act.organisation.id,
      unit: JSON.stringify(kpi.unit),
      decided_period: null,
      evidence: JSON.stringify(evidence),
      created_at: act.now,
    })
    .execute();
  const { id, ...detail } = watch;
  // A cycle that is closed late may have its first watched periods behind it.
  return [
    ...events,
    { kind: 'sustainWatch.begun', subject: id, detail },
    ...(await judgeWatches(act, [kpi.id])),
  ];
}

async function raise(act: Act, kept: Kept, gain: Gain): Promise<Event[]> {
  const { keyResult, objective, kpi, keep } = kept;
  if (keep.raise === 'nothing') return [];
  // Who sees the KPI need not see the objective.
  const reason = objective.private ? 'A gain is kept.' : `The gain of "${keyResult.title}" is kept.`;
  const [judged] = await judgedKpis(act, [kpi.id]);
  if (keep.raise === 'threshold') {
    const { from, floor, ceiling, warningFloor, warningCeiling, desired, desiredBy } = raisedLines(
      act,
      kept,
      gain,
      judged!,
    );
    const lines = {
      from,
      floor: floor ?? null,
      ceiling: ceiling ?? null,
      warningFloor: warningFloor ?? null,
      warningCeiling: warningCeiling ?? null,
      desired: desired ?? null,
      desiredBy: desiredBy ?? null,
    };
    return [(await recordThreshold(act, kpi, lines, reason))[1]];
  }
  const from = judged!.judgement.proposal?.from ?? firstOfCycle(act, kept);
  // The gain may have been accepted as a phase during the cycle already.
  if (judged!.phaseStarts.some((start) => start >= from)) return [];
  return [(await startPhase(act, kpi, { from, baselineTo: null, reason }))[1]];
}

function raisedLines(act: Act, kept: Kept, gain: Gain, { thresholds }: JudgedKpi): Threshold {
  const from = startOf(firstWatched(act, kept), act.organisation.calendar);
  const level = kept.keep.threshold ?? gain.level;
  return raisedThreshold(thresholdOn(from, thresholds), { ...gain, level }, from);
}

function firstWatched({ organisation }: Act, { kpi, objective }: Kept): Period {
  return periodOf(kpi.cadence, addDays(objective.ends, 1), organisation.calendar);
}

function firstOfCycle({ organisation }: Act, { kpi, objective }: Kept): Period {
  const period = periodOf(kpi.cadence, objective.starts, organisation.calendar);
  return isInCycle(period, objective, organisation.calendar) ? period : shift(period, 1);
}

// Noise is what the process shows without the change, so the shift that is proposed as a phase tells it best.
function rangeOf({ judgement: { process, limits, strength } }: JudgedKpi): number | undefined {
  if (process) return process.limits.range;
  return strength === 'too few' ? undefined : limits?.range;
}
