import * as z from 'zod';
import { checkInIntervals } from '#domain/okr/check-in.ts';
import { Id, Instant, Line } from './fields.ts';
import { Email, Password } from './invitations.ts';
import { operation } from './operation.ts';

const TimeZone = z
  .string()
  .max(60)
  .refine((zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  }, 'is not a time zone: write it as Europe/Berlin or UTC');

const Settings = {
  name: Line,
  timeZone: TimeZone,
  yearStartsIn: z.int().min(1).max(12).meta({ description: 'the month in which the fiscal year starts' }),
  ruleSet: z.enum(['wheeler', 'nhs', 'western-electric', 'nelson']),
  onTrackFrom: z
    .number()
    .min(0)
    .max(1)
    .meta({ description: 'on track from this part of the expected progress' }),
  behindFrom: z.number().min(0).max(1),
  checkInEvery: z.enum(checkInIntervals),
  checkInWeekday: z.int().min(1).max(7).meta({ description: '1 is Monday' }),
  checkInGraceDays: z.int().min(0).max(60),
  guardrailCapsScore: z.boolean().meta({ description: 'a breached guardrail caps the score at 0.69' }),
  sustainPeriods: z.int().min(1).max(60),
  kpisPerOwner: z
    .int()
    .min(1)
    .max(1_000)
    .meta({ description: 'more KPIs than these are too many for one owner' }),
};

export const Organisation = z
  .object({ id: Id, ...Settings, demo: z.boolean(), createdAt: Instant })
  .meta({ id: 'Organisation' });
export type Organisation = z.infer<typeof Organisation>;

export const organisations = {
  find: operation('organisations.find', {
    route: 'GET /organisation',
    summary: 'Show the organisation and its settings',
    access: 'viewer',
    output: Organisation,
  }),
  begun: operation('organisations.begun', {
    route: 'GET /organisations',
    summary: 'Tell whether there is an organisation yet: without one, the first visitor creates it',
    access: 'anyone',
    output: z.object({ begun: z.boolean() }),
  }),
  create: operation('organisations.create', {
    route: 'POST /organisations',
    summary: 'Create the first organisation and its owner; refused once there is one',
    access: 'anyone',
    input: z.strictObject({
      name: Line,
      timeZone: TimeZone.default('UTC'),
      owner: z.strictObject({ name: Line, email: Email, password: Password }),
    }),
    output: z.object({ organisation: Id, person: Id }),
  }),
  change: operation('organisations.change', {
    route: 'PATCH /organisation',
    summary: 'Change the settings of the organisation',
    access: 'admin',
    input: z.strictObject(z.object(Settings).partial().shape),
    output: Organisation,
  }),
};
