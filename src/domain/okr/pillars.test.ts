import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { servedPillars, withoutPillar } from './pillars.ts';

const objective = (id: string, pillar: string | null = null) => ({ id, pillar });
const link = (child: string, parent: string) => ({ child, parent });

test('an objective serves its own pillar, or else those of what it hangs below', () => {
  const objectives = [
    objective('year', 'Riders'),
    objective('cost', 'Money'),
    objective('team'),
    objective('person'),
    objective('own', 'People'),
    objective('both'),
    objective('alone'),
  ];
  const links = [
    link('team', 'year'),
    link('person', 'team'),
    link('own', 'year'),
    link('both', 'own'),
    link('both', 'cost'),
    link('alone', 'not here'),
  ];
  const served = servedPillars(objectives, links);
  assert.deepEqual(
    [...served].map(([id, pillars]) => [id, [...pillars].sort()]),
    [
      ['year', ['Riders']],
      ['cost', ['Money']],
      ['team', ['Riders']],
      ['person', ['Riders']],
      ['own', ['People']],
      ['both', ['Money', 'People']],
      ['alone', []],
    ],
  );
});

test('the order in which objectives are given changes nothing', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const links = ids.flatMap((child, at) =>
    ids
      .slice(0, at)
      .filter((_, above) => (at + above) % 2 === 0)
      .map((parent) => link(child, parent)),
  );
  const objectives = ids.map((id, at) => objective(id, at % 3 === 0 ? `pillar ${at}` : null));
  const told = (from: typeof objectives) =>
    Object.fromEntries([...servedPillars(from, links)].map(([id, pillars]) => [id, [...pillars].sort()]));
  fc.assert(
    fc.property(fc.shuffledSubarray(objectives, { minLength: objectives.length }), (shuffled) => {
      assert.deepEqual(told(shuffled), told(objectives));
    }),
  );
});

test('what carries no pillar is told as people say it', () => {
  assert.equal(withoutPillar(12, 3), '12 KPIs and 3 objectives carry no pillar.');
  assert.equal(withoutPillar(1, 0), '1 KPI carries no pillar.');
  assert.equal(withoutPillar(0, 2), '2 objectives carry no pillar.');
  assert.equal(withoutPillar(1, 1), '1 KPI and 1 objective carry no pillar.');
  assert.equal(withoutPillar(0, 0), 'Every KPI and every objective serves a pillar.');
});
