import * as z from 'zod';
import { synchronisedKinds } from '#domain/initiative/tracker.ts';
import { Done, Id, Instant, Line } from './fields.ts';
import { inquiry, operation } from './operation.ts';

export const Tracker = z
  .object({
    id: Id,
    kind: z.enum(synchronisedKinds),
    address: z.string().meta({ description: 'below which its issues have their addresses' }),
    initiatives: z.int().meta({ description: 'how many are linked to an issue in it' }),
    lastSuccess: Instant.nullable(),
    failingSince: Instant.nullable(),
    account: z
      .object({
        flavour: z.enum(['cloud', 'server']),
        user: z.string().nullable(),
        token: z
          .enum(['none', 'kept', 'lost'])
          .meta({ description: 'lost: give it again; it is never shown' }),
        fault: z.string().nullable(),
      })
      .nullable()
      .meta({ description: 'for admins' }),
  })
  .meta({ id: 'Tracker' });
export type Tracker = z.infer<typeof Tracker>;

const Address = z.string().trim().max(1_000).meta({
  description:
    'https://github.com, https://gitlab.example.com, https://acme.atlassian.net, https://example.com/jira',
});

const Account = {
  kind: z.enum(synchronisedKinds),
  address: Address,
  flavour: z
    .enum(['cloud', 'server'])
    .optional()
    .meta({ description: 'of Jira; by its address unless it is told: *.atlassian.net is a cloud' }),
  user: Line.nullable().meta({ description: "of Jira: the e-mail address of the token's person" }),
  accessToken: z
    .string()
    .trim()
    .min(1)
    .max(10_000)
    .nullable()
    .meta({ description: 'one that may read issues; sealed, and never shown again' }),
};

const One = z.strictObject({ tracker: Id });

export const trackers = {
  list: operation('trackers.list', {
    route: 'GET /trackers',
    summary: 'List the trackers that are asked for the state of linked issues',
    access: 'viewer',
    output: z.array(Tracker),
  }),
  create: operation('trackers.create', {
    route: 'POST /trackers',
    summary: 'Connect a tracker: GitHub, GitLab or Jira, by an account of the whole organisation',
    access: 'admin',
    input: z.strictObject({
      ...Account,
      user: Account.user.default(null),
      accessToken: Account.accessToken.default(null),
    }),
    output: Tracker,
  }),
  change: operation('trackers.change', {
    route: 'PATCH /trackers/{tracker}',
    summary:
      'Change the account of a tracker; at another address or for another user it needs its token again',
    access: 'admin',
    input: One.extend(z.object(Account).omit({ kind: true }).partial().shape),
    output: Tracker,
  }),
  remove: operation('trackers.remove', {
    route: 'DELETE /trackers/{tracker}',
    summary: 'Disconnect a tracker: the links of initiatives stay, their states are followed no more',
    access: 'admin',
    input: One,
    output: Done,
  }),
  test: inquiry('trackers.test', {
    route: 'POST /trackers/test',
    summary: 'Ask a tracker who its token is, and how an issue stands, without storing anything',
    access: 'admin',
    input: z.strictObject({
      ...Account,
      user: Account.user.default(null),
      accessToken: Account.accessToken
        .default(null)
        .meta({ description: 'absent: the one that is kept for this account' }),
      issue: z
        .string()
        .trim()
        .min(1)
        .max(2_000)
        .optional()
        .meta({ description: 'the address of an issue to try' }),
    }),
    output: z.object({
      fault: z.string().nullable(),
      signedInAs: z.string().nullable(),
      issue: z.object({ key: z.string(), status: z.string() }).nullable(),
    }),
  }),
};
