import * as z from 'zod';
import { checkInIntervals } from '#domain/okr/check-in.ts';
import { Done, Id, Instant, Key, Line } from './fields.ts';
import { operation } from './operation.ts';

const Named = z.object({ id: Id, name: z.string() });

const CheckIns = z
  .strictObject({
    every: z.enum(checkInIntervals),
    weekday: z.int().min(1).max(7).meta({ description: '1 is Monday' }),
  })
  .nullable()
  .meta({ description: 'how often and on which day the team checks in; null: as the organisation does' });

export const Team = z
  .object({
    id: Id,
    key: Key,
    name: z.string(),
    parent: Id.nullable(),
    depth: z.int().meta({ description: '0 at the top of the tree' }),
    leads: z.array(Named),
    size: z.int().meta({ description: 'how many people are in it, leads included, teams below left out' }),
    checkIns: CheckIns,
    createdAt: Instant,
  })
  .meta({ id: 'Team' });
export type Team = z.infer<typeof Team>;

/** The team's key, or its id. */
const TeamRef = z.union([Key, Id]).meta({ description: "the team's key or id" });

export const teams = {
  list: operation('teams.list', {
    route: 'GET /teams',
    summary: 'List all teams as a tree: each one before those below it',
    access: 'viewer',
    output: z.array(Team),
  }),
  find: operation('teams.find', {
    route: 'GET /teams/{team}',
    summary: 'Show one team with its people and the teams below it',
    access: 'viewer',
    input: z.strictObject({ team: TeamRef }),
    output: Team.extend({
      people: z.array(z.object({ ...Named.shape, email: z.string(), lead: z.boolean() })),
      above: z.array(Named).meta({ description: 'from the top down' }),
      children: z.array(Team),
    }),
  }),
  create: operation('teams.create', {
    route: 'POST /teams',
    summary: 'Create a team, at the top or below another one',
    access: 'member',
    input: z.strictObject({
      key: Key,
      name: Line,
      parent: Id.nullable().default(null),
      leads: z.array(Id).max(20).default([]),
    }),
    output: Team,
  }),
  change: operation('teams.change', {
    route: 'PATCH /teams/{team}',
    summary:
      'Rename a team, move it with all below it, or let it choose when it checks in; a loop is refused',
    access: 'member',
    input: z.strictObject({
      team: TeamRef,
      key: Key.optional(),
      name: Line.optional(),
      parent: Id.nullable().optional(),
      checkIns: CheckIns.optional(),
    }),
    output: Team,
  }),
  remove: operation('teams.remove', {
    route: 'DELETE /teams/{team}',
    summary: 'Remove a team that has none below it; what it owned stays readable',
    access: 'member',
    input: z.strictObject({ team: TeamRef }),
    output: Done,
  }),
  addMember: operation('teams.addMember', {
    route: 'PUT /teams/{team}/people/{person}',
    summary: 'Put a person in a team, as lead or member; for one who is there it says which',
    access: 'member',
    input: z.strictObject({ team: TeamRef, person: Id, lead: z.boolean().default(false) }),
    output: Done,
  }),
  removeMember: operation('teams.removeMember', {
    route: 'DELETE /teams/{team}/people/{person}',
    summary: 'Take a person out of a team',
    access: 'member',
    input: z.strictObject({ team: TeamRef, person: Id }),
    output: Done,
  }),
};
