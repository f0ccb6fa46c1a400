import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftOf, newDraft, typedWeight, written } from './objective-draft.ts';

const id = (last: number) => `00000000-0000-7000-8000-00000000000${last}`;

test('a draft that nobody touched writes what the objective was', () => {
  const objective = {
    id: id(1),
    title: 'Answer at once',
    why: 'Because waiting costs customers',
    owner: id(2),
    team: id(3),
    person: null,
    commitment: 'committed' as const,
    weight: 2,
    pillar: 'Service',
    parents: [{ objective: id(4), kind: 'supports' as const, weight: 0.5 }],
    improves: [{ id: id(5), key: 'csat', name: 'CSAT' }],
    gapKpi: null,
    privateTo: { people: [id(6)], teams: [] },
    state: 'draft' as const,
    dropReason: null,
    hiddenParents: 0,
    progress: null,
    score: null,
    health: null,
    counts: { outdated: 0, 'off track': 0, behind: 0, 'on track': 0, none: 0 },
    createdAt: '2026-01-01T00:00:00Z',
  };
  const { title, why, owner, team, person, commitment, weight, pillar, parents, privateTo } = objective;
  assert.deepEqual(written(draftOf(objective)), {
    ...{ title, why, owner, team, person, commitment, weight, pillar, parents, privateTo },
    improves: [id(5)],
  });
});

test('a new objective is the whole organisation’s, and a parent that was not chosen is left out', () => {
  const draft = {
    ...newDraft(id(2)),
    title: 'New',
    parents: [{ objective: null, kind: 'supports' as const, weight: '1' }],
  };
  const sent = written(draft);
  assert.deepEqual([sent.team, sent.person, sent.parents, sent.privateTo], [null, null, [], null]);
});

test('a scope that was chosen and left again sends only the last one', () => {
  const sent = written({ ...newDraft(null), scope: 'person', team: id(3), person: id(2) });
  assert.deepEqual([sent.team, sent.person], [null, id(2)]);
});

test('weights take a decimal comma, and nothing typed counts once', () => {
  assert.equal(typedWeight('0,5'), 0.5);
  assert.equal(typedWeight(' '), 1);
  assert.ok(Number.isNaN(typedWeight('much')));
});
