import { createHash } from 'node:crypto';
import {
  type CallToolResult,
  CLIENT_CAPABILITIES_META_KEY,
  createRequestStateCodec,
  fromJsonSchema,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
  type JsonSchemaType,
  McpServer,
  type ServerContext,
} from '@modelcontextprotocol/server';
import * as z from 'zod';
import { type Name, operations } from '#contract/index.ts';
import type { Operation } from '#contract/operation.ts';
import { Refused } from '#contract/refused.ts';

/** Performs an operation as whoever stands behind the assistant. */
export type Ask = (name: Name, input: Record<string, unknown>) => Promise<unknown>;

type Seal = {
  /** At least 32 bytes, the same for all processes that may hear the answer to a question. */
  key: string;
  /** Who is asking: what one caller was asked, another cannot confirm. */
  caller: string;
};

type Proposal = { digest: string };

const instructions = `Tandem keeps KPIs (the instrument panel) and OKRs (the destination) in one loop.
Read before you write: panel_list, gaps_list, judgements_find, objectives_list. Each write is shown to the person, who confirms or declines it.
Noise is not a gap: act on what judgements and gaps call a signal, not on single values.`;

/** The name of the tool of an operation; not every client takes a dot. */
function toolName(name: string): string {
  return name.replace('.', '_');
}

const tools = [...operations].map(([name, operation]) => ({
  name,
  operation,
  // Checked by perform, which says no in the words of every other edge.
  inputSchema: fromJsonSchema<Record<string, unknown>>(
    z.toJSONSchema(operation.input, { io: 'input' }) as JsonSchemaType,
    { getValidator: () => (input) => ({ valid: true, data: input as never, errorMessage: undefined }) },
  ),
}));

/** An MCP server with one tool for each operation; a write is done only after the person has confirmed it. */
export function mcpServer(ask: Ask, { key, caller }: Seal): McpServer {
  const codec = createRequestStateCodec<Proposal>({ key, bind: () => caller });
  const server = new McpServer(
    { name: 'tandem', title: 'Tandem', version: '1' },
    { capabilities: { tools: {} }, instructions, requestState: { verify: codec.verify } },
  );
  for (const { name, operation, inputSchema } of tools) {
    const run = async (given: Record<string, unknown> | undefined, context: ServerContext) => {
      const input = given ?? {};
      try {
        const pending = operation.writes
          ? await confirmed(operation, input, context, server, codec)
          : undefined;
        return pending ?? answered(await ask(name, input));
      } catch (fault) {
        if (fault instanceof Refused) return refusedResult(fault);
        throw fault;
      }
    };
    server.registerTool(
      toolName(name),
      {
        title: operation.summary,
        description: operation.summary,
        inputSchema,
        annotations: {
          readOnlyHint: !operation.writes,
          destructiveHint: operation.writes && operation.method !== 'POST',
          idempotentHint: operation.method === 'PUT' || !operation.writes,
          openWorldHint: false,
        },
      },
      run,
    );
  }
  return server;
}

/** Undefined once the person has confirmed exactly this; else the question to put to them. Refuses when they declined or cannot be asked. */
async function confirmed(
  operation: Operation,
  input: Record<string, unknown>,
  context: ServerContext,
  server: McpServer,
  codec: ReturnType<typeof createRequestStateCodec<Proposal>>,
): Promise<InputRequiredResult | undefined> {
  mustParse(operation, input);
  const digest = digestOf(operation.name, input);
  const response = inputResponse(context.mcpReq.inputResponses, 'confirm');
  if (response.kind === 'elicit') {
    if (response.action !== 'accept')
      throw new Refused('forbidden', 'The person did not confirm this, so nothing was changed.');
    if (context.mcpReq.requestState<Proposal>()?.digest === digest) return undefined;
    throw new Refused('conflict', 'The person confirmed something else than this, so nothing was changed.');
  }
  if (!canAsk(context, server))
    throw new Refused(
      'forbidden',
      `Changes need the confirmation of a person, and this client cannot ask for it (it has no elicitation). Tell the person to do it themselves: on the page, or by the command "tandem ${operation.name.replace('.', ' ')}".`,
    );
  return inputRequired({
    inputRequests: {
      confirm: inputRequired.elicit({
        message: proposal(operation, input),
        requestedSchema: { type: 'object', properties: {} },
      }),
    },
    requestState: await codec.mint({ digest }, context),
  });
}

// Nobody is asked to confirm what would be refused anyway.
function mustParse(operation: Operation, input: Record<string, unknown>): void {
  const issue = operation.input.safeParse(input).error?.issues[0];
  if (!issue) return;
  const field = issue.path.map(String).join('.');
  throw new Refused('invalid', field ? `${field}: ${issue.message}` : issue.message, field || undefined);
}

function canAsk(context: ServerContext, server: McpServer): boolean {
  const declared = (context.mcpReq.envelope as Record<string, unknown> | undefined)?.[
    CLIENT_CAPABILITIES_META_KEY
  ] as { elicitation?: unknown } | undefined;
  return (declared ?? server.server.getClientCapabilities())?.elicitation !== undefined;
}

function proposal({ summary }: Operation, input: Record<string, unknown>): string {
  const lines = Object.entries(input).map(([field, value]) => `${field}: ${shown(value)}`);
  return [`${summary}?`, ...lines].join('\n');
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 2_000 ? `${text.slice(0, 2_000)}… (${text.length - 2_000} more characters)` : text;
}

function digestOf(name: string, input: Record<string, unknown>): string {
  const fields = Object.keys(input).sort();
  const text = JSON.stringify([name, fields.map((field) => [field, input[field]])]);
  return createHash('sha256').update(text).digest('base64url');
}

function answered(answer: unknown): CallToolResult {
  return {
    content: [{ type: 'text', text: JSON.stringify(answer) }],
    ...(!Array.isArray(answer) && { structuredContent: answer as Record<string, unknown> }),
  };
}

function refusedResult({ code, message, field }: Refused): CallToolResult {
  return {
    isError: true,
    content: [{ type: 'text', text: `${code}: ${message}` }],
    structuredContent: { error: { code, message, ...(field !== undefined && { field }) } },
  };
}
