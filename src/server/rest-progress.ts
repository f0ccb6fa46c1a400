import type { Context } from 'hono';
import type { Progress } from '#app/act.ts';
import type { Carried } from './rest.ts';

const progressType = 'application/x-ndjson';

/** Whether the caller wants to hear how far a long operation is. */
export function hearsProgress(context: Context<Carried>): boolean {
  return context.req.header('accept')?.includes(progressType) ?? false;
}

/**
 * Answers a long operation in lines of JSON while it runs: `{"progress":{"done":1,"total":9}}` …, then `{"answer":…}` or
 * `{"error":…}`. One that ends before it has told any progress is answered as always, with the status of its refusal.
 */
export async function withProgress(
  run: (progress: Progress) => Promise<unknown>,
  errorOf: (fault: unknown) => object,
  plain: (answer: unknown) => Promise<Response>,
): Promise<Response> {
  const lines = new TransformStream<string, string>(undefined, { highWaterMark: Number.POSITIVE_INFINITY });
  const writer = lines.writable.getWriter();
  // Whoever stops listening does not stop the act: it is committed or refused as a whole.
  const write = (line: object) => void writer.write(`${JSON.stringify(line)}\n`).catch(() => {});
  const begun = Promise.withResolvers<Response>();
  let isTelling = false;
  const act = run((done, total) => {
    write({ progress: { done, total } });
    if (isTelling) return;
    isTelling = true;
    const body = lines.readable.pipeThrough(new TextEncoderStream());
    begun.resolve(
      new Response(body, { headers: { 'content-type': progressType, 'cache-control': 'no-store' } }),
    );
  });
  const ended = act.then(
    (answer) => (isTelling ? write({ answer }) : begun.resolve(plain(answer))),
    (fault) => (isTelling ? write(errorOf(fault)) : begun.reject(fault)),
  );
  ended.then(() => writer.close()).catch(() => {});
  return begun.promise;
}
