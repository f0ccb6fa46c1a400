import type * as z from 'zod';
import { pathFields } from '#contract/operation.ts';
import { denied, fieldValue, isList, isSwitch, listValue } from './field-value.ts';
import { fileFields } from './file-fields.ts';
import { type Command, commands, kebab } from './names.ts';
import { Usage } from './usage.ts';

/** The flags that every command has. */
export type Common = { json: boolean; help: boolean; server?: string; token?: string };

/** The common flags, and the words that are left. */
export function commonFlags(words: readonly string[]): { common: Common; rest: string[] } {
  const common: Common = { json: false, help: false };
  const rest: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const [flag, given] = split(word);
    if (word === '--') return { common, rest: [...rest, ...words.slice(at)] };
    if (word === '--json') common.json = true;
    // After a verb it may be the value of a flag.
    else if (word === '--help' || (word === '-h' && rest.length <= 2)) common.help = true;
    else if (flag === '--server' || flag === '--token')
      common[flag.slice(2) as 'server' | 'token'] = given ?? valueAfter(words, at++);
    else rest.push(word);
  }
  return { common, rest };
}

/** Finds the command of a noun and a verb; refuses with what there is instead. */
export function commandOf(noun: string, verb: string | undefined): Command {
  const found = commands.find((each) => each.noun === noun && each.verb === verb);
  if (found) return found;
  const verbs = commands.filter((each) => each.noun === noun).map((each) => each.verb);
  if (verbs.length === 0) throw new Usage(`There is no command "${noun}". See: tandem --help`);
  throw new Usage(
    verb === undefined || verb.startsWith('-')
      ? `Say what to do with ${noun}: ${verbs.join(', ')}.`
      : `${noun} knows no "${verb}", but: ${verbs.join(', ')}.`,
  );
}

/** The input of an operation from the words after its verb: path fields may stand by their place, all others are flags. */
export function inputOf(command: Command, words: readonly string[]): Record<string, unknown> {
  const shape = command.operation.input.shape as Record<string, z.ZodType>;
  const places = pathFields(command.operation.path);
  const texts = new Map<string, string[]>();
  const input: Record<string, unknown> = {};
  const loose: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word === '--') {
      loose.push(...words.slice(at + 1));
      break;
    }
    if (!word.startsWith('--')) {
      loose.push(word);
      continue;
    }
    const [flag, given] = split(word);
    const { field, how } = fieldOf(command, shape, flag);
    if (how === 'denied') input[field] = denied(shape[field]!);
    else if (isSwitch(shape[field]!))
      input[field] = switched(flag, given ?? (isBoolean(words[at + 1]) ? words[++at] : 'true'));
    else {
      const text = given ?? valueAfter(words, at++);
      const more = how === 'file' ? fileFields(field, text, 'encoding' in shape) : { [field]: text };
      for (const [name, each] of Object.entries(more)) texts.set(name, [...(texts.get(name) ?? []), each]);
    }
  }
  for (const place of places) if (!texts.has(place) && loose.length > 0) texts.set(place, [loose.shift()!]);
  if (loose.length > 0) throw new Usage(`"${loose[0]}" has no place here: write fields as --field value.`);
  for (const [field, given] of texts) input[field] = typed(command, field, shape[field]!, given);
  const missing = places.find((place) => input[place] === undefined);
  if (missing)
    throw new Usage(
      `Say which ${kebab(missing)}: tandem ${command.noun} ${command.verb} <${kebab(missing)}>.`,
    );
  return input;
}

function fieldOf(command: Command, shape: Record<string, z.ZodType>, flag: string) {
  const name = flag.slice(2);
  const known = (wanted: string) =>
    Object.keys(shape).find((field) => field === wanted || kebab(field) === wanted);
  const plain = known(name);
  if (plain) return { field: plain, how: 'given' as const };
  const file = name.endsWith('-file') ? known(name.slice(0, -5)) : undefined;
  if (file) return { field: file, how: 'file' as const };
  const no = name.startsWith('no-') ? known(name.slice(3)) : undefined;
  if (no && denied(shape[no]!) !== undefined) return { field: no, how: 'denied' as const };
  const flags = Object.keys(shape).map((field) => `--${kebab(field)}`);
  throw new Usage(
    `${command.noun} ${command.verb} has no ${flag}, but: ${[...flags, '--json', '--help'].join(', ')}.`,
  );
}

function typed(command: Command, field: string, schema: z.ZodType, texts: readonly string[]): unknown {
  if (isList(schema)) return listValue(schema, texts);
  if (texts.length > 1) throw new Usage(`${command.noun} ${command.verb} takes --${kebab(field)} once.`);
  return fieldValue(schema, texts[0]!);
}

function split(word: string): [flag: string, given: string | undefined] {
  const at = word.indexOf('=');
  return word.startsWith('--') && at > 0 ? [word.slice(0, at), word.slice(at + 1)] : [word, undefined];
}

// "-5" is a value; "--json" after a flag is much more likely a forgotten value.
function valueAfter(words: readonly string[], at: number): string {
  const value = words[at + 1];
  if (value === undefined || value.startsWith('--'))
    throw new Usage(`${words[at]} needs a value: ${words[at]} value, or ${words[at]}=value.`);
  return value;
}

function isBoolean(word: string | undefined): boolean {
  return word === 'true' || word === 'false';
}

function switched(flag: string, text: string | undefined): boolean {
  if (isBoolean(text)) return text === 'true';
  throw new Usage(`${flag} is true or false, not "${text}".`);
}
