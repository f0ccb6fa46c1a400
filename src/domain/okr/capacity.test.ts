import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LastTime, type PersonLoad, personAdvice, type TeamLoad, teamAdvice } from './capacity.ts';

const none: LastTime = { objectives: 0, keyResults: 0, graded: 0, reached: 0 };
const team = (part: Partial<TeamLoad>): TeamLoad => ({
  ...{ objectives: 4, keyResults: 12, thin: 0, crowded: 0, last: none },
  ...part,
});
const person = (part: Partial<PersonLoad>): PersonLoad => ({
  ...{ objectives: 1, keyResults: 3, teams: 1, last: none },
  ...part,
});

test('a plan of the usual size needs no advice', () => {
  for (const objectives of [1, 3, 5]) assert.deepEqual(teamAdvice(team({ objectives })), []);
  assert.deepEqual(personAdvice(person({})), []);
});

test('more than five objectives are said to be many, with the number', () => {
  assert.deepEqual(teamAdvice(team({ objectives: 7 })), [
    '7 objectives, where 3 to 5 are usual. Which 5 decide it?',
  ]);
});

test('objectives with too few and with too many key results are counted', () => {
  assert.deepEqual(
    teamAdvice(team({ thin: 1, crowded: 2 })).map((each) => each.split(':')[0]),
    ['1 objective with fewer than 2 key results', '2 objectives with more than 5 key results'],
  );
});

test('a team that has drafted nothing gets no advice: it has not begun', () => {
  const empty = { objectives: 0, keyResults: 0 };
  assert.deepEqual(teamAdvice(team(empty)), []);
  assert.deepEqual(teamAdvice(team({ ...empty, last: { ...none, objectives: 1 } })), []);
});

test('what was reached last time is held against what is drafted now', () => {
  const last = { objectives: 4, keyResults: 12, graded: 11, reached: 4 };
  assert.deepEqual(teamAdvice(team({ keyResults: 15, last })), [
    'Last time 4 of 11 key results were reached, and 15 are drafted now.',
  ]);
  assert.deepEqual(teamAdvice(team({ keyResults: 6, last })), [], 'fewer is the answer');
  assert.deepEqual(
    teamAdvice(team({ keyResults: 15, last: { ...last, reached: 6 } })),
    [],
    'most were reached',
  );
  assert.deepEqual(
    teamAdvice(team({ keyResults: 15, last: { ...last, graded: 2, reached: 0 } })),
    [],
    'two tell nothing',
  );
});

test('a person hears how much they carry, and across how many teams', () => {
  assert.match(
    personAdvice(person({ keyResults: 11, teams: 3 }))[0]!,
    /^Answers for 11 key results in 3 teams/,
  );
  assert.match(personAdvice(person({ keyResults: 12 }))[0]!, /^Answers for 12 key results: about 10/);
  assert.match(personAdvice(person({ keyResults: 6, teams: 3 }))[0]!, /in 3 teams/);
  assert.match(personAdvice(person({ objectives: 6 }))[0]!, /^Owns 6 objectives/);
});
