import { useMemo } from 'react';
import type { PanelRow } from '#contract/judgements.ts';
import { useNames } from '../../parts/useNames.ts';
import { type Grouping, type PanelLine, panelLines } from './panel-view.ts';

/** The lines of the panel's rows with the names of owners and teams; the same array while nothing of it has changed. */
export function usePanelLines(rows: readonly PanelRow[] | undefined, grouping: Grouping): PanelLine[] {
  const names = useNames(rows?.map(({ owner }) => owner) ?? []);
  // Names come in later than rows and as new functions each time; the lines are new only when what they say is.
  const spelled = JSON.stringify(rows?.map(({ owner, team }) => [names.person(owner), names.team(team)]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `spelled` is all that the names say
  return useMemo(() => panelLines(rows ?? [], names, grouping), [rows, spelled, grouping]);
}
