import * as z from 'zod';
import { Done, Id, Instant, Line, Note } from './fields.ts';
import { operation } from './operation.ts';

const Words = {
  name: Line,
  description: Note.max(2_000).meta({ description: 'what it means, and what it does not' }),
};

export const Pillar = z
  .object({
    id: Id,
    name: z.string(),
    description: z.string(),
    kpis: z
      .int()
      .meta({ description: 'how many KPIs carry it; the parts of one that is fanned out are not counted' }),
    objectives: z.int().meta({ description: 'how many objectives that you may see carry it, in all cycles' }),
    createdAt: Instant,
  })
  .meta({
    id: 'Pillar',
    description: 'what the strategy stands on; KPIs and objectives carry it by its name',
  });
export type Pillar = z.infer<typeof Pillar>;

const One = z.strictObject({ pillar: Id });

export const pillars = {
  list: operation('pillars.list', {
    route: 'GET /pillars',
    summary: 'List the pillars of the strategy, in their order',
    access: 'viewer',
    output: z.array(Pillar),
  }),
  create: operation('pillars.create', {
    route: 'POST /pillars',
    summary: 'Add a pillar at the end; a KPI or an objective that names an unknown pillar adds it as well',
    access: 'member',
    input: z.strictObject({ name: Words.name, description: Words.description.default('') }),
    output: Pillar,
  }),
  change: operation('pillars.change', {
    route: 'PATCH /pillars/{pillar}',
    summary: 'Rename or describe a pillar; KPIs and objectives carry the new name from then on',
    access: 'admin',
    input: One.extend({ name: Words.name.optional(), description: Words.description.optional() }),
    output: Pillar,
  }),
  remove: operation('pillars.remove', {
    route: 'DELETE /pillars/{pillar}',
    summary: 'Remove a pillar; refused while something carries it, unless that is to carry none afterwards',
    access: 'admin',
    input: One.extend({
      clear: z
        .boolean()
        .default(false)
        .meta({ description: 'KPIs and objectives that carry it carry none afterwards' }),
    }),
    output: Done,
  }),
  order: operation('pillars.order', {
    route: 'PUT /pillars/order',
    summary: 'Put the pillars in an order',
    access: 'admin',
    input: z.strictObject({
      pillars: z.array(Id).max(1_000).meta({ description: 'every pillar once, the first one first' }),
    }),
    output: z.array(Pillar),
  }),
};
