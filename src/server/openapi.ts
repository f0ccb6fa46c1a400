import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operations } from '#contract/index.ts';
import { carriesBody, type Operation, pathFields } from '#contract/operation.ts';
import { type Refusal, refusals } from '#contract/refused.ts';
import { type JsonSchema, type Schemas, schemas } from './openapi-schemas.ts';

/** What an OpenAPI document is made of here. */
export type OpenApi = {
  openapi: string;
  info: {
    title: string;
    version: string;
    description: string;
    license: { name: string; identifier: string };
  };
  servers: { url: string }[];
  security: Record<string, string[]>[];
  tags: { name: string }[];
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: JsonSchema;
};

export type OpenApiOperation = {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  parameters?: Parameter[];
  requestBody?: JsonSchema;
  responses: Record<string, JsonSchema>;
  security?: Record<string, string[]>[];
};

type Parameter = {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  schema: JsonSchema;
  description?: string;
};

const description = `Every operation of Tandem. Send an API token as \`authorization: Bearer tnd_…\`.
A refusal answers \`{ error: { code, message, field? } }\`: the code is one of a closed list, the message is a sentence for the person,
and the field says where in the input the fault lies.`;

const statuses = [...new Set(Object.values(refusals))];

/** The OpenAPI 3.1 description of every operation in the contract. */
export function openApi(): OpenApi {
  const collected = schemas([...operations.values()]);
  const paths: OpenApi['paths'] = {};
  for (const operation of operations.values()) {
    paths[operation.path] ??= {};
    paths[operation.path]![operation.method.toLowerCase()] = described(operation, collected);
  }
  const nouns = [...operations.keys()].map((name) => name.split('.')[0]!);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tandem',
      version: version(),
      description,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api' }],
    security: [{ token: [] }, { session: [] }],
    tags: [...new Set(nouns)].map((name) => ({ name })),
    paths,
    components: {
      schemas: { ...collected.components, Refusal: refusalSchema },
      responses: Object.fromEntries(statuses.map((status) => [nameOf(status), refusalResponse(status)])),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'an API token, with read or write scope' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'tandem.session_token',
          description: 'in the browser',
        },
      },
    },
  };
}

function described(operation: Operation, collected: Schemas): OpenApiOperation {
  const input = collected.of(operation.input, 'input');
  const inPath = pathFields(operation.path);
  const fields = Object.entries((input.properties ?? {}) as Record<string, JsonSchema>);
  const required = (input.required ?? []) as string[];
  const ofPath = fields.filter(([name]) => inPath.includes(name));
  const rest = fields.filter(([name]) => !inPath.includes(name));
  const parameters = [
    ...ofPath.map(([name, schema]) => parameter(name, 'path', schema, true)),
    ...(carriesBody(operation)
      ? []
      : rest.map(([name, schema]) => parameter(name, 'query', schema, required.includes(name)))),
  ];
  return {
    operationId: operation.name,
    tags: [operation.name.split('.')[0]!],
    summary: operation.summary,
    description: accessOf(operation),
    ...(parameters.length > 0 && { parameters }),
    ...(carriesBody(operation) && { requestBody: bodyOf(rest, required) }),
    responses: responsesOf(operation, collected.of(operation.output, 'output')),
    ...(operation.access === 'anyone' && { security: [] }),
  };
}

function accessOf({ access, writes }: Operation): string {
  if (access === 'anyone') return 'Needs no sign-in.';
  return `Needs at least the role ${access}${writes ? ', and a token with write scope' : ''}.`;
}

function parameter(name: string, place: 'path' | 'query', schema: JsonSchema, required: boolean): Parameter {
  const { description, ...rest } = schema as JsonSchema & { description?: string };
  return { name, in: place, required, ...(description !== undefined && { description }), schema: rest };
}

function bodyOf(fields: [string, JsonSchema][], required: string[]): JsonSchema {
  const needed = required.filter((name) => fields.some(([field]) => field === name));
  const schema = {
    type: 'object',
    properties: Object.fromEntries(fields),
    ...(needed.length > 0 && { required: needed }),
    additionalProperties: false,
  };
  return { required: needed.length > 0, content: { 'application/json': { schema } } };
}

function responsesOf(operation: Operation, answer: JsonSchema): Record<string, JsonSchema> {
  const possible = statuses.filter((status) => {
    if (status === 401 || status === 403) return operation.access !== 'anyone';
    return operation.writes || (status !== 409 && status !== 413);
  });
  return {
    200: { description: 'Done', content: { 'application/json': { schema: answer } } },
    ...Object.fromEntries(
      possible.map((status) => [String(status), { $ref: `#/components/responses/${nameOf(status)}` }]),
    ),
  };
}

function codesOf(status: number): Refusal[] {
  return (Object.keys(refusals) as Refusal[]).filter((code) => refusals[code] === status);
}

function nameOf(status: number): string {
  return codesOf(status).join('_or_');
}

const refusalSchema = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: {
        code: { type: 'string', enum: Object.keys(refusals) },
        message: { type: 'string', description: 'what was wrong and what would be right, for the person' },
        field: { type: 'string', description: 'where in the input the fault lies, such as `measure.target`' },
      },
      required: ['code', 'message'],
    },
  },
  required: ['error'],
};

function refusalResponse(status: number): JsonSchema {
  return {
    description: `Refused: ${codesOf(status).join(' or ')}`,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
  };
}

function version(): string {
  const file = join(import.meta.dirname, '..', '..', 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** The command `openapi`: prints the document as docs/openapi.json keeps it. */
export function printOpenApi(): number {
  process.stdout.write(openApiText());
  return 0;
}

/** The document as text, as it is committed and served. */
export function openApiText(): string {
  return `${JSON.stringify(openApi(), null, 2)}\n`;
}
