import * as z from 'zod';
import { Done, Id, Instant, Line } from './fields.ts';
import { KpiRef } from './kpis.ts';
import { operation } from './operation.ts';

export const Token = z
  .object({
    id: Id,
    name: z.string(),
    scope: z.enum(['read', 'write', 'push']),
    kpis: z.array(Id).meta({ description: 'of a push token: the KPIs that it brings readings of' }),
    createdAt: Instant,
    expiresAt: Instant.nullable(),
    expired: z.boolean(),
  })
  .meta({ id: 'Token' });
export type Token = z.infer<typeof Token>;

export const tokens = {
  list: operation('tokens.list', {
    route: 'GET /tokens',
    summary: 'List your own API tokens, newest first',
    access: 'viewer',
    output: z.array(Token),
  }),
  create: operation('tokens.create', {
    route: 'POST /tokens',
    summary:
      'Make an API token that acts as you, or one that only brings readings of some KPIs; its text is shown once',
    access: 'viewer',
    input: z.strictObject({
      name: Line,
      scope: z
        .enum(['read', 'write', 'push'])
        .default('read')
        .meta({ description: 'push: it records readings of its KPIs, and nothing else, reading included' }),
      kpis: z.array(KpiRef).max(500).default([]).meta({ description: 'of a push token' }),
      days: z
        .int()
        .min(1)
        .max(3_660)
        .nullable()
        .default(null)
        .meta({ description: 'how long it works; null: until it is revoked' }),
    }),
    output: z.object({
      token: Token,
      text: z.string().meta({ description: 'send it as "authorization: Bearer …"; it is not kept' }),
    }),
  }),
  revoke: operation('tokens.revoke', {
    route: 'DELETE /tokens/{token}',
    summary: 'Revoke an API token of yours; an admin revokes any',
    access: 'viewer',
    input: z.strictObject({ token: Id }),
    output: Done,
  }),
};
