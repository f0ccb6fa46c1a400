import type * as z from 'zod';
import { allowedHosts } from './allowed-hosts.ts';
import { ambitions } from './ambitions.ts';
import { audit } from './audit.ts';
import { calibrations } from './calibrations.ts';
import { checkIns } from './check-ins.ts';
import { coach } from './coach.ts';
import { connectors } from './connectors.ts';
import { cycleReports } from './cycle-report.ts';
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
import { judgements, panel } from './judgements.ts';
import { keyResults } from './key-results.ts';
import { kpis } from './kpis.ts';
import { objectives } from './objectives.ts';
import { okrDocuments } from './okr-documents.ts';
import type { Operation } from './operation.ts';
import { organisations } from './organisations.ts';
import { people } from './people.ts';
import { pillars } from './pillars.ts';
import { planning } from './planning.ts';
import { readings } from './readings.ts';
import { strategy } from './strategy.ts';
import { sustainWatches } from './sustain-watches.ts';
import { teams } from './teams.ts';
import { templates } from './templates.ts';
import { annotations, phases, thresholds } from './thresholds.ts';
import { tokens } from './tokens.ts';
import { trackers } from './trackers.ts';
import { views } from './views.ts';

/** Everything that can be done, by noun and verb: the product's table of contents. */
export const contract = {
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
  cycles: { ...cycles, ...cycleReports, ...planning },
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

export type Contract = typeof contract;
export type Noun = keyof Contract;
export type Name = { [N in Noun]: `${N}.${keyof Contract[N] & string}` }[Noun];

/** The declaration behind a name such as `readings.record`. */
export type Declared<N extends Name> = N extends `${infer T extends Noun}.${infer V}`
  ? V extends keyof Contract[T]
    ? Contract[T][V]
    : never
  : never;

export type Input<N extends Name> = z.input<Declared<N>['input']>;
export type Parsed<N extends Name> = z.output<Declared<N>['input']>;
export type Output<N extends Name> = z.output<Declared<N>['output']>;

/** All operations by name. */
export const operations: ReadonlyMap<Name, Operation> = new Map(
  Object.values(contract).flatMap((noun) =>
    Object.values(noun).map((declared): [Name, Operation] => [declared.name as Name, declared as Operation]),
  ),
);
