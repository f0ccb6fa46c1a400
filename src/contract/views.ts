import * as z from 'zod';
import { Done, Id, Line } from './fields.ts';
import { operation } from './operation.ts';

const Page = z.enum(['panel', 'gaps', 'fitness', 'cycle']);

const Query = z
  .string()
  .max(2_000)
  .regex(
    /^[\w\-.~%&=+,:*!'()@/]*$/,
    'is not what stands behind the question mark of an address, such as status=breach&group=team',
  )
  .meta({ description: "the page's filters, sort and groups as in its address, without the question mark" });

export const View = z
  .object({
    id: Id,
    page: Page,
    name: z.string(),
    query: z.string(),
    shared: z.boolean().meta({ description: 'everybody in the organisation has it' }),
    owner: Id,
    isDefault: z.boolean().meta({ description: 'the page opens with it for the person who asks' }),
    mayChange: z.boolean(),
  })
  .meta({ id: 'View', description: 'a view of a page, kept by a name' });
export type View = z.infer<typeof View>;

const shared = z.boolean().meta({ description: 'for everybody; admins and leads of a team may' });

export const views = {
  list: operation('views.list', {
    route: 'GET /views',
    summary: 'List the saved views: your own, and those that are shared with everybody',
    access: 'viewer',
    input: z.strictObject({ page: Page.optional() }),
    output: z.array(View),
  }),
  create: operation('views.create', {
    route: 'POST /views',
    summary: 'Save a view of a page by a name, for yourself or for everybody',
    access: 'viewer',
    input: z.strictObject({ page: Page, name: Line.max(80), query: Query, shared: shared.default(false) }),
    output: View,
  }),
  change: operation('views.change', {
    route: 'PATCH /views/{view}',
    summary: 'Change the name or content of a saved view, or share it',
    access: 'viewer',
    input: z.strictObject({
      view: Id,
      name: Line.max(80).optional(),
      query: Query.optional(),
      shared: shared.optional(),
    }),
    output: View,
  }),
  remove: operation('views.remove', {
    route: 'DELETE /views/{view}',
    summary: 'Remove a saved view',
    access: 'viewer',
    input: z.strictObject({ view: Id }),
    output: Done,
  }),
  open: operation('views.open', {
    route: 'PUT /views/default',
    summary: 'Choose the view that a page opens with for you, or none',
    access: 'viewer',
    input: z.strictObject({ page: Page, view: Id.nullable() }),
    output: Done,
  }),
};
