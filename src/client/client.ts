import { type Input, type Name, type Output, operations } from '#contract/index.ts';
import { carriesBody, type Operation, pathFields } from '#contract/operation.ts';
import { type Refusal, Refused } from '#contract/refused.ts';

export type Call = <N extends Name>(name: N, input: Input<N>, options?: CallOptions) => Promise<Output<N>>;

export type CallOptions = {
  signal?: AbortSignal;
  /** Hears how far a long operation is, before its answer. */
  onProgress?: (done: number, total: number) => void;
};

export type ClientOptions = {
  /** The address of the server; empty in its own pages. */
  address?: string;
  token?: string;
  fetch?: (request: Request) => Response | Promise<Response>;
};

/** A typed client: `call('readings.record', { kpi, period, value })` answers the output or throws Refused. */
export function client(options: ClientOptions = {}): Call {
  const send = options.fetch ?? ((request: Request) => fetch(request));
  return async (name, input, { signal, onProgress } = {}) => {
    const operation = operations.get(name)!;
    const request = requestOf(operation, input as Record<string, unknown>, options, signal);
    if (onProgress) request.headers.set('accept', 'application/x-ndjson, application/json');
    const response = await send(request);
    if (!response.ok) throw refusedBy(response.status, await response.json().catch(() => undefined));
    if (onProgress && response.headers.get('content-type')?.startsWith('application/x-ndjson'))
      return (await told(response, onProgress)) as never;
    return (await response.json()) as never;
  };
}

/** The HTTP request of an operation: path fields in the path, the rest in the query of a GET or DELETE, else in the JSON body. */
function requestOf(
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

type Line = { progress?: { done: number; total: number }; answer?: unknown; error?: unknown };

// The answer comes last, and may be cut off with the connection: then nobody knows how the operation ended.
async function told(response: Response, onProgress: (done: number, total: number) => void): Promise<unknown> {
  let rest = '';
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  // Not every browser can walk a stream by for await.
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = (rest + decoder.decode(read.value, { stream: true })).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      const { progress, error, ...answered } = JSON.parse(line) as Line;
      if (progress) onProgress(progress.done, progress.total);
      else if (error) throw refusedBy(500, { error });
      else return answered.answer;
    }
  }
  throw new Refused('unavailable', 'The connection broke before the answer came. Look whether it was done.');
}

function refusedBy(status: number, answer: unknown): Refused {
  const { error } = (answer ?? {}) as { error?: { code?: Refusal; message?: string; field?: string } };
  const code: Refusal = error?.code ?? (status >= 500 ? 'unavailable' : 'invalid');
  return new Refused(code, error?.message ?? `The server answered ${status}.`, error?.field);
}
