import { check, checkOkrSet } from '#domain/coach/check.ts';
import type { Finding, GoalKind } from '#domain/coach/finding.ts';
import { Unusable } from '../unusable.ts';

/** A finding as it is printed: `quote` is the words that it is about, `of` the part of a set. */
export type Printed = Omit<Finding, 'at'> & { quote: string; of?: string };

/** A goal, or an objective with its key results, as a line of JSON gives it. */
export type GivenGoal = {
  id: unknown;
  kind: GoalKind | 'okr_set';
  texts: readonly string[];
  findings: Printed[];
};

const kinds = ['objective', 'key_result', 'kpi', 'okr_set'] as const;

/** Checks the goal of one line of JSON; refuses what is no goal, naming the line and the field. */
export function checkedLine(text: string, line: number): GivenGoal {
  const given = objectOf(text, line);
  const { id = null, kind, context } = given;
  if (!kinds.includes(kind as (typeof kinds)[number]))
    throw new Unusable(`Line ${line}: "kind" is ${JSON.stringify(kind)}; it is one of ${kinds.join(', ')}.`);
  const around = typeof context === 'object' && context !== null ? (context as Record<string, unknown>) : {};
  const period = textOf(around.period);
  if (kind === 'okr_set') {
    const objective = wanted(given.objective, 'objective', line);
    const keyResults = listOf(given.key_results, line);
    const found = checkOkrSet({ objective, keyResults, period });
    return {
      id,
      kind,
      texts: [objective, ...keyResults],
      findings: found.map(({ text: of, ...rest }) => printed(rest, of)),
    };
  }
  const goal = wanted(given.text, 'text', line);
  const findings = check({ kind: kind as GoalKind, text: goal, objective: textOf(around.objective), period });
  return {
    id,
    kind: kind as GoalKind,
    texts: [goal],
    findings: findings.map((finding) => printed(finding, goal)),
  };
}

/** A finding with the words that it quotes in place of where they stand. */
export function printed({ at, ...finding }: Finding & { of?: string }, text: string): Printed {
  return { ...finding, quote: text.slice(at.from, at.to) };
}

function objectOf(text: string, line: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (fault) {
    throw new Unusable(`Line ${line} is no JSON: ${(fault as Error).message}.`);
  }
  throw new Unusable(`Line ${line} is no JSON object, such as {"id": 1, "kind": "key_result", "text": "…"}.`);
}

function wanted(value: unknown, field: string, line: number): string {
  const text = textOf(value);
  if (text === undefined) throw new Unusable(`Line ${line}: "${field}" is missing or no text.`);
  return text;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function listOf(value: unknown, line: number): string[] {
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
  throw new Unusable(`Line ${line}: "key_results" is no list of texts.`);
}
