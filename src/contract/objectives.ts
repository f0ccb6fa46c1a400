import * as z from 'zod';
import { commitments } from '#domain/okr/grade.ts';
import { Cycle } from './cycles.ts';
import { Day, Done, Id, Instant, Line, Note, Reason, Value } from './fields.ts';
import { PanelRow } from './judgements.ts';
import { KeyResult, KeyResultDraft } from './key-results.ts';
import { KpiRef, Unit } from './kpis.ts';
import { Confidence, Health, HealthCounts, KpiName, MeasureKind, Progress, Weight } from './measures.ts';
import { operation } from './operation.ts';
import { SustainWatch } from './sustain-watches.ts';

const parentKinds = ['contributes to', 'supports'] as const;

const Parent = z
  .strictObject({
    objective: Id,
    kind: z.enum(parentKinds).default('contributes to'),
    weight: Weight.default(1).meta({ description: "how much it counts in the parent's progress" }),
  })
  .meta({ id: 'Parent' });

const PrivateTo = z
  .strictObject({ people: z.array(Id).max(500), teams: z.array(Id).max(100) })
  .meta({ id: 'PrivateTo', description: 'who may see it beside its owner' });

const Words = {
  title: Line,
  why: Note,
  owner: Id.nullable(),
  team: Id.nullable().meta({ description: 'neither team nor person: the whole organisation' }),
  person: Id.nullable(),
  commitment: z.enum(commitments),
  weight: Weight,
  pillar: Line.nullable(),
  parents: z.array(Parent).max(20),
  improves: z.array(KpiRef).max(20).meta({ description: 'KPIs that it is to improve' }),
  gapKpi: KpiRef.nullable().meta({ description: 'the KPI whose gap it came from' }),
  privateTo: PrivateTo.nullable().meta({ description: 'null: everyone in the organisation sees it' }),
};

export const Objective = z
  .object({
    id: Id,
    ...Words,
    cycle: Id,
    why: z.string(),
    state: z.enum(['draft', 'active', 'closed', 'dropped']),
    dropReason: z.string().nullable(),
    parents: z.array(Parent),
    hiddenParents: z.int().meta({ description: 'parents that are private to others' }),
    improves: z.array(KpiName),
    gapKpi: KpiName.nullable(),
    progress: Progress,
    score: z.number().nullable(),
    health: Health.meta({ description: 'the health of its weakest key result' }),
    counts: HealthCounts,
    createdAt: Instant,
  })
  .meta({ id: 'Objective' });
export type Objective = z.infer<typeof Objective>;

/** An objective as a parent, a child or a choice in a list. */
export const ObjectiveName = z
  .object({
    id: Id,
    title: z.string(),
    cycle: Id,
    owner: Id.nullable(),
    team: Id.nullable(),
    person: Id.nullable(),
    state: Objective.shape.state,
    commitment: Words.commitment,
    progress: Progress,
    score: z.number().nullable(),
  })
  .meta({ id: 'ObjectiveName' });
export type ObjectiveName = z.infer<typeof ObjectiveName>;

const Relative = ObjectiveName.extend({ kind: z.enum(parentKinds), weight: Weight });

export const Breakdown = z
  .object({
    formula: z.string().meta({ description: 'in words and numbers' }),
    inputs: z.array(
      z.object({
        kind: z.enum(['key result', 'objective']),
        id: Id,
        title: z.string(),
        progress: Progress,
        counted: z.number().min(0).max(1),
        weight: Weight,
        share: z
          .number()
          .nullable()
          .meta({ description: 'of the sum of all weights; null beside private ones' }),
      }),
    ),
    leftOut: z.array(z.object({ id: Id, title: z.string(), because: z.string() })),
    private: z.int().meta({ description: 'how many objectives that you may not see count as well' }),
  })
  .meta({ id: 'Breakdown', description: 'why the progress is this number' });
export type Breakdown = z.infer<typeof Breakdown>;

export const TreeKeyResult = z.object({
  id: Id,
  title: z.string(),
  owner: Id.nullable(),
  kpi: Id.nullable(),
  kind: MeasureKind,
  from: Value.nullable().meta({ description: 'the baseline of a move' }),
  to: Value.nullable().meta({ description: 'target, level, or number of planned periods or steps' }),
  current: Value.nullable(),
  unit: Unit,
  decimals: z.int(),
  progress: Progress,
  health: Health,
  confidence: Confidence.nullable(),
  score: z.number().nullable(),
});

const AlignmentFinding = z
  .object({
    kind: z.enum(['orphan', 'unsupported']),
    sentence: z.string().meta({ description: 'why, in words' }),
  })
  .meta({ id: 'AlignmentFinding', description: 'what is missing above an objective, or below it' });
export type AlignmentFinding = z.infer<typeof AlignmentFinding>;

export const TreeObjective = ObjectiveName.omit({ cycle: true }).extend({
  private: z.boolean(),
  pillar: Words.pillar,
  alignment: z.array(AlignmentFinding),
  health: Health,
  counts: HealthCounts,
  parents: z.array(z.object({ objective: Id, kind: z.enum(parentKinds) })).meta({
    description: 'those that you may see; one may be in another cycle and so not in this list',
  }),
  keyResults: z.array(TreeKeyResult),
});
export type TreeObjective = z.infer<typeof TreeObjective>;

