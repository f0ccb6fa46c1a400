import { type Input, type Name, type Output, operations } from '#contract/index.ts';

type Answer = { code?: string; message?: string };

/** Calls an operation of the server by name; a refusal is thrown as `{code, message}`. */
export async function call<N extends Name>(name: N, input: Input<N>): Promise<Output<N>> {
  const declared = operations.get(name)!;
  const rest: Record<string, unknown> = { ...(input as Record<string, unknown>) };
  const path = declared.path.replace(/\{(\w+)\}/g, (_, field: string) => {
    const part = encodeURIComponent(String(rest[field]));
    delete rest[field];
    return part;
  });
  const search = new URLSearchParams();
  if (!declared.writes) for (const [field, value] of Object.entries(rest)) search.set(field, String(value));
  const answer = await fetch(`/api${path}${search.size > 0 ? `?${search}` : ''}`, {
    method: declared.method,
    ...(declared.writes && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(rest) }),
  });
  const body = (await answer.json().catch(() => ({}))) as Answer;
  if (!answer.ok) throw Object.assign(new Error(body.message ?? 'The server did not answer.'), body);
  return body as Output<N>;
}
