import type { Transaction } from 'kysely';
import type { Pool } from 'pg';
import type * as z from 'zod';
import { auditRow, type Deed } from '#app/audit/audit-row.ts';
import { type Name, type Output, operations } from '#contract/index.ts';
import type { Operation } from '#contract/operation.ts';
import { Refused } from '#contract/refused.ts';
import { soon } from '#db/pipeline.ts';
import type { Database } from '#db/schema.ts';
import { type Role, reaches } from '#domain/access.ts';
import type { Act, Event, OutsideAct, Progress } from './act.ts';
import { type Caller, identify, scopeOf } from './identify.ts';
import { Later } from './later.ts';
import type { Ports } from './ports.ts';
import type { Memory } from './remembered.ts';
import { unstorable } from './storable.ts';
import { todayIn } from './today.ts';
import { enter, transact } from './transaction.ts';
import { useCases } from './use-cases.ts';

/** What the door needs: the pool that row-level security holds, the ports, and whom to tell of changes. */
export type Tandem = {
  database: Pool;
  ports: Ports;
  memory: Memory;
  /** Called after the commit, with the events of one act. */
  changed(organisation: string, events: readonly Event[]): void;
};

/** What an act left behind, to be written in its transaction. */
type Left = { answer: unknown; events: Event[]; deed: Omit<Deed, 'operation' | 'at' | 'request'> };

/**
 * The only door: finds the operation, checks access, parses, runs the use case in one transaction with
 * row-level security set, writes the audit entries, and checks the answer.
 * Throws Refused with a code of the closed list; any other error is a bug.
 */
export async function perform<N extends Name>(
  tandem: Tandem,
  caller: Caller,
  name: N,
  input: unknown,
  request = 'local',
  progress?: Progress,
): Promise<Output<N>> {
  const operation = operations.get(name);
  if (!operation) throw new Refused('not_found', `There is no operation ${name}.`);
  const now = tandem.ports.clock();
  const run = operation.access === 'anyone' ? outside : inside;
  if (run === inside && caller.kind === 'nobody')
    throw new Refused('not_signed_in', 'Sign in first, or send an API token as a bearer token.');

  const left = await transact(tandem.database, scopeOf(caller), operation.writes, async (tx) => {
    const left = await run(tandem, tx, caller, operation, input, { now, request, progress });
    writeAudit(tandem, tx, { ...left.deed, operation: name, at: now, request }, left.events);
    return left;
  });
  if (left.events.length > 0) tandem.changed(left.deed.organisation, left.events);
  const { answer } = left;
  return checked(operation, answer instanceof Later ? await answer.work() : answer) as Output<N>;
}

const checkedAnswers = new WeakMap<object, unknown>();

// A remembered answer is the same object each time, and so is what became of it: the edges too may keep what they made of that.
function checked({ output }: Operation, answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return output.parse(answer);
  const before = checkedAnswers.get(answer);
  if (before !== undefined) return before;
  const parsed = output.parse(answer);
  checkedAnswers.set(answer, parsed);
  return parsed;
}

type Moment = { now: string; request: string; progress: Progress | undefined };

async function inside(
  tandem: Tandem,
  tx: Transaction<Database>,
  caller: Caller,
  operation: Operation,
  input: unknown,
  moment: Moment,
): Promise<Left> {
  if (caller.kind === 'nobody') throw new Refused('not_signed_in', 'Sign in first.');
  const { who, organisation, token, mayWrite, pushes } = await identify(tx, caller, moment.now);
  if (pushes && !operation.pushes)
    throw new Refused(
      'forbidden',
      'This token may only bring readings of its own KPIs, by readings.record and readings.recordMany.',
    );
  if (!reaches(who.role, operation.access as Role))
    throw new Refused('forbidden', `This needs the role ${operation.access}; yours is ${who.role}.`);
  if (operation.writes && !mayWrite)
    throw new Refused('forbidden', 'This token may only read. Use one with write scope to change things.');
  const asked = parse(operation.input, input);
  const act: Act = {
    ...moment,
    tx,
    organisation,
    who,
    token,
    mayWrite,
    pushes,
    source: caller.kind === 'token' ? 'api' : 'typed',
    today: todayIn(organisation.timeZone, moment.now),
    ports: tandem.ports,
    remembered: (version, make) =>
      tandem.memory.answer(`${organisation.id} ${operation.name} ${JSON.stringify(asked)}`, version, make),
  };
  const given = await useCases.get(operation.name)!(act as never, asked as never);
  return { ...split(operation, given), deed: { organisation: organisation.id, person: who.id, token } };
}

async function outside(
  tandem: Tandem,
  tx: Transaction<Database>,
  _caller: Caller,
  operation: Operation,
  input: unknown,
  moment: Moment,
): Promise<Left> {
  let organisation = '';
  let person: string | null = null;
  const act: OutsideAct = {
    ...moment,
    tx,
    ports: tandem.ports,
    enter: async (id, by) => {
      organisation = id;
      person = by ?? null;
      await enter(tx, id);
    },
  };
  const given = await useCases.get(operation.name)!(act as never, parse(operation.input, input) as never);
  return { ...split(operation, given), deed: { organisation, person, token: null } };
}

function split(operation: Operation, given: unknown): { answer: unknown; events: Event[] } {
  if (!operation.writes) return { answer: given, events: [] };
  const [answer, ...events] = given as [unknown, ...Event[]];
  return { answer, events };
}

/** Writes the audit entries of one deed in its transaction. */
export function writeAudit(
  tandem: Pick<Tandem, 'ports'>,
  tx: Transaction<Database>,
  deed: Deed,
  events: readonly Event[],
): void {
  // A statement takes 65,535 parameters, and an import can have more events than that allows in one.
  for (let from = 0; from < events.length; from += 1_000) {
    const part = events.slice(from, from + 1_000);
    soon(
      tx,
      tx
        .insertInto('audit')
        .values(part.map((event) => auditRow(tandem.ports.auditKey, deed, event)))
        .compile(),
    );
  }
}

function parse(schema: z.ZodObject, input: unknown): unknown {
  const result = schema.safeParse(input);
  const broken = unstorable(input);
  if (result.success && !broken) return withoutAbsent(result.data);
  const { path, message } = result.error?.issues[0] ?? {
    path: broken!,
    message: 'has a character that cannot be stored',
  };
  const field = path.map(String).join('.');
  throw new Refused('invalid', field ? `${field}: ${message}` : message, field || undefined);
}

// JSON has no undefined, but callers in this process do: a field that is there and undefined is one that was left out.
function withoutAbsent(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
