import * as z from 'zod';

/** Who may call an operation at all; what they may do to one thing is decided in domain/access.ts. */
export const accesses = ['anyone', 'viewer', 'member', 'admin', 'owner'] as const;
export type Access = (typeof accesses)[number];

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Route = `${Method} /${string}`;

/** One thing that can be done. REST, OpenAPI, the client, the CLI and MCP are read off it. */
export type Operation<
  I extends z.ZodObject = z.ZodObject,
  O extends z.ZodType = z.ZodType,
  A extends Access = Access,
  W extends boolean = boolean,
> = {
  name: string;
  method: Method;
  /** Below /api; `{kpi}` takes the input field `kpi`. */
  path: string;
  summary: string;
  access: A;
  writes: W;
  /** A push token may do it, for the KPIs that it was made for. */
  pushes: boolean;
  input: I;
  output: O;
};

type Words<I extends z.ZodObject, O extends z.ZodType, A extends Access, R extends Route> = {
  route: R;
  summary: string;
  access: A;
  pushes?: boolean;
  input?: I;
  output: O;
};

/** Declares an operation from its route, words, access and shapes; every GET reads and everything else writes (but see `inquiry`). */
export function operation<
  O extends z.ZodType,
  A extends Access,
  const R extends Route,
  I extends z.ZodObject = z.ZodObject<Record<never, never>>,
>(name: string, words: Words<I, O, A, R>): Operation<I, O, A, R extends `GET ${string}` ? false : true> {
  const [method, path] = words.route.split(' ') as [Method, string];
  return {
    name,
    method,
    path,
    summary: words.summary,
    access: words.access,
    writes: (method !== 'GET') as R extends `GET ${string}` ? false : true,
    pushes: words.pushes ?? false,
    input: words.input ?? (z.strictObject({}) as unknown as I),
    output: words.output,
  };
}

/** Declares an operation that changes nothing although it is no GET: its question is too long for an address. */
export function inquiry<
  O extends z.ZodType,
  A extends Access,
  const R extends `POST /${string}`,
  I extends z.ZodObject,
>(name: string, words: Words<I, O, A, R>): Operation<I, O, A, false> {
  return { ...operation(name, words), writes: false };
}

/** The names of the input fields that travel in the path, in order. */
export function pathFields(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
}

/** Whether the fields that are not in the path travel in a body. */
export function carriesBody(operation: Operation): boolean {
  return operation.method !== 'GET' && operation.method !== 'DELETE';
}
