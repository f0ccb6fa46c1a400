import { audit } from '#app/audit/audit.ts';
import { coach } from '#app/coach/coach.ts';
import { allowedHosts } from '#app/connector/allowed-hosts.ts';
import { connectors } from '#app/connector/connectors.ts';
import { cycles } from '#app/cycle/cycles.ts';
import { fitness } from '#app/fitness/fitness.ts';
import { formulas } from '#app/formula/formulas.ts';
import { gaps } from '#app/gap/gaps.ts';
import { calibrations } from '#app/grade/calibrations.ts';
import { grades } from '#app/grade/grades.ts';
import { sustainWatches } from '#app/grade/sustain-watches.ts';
import { imports } from '#app/import/imports.ts';
import { initiatives } from '#app/initiative/initiatives.ts';
import { trackers } from '#app/initiative/trackers.ts';
import { ambitions } from '#app/key-result/ambitions.ts';
import { checkIns } from '#app/key-result/check-ins.ts';
import { keyResults } from '#app/key-result/key-results.ts';
import { drivers } from '#app/kpi/drivers.ts';
import { forecasts } from '#app/kpi/forecasts.ts';
import { judgements } from '#app/kpi/judgements.ts';
import { kpis } from '#app/kpi/kpis.ts';
import { panel } from '#app/kpi/panel.ts';
import { annotations, phases } from '#app/kpi/phases.ts';
import { thresholds } from '#app/kpi/thresholds.ts';
import { objectives } from '#app/objective/objectives.ts';
import { okrDocuments } from '#app/okr-document/okr-documents.ts';
import { invitations } from '#app/people/invitations.ts';
import { organisations } from '#app/people/organisations.ts';
import { people } from '#app/people/people.ts';
import { teams } from '#app/people/teams.ts';
import { tokens } from '#app/people/tokens.ts';
import { views } from '#app/people/views.ts';
import { readings } from '#app/reading/readings.ts';
import { pillars } from '#app/strategy/pillars.ts';
import { strategy } from '#app/strategy/strategy.ts';
import { templates } from '#app/template/templates.ts';
import type { Noun } from '#contract/index.ts';
import type { UseCases } from './act.ts';

/** Every noun of the contract with its use cases; one that is missing does not compile. */
const nouns: { [T in Noun]: UseCases<T> } = {
  organisations,
  people,
  teams,
  invitations,
  tokens,
  audit,
  kpis,
  thresholds,
  readings,
  phases,
  annotations,
  judgements,
  forecasts,
  panel,
  formulas,
  drivers,
  gaps,
  fitness,
  imports,
  connectors,
  allowedHosts,
  cycles,
  objectives,
  keyResults,
  initiatives,
  trackers,
  okrDocuments,
  coach,
  ambitions,
  checkIns,
  grades,
  calibrations,
  sustainWatches,
  pillars,
  strategy,
  templates,
  views,
};

type AnyUseCase = (act: never, input: never) => Promise<unknown>;

/** The use cases by the name of their operation. */
export const useCases: ReadonlyMap<string, AnyUseCase> = new Map(
  Object.entries(nouns).flatMap(([noun, verbs]) =>
    Object.entries(verbs as Record<string, AnyUseCase>).map(([verb, run]): [string, AnyUseCase] => [
      `${noun}.${verb}`,
      run,
    ]),
  ),
);
