import type * as z from 'zod';
import type { Act, Turn, UseCases } from '#app/act.ts';
import { newId } from '#app/id.ts';
import { cycleEndThen, type Horizon, presentCycleEnd } from '#app/kpi/horizon.ts';
import { loadKpi, loadWritableKpi } from '#app/kpi/kpis.ts';
import { turnThen } from '#app/kpi/kpis-then.ts';
import { objectives } from '#app/objective/objectives.ts';
import type { Gap, GapDecision } from '#contract/gaps.ts';
import { contract } from '#contract/index.ts';
import { Refused } from '#contract/refused.ts';
import { type GapLine, gapLines, insertDecision, listDecisions } from '#db/gaps.ts';
import type { Row } from '#db/schema.ts';
import { byRank, type Gap as Found, gapOf } from '#domain/kpi/gap.ts';
import type { Judgement } from '#domain/kpi/judgement.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { draftFromGap } from './gap-draft.ts';
import { gapLineThen } from './gap-then.ts';
import { unaidedOf } from './unaided.ts';

export const gaps: UseCases<'gaps'> = {
  list: async (act) => {
    const found = (await gapLines(act.tx, act.organisation.id, act.who)).flatMap((line) => {
      const gap = gapOf(line.judgement as Judgement, factsOf(line), line.weight);
      return gap && gap.kind !== 'none' ? [{ line, gap }] : [];
    });
    const ranked = found.filter(({ gap }) => gap.kind !== 'noise').sort((a, b) => byRank(a.gap, b.gap));
    const noise = found.filter(({ gap }) => gap.kind === 'noise');
    const all = await act.tx
      .selectFrom('kpi')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('organisation', '=', act.organisation.id)
      .where('archived_at', 'is', null)
      .where('parent', 'is', null)
      .executeTakeFirstOrThrow();
    const cycleEnd = await presentCycleEnd(act);
    return {
      gaps: ranked.map((each, index) => shown(act, each, index + 1, cycleEnd)),
      noise: noise.map((each) => shown(act, each, null, cycleEnd)),
      quiet: Number(all.count) - found.length,
    };
  },

  find: async (act, { kpi, asOf }) => {
    const { id, archived_at } = await loadKpi(act, kpi);
    if (asOf) {
      const turn = await turnThen(act, asOf);
      const line = await gapLineThen(turn, id);
      const gap = line && gapOf(line.judgement as Judgement, factsOf(line), line.weight);
      if (!gap || gap.kind === 'none') return { gap: null };
      return { gap: shown(turn, { line, gap }, null, await cycleEndThen(turn)) };
    }
    const [line] = await gapLines(act.tx, act.organisation.id, act.who, id);
    if (!line || archived_at) return { gap: null };
    const gap = gapOf(line.judgement as Judgement, factsOf(line), line.weight);
    if (!gap || gap.kind === 'none') return { gap: null };
    return { gap: shown(act, { line, gap }, null, await presentCycleEnd(act)) };
  },

  decisions: async (act, { kpi }) => {
    const { id } = await loadKpi(act, kpi);
    return (await listDecisions(act.tx, act.organisation.id, id)).map(shownDecision);
  },

  decide: async (act, { kpi, kind, reason, until }) => {
    const row = await loadWritableKpi(act, kpi);
    if (kind === 'accept' && !until)
      throw new Refused('invalid', 'Say until when the gap is accepted: an open end is forgotten.', 'until');
    if (until && until < act.today) throw new Refused('invalid', `${until} has passed already.`, 'until');
    const decision = decisionOf(act, row.id, { kind, reason, until: until ?? null, objective: null });
    await insertDecision(act.tx, decision);
    return [
      shownDecision(decision),
      { kind: 'gap.decided', subject: row.id, detail: { decision: kind, reason, until: until ?? null } },
    ];
  },

  draft: async (act, { kpi, reason, ...wanted }) => {
    const row = await loadWritableKpi(act, kpi);
    const line = (await gapLines(act.tx, act.organisation.id, act.who, row.id))[0];
    const gap = line && gapOf(line.judgement as Judgement, factsOf(line), line.weight);
    const draft = draftFromGap({ ...row, unit: row.unit as Unit, counterMetrics: row.counters }, gap, wanted);
    if (typeof draft === 'string') throw new Refused('invalid', draft);
    const input = contract.objectives.create.input.parse({ ...draft, cycle: wanted.cycle });
    const [objective, created] = await objectives.create(act, input);
    const keyResult = await act.tx
      .selectFrom('key_result')
      .select('id')
      .where('organisation', '=', act.organisation.id)
      .where('objective', '=', objective.id)
      .executeTakeFirstOrThrow();
    const because = reason ?? gap?.sentence ?? 'The level is not where it should be.';
    await insertDecision(
      act.tx,
      decisionOf(act, row.id, {
        kind: 'write an OKR',
        reason: because,
        until: null,
        objective: objective.id,
      }),
    );
    return [
      { objective: objective.id, keyResult: keyResult.id },
      created,
      { kind: 'gap.drafted', subject: row.id, detail: { objective: objective.id, reason: because } },
    ];
  },
};

