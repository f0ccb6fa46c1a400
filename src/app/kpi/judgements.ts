import { sql } from 'kysely';
import type { Act, UseCases } from '#app/act.ts';
import type { Judgement, Why } from '#contract/judgements.ts';
import { listKpisByRef } from '#db/kpis.ts';
import { listAnnotations } from '#db/thresholds.ts';
import { explainCapability, explainSignal, explainStatus, signalSentence } from '#domain/kpi/explain.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { judge } from '#domain/kpi/judge.ts';
import type { Evidence, FoundSignal, Judgement as Judged } from '#domain/kpi/judgement.ts';
import type { Average } from '#domain/kpi/limits.ts';
import { type Threshold, thresholdOn } from '#domain/kpi/threshold.ts';
import { endOf, isComplete } from '#domain/time/period.ts';
import { evidenceAt } from './evidence-at.ts';
import { changesOf, pastOf } from './judged-past.ts';
import { shownKpi } from './kpi-shape.ts';
import { shownAnnotation, shownPhase } from './phases.ts';
import { shownThreshold } from './thresholds.ts';

export const judgements: UseCases<'judgements'> = {
  find: async (act, { kpi: ref, asOf, average }) => {
    const { tx, organisation } = act;
    const at = await evidenceAt(act, ref, asOf);
    const { kpi, turn, eras, versions, thresholds, phases, recorded, readings } = at;
    const evidence = { ...at.evidence, average };
    const judged = judge(evidence);
    const ended = judged.newest && endOf(judged.newest.period, organisation.calendar);
    const missing = await listKpisByRef(
      tx,
      organisation.id,
      (judged.incomplete ?? judged.newest)?.missing ?? [],
    );
    return {
      ...shownJudgement(judged, ended ? thresholdOn(ended, evidence.thresholds) : undefined, evidence),
      kpi: shownKpi(kpi),
      points: readings.map((row) => ({
        period: row.period,
        starts: row.starts,
        value: row.value,
        numerator: row.numerator,
        denominator: row.denominator,
        missing: row.missing ?? [],
        partial: !isComplete(row.period, turn.today, organisation.calendar),
      })),
      past: pastOf(recorded, eras, kpi.era),
      versions: changesOf(versions),
      thresholds: thresholds.map((row) => shownThreshold(row, eras, kpi.era)),
      startedPhases: phases.map(shownPhase),
      annotations: (await listAnnotations(tx, organisation.id, kpi.id, asOf)).map(shownAnnotation),
      missingChildren: missing.map(({ id, key, name }) => ({ id, key, name })),
      objectives: await linkedObjectives(act, kpi.id, asOf ?? 'infinity'),
      asOf: asOf ?? null,
    };
  },
};

type Facts = Evidence['facts'];

function shownJudgement(judged: Judged, ofNewest: Threshold | undefined, { facts, average }: Evidence) {
  const { sparkline: _, misses: __, previous: ___, strength: ____, process: _____, ...kept } = judged;
  return {
    ...kept,
    newest: judged.newest && { ...judged.newest, missing: [...judged.newest.missing] },
    partial: judged.partial && { ...judged.partial, missing: [...judged.partial.missing] },
    incomplete: judged.incomplete && { ...judged.incomplete, missing: [...judged.incomplete.missing] },
    phases: judged.phases.map(({ memory, ...phase }) => ({
      ...phase,
      signals: phase.signals.map(spoken),
      autocorrelated: memory !== null,
    })),
    speaking: judged.speaking && spoken(judged.speaking),
    whys: {
      status: explainStatus(judged, ofNewest, facts),
      signal: explainSignal(judged, facts, average),
      capability: explainCapability(judged, facts),
      level: explainLevel(judged, facts, average),
    },
  };
}

function spoken(signal: FoundSignal) {
  return { ...signal, sentence: signalSentence(signal) };
}

function explainLevel({ limits, phases }: Judged, { unit, decimals }: Facts, average: Average = 'mean'): Why {
  const phase = phases.at(-1);
  return {
    sentence: limits
      ? `The level is ${formatValue(limits.centre, unit, decimals)}: the centre line of the present phase, not its last point.`
      : 'No level yet: it takes six points of a process to know where it stands.',
    rule: `The ${average} of the baseline of the present phase.`,
    inputs: limits
      ? [
          { name: 'phase since', value: phase?.from ?? '–' },
          { name: 'baseline to', value: phase?.baselineTo ?? '–' },
          { name: 'points', value: String(limits.count) },
        ]
      : [],
  };
}

// Private objectives of others are left out, as everywhere.
async function linkedObjectives(act: Act, kpi: string, at: string): Promise<Judgement['objectives']> {
  const { tx, organisation, who } = act;
  const { rows } = await sql<Judgement['objectives'][number]>`
    with links as (
      select objective, id as key_result, 'measured by' as link from key_result
        where organisation = ${organisation.id} and kpi = ${kpi} and created_at <= ${at} and (dropped_at is null or dropped_at > ${at})
      union all
      select k.objective, k.id, 'guardrail' from guardrail g
        join key_result k on k.organisation = g.organisation and k.id = g.key_result
        where g.organisation = ${organisation.id} and g.kpi = ${kpi} and k.created_at <= ${at} and (k.dropped_at is null or k.dropped_at > ${at})
      union all
      select k.objective, k.id, 'became it' from key_result k
        where k.organisation = ${organisation.id} and k.graduated_to = ${kpi} and k.created_at <= ${at}
      union all
      select objective, null, 'improves' from objective_improves where organisation = ${organisation.id} and kpi = ${kpi}
      union all
      select id, null, 'from its gap' from objective where organisation = ${organisation.id} and gap_kpi = ${kpi}
    )
    select o.id as objective, o.title, l.link, l.key_result as "keyResult", c.name as cycle
    from links l
    join objective o on o.organisation = ${organisation.id} and o.id = l.objective and o.state <> 'dropped'
    join cycle c on c.organisation = o.organisation and c.id = o.cycle
    where o.created_at <= ${at} and (not o.private or o.owner = ${who.id} or o.person = ${who.id} or exists (
      select from objective_viewer v where v.organisation = o.organisation and v.objective = o.id
        and (v.person = ${who.id} or v.team = any(${who.teams as string[]}::uuid[]))))
    order by c.starts desc, o.title`.execute(tx);
  return rows;
}
