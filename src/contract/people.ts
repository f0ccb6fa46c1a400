import * as z from 'zod';
import { roles } from '#domain/access.ts';
import { Id, Instant, Line } from './fields.ts';
import { operation } from './operation.ts';

const Membership = z
  .object({ team: Id, key: z.string(), name: z.string(), lead: z.boolean() })
  .meta({ id: 'Membership' });

export const Person = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    active: z.boolean().meta({ description: 'someone who has left is not active, and cannot come in' }),
    teams: z.array(Membership),
    createdAt: Instant,
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;

export const Me = Person.extend({
  organisation: z.object({ id: Id, name: z.string(), timeZone: z.string(), demo: z.boolean() }),
  organisations: z
    .array(z.object({ id: Id, name: z.string() }))
    .meta({ description: 'all that this account belongs to; the header tandem-organisation picks one' }),
  today: z.string().meta({ description: "the day in the organisation's time zone" }),
  mayWrite: z.boolean().meta({ description: 'false by a token that may only read' }),
}).meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

export const people = {
  me: operation('people.me', {
    route: 'GET /me',
    summary: 'Show who is asking: the person, their teams, and the organisations of their account',
    access: 'viewer',
    output: Me,
  }),
  list: operation('people.list', {
    route: 'GET /people',
    summary: 'List the people of the organisation by name, a page at a time',
    access: 'viewer',
    input: z.strictObject({
      search: Line.optional().meta({ description: 'a part of the name or of the address' }),
      role: z.enum(roles).optional(),
      team: Id.optional(),
      active: z.boolean().default(true),
      limit: z.int().min(1).max(1_000).default(200),
      after: Id.optional().meta({ description: 'the last person of the page before' }),
    }),
    output: z.object({
      people: z.array(Person),
      next: Id.nullable().meta({ description: 'for `after`; null on the last page' }),
    }),
  }),
  find: operation('people.find', {
    route: 'GET /people/{person}',
    summary: 'Show one person with their teams',
    access: 'viewer',
    input: z.strictObject({ person: Id }),
    output: Person,
  }),
  change: operation('people.change', {
    route: 'PATCH /people/{person}',
    summary: 'Change the name, the role, or whether someone may still come in; the last owner stays',
    access: 'viewer',
    input: z.strictObject({
      person: Id,
      name: Line.optional(),
      role: z.enum(roles).optional(),
      active: z.boolean().optional(),
    }),
    output: Person,
  }),
};
