import { Refused } from '#contract/refused.ts';
import { isOutdatedPlan } from '#db/open-prepared.ts';

type Fault = { code?: unknown; table?: unknown; constraint?: unknown };

function codeOf(fault: unknown): string | undefined {
  const code = typeof fault === 'object' && fault !== null ? (fault as Fault).code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** Whether the same transaction may well pass when it is run again: serialisation fault, deadlock, a plan of before a migration. */
export function worthAnotherTry(fault: unknown): boolean {
  const code = codeOf(fault);
  return code === '40001' || code === '40P01' || isOutdatedPlan(fault);
}

/** Whether a statement failed only because one before it in the same transaction had failed. */
export function isAftermath(fault: unknown): boolean {
  return codeOf(fault) === '25P02';
}

/** The Refused for a constraint that a use case left to the database; any other fault comes back as it is. */
export function refusedBy(fault: unknown): unknown {
  const code = codeOf(fault);
  const { table } = (fault ?? {}) as Fault;
  const where = typeof table === 'string' ? ` (${table.replaceAll('_', ' ')})` : '';
  if (code === '23505')
    return new Refused(
      'conflict',
      `This is there already${where}: choose another key or change the one that exists.`,
    );
  if (code === '23503')
    return new Refused('not_found', `Something that this names does not exist here${where}.`);
  if (code === '23514') return new Refused('invalid', `A value is outside what is allowed${where}.`);
  if (code === '22003') return new Refused('invalid', 'A number is too large to be stored.');
  if (isDisconnection(fault))
    return new Refused('unavailable', 'The database does not answer at this moment. Try again shortly.');
  return fault;
}

function isDisconnection(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const { code } = fault as Fault;
  if (typeof code === 'string' && /^(08...|57P0[123]|53300)$/.test(code)) return true;
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'ENOENT' || code === 'EPIPE') return true;
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
    fault.message,
  );
}
