import { refusedBy } from '#app/storage-fault.ts';
import { Refused, refusals } from '#contract/refused.ts';

/** What a request that failed is answered. */
export type Answered = {
  status: (typeof refusals)[keyof typeof refusals];
  body: { error: { code: string; message: string; field?: string } };
};

/** A refusal in its own words; anything else is a bug, which is told without detail and logged with the request's id. */
export function answerTo(
  fault: unknown,
  request: string,
  log: (entry: Record<string, unknown>) => void,
): Answered {
  // Not all that asks the database comes through the door: passwords are counted before it.
  const refused = fault instanceof Refused ? fault : refusedBy(fault);
  if (refused instanceof Refused) {
    const { code, message, field } = refused;
    return {
      status: refusals[code],
      body: { error: field === undefined ? { code, message } : { code, message, field } },
    };
  }
  log({ request, bug: fault instanceof Error ? (fault.stack ?? String(fault)) : String(fault) });
  const message = `Something broke on our side. The log knows it as ${request}.`;
  return { status: refusals.bug, body: { error: { code: 'bug', message } } };
}
