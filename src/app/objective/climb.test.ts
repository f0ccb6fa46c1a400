import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forestProgress } from '#domain/okr/alignment.ts';
import { type TestApp, testApp } from '../../../test/app.ts';
import { type MadeOrganisation, type MadePerson, makeOrganisation, makePerson } from '../../../test/make.ts';
import { makeObjective, makeQuarter, moves } from '../../../test/make-okr.ts';

const now = '2026-02-06T09:00:00.000Z';
const levels = [1, 3, 8, 18, 40];
const bursts = 6;

test('50 people who write at once into one tree of five levels leave every objective as a computation from scratch finds it', async (t) => {
  const app = await testApp(t, { now });
  const acme = await makeOrganisation(app);
  const cycle = await makeQuarter(app, acme);
  const tree = await makeTree(app, acme, cycle);
  await app.as(acme.admin)('cycles.activate', { cycle });
  const people = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      makePerson(app, acme, { role: 'admin', name: `Writer ${index}` }),
    ),
  );
  let [writes, compared] = [0, 0];
  // After every burst, because the next write to an objective would mend what the last one left wrong.
  for (let burst = 0; burst < bursts; burst += 1) {
    await Promise.all(people.map((person, index) => write(app, person, tree, burst * people.length + index)));
    writes += people.length;
    const found = await differences(app, acme);
    assert.deepEqual(found.different, [], `burst ${burst}`);
    compared += found.objectives;
  }
  const { objectives, known } = await differences(app, acme);
  assert.ok(objectives === 70 && compared === 70 * bursts);
  assert.ok(known > 60, `nearly every objective has come to a progress, not ${known}`);
  t.diagnostic(`compared ${compared} times an objective after ${writes} writes, 50 at once`);
});

type Tree = { levels: string[][]; keyResults: string[] };

// Each objective contributes to one to three of the level above; a few only support, which must not count.
async function makeTree(app: TestApp, { admin }: MadeOrganisation, cycle: string): Promise<Tree> {
  const made: Tree = { levels: [], keyResults: [] };
  for (const [level, size] of levels.entries()) {
    const above = made.levels.at(-1) ?? [];
    const ids: string[] = [];
    for (let place = 0; place < size; place += 1) {
      const parents = [0, 3, 7].slice(0, 1 + (place % 3)).map((step) => above[(place + step) % above.length]);
      const { id, keyResults } = await makeObjective(app, admin, cycle, {
        title: `Objective ${level}.${place}`,
        parents: [...new Set(parents.filter((parent) => parent !== undefined))].map((objective, index) => ({
          objective,
          kind: index === 2 ? 'supports' : 'contributes to',
          weight: 1 + ((place + index) % 4),
        })),
        keyResults:
          place % 2 === 0 || level === levels.length - 1 ? [moves('one'), moves('two', { weight: 2 })] : [],
      });
      ids.push(id);
      made.keyResults.push(...keyResults);
    }
    made.levels.push(ids);
  }
  return made;
}

// Mostly check-ins; now and then several at once, another weight, other parents, another key result, or one dropped.
async function write(app: TestApp, person: MadePerson, tree: Tree, turn: number): Promise<void> {
  const call = app.as(person);
  const keyResult = (step: number) => tree.keyResults[(turn * 7 + step) % tree.keyResults.length]!;
  const checkIn = (step: number) => ({
    keyResult: keyResult(step),
    report: { kind: 'value' as const, value: ((turn * 13 + step * 29) % 140) - 20 },
    confidence: turn % 11,
  });
  if (turn % 17 === 3)
    await call('keyResults.change', {
      keyResult: keyResult(0),
      weight: 1 + (turn % 5),
      reason: 'it matters more',
    });
  else if (turn % 17 === 7)
    await call('checkIns.recordMany', { checkIns: [checkIn(0), checkIn(11), checkIn(23)] });
  else if (turn % 17 === 11) {
    const [child, parent] = [tree.levels[4]![turn % 40]!, tree.levels[3]![(turn * 5) % 18]!];
    await call('objectives.change', { objective: child, parents: [{ objective: parent, weight: 3 }] });
  } else if (turn % 17 === 14)
    await call('keyResults.create', { objective: tree.levels[turn % 5]![0]!, ...moves(`more ${turn}`) });
  else await call('checkIns.record', checkIn(0));
}

async function differences(app: TestApp, { id }: MadeOrganisation) {
  const { owner } = app.database;
  const objectives = await owner.query<{ id: string; title: string; progress: number | null }>(
    'select id, title, progress from objective where organisation = $1',
    [id],
  );
  const keyResults = await owner.query<{ objective: string; progress: number | null; weight: number }>(
    'select objective, progress, weight from key_result where organisation = $1 and dropped_at is null',
    [id],
  );
  const links = await owner.query<{ child: string; parent: string; weight: number }>(
    "select objective as child, parent, weight from objective_parent where organisation = $1 and kind = 'contributes to'",
    [id],
  );
  const expected = forestProgress(
    objectives.rows.map((row) => row.id),
    keyResults.rows.map((row) => ({ ...row, progress: row.progress ?? undefined })),
    links.rows,
  );
  const different = objectives.rows.filter(({ id: each, progress }) => {
    const right = expected.get(each);
    if (progress === null || right === undefined) return progress !== null || right !== undefined;
    return Math.abs(progress - right) > 1e-9;
  });
  return {
    objectives: objectives.rows.length,
    known: [...expected.values()].filter((each) => each !== undefined).length,
    different: different.map(({ title, progress, id: each }) => ({
      title,
      stored: progress,
      right: expected.get(each),
    })),
  };
}
