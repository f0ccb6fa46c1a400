import * as z from 'zod';
import { lineKinds } from '#domain/okr-document/document.ts';
import { cycleStates } from '#domain/time/cycle.ts';
import { Day, Id, Line } from './fields.ts';
import { Unit } from './kpis.ts';
import { Measure } from './measures.ts';
import { inquiry, operation } from './operation.ts';

const LineNumber = z.int().min(1).max(100_000).meta({ description: 'counts from 1' });

export const OkrDocumentFile = z.strictObject({
  cycle: Id.meta({ description: 'a cycle that is being planned' }),
  text: z.string().min(1).max(500_000).meta({ description: 'Markdown, as people write it' }),
  lines: z
    .array(
      z.strictObject({
        line: LineNumber,
        kind: z.enum(lineKinds).optional(),
        title: Line.optional(),
        measure: Measure.optional(),
        unit: Unit.optional(),
      }),
    )
    .max(5_000)
    .default([])
    .meta({ description: 'what a person says of single lines; it goes before what was read' }),
  teams: z
    .array(z.strictObject({ line: LineNumber, team: Id.nullable() }))
    .max(1_000)
    .default([])
    .meta({ description: 'the team that a heading means; null: the organisation' }),
});
export type OkrDocumentFile = z.output<typeof OkrDocumentFile>;

const CoachFinding = z
  .object({
    rule: z.string(),
    severity: z.enum(['problem', 'advice']),
    quote: z.string().meta({ description: 'the words that it is about' }),
    message: z.string(),
    repair: z.string().nullable(),
  })
  .meta({ id: 'CoachFinding' });

const NamedOwner = z
  .object({ text: z.string(), person: Id.nullable() })
  .meta({ id: 'NamedOwner', description: 'who the document names, and who that is here' });

export const PreviewedKeyResult = z
  .object({
    line: LineNumber,
    title: z.string(),
    owner: NamedOwner.nullable(),
    measure: Measure,
    unit: Unit,
    decimals: z.int(),
    read: z.array(z.string()).meta({ description: 'which words said how it is measured' }),
    deadline: Day.nullable(),
    score: z.number().nullable().meta({ description: 'as the document has it; it is kept in words only' }),
    outcomes: z.array(z.string()),
    initiatives: z.array(z.string()).meta({ description: 'work that is named below it' }),
    exists: Id.nullable().meta({ description: 'the key result that is there already' }),
    fault: z.string().nullable().meta({ description: 'why it cannot be written like this' }),
    findings: z.array(CoachFinding),
  })
  .meta({ id: 'PreviewedKeyResult' });
export type PreviewedKeyResult = z.infer<typeof PreviewedKeyResult>;

export const PreviewedObjective = z
  .object({
    line: LineNumber,
    title: z.string(),
    team: Id.nullable(),
    owner: NamedOwner.nullable(),
    why: z.string().meta({ description: 'what else the document says of it, as it will be kept' }),
    outcomes: z.array(z.string()),
    exists: Id.nullable(),
    findings: z.array(CoachFinding),
    keyResults: z.array(PreviewedKeyResult),
  })
  .meta({ id: 'PreviewedObjective' });
export type PreviewedObjective = z.infer<typeof PreviewedObjective>;

export const OkrDocumentPreview = z
  .object({
    cycle: z.object({ id: Id, name: z.string(), state: z.enum(cycleStates) }),
    namedCycle: z.string().nullable().meta({ description: 'the cycle that the document names' }),
    lines: z
      .array(z.object({ line: LineNumber, text: z.string(), kind: z.enum(lineKinds) }))
      .meta({ description: 'every line of the document, with what it is' }),
    teams: z.array(
      z.object({ line: LineNumber, name: z.string(), above: LineNumber.nullable(), team: Id.nullable() }),
    ),
    objectives: z.array(PreviewedObjective),
    counts: z.object({
      objectives: z.int().meta({ description: 'to be created' }),
      keyResults: z.int().meta({ description: 'to be created' }),
      initiatives: z.int().meta({ description: 'to be created' }),
      same: z.int().meta({ description: 'there already' }),
      outcomes: z.int(),
      notUnderstood: z.int(),
      problems: z.int().meta({ description: 'findings of the coach that are problems' }),
    }),
    fault: z.string().nullable().meta({ description: 'why it cannot be applied now' }),
  })
  .meta({ id: 'OkrDocumentPreview' });
export type OkrDocumentPreview = z.infer<typeof OkrDocumentPreview>;

const OkrDocumentResult = z
  .object({
    cycle: Id,
    objectives: z.array(Id).meta({ description: 'those that were created' }),
    keyResults: z.int().meta({ description: 'how many were created' }),
    initiatives: z.int().meta({ description: 'how many were created' }),
    same: z.int().meta({ description: 'objectives and key results that were there already' }),
  })
  .meta({ id: 'OkrDocumentResult' });

export const okrDocuments = {
  preview: inquiry('okrDocuments.preview', {
    route: 'POST /okr-documents/preview',
    summary: 'Show what an OKR document in Markdown says, line by line, with what the coach finds in it',
    access: 'member',
    input: OkrDocumentFile,
    output: OkrDocumentPreview,
  }),
  apply: operation('okrDocuments.apply', {
    route: 'POST /okr-documents',
    summary:
      'Write the objectives and key results of an OKR document into a cycle that is being planned; what is there already stays',
    access: 'member',
    input: OkrDocumentFile,
    output: OkrDocumentResult,
  }),
};
