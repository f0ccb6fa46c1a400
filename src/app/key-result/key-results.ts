import type { Act, UseCases } from '#app/act.ts';
import { climb } from '#app/objective/climb.ts';
import {
  loadAnswerable,
  loadKeyResult,
  loadObjective,
  loadWritableObjective,
  maySee,
} from '#app/objective/objective-access.ts';
import { pacer } from '#app/objective/pace.ts';
import { told } from '#app/told.ts';
import type { KeyResult } from '#contract/key-results.ts';
import { type KeyResultWithLinks, keyResultIds, keyResultsById } from '#db/key-results.ts';
import { objectivesById } from '#db/objectives.ts';
import { changeKeyResult } from './key-result-change.ts';
import { detailOf } from './key-result-detail.ts';
import { shownKeyResult } from './key-result-shown.ts';
import { addKeyResults, kpisByRef, kpisOf, refuseWeightless } from './key-result-write.ts';

export const keyResults: UseCases<'keyResults'> = {
  list: async (act, input) => {
    const { tx, organisation } = act;
    const kpi = input.kpi ? (await kpisByRef(act, [input.kpi], 'kpi')).get(input.kpi)!.id : undefined;
    const all = kpi ?? input.owner ?? input.cycle;
    const ids = await keyResultIds(tx, organisation.id, all ? { ...input, kpi } : { owner: act.who.id });
    const rows = await keyResultsById(tx, organisation.id, ids);
    const objectives = await objectivesById(tx, organisation.id, [
      ...new Set(rows.map((row) => row.objective)),
    ]);
    const byId = new Map(objectives.filter((row) => maySee(act, row)).map((row) => [row.id, row]));
    return rows.flatMap((row) => {
      const objective = byId.get(row.objective);
      if (!objective) return [];
      const pace = pacer(act, { ...objective, state: objective.cycle_state })(row, objective);
      return {
        id: row.id,
        title: row.title,
        relation: kpi ? relationTo(kpi, row) : null,
        owner: row.owner,
        objective: { id: objective.id, title: objective.title, state: objective.state },
        cycle: { id: objective.cycle, name: objective.cycle_name, state: objective.cycle_state },
        progress: row.progress,
        health: pace.health,
        confidence: row.confidence,
        score: row.score,
      };
    });
  },

  find: async (act, { keyResult }) => detailOf(act, await loadKeyResult(act, keyResult)),

  create: async (act, { objective: into, ...draft }) => {
    const kpis = await kpisOf(act, [draft]);
    const objective = await loadWritableObjective(act, into, 'write');
    const [id] = await addKeyResults(act, objective, [draft], kpis);
    const moved = await climb(act, [objective.id]);
    return [
      await shownById(act, id!),
      {
        kind: 'keyResult.created',
        subject: id!,
        detail: told(objective, { objective: objective.id, title: draft.title }, moved),
      },
    ];
  },

  change: async (act, input) => {
    const { id, event } = await changeKeyResult(act, input);
    return [await shownById(act, id), event];
  },

  drop: async (act, { keyResult: id, reason }) => {
    const { keyResult, objective } = await loadAnswerable(act, id, 'drop');
    await loadObjective(act, objective.id, true);
    await act.tx
      .updateTable('key_result')
      .set({ dropped_at: act.now, drop_reason: reason })
      .where('organisation', '=', act.organisation.id)
      .where('id', '=', keyResult.id)
      .execute();
    await refuseWeightless(act, objective.id);
    const moved = await climb(act, [objective.id]);
    return [
      { done: true },
      {
        kind: 'keyResult.dropped',
        subject: keyResult.id,
        detail: told(objective, { title: keyResult.title, reason }, moved),
      },
    ];
  },
};

function relationTo(kpi: string, row: KeyResultWithLinks): 'reads' | 'became' | 'guards' {
  if (row.kpi === kpi) return 'reads';
  return row.graduated_to === kpi ? 'became' : 'guards';
}

async function shownById(act: Act, id: string): Promise<KeyResult> {
  const { keyResult, objective } = await loadKeyResult(act, id);
  const pace = pacer(act, { ...objective, state: objective.cycle_state })(keyResult, objective);
  return shownKeyResult(keyResult, objective, pace);
}
