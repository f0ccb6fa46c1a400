import { parseArgs } from 'node:util';
import type { DateOrder } from '#domain/import/day-text.ts';
import { Usage } from '../usage.ts';
import { analyseHelp } from './help.ts';
import { type Asked, askedFields, fieldFault, thresholdsFault } from './series.ts';

/** What was typed: the file, how to judge and print, and what to ask of each series that does not say. */
export type Flags = {
  path: string;
  jsonl: boolean;
  raw: boolean;
  asked: Asked;
  columns: string[] | undefined;
  dates: DateOrder | undefined;
  sheet: string | undefined;
};

const dateOrders: Record<string, DateOrder> = { 'day-first': 'day first', 'month-first': 'month first' };

/** Reads the words after `analyse`; refuses with what would be right. */
export function flagsOf(words: readonly string[]): Flags {
  const { values, positionals } = parsed(words);
  const [path, ...others] = positionals;
  if (path === undefined) throw new Usage(`Say which file.\n\n${analyseHelp}`);
  if (others.length > 0) throw new Usage(`One file at a time: "${others[0]}" has no place here.`);
  const format = values.format ?? (values.json ? 'jsonl' : 'table');
  if (format !== 'table' && format !== 'jsonl')
    throw new Usage(`--format is table or jsonl, not "${format}".`);
  const dates = values.dates === undefined ? undefined : dateOrders[values.dates];
  if (values.dates !== undefined && !dates)
    throw new Usage(`--dates is day-first or month-first, not "${values.dates}".`);
  return {
    path,
    jsonl: format === 'jsonl',
    raw: values['no-season'] ?? false,
    asked: askedOf(values),
    columns: values.columns?.flatMap((each) => each.split(',')).map((each) => each.trim()),
    dates,
    sheet: values.sheet,
  };
}

function askedOf(values: Partial<Record<string, unknown>>): Asked {
  const asked: Record<string, unknown> = {};
  for (const field of askedFields) {
    const text = values[field];
    if (typeof text !== 'string') continue;
    const isWord = field === 'cadence' || field === 'direction' || field === 'rules';
    const value = isWord || text.trim() === '' ? text : Number(text);
    const fault = fieldFault(`--${field}`, field, Number.isNaN(value) ? text : value);
    if (fault) throw new Usage(fault);
    asked[field] = value;
  }
  const fault = thresholdsFault(asked);
  if (fault) throw new Usage(fault);
  return asked;
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: withNegatives(words),
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        json: { type: 'boolean' },
        'no-season': { type: 'boolean' },
        columns: { type: 'string', multiple: true },
        dates: { type: 'string' },
        sheet: { type: 'string' },
        cadence: { type: 'string' },
        horizon: { type: 'string' },
        rules: { type: 'string' },
        floor: { type: 'string' },
        ceiling: { type: 'string' },
        desired: { type: 'string' },
        direction: { type: 'string' },
      },
    });
  } catch (fault) {
    throw new Usage(`${(fault as Error).message}\n\n${analyseHelp}`);
  }
}

// `--floor -5` is taken for two flags, unless they are one word.
function withNegatives(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const flag = joined.at(-1);
    if (/^-[\d.]/.test(word) && flag && /^--[a-z]+$/.test(flag))
      joined[joined.length - 1] = `${flag}=${word}`;
    else joined.push(word);
  }
  return joined;
}