function decisionOf(
  act: Act,
  kpi: string,
  given: Pick<Row<'gap_decision'>, 'kind' | 'reason' | 'until' | 'objective'>,
): Row<'gap_decision'> {
  return {
    ...given,
    organisation: act.organisation.id,
    id: newId(),
    kpi,
    author: act.who.id,
    recorded_at: act.now,
  };
}

function factsOf(line: GapLine) {
  const { unit, decimals, direction, cadence, adds_up } = line;
  return { unit: unit as Unit, decimals, direction, cadence, addsUp: adds_up };
}

function shown(
  act: Turn,
  { line, gap }: { line: GapLine; gap: Found },
  rank: number | null,
  cycleEnd: Horizon | undefined,
): Gap {
  const judged = line.judgement as Judgement;
  const { threshold } = judged;
  const wantedIs =
    gap.wanted === null
      ? null
      : gap.wanted === threshold?.desired
        ? 'desired level'
        : gap.wanted === threshold?.floor
          ? 'floor'
          : 'ceiling';
  return {
    kpi: line.id,
    key: line.key,
    name: line.name,
    owner: line.owner,
    team: line.team,
    unit: line.unit as Unit,
    decimals: line.decimals,
    direction: line.direction,
    rank,
    kind: gap.kind,
    level: gap.level,
    wanted: gap.wanted,
    wantedIs,
    wantedBy: wantedIs === 'desired level' ? (threshold?.desiredBy ?? null) : null,
    gap: gap.units,
    sigmas: gap.sigma,
    capability: judged.capability,
    status: judged.status,
    trend: judged.trend,
    unaided: unaidedOf(act, line, gap, cycleEnd),
    weight: gap.weight,
    verdict: gap.verdict,
    why: {
      sentence: gap.sentence,
      rule: 'Ranked by kind (non-negotiable and not capable, hit and miss, desired), then by gap in sigmas × weight.',
      inputs: [
        { name: 'level since', value: gap.since ?? '–' },
        { name: 'gap in sigmas', value: gap.sigma === null ? '–' : gap.sigma.toFixed(2) },
        { name: 'weight', value: String(gap.weight) },
      ],
    },
    sparkline: line.sparkline as (number | null)[],
    decision: standing(line, act.today),
    objectives: line.objectives,
  };
}

// An acceptance that has run out no longer stands: the gap asks again.
function standing({ decision }: GapLine, today: string): z.infer<typeof GapDecision> | null {
  if (!decision || (decision.until !== null && decision.until < today)) return null;
  return shownDecision(decision);
}

function shownDecision(
  row: Pick<Row<'gap_decision'>, 'id' | 'kind' | 'reason' | 'until' | 'objective' | 'author' | 'recorded_at'>,
): z.infer<typeof GapDecision> {
  return {
    id: row.id,
    kind: row.kind,
    reason: row.reason,
    until: row.until,
    objective: row.objective,
    author: row.author,
    recordedAt: new Date(row.recorded_at).toISOString(),
  };
}
