import type { Keep } from '#contract/grade.ts';
import type { KeyResultWithLinks } from '#db/key-results.ts';
import type { KpiWithCounters } from '#db/kpis.ts';
import type { Row } from '#db/schema.ts';
import { thresholdOn } from '#domain/kpi/threshold.ts';
import { isInCycle } from '#domain/okr/facts.ts';
import { type Gain, raisedThreshold } from '#domain/okr/gain.ts';
import { addDays } from '#domain/time/day.ts';
import { type Period, periodOf, shift, startOf } from '#domain/time/period.ts';
import type { Act, Event } from './act.ts';
import { gainIn } from './fate.ts';
import { newId } from './id.ts';
import { judgedKpis } from './judged-kpis.ts';
import { startPhase } from './phases.ts';
import { type Evidence, judgeWatches } from './sustain-watches.ts';
import { recordThreshold } from './thresholds.ts';

/** Keeps the gain of a key result at the close of its cycle: raises the threshold or starts a phase as wished, and begins the watch. */
export async function keepGain(
  act: Act,
  keyResult: KeyResultWithLinks,
  kpi: KpiWithCounters,
  keep: Keep,
  cycle: Row<'cycle'>,
): Promise<Event[]> {
  const gain = gainIn(keyResult, kpi, keep);
  if (!gain) return [];
  const { calendar, sustainPeriods, id: organisation } = act.organisation;
  const from = periodOf(kpi.cadence, addDays(cycle.ends, 1), calendar);
  const events = await raise(act, keyResult, kpi, keep, gain, cycle, from);
  const watch = newId();
  const evidence: Evidence = { meanMovingRange: await rangeOf(act, kpi.id), before: gain.before };
  const periods = keep.periods ?? sustainPeriods;
  await act.tx
    .insertInto('sustain_watch')
    .values({
      organisation,
      id: watch,
      key_result: keyResult.id,
      kpi: kpi.id,
      level: gain.level,
      direction: gain.direction,
      from_period: from,
      periods,
      decided_period: null,
      evidence: JSON.stringify(evidence),
      created_at: act.now,
    })
    .execute();
  const began: Event = {
    kind: 'sustainWatch.begun',
    subject: watch,
    detail: { keyResult: keyResult.id, kpi: kpi.id, level: gain.level, from, periods },
  };
  // A cycle that is closed late may have its first watched periods behind it.
  return [...events, began, ...(await judgeWatches(act, [kpi.id]))];
}

async function raise(
  act: Act,
  keyResult: KeyResultWithLinks,
  kpi: KpiWithCounters,
  keep: Keep,
  gain: Gain,
  cycle: Row<'cycle'>,
  from: Period,
): Promise<Event[]> {
  const reason = `The gain of "${keyResult.title}" is kept.`;
  if (keep.raise === 'threshold') {
    const day = startOf(from, act.organisation.calendar);
    const [judged] = await judgedKpis(act, [kpi.id]);
    const present = thresholdOn(day, judged!.thresholds);
    const lines = raisedThreshold(present, { ...gain, level: keep.threshold ?? gain.level }, day);
    const { floor, ceiling, warningFloor, warningCeiling, desired, desiredBy } = lines;
    const given = {
      from: day,
      floor: floor ?? null,
      ceiling: ceiling ?? null,
      warningFloor: warningFloor ?? null,
      warningCeiling: warningCeiling ?? null,
      desired: desired ?? null,
      desiredBy: desiredBy ?? null,
    };
    return [(await recordThreshold(act, kpi, given, reason))[1]];
  }
  if (keep.raise !== 'phase') return [];
  const [judged] = await judgedKpis(act, [kpi.id]);
  const start = judged!.judgement.proposal?.from ?? firstPeriod(act, kpi, cycle);
  // The gain may have been accepted as a phase during the cycle already.
  if (judged!.phaseStarts.some((from) => from >= start)) return [];
  return [(await startPhase(act, kpi, { from: start, baselineTo: null, reason }))[1]];
}

function firstPeriod({ organisation }: Act, kpi: KpiWithCounters, cycle: Row<'cycle'>): Period {
  const period = periodOf(kpi.cadence, cycle.starts, organisation.calendar);
  return isInCycle(period, cycle, organisation.calendar) ? period : shift(period, 1);
}

async function rangeOf(act: Act, kpi: string): Promise<number | undefined> {
  const [judged] = await judgedKpis(act, [kpi]);
  const { process, limits, strength } = judged!.judgement;
  if (process) return process.limits.range;
  return strength === 'too few' ? undefined : limits?.range;
}
