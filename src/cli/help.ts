import * as z from 'zod';
import { pathFields } from '#contract/operation.ts';
import { type Command, commands, kebab } from './names.ts';

type Schema = { [name: string]: unknown };

/** What `tandem --help` prints: every noun with its verbs. */
export function helpOfAll(): string {
  const nouns = Map.groupBy(commands, ({ noun }) => noun);
  const width = Math.max(...[...nouns.keys()].map((noun) => noun.length));
  const lines = [...nouns].map(
    ([noun, verbs]) => `  ${noun.padEnd(width)}  ${verbs.map(({ verb }) => verb).join(', ')}`,
  );
  return `tandem: KPIs and OKRs in tandem

  tandem serve                            run the server (also: npm start)
  tandem login --server URL               keep a server and an API token for later commands
  tandem import FILE [--dry-run]          import an Excel workbook or a CSV of readings, definitions, or a scorecard
  tandem coach check FILE                 find what is wrong with goals, without a server
  tandem analyse FILE                     judge the series of a CSV, a workbook or JSON lines, without a server
  tandem <noun> <verb> [--field value]    do something there
  tandem mcp                              serve assistants over standard input and output
  tandem openapi                          print the OpenAPI document
  tandem password EMAIL                   set a lost password, on the machine of the server while it is stopped

Nouns and verbs
${lines.join('\n')}

  --json           answer as JSON, for machines
  --server, --token   else TANDEM_SERVER and TANDEM_TOKEN, else what "tandem login" kept
  --help           after a noun or a verb: what it takes

Exit codes: 0 done, 1 refused or out of reach, 2 not a command.
`;
}

/** What `tandem <noun> --help` prints. */
export function helpOfNoun(noun: string): string {
  const verbs = commands.filter((each) => each.noun === noun);
  const width = Math.max(...verbs.map(({ verb }) => verb.length));
  return verbs
    .map(({ verb, operation }) => `tandem ${noun} ${verb.padEnd(width)}  ${operation.summary}\n`)
    .join('');
}

/** What `tandem <noun> <verb> --help` prints: the summary, and each field with its shape. */
export function helpOfCommand({ noun, verb, operation }: Command): string {
  const schema = z.toJSONSchema(operation.input, { io: 'input' }) as Schema;
  const definitions = (schema.$defs ?? {}) as Record<string, Schema>;
  const places = pathFields(operation.path);
  const required = (schema.required ?? []) as string[];
  const fields = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  const rows = fields.map(([field, each]) => ({
    flag: places.includes(field) ? `<${kebab(field)}>` : `--${kebab(field)}`,
    words: wordsOf(each, definitions, required.includes(field)),
  }));
  const width = Math.max(0, ...rows.map(({ flag }) => flag.length));
  const usage = [
    ...places.map((place) => `<${kebab(place)}>`),
    ...(rows.length > places.length ? ['[--field value]'] : []),
  ];
  const lines = rows.map(({ flag, words }) => `  ${flag.padEnd(width)}  ${words}\n`).join('');
  return `${operation.summary}.\n\n  tandem ${[noun, verb, ...usage].join(' ')}\n${lines && `\n${lines}`}`;
}

function wordsOf(schema: Schema, definitions: Record<string, Schema>, required: boolean): string {
  const description = schema.description ?? targetOf(schema, definitions).description;
  const usual =
    'default' in schema && schema.default !== null ? `default ${JSON.stringify(schema.default)}` : undefined;
  const notes = [required ? 'required' : undefined, usual, description].filter((note) => note !== undefined);
  return `${shapeOf(schema, definitions)}${notes.length > 0 ? `  (${notes.join('; ')})` : ''}`;
}

function targetOf(schema: Schema, definitions: Record<string, Schema>): Schema {
  return typeof schema.$ref === 'string' ? (definitions[schema.$ref.split('/').at(-1)!] ?? {}) : schema;
}

function shapeOf(given: Schema, definitions: Record<string, Schema>): string {
  const schema = targetOf(given, definitions);
  const name = typeof given.$ref === 'string' ? given.$ref.split('/').at(-1)!.toLowerCase() : undefined;
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (Array.isArray(schema.enum)) return schema.enum.join('|');
  if ('const' in schema) return String(schema.const);
  if (choices?.every(({ type }) => type === 'object')) return 'JSON';
  if (choices) return choices.map((each) => shapeOf(each, definitions)).join('|');
  if (schema.type === 'array') return `${shapeOf((schema.items ?? {}) as Schema, definitions)},…`;
  if (schema.type === 'object') return 'JSON';
  if (schema.type === 'string') return name ?? 'text';
  return String(schema.type ?? 'JSON');
}
