import * as z from 'zod';
import { cycleKinds, cycleStates } from '#domain/time/cycle.ts';
import { Day, Id, Instant, Line } from './fields.ts';
import { operation } from './operation.ts';

export const Cycle = z
  .object({
    id: Id,
    name: z.string(),
    kind: z.enum(cycleKinds),
    starts: Day,
    ends: Day,
    state: z.enum(cycleStates),
    activatedAt: Instant.nullable(),
    closedAt: Instant.nullable(),
    createdAt: Instant,
    elapsed: z.number().min(0).max(1).meta({ description: 'how much of its days has gone by, 0 to 1' }),
    objectives: z.int().meta({ description: 'those that you may see, without the dropped ones' }),
    keyResults: z.int(),
    graded: z.int().meta({ description: 'key results with a score' }),
  })
  .meta({ id: 'Cycle' });
export type Cycle = z.infer<typeof Cycle>;

const One = z.strictObject({ cycle: Id });

export const cycles = {
  list: operation('cycles.list', {
    route: 'GET /cycles',
    summary: 'List all cycles, the latest first',
    access: 'viewer',
    output: z.array(Cycle),
  }),
  find: operation('cycles.find', {
    route: 'GET /cycles/{cycle}',
    summary: 'Show one cycle and how far it is',
    access: 'viewer',
    input: One,
    output: Cycle,
  }),
  create: operation('cycles.create', {
    route: 'POST /cycles',
    summary:
      'Plan a cycle; a quarter, half-year, four months or year is cut from the fiscal year by one of its days',
    access: 'admin',
    input: z.strictObject({
      kind: z.enum(cycleKinds).default('quarter'),
      name: Line.max(80).optional().meta({ description: '2026 Q1 and the like by default' }),
      starts: Day.optional().meta({
        description: 'any day in it, today by default; the first day of a custom one',
      }),
      ends: Day.optional().meta({ description: 'the last day, for a custom one only' }),
    }),
    output: Cycle,
  }),
  change: operation('cycles.change', {
    route: 'PATCH /cycles/{cycle}',
    summary: 'Rename a cycle, or move its days while it is being planned',
    access: 'admin',
    input: One.extend({ name: Line.max(80).optional(), starts: Day.optional(), ends: Day.optional() }),
    output: Cycle,
  }),
  activate: operation('cycles.activate', {
    route: 'POST /cycles/{cycle}/activation',
    summary: 'Begin a cycle: its objectives become active and its key results are frozen as written',
    access: 'admin',
    input: One,
    output: Cycle,
  }),
  startGrading: operation('cycles.startGrading', {
    route: 'POST /cycles/{cycle}/grading',
    summary: 'End the work of a cycle and begin its grading',
    access: 'admin',
    input: One,
    output: Cycle,
  }),
  close: operation('cycles.close', {
    route: 'POST /cycles/{cycle}/close',
    summary:
      'Close a cycle whose key results are all graded: gains are watched from now on, and it can only be read',
    access: 'admin',
    input: One,
    output: Cycle,
  }),
};
