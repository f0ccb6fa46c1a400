import type { PanelRow } from '#contract/judgements.ts';
import { listPanel, type PanelLine, panelVersion } from '#db/panel.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import type { UseCases } from './act.ts';
import { loadKpi } from './kpis.ts';

export const panel: UseCases<'panel'> = {
  list: async (act, { parent, children }) => {
    const parentId = parent && (await loadKpi(act, parent)).id;
    const version = await panelVersion(act.tx, act.organisation.id);
    return act.remembered(version, async () =>
      (await listPanel(act.tx, act.organisation.id, { parent: parentId, children })).map(shown),
    );
  },
};

function shown(row: PanelLine): PanelRow {
  const { newest_period, newest_value, signal_sense, missing_children, unit, sparkline, ...same } = row;
  return {
    ...same,
    unit: unit as Unit,
    period: newest_period,
    value: newest_value,
    sense: signal_sense as PanelRow['sense'],
    status: row.status as PanelRow['status'],
    capability: row.capability as PanelRow['capability'],
    missingChildren: missing_children,
    sparkline: sparkline as PanelRow['sparkline'],
  };
}
