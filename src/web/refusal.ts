/** What a person sees of a call that failed: a code of the closed list, a sentence, and the field it is about. */
export type Fault = { code: string; message: string; field?: string };

/** Reads a thrown thing as a fault; what is no refusal is called `bug` and told without detail. */
export function faultOf(thrown: unknown): Fault {
  const { code, message, field } = (thrown ?? {}) as Partial<Fault>;
  if (typeof code === 'string' && typeof message === 'string') {
    return { code, message, ...(typeof field === 'string' && { field }) };
  }
  // fetch() rejects with a TypeError when there is no network, and with nothing else that tells it.
  if (thrown instanceof TypeError) {
    return {
      code: 'unavailable',
      message: 'The server cannot be reached. Check the connection and try again.',
    };
  }
  return {
    code: 'bug',
    message: 'Something went wrong here. Reload the page; if it stays, tell your administrator.',
  };
}
