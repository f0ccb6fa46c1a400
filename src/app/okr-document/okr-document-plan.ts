import type { Act } from '#app/act.ts';
import { loadCycle } from '#app/cycle/cycle-access.ts';
import { type PeopleFinder, peopleFinder } from '#app/import/import-people.ts';
import { refusePromise } from '#app/key-result/key-result-promise.ts';
import { maySee } from '#app/objective/objective-access.ts';
import { teamsOf } from '#app/people/team-tree.ts';
import type { Measure } from '#contract/measures.ts';
import type {
  OkrDocumentFile,
  OkrDocumentPreview,
  PreviewedKeyResult,
  PreviewedObjective,
} from '#contract/okr-documents.ts';
import { Refused } from '#contract/refused.ts';
import { keyResultsOf } from '#db/key-results.ts';
import { listObjectives } from '#db/objectives.ts';
import type { Row } from '#db/schema.ts';
import { may } from '#domain/access.ts';
import { check, checkOkrSet } from '#domain/coach/check.ts';
import type { Finding } from '#domain/coach/finding.ts';
import { plainName } from '#domain/import/names.ts';
import { decimalsOf } from '#domain/okr-document/amount.ts';
import type { DocumentKeyResult, DocumentObjective, OkrDocument } from '#domain/okr-document/document.ts';
import { guessMeasure } from '#domain/okr-document/measure-guess.ts';
import { parseOkrDocument } from '#domain/okr-document/parse.ts';
import { reasonOf, shortTitle } from '#domain/okr-document/words.ts';
import { counted, merged, titleKey } from './okr-document-merged.ts';
import { teamsFound } from './okr-document-teams.ts';

const most = { objectives: 500, keyResults: 3_000 };

type There = { id: string; keyResults: Map<string, string> };

type Around = {
  act: Act;
  cycle: Row<'cycle'>;
  people: PeopleFinder;
  teamOf: (objective: DocumentObjective) => string | null;
  corrections: Map<number, OkrDocumentFile['lines'][number]>;
};

/** Reads a document and tells what of it would be written into the cycle; what is there already, by team and title, is named. */
export async function planned(act: Act, file: OkrDocumentFile): Promise<OkrDocumentPreview> {
  const cycle = await loadCycle(act, file.cycle);
  const corrections = new Map(file.lines.map((each) => [each.line, each]));
  const kinds = file.lines.flatMap(({ line, kind }) => (kind ? [[line, kind] as const] : []));
  const document = parseOkrDocument(file.text, new Map(kinds));
  refuseTooMuch(document);
  const teams = await teamsFound(act, document, file.teams);
  const byLine = new Map(teams.map(({ line, team }) => [line, team]));
  const here = new Map((await teamsOf(act)).map(({ id, name }) => [plainName(name), id]));
  const around: Around = {
    ...{ act, cycle, corrections, people: await peopleFinder(act) },
    teamOf: ({ team, owner }) =>
      (team === undefined ? undefined : byLine.get(team)) ?? (owner && here.get(plainName(owner))) ?? null,
  };
  const known = await knownIn(act, cycle.id);
  const objectives = merged(document.objectives.map((each) => objectiveOf(around, each, known)));
  return {
    cycle: { id: cycle.id, name: cycle.name, state: cycle.state },
    namedCycle: document.cycle ?? null,
    ...{ lines: document.lines, teams, objectives, counts: counted(document, objectives) },
    fault:
      cycle.state === 'planning'
        ? null
        : `${cycle.name} is ${cycle.state}: a document is read into a cycle that is being planned.`,
  };
}

function refuseTooMuch({ objectives }: OkrDocument): void {
  const keyResults = objectives.reduce((sum, each) => sum + each.keyResults.length, 0);
  if (objectives.length > most.objectives || keyResults > most.keyResults)
    throw new Refused(
      'invalid',
      `The document has ${objectives.length} objectives and ${keyResults} key results; ${most.objectives} and ${most.keyResults} are read at once: cut it in two.`,
      'text',
    );
}

