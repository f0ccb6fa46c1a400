import * as z from 'zod';
import { Day, Id, Instant, Line } from './fields.ts';
import { operation } from './operation.ts';

export const AuditEntry = z
  .object({
    id: Id,
    at: Instant,
    person: z.object({ id: Id, name: z.string() }).nullable(),
    token: Id.nullable().meta({ description: 'the API token that the person acted by' }),
    operation: z.string(),
    kind: z.string(),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
    hidden: z.boolean().meta({ description: 'the detail is about something private to others' }),
    place: z.int().nullable().meta({ description: 'its place in the chain; null until it is sealed' }),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof AuditEntry>;

export const faultKinds = ['changed', 'missing', 'added', 'moved', 'rolled back'] as const;

export const Verification = z
  .object({
    sound: z.boolean(),
    entries: z.int().meta({ description: 'how many entries were read' }),
    head: z.object({ place: z.int(), hash: z.string() }).nullable().meta({
      description: 'note it down elsewhere, to notice if the whole log is put back to an older state',
    }),
    faults: z
      .array(
        z.object({
          kind: z.enum(faultKinds),
          place: z.int().nullable(),
          entry: Id.nullable(),
          message: z.string(),
        }),
      )
      .meta({ description: 'the first hundred' }),
  })
  .meta({ id: 'Verification' });
export type Verification = z.infer<typeof Verification>;

export const audit = {
  list: operation('audit.list', {
    route: 'GET /audit',
    summary: 'List the entries of the audit log, newest first, a page at a time',
    access: 'admin',
    input: z.strictObject({
      person: Id.optional(),
      operation: Line.optional().meta({ description: 'a name such as readings.record, or a noun' }),
      subject: Line.optional().meta({ description: 'the id of the thing that was changed' }),
      from: Day.optional(),
      to: Day.optional(),
      limit: z.int().min(1).max(500).default(100),
      before: Id.optional().meta({ description: 'the last entry of the page before' }),
    }),
    output: z.object({ entries: z.array(AuditEntry), next: Id.nullable() }),
  }),
  verify: operation('audit.verify', {
    route: 'POST /audit/verification',
    summary: 'Check the whole audit log: a changed, missing or added entry is found',
    access: 'admin',
    input: z.strictObject({
      known: z
        .strictObject({ place: z.int().min(1), hash: z.string().regex(/^[\da-f]{64}$/) })
        .optional()
        .meta({ description: 'the head of an earlier verification, noted down elsewhere' }),
    }),
    output: Verification,
  }),
};
