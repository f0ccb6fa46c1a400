import { type Input, type Name, type Output, operations } from '#contract/index.ts';
import { carriesBody, type Operation, pathFields } from '#contract/operation.ts';
import { type Refusal, Refused } from '#contract/refused.ts';

export type Call = <N extends Name>(
  name: N,
  input: Input<N>,
  options?: { signal?: AbortSignal },
) => Promise<Output<N>>;

export type ClientOptions = {
  /** The address of the server; empty in its own pages. */
  address?: string;
  token?: string;
  fetch?: (request: Request) => Response | Promise<Response>;
};

/** A typed client: `call('readings.record', { kpi, period, value })` answers the output or throws Refused. */
export function client(options: ClientOptions = {}): Call {
  const send = options.fetch ?? ((request: Request) => fetch(request));
  return async (name, input, { signal } = {}) => {
    const operation = operations.get(name)!;
    const request = requestOf(operation, input as Record<string, unknown>, options, signal);
    const response = await send(request);
    if (!response.ok) throw await refusedBy(response);
    return (await response.json()) as never;
  };
}

/** The HTTP request of an operation: path fields in the path, the rest in the query of a GET or DELETE, else in the JSON body. */
export function requestOf(
  operation: Operation,
  input: Record<string, unknown>,
  { address, token }: Pick<ClientOptions, 'address' | 'token'> = {},
  signal?: AbortSignal,
): Request {
  const inPath = pathFields(operation.path);
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, field) =>
    encodeURIComponent(String(input[field] ?? '')),
  );
  const rest = Object.entries(input).filter(
    ([field, value]) => !inPath.includes(field) && value !== undefined,
  );
  const url = new URL(`/api${path}`, address ?? globalThis.location?.origin ?? 'http://localhost');
  const headers = new Headers({ accept: 'application/json' });
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (!carriesBody(operation)) {
    for (const [field, value] of rest)
      for (const each of [value].flat()) url.searchParams.append(field, String(each));
    return new Request(url, { method: operation.method, headers, signal: signal ?? null });
  }
  headers.set('content-type', 'application/json');
  return new Request(url, {
    method: operation.method,
    headers,
    body: JSON.stringify(Object.fromEntries(rest)),
    signal: signal ?? null,
  });
}

async function refusedBy(response: Response): Promise<Refused> {
  const answer = (await response.json().catch(() => undefined)) as
    | { error?: { code?: Refusal; message?: string; field?: string } }
    | undefined;
  const error = answer?.error;
  const code: Refusal = error?.code ?? (response.status >= 500 ? 'unavailable' : 'invalid');
  return new Refused(code, error?.message ?? `The server answered ${response.status}.`, error?.field);
}
