import * as z from 'zod';
import { nouns } from '#domain/coach/classify.ts';
import { cycleStates } from '#domain/time/cycle.ts';
import { Day, Done, Id, Instant, Line, Note, Reason, Value } from './fields.ts';
import { KpiRef, Unit } from './kpis.ts';
import { Measure } from './measures.ts';
import { inquiry, operation } from './operation.ts';

const goalKinds = ['objective', 'key_result', 'kpi'] as const;
const subjectKinds = [...goalKinds, 'team', 'person', 'organisation'] as const;

const Severity = z.enum(['problem', 'advice']).meta({
  id: 'Severity',
  description: 'a problem makes it no good goal; advice is a matter of school, or of what data say',
});

const Rule = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/, 'is not the name of a rule, such as no-target')
  .max(60);

const About = z.string().min(1).max(2_000).meta({
  description: 'what the finding is about, as coach.check tells it; other words or numbers there are another',
});

const SetAside = z
  .object({ id: Id, reason: z.string(), by: Id, at: Instant })
  .meta({ id: 'SetAside', description: 'who set the finding aside, when, and why' });

const RepairValue = z
  .object({
    baseline: Value.optional(),
    target: Value.optional(),
    guardrails: z.array(Id).optional().meta({ description: 'KPIs to be added' }),
    other: Id.optional().meta({ description: 'the goal or KPI that says the same' }),
    objective: Id.optional().meta({ description: 'that the other one belongs to, when it is a key result' }),
  })
  .meta({ id: 'RepairValue', description: 'what the repair would write, in the unit of the key result' });

const Found = z.object({
  kind: z.enum(subjectKinds),
  by: z.enum(['words', 'data', 'set', 'definition']).meta({ description: 'what it was told by' }),
  rule: z.string(),
  severity: Severity,
  at: z.object({ from: z.int(), to: z.int() }).meta({ description: 'where in the text' }),
  quote: z.string().meta({ description: 'the words that it is about; empty when it is about the whole' }),
  message: z.string(),
  repair: z.string().nullable().meta({ description: 'what would mend it, such as make it a KPI' }),
  value: RepairValue.nullable(),
  about: z.string(),
  setAside: SetAside.nullable(),
});

export const CoachedFinding = Found.extend({
  subject: Id.nullable().meta({
    description: 'whose finding it is: the goal itself, or who has too many; null while it is not written',
  }),
  why: z.string(),
  source: z.string().meta({ description: 'who says so' }),
}).meta({ id: 'CoachedFinding' });
export type CoachedFinding = z.infer<typeof CoachedFinding>;

export const CoachReportLine = Found.omit({ at: true })
  .extend({
    subject: Id,
    title: z.string().meta({ description: 'the words of the goal, or the name of whoever has too many' }),
    objective: z.object({ id: Id, title: z.string() }).nullable(),
    team: Id.nullable(),
    owner: Id.nullable(),
  })
  .meta({ id: 'CoachReportLine' });
export type CoachReportLine = z.infer<typeof CoachReportLine>;

export const CoachReport = z
  .object({
    cycle: z.object({ id: Id, name: z.string(), state: z.enum(cycleStates) }).nullable(),
    goals: z.int().meta({ description: 'objectives and key results that were looked at' }),
    clean: z.int().meta({ description: 'those without an open problem' }),
    problems: z.int(),
    advice: z.int(),
    setAside: z.int(),
    rules: z
      .array(
        z.object({
          rule: z.string(),
          why: z.string(),
          source: z.string(),
          problems: z.int(),
          advice: z.int(),
          setAside: z.int(),
        }),
      )
      .meta({ description: 'those that found something, the most first' }),
    total: z.int().meta({ description: 'how many lines there are' }),
    lines: z.array(CoachReportLine).meta({
      description:
        'by objective, the one with the most problems first; of each goal problems first, what is set aside last',
    }),
  })
  .meta({ id: 'CoachReport' });
export type CoachReport = z.infer<typeof CoachReport>;

const Subject = z.strictObject({
  kind: z.enum(subjectKinds),
  subject: Id.meta({ description: 'the id of the objective, key result, KPI, team or person' }),
  rule: Rule,
});

export const coach = {
  check: inquiry('coach.check', {
    route: 'POST /coach/check',
    summary:
      'Check a goal or a KPI, written or to be written: what is wrong with it, in which words, why, and what mends it',
    access: 'viewer',
    input: z.strictObject({
      kind: z.enum(goalKinds),
      subject: Id.optional().meta({
        description:
          'the objective, key result or KPI that is there already; what is left out is taken from it',
      }),
      text: z.string().trim().min(1).max(2_000).optional().meta({
        description: 'the words of the goal, or the name of the KPI; needed without a subject',
      }),
      cycle: Id.optional().meta({ description: 'that the goal is written for' }),
      objective: Id.optional().meta({ description: 'that the key result belongs to' }),
      owner: Id.nullable().optional(),
      measure: Measure.optional(),
      unit: Unit.optional().meta({ description: "of the measure; the KPI's by default" }),
      decimals: z.int().min(0).max(10).optional(),
      deadline: Day.optional(),
      kpi: KpiRef.nullable().optional().meta({ description: 'that the key result reads' }),
      guardrails: z.array(KpiRef).max(20).optional(),
      keyResults: z.array(Line).max(50).optional().meta({ description: 'of the objective, in words' }),
      definition: Note.optional().meta({ description: 'how the KPI is counted' }),
      direction: z.enum(['higher', 'lower', 'within']).optional().meta({ description: 'of the KPI' }),
      threshold: z.boolean().optional().meta({ description: 'whether the KPI has a threshold' }),
      counterMetrics: z.array(KpiRef).max(20).optional().meta({ description: 'of the KPI' }),
    }),
    output: z.object({
      findings: z
        .array(CoachedFinding)
        .meta({ description: 'problems first, then advice, then what is set aside' }),
    }),
  }),
  report: operation('coach.report', {
    route: 'GET /coach/report',
    summary: 'Report what the coach finds in all goals of a cycle that you may see, and what was set aside',
    access: 'viewer',
    input: z.strictObject({
      cycle: Id.optional().meta({
        description: 'the one that is being planned by default, else the active one',
      }),
      objective: Id.optional().meta({
        description: 'only this one and its key results; its cycle goes before',
      }),
      team: Id.optional(),
      owner: Id.optional(),
      severity: Severity.optional(),
      rule: Rule.optional(),
      limit: z.int().min(1).max(20_000).default(500).meta({ description: 'how many lines at most' }),
    }),
    output: CoachReport,
  }),
  setAside: operation('coach.setAside', {
    route: 'POST /coach/set-asides',
    summary: 'Set a finding aside with a reason; it is open again once what it is about is written otherwise',
    access: 'member',
    input: Subject.extend({
      about: About.optional().meta({ description: 'what is found now by default' }),
      reason: Reason.max(1_000),
    }),
    output: SetAside,
  }),
  takeUp: operation('coach.takeUp', {
    route: 'POST /coach/set-asides/{setAside}/undo',
    summary: 'Take up a finding again that was set aside',
    access: 'member',
    input: z.strictObject({ setAside: Id }),
    output: Done,
  }),
  classify: inquiry('coach.classify', {
    route: 'POST /coach/classify',
    summary: 'Tell what a sentence is: a KPI, an objective, a key result or an initiative, and why',
    access: 'viewer',
    input: z.strictObject({ text: z.string().trim().min(1).max(2_000) }),
    output: z.object({ is: z.enum(nouns), why: z.string() }),
  }),
};
