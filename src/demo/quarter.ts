import { addDays } from '#domain/time/day.ts';
import type { Cast, PersonKey } from './cast.ts';
import type { KeyResultPlay, ObjectivePlay } from './goal.ts';
import type { Stage } from './stage.ts';
import { mondays, type Quarter, type Times } from './times.ts';

type Running = { id: string; play: KeyResultPlay };

/** A quarter on the stage: its cycle is planned before it begins, and its id is known from then on. */
export type PlayedQuarter = { cycle?: string; running: Running[] };

/** Plays a quarter: planning, activation, weekly check-ins, and with `next` grading and close. */
export function playQuarter(
  stage: Stage,
  cast: Cast,
  times: Times,
  { quarter, goals, next }: { quarter: Quarter; goals: readonly ObjectivePlay[]; next?: PlayedQuarter },
): PlayedQuarter {
  const played: PlayedQuarter = { running: [] };
  const bruno = stage.as(cast.bruno);
  stage.on(addDays(quarter.starts, -14), 9, async () => {
    played.cycle = (await bruno('cycles.create', { kind: 'quarter', starts: quarter.starts })).id;
  });
  stage.on(addDays(quarter.starts, -7), 9, () => write(stage, cast, goals, played));
  // The last quarter is graded and closed in its first days: only then does this one begin.
  stage.on(addDays(quarter.starts, 2), 15, () => bruno('cycles.activate', { cycle: played.cycle! }));
  const until = [quarter.ends, times.today].sort()[0]!;
  const weeks = mondays(addDays(quarter.starts, 3), until);
  for (const [week, day] of weeks.entries()) stage.on(day, 8, () => checkIn(stage, cast, played, day, week));
  if (next) closeQuarter(stage, cast, quarter, played, next);
  return played;
}

async function write(
  stage: Stage,
  cast: Cast,
  goals: readonly ObjectivePlay[],
  played: PlayedQuarter,
): Promise<void> {
  const written = new Map<string, string>();
  for (const { owner, team, parent, privateTo, keyResults, ...words } of goals) {
    const does = stage.as(cast[owner]);
    const { id } = await does('objectives.create', {
      ...words,
      cycle: played.cycle!,
      team: cast.teams[team],
      parents: parent ? [{ objective: written.get(parent)!, kind: 'contributes to' }] : [],
      privateTo: privateTo ? { people: privateTo.map((key) => cast[key].id), teams: [] } : null,
      keyResults: keyResults.map((play) => draftOf(play, cast)),
    });
    written.set(words.title, id);
    const { keyResults: made } = await does('objectives.find', { objective: id });
    for (const [index, each] of made.entries())
      played.running.push({ id: each.id, play: keyResults[index]! });
  }
}

function draftOf(play: KeyResultPlay, cast: Cast) {
  const { owner, confidence: _, stops: __, report: ___, words: ____, grade: _____, ...draft } = play;
  return { ...draft, owner: cast[owner].id };
}

async function checkIn(
  stage: Stage,
  cast: Cast,
  { running }: PlayedQuarter,
  day: string,
  week: number,
): Promise<void> {
  const due = running.filter(({ play }) => !play.stops || week < play.confidence.length);
  for (const [owner, own] of Map.groupBy(due, ({ play }) => play.owner))
    await stage.as(cast[owner as PersonKey])('checkIns.recordMany', {
      checkIns: own.map(({ id, play }) => ({
        keyResult: id,
        day,
        confidence: play.confidence[week] ?? play.confidence.at(-1)!,
        ...(play.report && { report: play.report(day, week + 1) }),
        ...play.words?.[week],
      })),
    });
}

function closeQuarter(
  stage: Stage,
  cast: Cast,
  { ends }: Quarter,
  played: PlayedQuarter,
  next: PlayedQuarter,
): void {
  const bruno = stage.as(cast.bruno);
  stage.on(addDays(ends, 1), 9, () => bruno('cycles.startGrading', { cycle: played.cycle! }));
  stage.on(addDays(ends, 2), 10, () => grade(stage, cast, played, next));
  stage.on(addDays(ends, 2), 16, () => bruno('cycles.close', { cycle: played.cycle! }));
}

async function grade(stage: Stage, cast: Cast, played: PlayedQuarter, next: PlayedQuarter): Promise<void> {
  const { objectives } = await stage.as(cast.bruno)('grades.list', { cycle: played.cycle! });
  const sheets = new Map(
    objectives.flatMap(({ keyResults }) => keyResults).map((each) => [each.keyResult.id, each]),
  );
  for (const { id, play } of played.running) {
    if (!play.grade) continue;
    const { score, carries, explanation, ...verdict } = play.grade;
    const sheet = sheets.get(id)!;
    const needs = sheet.asks.includes('explanation') || sheet.asks.includes('learnt');
    await stage.as(cast[play.owner])('grades.record', {
      keyResult: id,
      score: score ?? sheet.suggested ?? 0,
      ...verdict,
      ...(needs && explanation !== undefined && { explanation }),
      ...(carries && { carryInto: next.cycle! }),
    });
  }
}
