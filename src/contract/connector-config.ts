import * as z from 'zod';
import { githubCounts, gitlabCounts, type SourceConfig as Sources } from '#domain/connector/config.ts';
import { Line } from './fields.ts';

/** What a connector asks and where, one shape for each kind of source. */

const Url = z
  .string()
  .trim()
  .max(2_000)
  .refine(
    (text) => /^https?:\/\/[^\s/?#]+/i.test(text),
    'is not an address: write it as https://example.org/…',
  )
  .refine(
    (text) => !/^https?:\/\/[^/?#]*@/i.test(text),
    'holds a user or password, which everybody who sees the connector could read: give it in a secret header',
  );

const Host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[A-Za-z0-9._:-]+$/, 'is not the name or number of a host, such as db.example.org or 10.1.2.3');

const HeaderName = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/, 'is not the name of a header, such as authorization');

const Headers = z
  .array(
    z.union([
      z.strictObject({ name: HeaderName, value: Line.max(1_000) }),
      z.strictObject({ name: HeaderName, secret: z.literal(true) }),
    ]),
  )
  .max(20)
  .default([])
  .meta({ description: 'a secret one has its value in secrets, under "header NAME" in small letters' });

/** An expression, a query or a path: text in another language. */
const Formula = z.string().trim().min(1).max(2_000);
const Column = Line;

const Paging = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('link') }),
  z.strictObject({ by: z.literal('address'), next: Formula }),
  z.strictObject({
    by: z.literal('page'),
    parameter: Line.max(100),
    first: z.int().min(0).max(1_000).default(1),
  }),
  z.strictObject({ by: z.literal('cursor'), parameter: Line.max(100), next: Formula }),
]);

const HttpJson = z.strictObject({
  kind: z.literal('http-json'),
  url: Url,
  method: z.enum(['GET', 'POST']).default('GET'),
  headers: Headers,
  body: z.string().max(10_000).optional(),
  rows: Formula.optional().meta({
    description: 'JSONata that picks the rows of an answer; the whole answer when absent',
  }),
  period: Formula.optional().meta({
    description: 'JSONata asked of each row; absent: one number, asked once a period',
  }),
  value: Formula.optional(),
  numerator: Formula.optional(),
  denominator: Formula.optional(),
  note: Formula.optional(),
  paging: Paging.optional(),
});

const Sql = z.strictObject({
  kind: z.literal('sql'),
  engine: z.enum(['postgresql', 'mysql']),
  host: Host,
  port: z.int().min(1).max(65_535).optional(),
  database: Line,
  user: Line,
  tls: z.enum(['off', 'require', 'verify']).default('verify'),
  authority: z
    .string()
    .max(20_000)
    .optional()
    .meta({ description: 'the certificate authority in PEM, where it is a private one' }),
  query: z.string().trim().min(1).max(20_000).meta({
    description: 'one SELECT; :from, :to, :until, :start, :end and :period are bound as parameters',
  }),
  result: z.enum(['rows', 'single']).default('rows').meta({
    description:
      'rows: the columns period and value, or numerator and denominator; single: one value, asked once a period',
  }),
});

const Prometheus = z.strictObject({
  kind: z.literal('prometheus'),
  url: Url,
  mode: z.enum(['range', 'instant']).default('range'),
  query: Formula,
  denominator: Formula.optional(),
  signIn: z
    .discriminatedUnion('by', [
      z.strictObject({ by: z.literal('none') }),
      z.strictObject({ by: z.literal('basic'), user: Line }),
      z.strictObject({ by: z.literal('bearer') }),
    ])
    .default({ by: 'none' }),
  headers: Headers,
});

const Csv = z.strictObject({
  kind: z.literal('csv'),
  url: Url,
  headers: Headers,
  period: Column.meta({ description: 'the column of the period, by its name in the first line' }),
  value: Column.optional(),
  numerator: Column.optional(),
  denominator: Column.optional(),
  note: Column.optional(),
  decimal: z.enum(['.', ',']).optional(),
  dateOrder: z.enum(['day first', 'month first']).optional(),
  fraction: z.boolean().optional().meta({ description: '0.95 means 95 %' }),
});

const Github = z.strictObject({
  kind: z.literal('github'),
  url: Url.default('https://api.github.com'),
  count: z.enum(githubCounts),
  scope: Line.optional().meta({ description: 'an owner, or owner/repository' }),
  query: Formula.optional(),
  denominator: Formula.optional(),
});

const Gitlab = z.strictObject({
  kind: z.literal('gitlab'),
  url: Url.default('https://gitlab.com'),
  count: z.enum(gitlabCounts),
  within: z.enum(['project', 'group']),
  path: Line,
  filter: Formula.optional(),
});

const Jira = z.strictObject({
  kind: z.literal('jira'),
  url: Url,
  flavour: z.enum(['cloud', 'server']),
  user: Line.optional().meta({ description: 'the address that signs in to a cloud' }),
  jql: Formula,
  denominator: Formula.optional(),
});

export const SourceConfig = z
  .discriminatedUnion('kind', [HttpJson, Sql, Prometheus, Csv, Github, Gitlab, Jira])
  .meta({ id: 'SourceConfig' }) satisfies z.ZodType<Sources>;
export type SourceConfig = z.infer<typeof SourceConfig>;
