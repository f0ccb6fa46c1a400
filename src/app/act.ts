import type { Transaction } from 'kysely';
import type { Declared, Name, Noun, Output, Parsed } from '#contract/index.ts';
import type { Database } from '#db/schema.ts';
import type { Who } from '#domain/access.ts';
import type { Calendar } from '#domain/time/period.ts';
import type { Later } from './later.ts';
import type { Ports } from './ports.ts';

/** What happened, for the audit log and for open pages; `subject` is the id of the thing. */
export type Event = { kind: string; subject: string; detail?: Record<string, unknown> };

/** The organisation's rules as the use cases need them. */
export type Rules = {
  id: string;
  name: string;
  timeZone: string;
  calendar: Calendar;
  ruleSet: 'wheeler' | 'nhs' | 'western-electric' | 'nelson';
  onTrackFrom: number;
  behindFrom: number;
  checkInEvery: 'weekly' | 'fortnightly' | 'monthly';
  checkInWeekday: number;
  checkInGraceDays: number;
  guardrailCapsScore: boolean;
  sustainPeriods: number;
  kpisPerOwner: number;
};

/** One act of nobody in particular: the first visit, an invitation accepted. */
export type OutsideAct = {
  tx: Transaction<Database>;
  now: string;
  ports: Ports;
  request: string;
  /** Makes an organisation current for row-level security and for the audit entry, which names the person once there is one. */
  enter(organisation: string, person?: string): Promise<void>;
};

/** One act of a person in their organisation, inside its one transaction. */
export type Act = {
  tx: Transaction<Database>;
  organisation: Rules;
  who: Who & { name: string };
  /** The API token that the person acts by. */
  token: string | null;
  /** False by a token that may only read. */
  mayWrite: boolean;
  /** By a push token: the KPIs that it brings readings of, and nothing else. */
  pushes: ReadonlySet<string> | null;
  /** How a reading came in when this act records one. */
  source: 'typed' | 'api';
  now: string;
  /** Today in the organisation's time zone. */
  today: string;
  ports: Ports;
  request: string;
  /** The answer of before while this operation, asked the same, has the same version; else the one that is made now. */
  remembered<T extends object>(version: string, make: () => Promise<T>): Promise<T>;
  /** Tells the caller how much of a long act is done; absent when nobody listens. */
  progress?: Progress | undefined;
};

/** Hears how much of a long act is done, before it is committed. */
export type Progress = (done: number, total: number) => void;

/** What bringing derived things up to date needs: a person's act has it, and so has a job at the turn of a day. */
export type Turn = Pick<Act, 'tx' | 'organisation' | 'now' | 'today'>;

/** A write gives its answer and at least one event: an unaudited write does not compile. */
type Given<N extends Name> = Declared<N>['writes'] extends true
  ? [Output<N>, Event, ...Event[]]
  : Output<N> | Later<Output<N>>;

export type UseCase<N extends Name> = Declared<N>['access'] extends 'anyone'
  ? (act: OutsideAct, input: Parsed<N>) => Promise<Given<N>>
  : (act: Act, input: Parsed<N>) => Promise<Given<N>>;

/** All use cases of one noun, under the contract's verbs. */
export type UseCases<T extends Noun> = {
  [V in Extract<Name, `${T}.${string}`> as V extends `${T}.${infer Verb}` ? Verb : never]: UseCase<V>;
};
