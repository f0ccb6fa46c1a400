import type { PanelRow } from '#contract/judgements.ts';
import type { PanelGist } from '#db/panel.ts';
import type { Unit } from '#domain/kpi/unit.ts';

/** A KPI beside other things in the contract's shape; what else the row has goes along as it is. */
export function shownGist<R extends PanelGist>({
  newest_period,
  newest_value,
  signal_sense,
  status,
  unit,
  ...same
}: R) {
  return {
    ...same,
    unit: unit as Unit,
    period: newest_period,
    value: newest_value,
    status: status as PanelRow['status'],
    sense: signal_sense as PanelRow['sense'],
  };
}
