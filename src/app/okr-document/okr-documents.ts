import type { Act, Event, UseCases } from '#app/act.ts';
import { keyResults } from '#app/key-result/key-results.ts';
import { objectives } from '#app/objective/objectives.ts';
import { KeyResultDraft } from '#contract/key-results.ts';
import { objectives as objectiveOperations } from '#contract/objectives.ts';
import type { PreviewedKeyResult, PreviewedObjective } from '#contract/okr-documents.ts';
import { Refused } from '#contract/refused.ts';
import { writeInitiatives } from './okr-document-initiatives.ts';
import { planned } from './okr-document-plan.ts';

// An objective is written with so many key results; the rest is added one by one.
const atOnce = 20;

export const okrDocuments: UseCases<'okrDocuments'> = {
  preview: planned,

  apply: async (act, file) => {
    const plan = await planned(act, file);
    if (plan.fault) throw new Refused('conflict', plan.fault, 'cycle');
    const made: string[] = [];
    const events: Event[] = [];
    let [added, begun] = [0, 0];
    for (const objective of plan.objectives) {
      const missing = objective.keyResults.filter(({ exists }) => !exists);
      const first = objective.exists ? [] : missing.slice(0, atOnce);
      let into = objective.exists;
      if (!into) {
        const [{ id }, ...told] = await at(objective.line, () =>
          create(act, plan.cycle.id, objective, first),
        );
        made.push(id);
        events.push(...told);
        into = id;
      }
      for (const each of missing.slice(first.length)) {
        const [, ...told] = await at(each.line, () =>
          keyResults.create(act, { ...draft(each), objective: into }),
        );
        events.push(...told);
      }
      const work = await writeInitiatives(act, into, missing);
      events.push(...work.events);
      added += missing.length;
      begun += work.count;
    }
    const written = { keyResults: added, initiatives: begun, same: plan.counts.same };
    const result = { cycle: plan.cycle.id, objectives: made, ...written };
    const detail = { cycle: plan.cycle.name, objectives: made.length, ...written };
    return [result, { kind: 'okrDocument.applied', subject: plan.cycle.id, detail }, ...events];
  },
};

function create(
  act: Act,
  cycle: string,
  { title, why, team, owner }: PreviewedObjective,
  missing: readonly PreviewedKeyResult[],
) {
  const input = objectiveOperations.create.input.parse({
    ...{ cycle, title, why, team },
    ...(owner?.person && { owner: owner.person }),
    keyResults: missing.map(draft),
  });
  return objectives.create(act, input);
}

function draft({ title, measure, unit, decimals, deadline, owner }: PreviewedKeyResult): KeyResultDraft {
  return KeyResultDraft.parse({
    ...{ title, measure, unit, decimals },
    ...(deadline && { deadline }),
    ...(owner?.person && { owner: owner.person }),
  });
}

// A refusal names the line: the document may have hundreds.
async function at<T>(line: number, make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    throw new Refused(fault.code, `Line ${line}: ${fault.message}`, 'text');
  }
}
