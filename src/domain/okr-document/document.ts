import type { MeasureGuess } from './measure-guess.ts';

/** What a line of a document is. One line of a table can name an objective and a key result; it is then the latter. */
export const lineKinds = [
  'title',
  'team',
  'objective',
  'key result',
  'outcome',
  'initiative',
  'note',
  'blank',
  'not understood',
] as const;
export type LineKind = (typeof lineKinds)[number];

/** What was made of a line; `line` counts from 1. */
export type DocumentLine = { line: number; text: string; kind: LineKind };

export type DocumentKeyResult = {
  line: number;
  title: string;
  owner: string | undefined;
  outcomes: string[];
  score: number | undefined;
  deadline: string | undefined;
  initiatives: string[];
  notes: string[];
  guess: MeasureGuess;
};

export type DocumentObjective = {
  line: number;
  title: string;
  /** The line of the heading that it stands under. */
  team: number | undefined;
  owner: string | undefined;
  outcomes: string[];
  score: number | undefined;
  initiatives: string[];
  notes: string[];
  keyResults: DocumentKeyResult[];
};

/** A heading that names a function or team; `above` is the line of the heading that it stands under. */
export type DocumentTeam = { line: number; name: string; above: number | undefined };

/** An OKR document as it was read: every line has its kind, so that nothing is silently dropped. */
export type OkrDocument = {
  /** The cycle that the title names, as it is written there: "FY21-Q1". */
  cycle: string | undefined;
  lines: DocumentLine[];
  teams: DocumentTeam[];
  objectives: DocumentObjective[];
};