export const MapObjective = TreeObjective.omit({ keyResults: true, parents: true }).extend({
  cycle: Id,
  level: z
    .enum(['organisation', 'team', 'person'])
    .meta({ description: 'whose it is; the team that all others are below is the organisation' }),
  parents: z.array(Parent.required()).meta({ description: 'those that you may see; each is in the list' }),
  keyResults: z.int(),
  answering: z.array(Id).meta({ description: 'who answers for its key results' }),
  confidence: Confidence.nullable().meta({ description: 'the lowest of its key results' }),
});
export type MapObjective = z.infer<typeof MapObjective>;

export const MapKpi = PanelRow.pick({
  ...{ id: true, key: true, name: true, owner: true, team: true, unit: true, decimals: true },
  ...{ period: true, value: true, status: true, sense: true },
});
export type MapKpi = z.infer<typeof MapKpi>;

const kpiLinks = ['improves', 'measured by', 'guardrail'] as const;

const HistoryEntry = z.object({
  at: Instant,
  day: Day,
  kind: z.enum(['created', 'checked in', 'goalpost moved', 'key result dropped', 'graded']),
  person: Id.nullable(),
  keyResult: Id.nullable(),
  title: z.string(),
  words: z.string(),
  progress: Progress,
  confidence: Confidence.nullable(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

const One = z.strictObject({ objective: Id });

export const objectives = {
  list: operation('objectives.list', {
    route: 'GET /objectives',
    summary: 'List objectives by cycle, team, owner or the KPI that they are to improve',
    access: 'viewer',
    input: z.strictObject({
      cycle: Id.optional(),
      team: Id.optional(),
      owner: Id.optional(),
      kpi: KpiRef.optional(),
      dropped: z.boolean().default(false),
    }),
    output: z.array(ObjectiveName),
  }),
  tree: operation('objectives.tree', {
    route: 'GET /cycles/{cycle}/objectives',
    summary: 'Show all objectives of a cycle with their parents and key results, as a flat list',
    access: 'viewer',
    input: z.strictObject({ cycle: Id }),
    output: z.object({
      cycle: Cycle,
      today: Day,
      expected: z.number().meta({ description: 'the progress that a straight line expects today' }),
      objectives: z.array(TreeObjective),
    }),
  }),
  map: operation('objectives.map', {
    route: 'GET /cycles/{cycle}/map',
    summary:
      'Show how the objectives of a cycle hang together, with all that is above them in other cycles and the KPIs that they are tied to',
    access: 'viewer',
    input: z.strictObject({ cycle: Id }),
    output: z.object({
      cycle: Cycle,
      today: Day,
      cycles: z
        .array(z.object({ id: Id, name: z.string(), state: Cycle.shape.state, expected: z.number() }))
        .meta({
          description: 'this cycle, and those of what is above; expected: progress by a straight line',
        }),
      objectives: z.array(MapObjective),
      kpis: z.array(MapKpi),
      links: z.array(z.object({ objective: Id, kpi: Id, kind: z.enum(kpiLinks) })).meta({
        description:
          'improves: it is to be better for it; measured by: a key result reads it; guardrail: it must not be harmed',
      }),
    }),
  }),
  find: operation('objectives.find', {
    route: 'GET /objectives/{objective}',
    summary: 'Show one objective: key results, parents, children, why its progress is what it is, history',
    access: 'viewer',
    input: One,
    output: Objective.extend({
      cycle: Cycle,
      expected: z.number(),
      keyResults: z.array(KeyResult),
      relatives: z.object({
        parents: z.array(Relative),
        children: z.array(Relative.extend({ health: Health })),
        hiddenChildren: z.int(),
      }),
      breakdown: Breakdown,
      sustainWatches: z.array(SustainWatch),
      history: z.array(HistoryEntry).meta({ description: 'the latest first' }),
      mayChange: z.boolean(),
    }),
  }),
  create: operation('objectives.create', {
    route: 'POST /objectives',
    summary: 'Write an objective, with its key results if they are known',
    access: 'member',
    input: z.strictObject({
      ...Words,
      cycle: Id,
      why: Note.default(''),
      owner: Id.nullable().optional().meta({ description: 'you by default' }),
      team: Words.team.default(null),
      person: Words.person.default(null),
      commitment: Words.commitment.default('aspirational'),
      weight: Weight.default(1),
      pillar: Words.pillar.default(null),
      parents: Words.parents.default([]),
      improves: Words.improves.default([]),
      gapKpi: Words.gapKpi.default(null),
      privateTo: Words.privateTo.default(null),
      keyResults: z.array(KeyResultDraft).max(20).default([]),
    }),
    output: Objective,
  }),
  change: operation('objectives.change', {
    route: 'PATCH /objectives/{objective}',
    summary: 'Change an objective; a list that is given replaces the one before',
    access: 'member',
    input: One.extend(z.object(Words).omit({ gapKpi: true }).partial().shape),
    output: Objective,
  }),
  activate: operation('objectives.activate', {
    route: 'POST /objectives/{objective}/activation',
    summary:
      'Begin an objective that was written after its cycle began: its key results are frozen as written',
    access: 'member',
    input: One,
    output: Objective,
  }),
  drop: operation('objectives.drop', {
    route: 'POST /objectives/{objective}/drop',
    summary: 'Drop an objective: it stays readable and counts no more',
    access: 'member',
    input: One.extend({ reason: Reason }),
    output: Done,
  }),
};
