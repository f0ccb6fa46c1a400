import { addDays } from '#domain/time/day.ts';
import type { Cast } from './cast.ts';
import type { PlayedQuarter } from './quarter.ts';
import type { Stage } from './stage.ts';
import type { Times } from './times.ts';

type Running = { present: PlayedQuarter; following: PlayedQuarter };

/** What happens in the present quarter beside its check-ins: an OKR from a gap, a moved goalpost, decisions, and the next cycle. */
export function playPresent(stage: Stage, cast: Cast, times: Times, { present, following }: Running): void {
  const { today, quarters } = times;
  const [, , quarter, next] = quarters;
  const [bruno, farid] = [stage.as(cast.bruno), stage.as(cast.farid)];
  stage.on(addDays(quarter.starts, -6), 11, async () => {
    const draft = await farid('gaps.draft', {
      ...{ kpi: 'defects', cycle: present.cycle!, title: 'Bicycles leave the workshop right the first time' },
      reason:
        'Four of a hundred come back, month after month. Telling people to take care did not change it.',
    });
    const owner = 'farid';
    present.running.push({ id: draft.keyResult, play: { ...carried, owner, confidence: [5, 4, 3] } });
  });
  stage.on(addDays(quarter.starts, 2), 16, () => adopt(stage, cast, present));
  stage.on(addDays(quarter.starts, 20), 14, async () => {
    const raised = present.running.find(({ play }) => play.kpi === 'online-orders');
    await stage.as(cast.dele)('keyResults.change', {
      keyResult: raised!.id,
      title: 'Raise orders in the web shop from 216 to 300 a week',
      measure: { kind: 'move', baseline: 216, target: 300 },
      reason: 'The configurator brought more in three weeks than we had planned for six.',
    });
  });
  stage.on(addDays(today, -9), 9, () =>
    stage.as(cast.chiara)('gaps.decide', {
      ...{ kpi: 'spare-parts', kind: 'accept', until: addDays(today, 60) },
      reason: 'The new store room opens then; until that day we live with it.',
    }),
  );
  stage.on(addDays(today, -8), 9, () =>
    stage.as(cast.greta)('gaps.decide', {
      ...{ kpi: 'cash', kind: 'quick fix' },
      reason: 'The credit line is being extended; signed by the end of the month.',
    }),
  );
  stage.on(addDays(today, -7), 10, () =>
    farid('gaps.decide', {
      ...{ kpi: 'stock-accuracy', kind: 'repair the data' },
      reason: 'The counting app lost its connection; nothing has come in since.',
    }),
  );
  stage.on(addDays(today, -6), 9, async () => {
    following.cycle = (await bruno('cycles.create', { kind: 'quarter', starts: next.starts })).id;
  });
  stage.on(addDays(today, -3), 13, () =>
    farid('gaps.draft', {
      ...{ kpi: 'on-time', cycle: following.cycle!, title: 'Keep a promised day, whoever carries it' },
      reason: 'The gain of half a year ago is lost: one carrier was one too few.',
    }),
  );
}

const carried = { title: '', measure: { kind: 'done' } } as const;

// What was carried over from the last quarter is checked in on with the rest.
async function adopt(stage: Stage, cast: Cast, played: PlayedQuarter): Promise<void> {
  const known = new Set(played.running.map(({ id }) => id));
  const found = await stage.as(cast.chiara)('keyResults.list', {
    owner: cast.chiara.id,
    cycle: played.cycle!,
  });
  for (const { id } of found)
    if (!known.has(id))
      played.running.push({ id, play: { ...carried, owner: 'chiara', confidence: [4, 4, 5, 5, 6] } });
}