async function knownIn(act: Act, cycle: string): Promise<Map<string, There>> {
  const rows = (await listObjectives(act.tx, act.organisation.id, { cycle, dropped: false })).filter((row) =>
    maySee(act, row),
  );
  const known = new Map<string, There>();
  if (rows.length === 0) return known;
  const keyResults = Map.groupBy(
    await keyResultsOf(
      act.tx,
      act.organisation.id,
      rows.map(({ id }) => id),
    ),
    ({ objective }) => objective,
  );
  for (const { id, title, team } of rows)
    known.set(titleKey(title, team), {
      id,
      keyResults: new Map((keyResults.get(id) ?? []).map((each) => [plainName(each.title), each.id])),
    });
  return known;
}

function objectiveOf(
  around: Around,
  objective: DocumentObjective,
  known: ReadonlyMap<string, There>,
): PreviewedObjective {
  const title = titleOf(around, objective);
  const team = around.teamOf(objective);
  const there = known.get(titleKey(title, team));
  const keyResults = objective.keyResults.map((each) => keyResultOf(around, each, title, there));
  const set = checkOkrSet({
    objective: title,
    keyResults: keyResults.map((each) => each.title),
    period: around.cycle.name,
  });
  const { act } = around;
  const owner = ownerOf(around, objective);
  // Whose goals a person may not write becomes theirs to hand over, and the document's name stays in the words.
  const isMine = owner?.person && !may(act.who, 'write', { owner: owner.person, team });
  return {
    ...{ line: objective.line, title, team },
    owner: isMine ? { ...owner, person: null } : owner,
    why: reasonOf(objective, title),
    outcomes: objective.outcomes,
    exists: there?.id ?? null,
    findings: set
      .filter(({ of }) => of === 'objective' || of === 'set')
      .map(({ text: _, of: _of, ...found }) => shown(found, title)),
    keyResults,
  };
}

function keyResultOf(
  around: Around,
  keyResult: DocumentKeyResult,
  objective: string,
  there: There | undefined,
): PreviewedKeyResult {
  const { act, cycle, corrections } = around;
  const given = corrections.get(keyResult.line);
  const title = titleOf(around, keyResult);
  const guess = given?.title === undefined ? keyResult.guess : guessMeasure(title);
  const measure = (given?.measure ?? guess.measure) as Measure;
  const unit = given?.unit ?? guess.unit;
  const isDue =
    keyResult.deadline !== undefined &&
    keyResult.deadline >= cycle.starts &&
    keyResult.deadline <= cycle.ends;
  const deadline = isDue ? keyResult.deadline! : null;
  const promised = {
    title,
    measure,
    unit,
    weight: 1,
    deadline: deadline ?? cycle.ends,
    decimals: 2,
    plan: null,
  };
  return {
    ...{
      line: keyResult.line,
      title,
      measure,
      unit,
      deadline,
      outcomes: keyResult.outcomes,
      initiatives: keyResult.initiatives,
      decimals: decimalsOf(measure),
    },
    owner: ownerOf(around, keyResult),
    read: given?.measure ? ['as you set it'] : guess.read,
    score: keyResult.score ?? null,
    exists: there?.keyResults.get(plainName(title)) ?? null,
    fault: faultOf(() => refusePromise(promised, cycle, act.organisation.calendar)),
    findings: check({
      kind: 'key_result',
      text: title,
      objective,
      period: cycle.name,
      hasInitiative: keyResult.initiatives.length > 0,
    }).map((found) => shown(found, title)),
  };
}

function titleOf({ corrections }: Around, { line, title }: { line: number; title: string }): string {
  return corrections.get(line)?.title ?? shortTitle(title);
}

function ownerOf({ people }: Around, { owner, line }: { owner: string | undefined; line: number }) {
  return owner === undefined ? null : { text: owner, person: people.find(owner, line) };
}

function faultOf(promise: () => void): string | null {
  try {
    promise();
    return null;
  } catch (fault) {
    if (fault instanceof Refused) return fault.message;
    throw fault;
  }
}

function shown({ at, rule, severity, message, repair }: Finding, text: string) {
  return { rule, severity, quote: text.slice(at.from, at.to), message, repair: repair ?? null };
}
