import * as z from 'zod';
import { initiativeStates } from '#domain/initiative/state.ts';
import { trackerKinds } from '#domain/initiative/tracker.ts';
import { cycleStates } from '#domain/time/cycle.ts';
import { Day, Done, Id, Instant, Line, Note, Reason } from './fields.ts';
import { operation } from './operation.ts';

const Address = z.string().trim().min(1).max(2_000).meta({
  description: 'of an issue, such as https://github.com/acme/app/issues/12; any other is a plain link',
});

export const LinkedIssue = z
  .object({
    address: z.string(),
    tracker: z.enum(trackerKinds).nullable().meta({ description: 'null: a plain link' }),
    key: z.string().nullable().meta({ description: 'acme/app#12, group/project!3, PROJ-45' }),
    synchronised: z
      .enum(['yes', 'no account', 'link only', 'unknown tracker'])
      .meta({ description: 'whether the state follows the issue, or why not' }),
    says: z
      .enum(initiativeStates)
      .nullable()
      .meta({ description: 'the state by the tracker, when it last answered' }),
    status: z.string().nullable().meta({ description: "in the tracker's own words" }),
    heardAt: Instant.nullable().meta({ description: 'when the tracker last answered' }),
    failingSince: Instant.nullable(),
    fault: z
      .string()
      .nullable()
      .meta({ description: 'why it fails, for those who may change the initiative' }),
  })
  .meta({ id: 'LinkedIssue' });
export type LinkedIssue = z.infer<typeof LinkedIssue>;

export const Initiative = z
  .object({
    id: Id,
    position: z.int(),
    title: z.string(),
    owner: Id.nullable(),
    due: Day.nullable(),
    state: z.enum(initiativeStates),
    stateFrom: z.enum(['person', 'tracker']).meta({ description: 'who said so last' }),
    dropReason: z.string().nullable(),
    note: z.string(),
    link: LinkedIssue.nullable(),
    keyResult: z.object({ id: Id, title: z.string() }),
    objective: z.object({ id: Id, title: z.string() }),
    cycle: z.object({ id: Id, name: z.string(), state: z.enum(cycleStates) }),
    createdAt: Instant,
    mayChange: z.boolean(),
  })
  .meta({ id: 'Initiative', description: 'work that should move a key result; it counts for no progress' });
export type Initiative = z.infer<typeof Initiative>;

const Words = {
  title: Line,
  owner: Id.nullable(),
  due: Day.nullable(),
  state: z
    .enum(['planned', 'in progress', 'done'])
    .meta({ description: 'dropping asks for a reason: initiatives.drop' }),
  note: Note,
  link: Address.nullable(),
};

const One = z.strictObject({ initiative: Id });

export const initiatives = {
  list: operation('initiatives.list', {
    route: 'GET /initiatives',
    summary: 'List initiatives in their order: of a key result, an objective, an owner, a cycle; else yours',
    access: 'viewer',
    input: z.strictObject({
      keyResult: Id.optional(),
      objective: Id.optional(),
      owner: Id.optional(),
      cycle: Id.optional(),
      open: z
        .boolean()
        .default(false)
        .meta({ description: 'only what is planned or in progress, in a cycle that is not closed' }),
    }),
    output: z.array(Initiative),
  }),
  find: operation('initiatives.find', {
    route: 'GET /initiatives/{initiative}',
    summary: 'Show one initiative',
    access: 'viewer',
    input: One,
    output: Initiative,
  }),
  create: operation('initiatives.create', {
    route: 'POST /key-results/{keyResult}/initiatives',
    summary: 'Add an initiative: work that should move a key result',
    access: 'member',
    input: z.strictObject({
      ...Words,
      keyResult: Id,
      owner: Words.owner.optional().meta({ description: "the key result's owner by default" }),
      due: Words.due.default(null),
      state: Words.state.optional().meta({ description: 'planned by default, or as the linked issue is' }),
      note: Words.note.default(''),
      link: Words.link.default(null),
    }),
    output: Initiative,
  }),
  change: operation('initiatives.change', {
    route: 'PATCH /initiatives/{initiative}',
    summary: 'Change an initiative, or its place among those of its key result',
    access: 'member',
    input: One.extend({
      ...z.object(Words).partial().shape,
      position: z.int().min(0).max(1_000).optional().meta({ description: '0 is the first' }),
    }),
    output: Initiative,
  }),
  drop: operation('initiatives.drop', {
    route: 'POST /initiatives/{initiative}/drop',
    summary: 'Drop an initiative: it stays, with the reason',
    access: 'member',
    input: One.extend({ reason: Reason }),
    output: Initiative,
  }),
  remove: operation('initiatives.remove', {
    route: 'DELETE /initiatives/{initiative}',
    summary: 'Remove an initiative that was written by mistake',
    access: 'member',
    input: One,
    output: Done,
  }),
  sync: operation('initiatives.sync', {
    route: 'POST /initiatives/{initiative}/sync',
    summary: 'Have the tracker asked now how the linked issue stands',
    access: 'member',
    input: One,
    output: Initiative,
  }),
};
