import type { Context, Hono } from 'hono';
import type * as z from 'zod';
import type { Caller } from '#app/identify.ts';
import { perform, type Tandem } from '#app/perform.ts';
import { operations } from '#contract/index.ts';
import { carriesBody, type Operation, pathFields } from '#contract/operation.ts';
import { Refused } from '#contract/refused.ts';
import { unlessKnown } from './not-modified.ts';
import { answerTo } from './refusal.ts';
import { hearsProgress, withProgress } from './rest-progress.ts';

/** What a request carries through the server: its id and who sent it. */
export type Carried = { Variables: { request: string; caller: () => Promise<Caller> } };

/** Adds one route for each operation of the contract, below /api. */
export function rest(
  app: Hono<Carried>,
  tandem: Tandem,
  log: (entry: Record<string, unknown>) => void,
): void {
  for (const [name, operation] of operations) {
    const path = `/api${operation.path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
    app.on(operation.method, path, async (context) => {
      const input = await inputOf(context, operation);
      const caller = await context.get('caller')();
      const request = context.get('request');
      const plain = async (answer: unknown) =>
        operation.writes ? context.json(answer as object) : unlessKnown(context, answer);
      if (!hearsProgress(context)) return plain(await perform(tandem, caller, name, input, request));
      return withProgress(
        (progress) => perform(tandem, caller, name, input, request, progress),
        (fault) => answerTo(fault, request, log).body,
        plain,
      );
    });
  }
}

async function inputOf(context: Context<Carried>, operation: Operation): Promise<Record<string, unknown>> {
  const path = Object.fromEntries(
    pathFields(operation.path).map((field) => [field, context.req.param(field)]),
  );
  if (!carriesBody(operation)) return { ...queryOf(context, operation), ...path };
  return { ...(await bodyOf(context)), ...path };
}

async function bodyOf(context: Context<Carried>): Promise<object> {
  const text = await context.req.text();
  if (text === '') return {};
  if (!context.req.header('content-type')?.startsWith('application/json'))
    throw new Refused('invalid', 'Send the body as JSON, with the header content-type: application/json.');
  const body = readJson(text);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refused('invalid', 'The body is not a JSON object with the fields of the operation.');
  return body;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (fault) {
    throw new Refused('invalid', `The body is not JSON: ${(fault as Error).message}.`);
  }
}

// A query knows only texts: a field whose schema takes no text is read as JSON, so that `archived=true` is a boolean.
function queryOf(context: Context<Carried>, operation: Operation): Record<string, unknown> {
  const shape = operation.input.shape as Record<string, z.ZodType>;
  const texts = context.req.queries();
  return Object.fromEntries(
    Object.entries(texts).map(([field, values]) => {
      const schema = shape[field];
      if (!schema || takesText(schema, values[0]!)) return [field, values[0]];
      const read = values.map(jsonOrText);
      return [field, read.length === 1 && !schema.safeParse([]).success ? read[0] : read];
    }),
  );
}

function takesText(schema: z.ZodType, text: string): boolean {
  return schema.safeParse(text).success;
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
