import type { Turn, UseCases } from '#app/act.ts';
import type { PanelRow } from '#contract/judgements.ts';
import { Refused } from '#contract/refused.ts';
import { listKpis } from '#db/kpis.ts';
import { listPanel, type PanelLine, panelVersion } from '#db/panel.ts';
import { judge } from '#domain/kpi/judge.ts';
import { evidenceThenOf } from './evidence-at.ts';
import { loadKpi } from './kpis.ts';
import { isBy, turnThen } from './kpis-then.ts';
import { shortOf } from './rejudge.ts';
import { shownGist } from './shown-gist.ts';

export const panel: UseCases<'panel'> = {
  list: async (act, { parent, children, asOf }) => {
    if (asOf && !parent)
      throw new Refused(
        'invalid',
        'Of a past day the panel is made for the children of one KPI at a time: name their parent.',
        'parent',
      );
    const parentId = parent && (await loadKpi(act, parent)).id;
    if (asOf && parentId) return (await childrenThen(await turnThen(act, asOf), parentId)).map(shown);
    const version = await panelVersion(act.tx, act.organisation.id);
    return act.remembered(version, async () =>
      (await listPanel(act.tx, act.organisation.id, { parent: parentId, children })).map(shown),
    );
  },
};

// The children of one parent are so few that each can be judged anew.
async function childrenThen(turn: Turn, parent: string): Promise<PanelLine[]> {
  const rows = await listKpis(turn.tx, turn.organisation.id, { parent, archived: true });
  const there = rows.filter(
    ({ created_at, archived_at }) =>
      isBy(created_at, turn.now) && (archived_at === null || !isBy(archived_at, turn.now)),
  );
  const known = await evidenceThenOf(
    turn,
    there.map(({ id }) => id),
  );
  return there.map(({ id }) => {
    const { kpi, evidence } = known.get(id)!;
    const judged = judge(evidence);
    const { key, name, owner, team, labels, role, cadence, direction, unit, decimals, computed } = kpi;
    return {
      ...{ id, key, name, owner, team, parent, labels, role, cadence, direction, unit, decimals, computed },
      ...shortOf(judged),
      sparkline: judged.sparkline,
    };
  });
}

function shown({ missing_children, ...row }: PanelLine): PanelRow {
  return {
    ...shownGist(row),
    capability: row.capability as PanelRow['capability'],
    missingChildren: missing_children,
    sparkline: row.sparkline as PanelRow['sparkline'],
  };
}
