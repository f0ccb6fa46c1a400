import { createReadStream } from 'node:fs';
import { classify } from '#domain/coach/classify.ts';
import { Unusable } from '../unusable.ts';
import { Usage } from '../usage.ts';
import { checkedDocument, isDocument } from './document.ts';
import { checkedLine, type GivenGoal } from './given.ts';

/** What the command touches of the world; tests bring their own. */
export type CoachWorld = {
  out(text: string): void;
  err(text: string): void;
  /** The bytes of the standard input. */
  input: AsyncIterable<Uint8Array>;
};

export const coachHelp = `tandem coach check FILE [--format jsonl]   find what is wrong with goals: exit code 1 when one has a problem
tandem coach classify TEXT                 tell whether a sentence is a KPI, an objective, a key result or an initiative

FILE is an OKR document in Markdown, or has one JSON object a line ("-" is the standard input):
  {"id": 1, "kind": "objective" | "key_result" | "kpi", "text": "…", "context": {"objective": "…", "period": "…"}}
  {"id": 2, "kind": "okr_set", "objective": "…", "key_results": ["…", "…"]}
With --format jsonl each goal is answered by {"id", "findings": [{"rule", "severity", "quote", "message", "repair", "of"}]}.
`;

/** The command `coach`: needs no server. Gives 0, 1 when a goal has a problem or a line is no goal, 2 for what is no command. */
export async function coach(words: readonly string[], world: CoachWorld): Promise<number> {
  const [verb, ...rest] = words;
  try {
    if (verb === undefined || verb === '--help' || verb === '-h') {
      world.out(coachHelp);
      return 0;
    }
    if (verb === 'classify') return classified(rest.join(' '), world);
    if (verb === 'check') return await checked(rest, world);
    throw new Usage(`The coach can check and classify, not "${verb}".`);
  } catch (fault) {
    if (!(fault instanceof Usage)) throw fault;
    world.err(`${fault.message}\n`);
    return 2;
  }
}

function classified(text: string, world: CoachWorld): number {
  if (text.trim() === '')
    throw new Usage('Write the sentence behind it: tandem coach classify "open a second clinic".');
  const { is, why } = classify(text);
  world.out(`${is}: ${why}\n`);
  return 0;
}

async function checked(words: readonly string[], world: CoachWorld): Promise<number> {
  const { path, isJsonl } = flagsOf(words);
  let text: string;
  try {
    text = await wholeText(path === '-' ? world.input : createReadStream(path));
  } catch (fault) {
    const { code: reason } = fault as NodeJS.ErrnoException;
    if (typeof reason !== 'string') throw fault;
    world.err(`The file ${path} cannot be read (${reason}).\n`);
    return 1;
  }
  const tell = (goal: GivenGoal, line?: number) => {
    world.out(
      isJsonl ? `${JSON.stringify({ id: goal.id, findings: goal.findings })}\n` : inWords(goal, line),
    );
    return goal.findings.some(({ severity }) => severity === 'problem');
  };
  return isDocument(path, text) ? documentTold(text, tell, world) : linesTold(text, tell, world);
}

type Tell = (goal: GivenGoal, line?: number) => boolean;

function documentTold(text: string, tell: Tell, world: CoachWorld): number {
  const { goals, notUnderstood } = checkedDocument(text);
  const problems = goals.filter((goal) => tell(goal, goal.line));
  if (goals.length === 0)
    world.err('No objective or key result was found: write lists, headings or "KR:" lines.\n');
  if (notUnderstood.length > 0)
    world.err(`Not understood: line${notUnderstood.length > 1 ? 's' : ''} ${notUnderstood.join(', ')}.\n`);
  return goals.length === 0 || problems.length > 0 ? 1 : 0;
}

function linesTold(text: string, tell: Tell, world: CoachWorld): number {
  let code = 0;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '') continue;
    try {
      if (tell(checkedLine(line, index + 1))) code = 1;
    } catch (fault) {
      if (!(fault instanceof Unusable)) throw fault;
      // One bad line takes nothing from the others.
      world.err(`${fault.message}\n`);
      code = 1;
    }
  }
  return code;
}

async function wholeText(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts)
    .toString('utf8')
    .replace(/^\ufeff/, '');
}

function flagsOf(words: readonly string[]): { path: string; isJsonl: boolean } {
  const at = words.indexOf('--format');
  const format = at < 0 ? undefined : words[at + 1];
  if (at >= 0 && format !== 'jsonl')
    throw new Usage(`--format is jsonl or left out, not ${format ?? 'empty'}.`);
  const [path, ...more] = words.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  if (path === undefined || more.length > 0) throw new Usage('Name one file: tandem coach check goals.jsonl');
  return { path, isJsonl: format === 'jsonl' };
}

function inWords({ texts, findings }: GivenGoal, line?: number): string {
  const lines = findings.map(({ severity, rule, message, quote, of }) => {
    const about = texts.includes(quote) || quote === '' ? '' : ` (${quote})`;
    return `  ${severity === 'problem' ? 'problem' : 'advice '}  ${partOf(of)}${rule}${about}: ${message}`;
  });
  return `${line === undefined ? '' : `line ${line}: `}${texts[0]}\n${lines.length > 0 ? lines.join('\n') : '  nothing to mend'}\n\n`;
}

// The parts of a set are counted from 0 for machines and from 1 for people.
function partOf(of: string | undefined): string {
  const index = /^key_results\[(\d+)\]$/.exec(of ?? '')?.[1];
  if (index !== undefined) return `key result ${Number(index) + 1}: `;
  return of === 'set' ? 'together: ' : '';
}
