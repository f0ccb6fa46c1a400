import type { Noun } from '#contract/index.ts';
import type { UseCases } from './act.ts';
import { allowedHosts } from './allowed-hosts.ts';
import { ambitions } from './ambitions.ts';
import { audit } from './audit.ts';
import { calibrations } from './calibrations.ts';
import { checkIns } from './check-ins.ts';
import { coach } from './coach.ts';
import { connectors } from './connectors.ts';
import { cycles } from './cycles.ts';
import { drivers } from './drivers.ts';
import { fitness } from './fitness.ts';
import { forecasts } from './forecasts.ts';
import { formulas } from './formulas.ts';
import { gaps } from './gaps.ts';
import { grades } from './grades.ts';
import { imports } from './imports.ts';
import { initiatives } from './initiatives.ts';
import { invitations } from './invitations.ts';
import { judgements } from './judgements.ts';
import { keyResults } from './key-results.ts';
import { kpis } from './kpis.ts';
import { objectives } from './objectives.ts';
import { okrDocuments } from './okr-documents.ts';
import { organisations } from './organisations.ts';
import { panel } from './panel.ts';
import { people } from './people.ts';
import { annotations, phases } from './phases.ts';
import { pillars } from './pillars.ts';
import { readings } from './readings.ts';
import { strategy } from './strategy.ts';
import { sustainWatches } from './sustain-watches.ts';
import { teams } from './teams.ts';
import { templates } from './templates.ts';
import { thresholds } from './thresholds.ts';
import { tokens } from './tokens.ts';
import { trackers } from './trackers.ts';
import { views } from './views.ts';

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
