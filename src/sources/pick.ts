import jsonata from 'jsonata';
import type { Part, Picked, Task } from './expressions.ts';

const mostDepth = 500;
const mostItems = 1_000_000;

/** One that `ends` the task would take as long again for each row. */
class ExpressionFault extends Error {
  readonly ends: boolean;

  constructor(message: string, ends = false) {
    super(message);
    this.ends = ends;
  }
}

// too deep, too long, too many
const endless = new Set(['D1011', 'D1012', 'D2015']);

/** Asks an answer's text with the expressions of a task; what an expression does wrong is a fault and not thrown. */
export async function picked(task: Task): Promise<Picked> {
  let json: unknown;
  try {
    json = JSON.parse(task.text);
  } catch {
    return { fault: `The answer is not JSON: it begins with "${task.text.trimStart().slice(0, 60)}".` };
  }
  try {
    const { rows, next, ...parts } = compiled(task);
    const found = rows ? await evaluated('rows', rows, json) : json;
    const list = found === undefined ? [] : Array.isArray(found) ? found : [found];
    if (list.length > task.mostRows)
      return { fault: `The answer has ${list.length} rows: at most ${task.mostRows} can be read at once.` };
    const read: Extract<Picked, { rows: unknown }>['rows'] = [];
    for (const row of list)
      read.push(await rowOf(row, Object.entries(parts) as [Part, jsonata.Expression][]));
    const following = next && (await evaluated('next', next, json));
    return { rows: read, next: scalar('next', following) };
  } catch (error) {
    if (error instanceof ExpressionFault) return { fault: error.message };
    throw error;
  }
}

function compiled({ expressions, seconds }: Task): Partial<Record<Part, jsonata.Expression>> {
  const options = { timeout: seconds * 1000, stack: mostDepth, sequence: mostItems };
  const entries = Object.entries(expressions).flatMap(([part, text]) => {
    if (text === undefined) return [];
    try {
      return [[part, jsonata(text, options)]];
    } catch (error) {
      const { message, position } = error as jsonata.JsonataError;
      const where = position === undefined ? '' : ` (at character ${position})`;
      throw new ExpressionFault(`The expression for ${part} does not read: ${message}${where}.`);
    }
  });
  return Object.fromEntries(entries);
}

async function rowOf(row: unknown, parts: [Part, jsonata.Expression][]) {
  const cells: Partial<Record<Part, string | number>> = {};
  try {
    for (const [part, expression] of parts) {
      const cell = scalar(part, await evaluated(part, expression, row));
      if (cell !== undefined) cells[part] = cell;
    }
    return { cells };
  } catch (error) {
    if (error instanceof ExpressionFault && !error.ends) return { fault: error.message };
    throw error;
  }
}

async function evaluated(part: string, expression: jsonata.Expression, input: unknown): Promise<unknown> {
  try {
    return await expression.evaluate(input);
  } catch (error) {
    const { message, code } = error as jsonata.JsonataError;
    throw new ExpressionFault(`The expression for ${part} fails: ${message || code}.`, endless.has(code));
  }
}

function scalar(part: string, found: unknown): string | number | undefined {
  if (found === undefined || found === null) return undefined;
  if (typeof found === 'string' || typeof found === 'number') return found;
  const text = typeof found === 'function' ? 'a function' : (JSON.stringify(found) ?? 'nothing');
  throw new ExpressionFault(`The ${part} is ${text.slice(0, 80)}, and not a number or a text.`);
}

/** Whether expressions are nothing but names and paths of names, which end as surely as the answer does. */
export function isPlain(expressions: Task['expressions']): boolean {
  return Object.values(expressions).every((text) => {
    if (text === undefined) return true;
    try {
      return isPath(jsonata(text).ast());
    } catch {
      // It will not be run.
      return true;
    }
  });
}

// A step with a condition, an order or a variable has more keys than these.
function isPath(node: jsonata.ExprNode): boolean {
  const has = (keys: string[]) => Object.keys(node).every((key) => keys.includes(key));
  // Its declared types leave out the commonest one.
  const type: string = node.type;
  if (type === 'path') return has(['type', 'steps']) && (node.steps ?? []).every(isPath);
  if (type === 'variable') return node.value === '' && has(['type', 'value', 'position']);
  return ['name', 'string', 'number'].includes(type) && has(['type', 'value', 'position']);
}
