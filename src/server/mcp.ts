import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Hono } from 'hono';
import { perform, type Tandem } from '#app/perform.ts';
import { Refused } from '#contract/refused.ts';
import { type Ask, mcpServer } from './mcp-tools.ts';
import type { Carried } from './rest.ts';

/** Adds `POST /api/mcp`: the Model Context Protocol over HTTP, for assistants that carry an API token. */
export function mcp(app: Hono<Carried>, tandem: Tandem): void {
  const key = createHmac('sha256', tandem.ports.auditKey).update('confirmations').digest('hex');
  app.all('/api/mcp', async (context) => {
    const caller = await context.get('caller')();
    // Not by a session: a page of another site could then make the browser call tools.
    if (caller.kind !== 'token')
      throw new Refused('not_signed_in', 'Send an API token: "authorization: Bearer tnd_…".');
    const request = context.get('request');
    await perform(tandem, caller, 'people.me', {}, request);
    const ask: Ask = (name, input) => perform(tandem, caller, name, input, request);
    const handler = createMcpHandler(() => mcpServer(ask, { key, caller: caller.id }));
    return handler.fetch(context.req.raw);
  });
}

/** The command `mcp`: the Model Context Protocol over standard input and output, until the input ends. */
export async function mcpOverStdio(ask: Ask): Promise<number> {
  const key = randomBytes(32).toString('hex');
  const serving = serveStdio(() => mcpServer(ask, { key, caller: 'stdio' }));
  await once(process.stdin, 'close');
  await serving.close();
  return 0;
}
