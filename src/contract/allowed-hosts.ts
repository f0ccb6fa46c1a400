import * as z from 'zod';
import { Done, Id, Instant, Reason } from './fields.ts';
import { operation } from './operation.ts';

export const AllowedHost = z
  .object({ id: Id, host: z.string(), reason: z.string(), author: Id.nullable(), createdAt: Instant })
  .meta({ id: 'AllowedHost' });
export type AllowedHost = z.infer<typeof AllowedHost>;

export const allowedHosts = {
  list: operation('allowedHosts.list', {
    route: 'GET /allowed-hosts',
    summary: 'List the private places that connectors may reach',
    access: 'admin',
    output: z.array(AllowedHost),
  }),
  add: operation('allowedHosts.add', {
    route: 'POST /allowed-hosts',
    summary: 'Let connectors reach a private place: grafana.lan, grafana.lan:3000, 10.1.2.3 or 10.0.0.0/8',
    access: 'admin',
    input: z.strictObject({
      host: z
        .string()
        .trim()
        .min(1)
        .max(300)
        .meta({ description: 'a name, an address or a CIDR range, perhaps with a port' }),
      reason: Reason,
    }),
    output: AllowedHost,
  }),
  remove: operation('allowedHosts.remove', {
    route: 'DELETE /allowed-hosts/{allowedHost}',
    summary: 'Let connectors reach a private place no more',
    access: 'admin',
    input: z.strictObject({ allowedHost: Id }),
    output: Done,
  }),
};
