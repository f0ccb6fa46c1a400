import * as z from 'zod';
import { Done, Id, Instant, Line } from './fields.ts';
import { operation } from './operation.ts';

/** Roles that one can be invited to; an owner is made by an owner, from someone who is in already. */
const invited = ['admin', 'member', 'viewer'] as const;

export const Email = z.email('is not an e-mail address').max(200).meta({ id: 'Email' });
export const Password = z
  .string()
  .min(12, 'is shorter than 12 characters')
  .max(200)
  .meta({ id: 'Password', format: 'password' });

export const Invitation = z
  .object({
    id: Id,
    email: z.string(),
    name: z.string(),
    role: z.enum(invited),
    team: Id.nullable(),
    invitedBy: Id,
    createdAt: Instant,
    expiresAt: Instant,
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

const Link = z.string().max(200).meta({ description: 'the last part of the address that was sent' });

export const invitations = {
  list: operation('invitations.list', {
    route: 'GET /invitations',
    summary: 'List the invitations that nobody has accepted yet, newest first',
    access: 'admin',
    output: z.array(Invitation),
  }),
  create: operation('invitations.create', {
    route: 'POST /invitations',
    summary: 'Invite a person by a link that is shown once; an older invitation of the same address ends',
    access: 'admin',
    input: z.strictObject({
      email: Email,
      name: Line,
      role: z.enum(invited).default('member'),
      team: Id.nullable().default(null),
      days: z.int().min(1).max(90).default(14).meta({ description: 'how long the link works' }),
    }),
    output: z.object({
      invitation: Invitation,
      link: z.string().meta({ description: "the link's path on this server" }),
    }),
  }),
  revoke: operation('invitations.revoke', {
    route: 'DELETE /invitations/{invitation}',
    summary: 'Revoke an invitation: its link no longer works',
    access: 'admin',
    input: z.strictObject({ invitation: Id }),
    output: Done,
  }),
  find: operation('invitations.find', {
    route: 'GET /invitation-links/{link}',
    summary: 'Show what an invitation link invites to',
    access: 'anyone',
    input: z.strictObject({ link: Link }),
    output: z.object({
      organisation: z.string(),
      name: z.string(),
      email: z.string(),
      role: z.enum(invited),
      expiresAt: Instant,
      hasAccount: z.boolean().meta({ description: 'the address has an account here: its password is asked' }),
    }),
  }),
  accept: operation('invitations.accept', {
    route: 'POST /invitation-links/{link}',
    summary: 'Accept an invitation with a new password, or with that of the account that the address has',
    access: 'anyone',
    input: z.strictObject({ link: Link, name: Line, password: Password }),
    output: z.object({ organisation: Id, person: Id }),
  }),
};
