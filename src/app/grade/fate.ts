import type { Act } from '#app/act.ts';
import { loadCycle } from '#app/cycle/cycle-access.ts';
import { refusePromise } from '#app/key-result/key-result-promise.ts';
import { knownOf, measuredIn } from '#app/kpi/facts.ts';
import { type Answerable, refuseCycleState } from '#app/objective/objective-access.ts';
import type { Graduate, Keep } from '#contract/grade.ts';
import type { Parsed } from '#contract/index.ts';
import type { KeyResultDraft } from '#contract/key-results.ts';
import type { Measure as ShownMeasure } from '#contract/measures.ts';
import { Refused } from '#contract/refused.ts';
import type { KeyResultWithLinks } from '#db/key-results.ts';
import { findKpi } from '#db/kpis.ts';
import { may } from '#domain/access.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { carriedOver } from '#domain/okr/gain.ts';
import { type Measure, measureFault } from '#domain/okr/measure.ts';
import { watchFault } from '#domain/okr/sustain.ts';
import { refuseGraduation } from './graduate.ts';
import { gainIn, refuseRaise } from './keep-gain.ts';

type Wish = {
  keep: Keep | null;
  carryInto: string | null;
  carryInitiatives: boolean;
  graduate: Graduate | null;
};

/** What is to become of a key result at the close of its cycle; refuses what could not be carried out then. */
export async function wishOf(act: Act, loaded: Answerable, given: Parsed<'grades.record'>): Promise<Wish> {
  const { fate, keep, carryInto, carryInitiatives = false, graduate } = given;
  if (keep && fate !== 'keep the gain')
    throw new Refused(
      'invalid',
      `How the gain is kept is told only with the fate "keep the gain", not "${fate}".`,
      'keep',
    );
  if (carryInto && fate !== 'carry over')
    throw new Refused(
      'invalid',
      `A cycle to carry it into is told only with the fate "carry over", not "${fate}".`,
      'carryInto',
    );
  if (carryInitiatives && !carryInto)
    throw new Refused(
      'invalid',
      'Initiatives go along only into a cycle: say with the fate "carry over" which one it is.',
      'carryInitiatives',
    );
  if (graduate && fate !== 'turn into a KPI')
    throw new Refused(
      'invalid',
      `What it turns into is told only with the fate "turn into a KPI", not "${fate}".`,
      'graduate',
    );
  const nothing: Wish = { keep: null, carryInto: null, carryInitiatives: false, graduate: null };
  if (fate === 'keep the gain') return { ...nothing, keep: await keepOf(act, loaded, keep) };
  if (fate === 'turn into a KPI') return { ...nothing, graduate: await graduationOf(act, loaded, graduate) };
  if (carryInto) await refuseCarrying(act, loaded, carryInto);
  return { ...nothing, carryInto: carryInto ?? null, carryInitiatives };
}

async function graduationOf(
  act: Act,
  { keyResult, objective }: Answerable,
  graduate: Graduate = {},
): Promise<Graduate> {
  const kpi = keyResult.kpi ? await findKpi(act.tx, act.organisation.id, keyResult.kpi) : undefined;
  await refuseGraduation(act, { keyResult, objective, kpi, graduate });
  return graduate;
}

async function keepOf(
  act: Act,
  { keyResult, objective }: Answerable,
  keep: Keep | undefined,
): Promise<Keep | null> {
  const kpi = keyResult.kpi ? await findKpi(act.tx, act.organisation.id, keyResult.kpi) : undefined;
  if (!kpi) {
    if (!keep) return null;
    throw new Refused(
      'invalid',
      `"${keyResult.title}" reads no KPI, so there is nothing to watch: leave it out.`,
      'keep',
    );
  }
  const wish: Keep = keep ?? { raise: 'nothing' };
  const kept = { keyResult, objective, kpi, keep: wish };
  const gain = gainIn(kept);
  if (!gain)
    throw new Refused(
      'invalid',
      `Nothing was measured: say which level of ${kpi.name} is to hold.`,
      'keep.level',
    );
  const fault = watchFault({ ...gain, periods: wish.periods ?? act.organisation.sustainPeriods });
  if (fault) throw new Refused('invalid', fault, 'keep');
  if (wish.raise === 'nothing') return wish;
  if (kpi.archived_at)
    throw new Refused(
      'conflict',
      `${kpi.name} is archived: its thresholds and phases stay as they are.`,
      'keep.raise',
    );
  if (!may(act.who, 'write', kpi))
    throw new Refused(
      'forbidden',
      `You may not change ${kpi.name}: its owner, a lead of its team or an admin may.`,
      'keep.raise',
    );
  if (wish.raise === 'threshold') await refuseRaise(act, kept, gain);
  return wish;
}

async function refuseCarrying(act: Act, { keyResult, objective }: Answerable, into: string): Promise<void> {
  const cycle = await loadCycle(act, into).catch(() => {
    throw new Refused('not_found', `There is no cycle ${into}.`, 'carryInto');
  });
  if (cycle.id === objective.cycle)
    throw new Refused(
      'invalid',
      'It cannot be carried over into the cycle that it is in: choose a later one.',
      'carryInto',
    );
  refuseCycleState(cycle.state, 'write');
  const draft = await carriedDraft(act, keyResult, objective);
  const promised = {
    ...draft,
    measure: draft.measure,
    unit: keyResult.unit as Unit,
    decimals: keyResult.decimals,
  };
  const fault = measureFault(draft.measure);
  if (fault)
    throw new Refused(
      'invalid',
      `There is nothing left of it to carry over, because it was reached: keep the gain. (${fault})`,
      'fate',
    );
  const kpi = keyResult.kpi ? await findKpi(act.tx, act.organisation.id, keyResult.kpi) : undefined;
  refusePromise({ ...promised, deadline: cycle.ends, kpi: kpi?.id }, cycle, act.organisation.calendar, kpi);
}

/** The key result as it is written into the next cycle: counted from where it stands, up to the end of that cycle. */
export async function carriedDraft(
  act: Act,
  keyResult: KeyResultWithLinks,
  objective: { starts: string; ends: string },
): Promise<KeyResultDraft> {
  const known = (await knownOf(act, [measuredIn(keyResult, objective)])).get(keyResult.id)!;
  return {
    title: keyResult.title,
    owner: keyResult.owner,
    weight: keyResult.weight,
    measure: carriedOver(keyResult.measure as Measure, known.facts) as ShownMeasure,
    unit: keyResult.unit as Unit,
    decimals: keyResult.decimals,
    plan: null,
    kpi: keyResult.kpi,
    guardrails: keyResult.guardrails.map(({ id }) => id),
  };
}
