import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { type OpenApi, type OpenApiOperation, openApi } from './openapi.ts';
import type { JsonSchema } from './openapi-schemas.ts';
import type { Carried } from './rest.ts';

type Markup = ReturnType<typeof html>;
type Field = { name: string; place: string; required: boolean; schema: JsonSchema };

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Adds the description of the API: `/api/openapi.json` for programs and `/api/reference` for people, both without sign-in. */
export function reference(app: Hono<Carried>): void {
  let kept: Promise<{ json: string; page: string }> | undefined;
  const documents = () => (kept ??= documentsOf(openApi()));
  const styles = readFileSync(join(import.meta.dirname, 'reference.css'), 'utf8');
  app.get('/api/openapi.json', async (context) =>
    context.body((await documents()).json, 200, { 'content-type': 'application/json' }),
  );
  app.get('/api/reference.css', (context) => context.body(styles, 200, { 'content-type': 'text/css' }));
  app.get('/api/reference', async (context) =>
    context.html((await documents()).page, 200, {
      'content-security-policy':
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    }),
  );
}

async function documentsOf(document: OpenApi): Promise<{ json: string; page: string }> {
  return { json: JSON.stringify(document), page: String(await pageOf(document)) };
}

function pageOf(document: OpenApi): Markup {
  const { title, version } = document.info;
  const described = Object.entries(document.paths).flatMap(([path, each]) =>
    methods.flatMap((method) => (each[method] ? [{ path, method, operation: each[method] }] : [])),
  );
  const nouns = document.tags.map(({ name }) => ({
    name,
    operations: described.filter(({ operation }) => operation.tags.includes(name)),
  }));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} API</title>
<link rel="stylesheet" href="/api/reference.css">
</head>
<body>
<main>
<h1>${title} API ${version}</h1>
<p>All paths are below <code>/api</code>. Send an API token as <code>authorization: Bearer tnd_…</code>; bodies and answers are JSON.
A refusal answers <code>{ "error": { "code", "message", "field" } }</code>. For programs: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<nav aria-label="Nouns"><ul>${nouns.map(({ name }) => html`<li><a href="#${name}">${name}</a></li>`)}</ul></nav>
${nouns.map(
  ({ name, operations }) => html`<section>
<h2 id="${name}">${name}</h2>
${operations.map(({ path, method, operation }) => article(document, path, method, operation))}
</section>`,
)}
</main>
</body>
</html>`;
}

function article(document: OpenApi, path: string, method: string, operation: OpenApiOperation): Markup {
  const fields = fieldsOf(operation);
  return html`<article id="${operation.operationId}">
<h3><a href="#${operation.operationId}"><code>${operation.operationId}</code></a></h3>
<p class="route"><code><span class="${method}">${method.toUpperCase()}</span> ${path}</code></p>
<p>${operation.summary}. <span class="dim">${operation.description}</span></p>
${fields.length === 0 ? '' : tableOf(document, fields)}
<p class="dim">Answers <code>${shapeOf(answerOf(operation))}</code></p>
</article>`;
}

function tableOf(document: OpenApi, fields: Field[]): Markup {
  return html`<table>
<caption>Fields</caption>
<tbody>${fields.map(
    ({ name, place, required, schema }) => html`<tr>
<th scope="row"><code>${name}</code>${required ? '' : raw(' <span class="dim">optional</span>')}</th>
<td><code>${shapeOf(schema)}</code> <span class="dim">in the ${place}${wordsOf(document, schema)}</span></td>
</tr>`,
  )}</tbody>
</table>`;
}

function fieldsOf({ parameters = [], requestBody }: OpenApiOperation): Field[] {
  const content = requestBody?.content as { 'application/json': { schema: JsonSchema } } | undefined;
  const body = content?.['application/json'].schema;
  const needed = (body?.required ?? []) as string[];
  return [
    ...parameters.map(({ name, in: place, required, schema, description }) => ({
      name,
      place,
      required,
      schema: description === undefined ? schema : { ...schema, description },
    })),
    ...Object.entries((body?.properties ?? {}) as Record<string, JsonSchema>).map(([name, schema]) => ({
      name,
      place: 'body',
      required: needed.includes(name),
      schema,
    })),
  ];
}

function answerOf({ responses }: OpenApiOperation): JsonSchema {
  const content = responses[200]?.content as { 'application/json': { schema: JsonSchema } };
  return content['application/json'].schema;
}

function wordsOf(document: OpenApi, schema: JsonSchema): string {
  const components = document.components.schemas as Record<string, JsonSchema>;
  const referred = typeof schema.$ref === 'string' ? components[schema.$ref.split('/').at(-1)!] : undefined;
  const words = schema.description ?? referred?.description;
  const usual = 'default' in schema ? `; ${JSON.stringify(schema.default)} by default` : '';
  return `${usual}${words === undefined ? '' : `: ${words}`}`;
}

/** A JSON schema on one line, as a person would write the type. */
function shapeOf(schema: JsonSchema): string {
  if (typeof schema.$ref === 'string') return schema.$ref.split('/').at(-1)!;
  if (Array.isArray(schema.enum)) return schema.enum.map((each) => JSON.stringify(each)).join(' | ');
  if ('const' in schema) return JSON.stringify(schema.const);
  const choices = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined;
  if (choices) return choices.map(shapeOf).join(' | ');
  if (schema.type === 'array') return `[${shapeOf((schema.items ?? {}) as JsonSchema)}]`;
  if (schema.type === 'object' && schema.properties)
    return `{ ${Object.keys(schema.properties as object).join(', ')} }`;
  return typeof schema.type === 'string' ? schema.type : 'anything';
}
