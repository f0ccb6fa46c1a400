import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { alignmentFindings, companyTeam, type Placed } from './orphans.ts';

const placed = (id: string, more: Partial<Placed> = {}): Placed => ({
  id,
  team: null,
  person: null,
  keyResults: 2,
  ...more,
});
const link = (child: string, parent: string, kind: 'contributes to' | 'supports' = 'contributes to') => ({
  ...{ child, parent, kind },
});
const kinds = (objectives: readonly Placed[], links: ReturnType<typeof link>[], company?: string) =>
  Object.fromEntries(
    [...alignmentFindings(objectives, { links, company })].map(([id, found]) => [
      id,
      found.map(({ kind }) => kind),
    ]),
  );

const cases: [name: string, objectives: Placed[], links: ReturnType<typeof link>[], found: object][] = [
  ['an organisation alone lacks nothing', [placed('top'), placed('other')], [], {}],
  [
    'a team below the organisation lacks nothing',
    [placed('top'), placed('t', { team: 'x' })],
    [link('t', 'top')],
    {},
  ],
  [
    'a supporter is no orphan either',
    [placed('top'), placed('t', { team: 'x' })],
    [link('t', 'top', 'supports')],
    {},
  ],
  [
    'a team that hangs below nothing is an orphan, and what nobody works on is unsupported',
    [placed('top'), placed('t', { team: 'x' })],
    [],
    { top: ['unsupported'], t: ['orphan'] },
  ],
  [
    'a person hangs below something too',
    [placed('top'), placed('t', { team: 'x' }), placed('p', { person: 'mia' })],
    [link('t', 'top')],
    { p: ['orphan'] },
  ],
  ['a parent of another cycle is a parent', [placed('t', { team: 'x' })], [link('t', 'a year')], {}],
  [
    'no key result and nothing below: nothing can move it',
    [placed('top', { keyResults: 0 })],
    [],
    { top: ['unsupported'] },
  ],
  [
    'what only supports does not move it',
    [placed('top', { keyResults: 0 }), placed('t', { team: 'x' })],
    [link('t', 'top', 'supports')],
    { top: ['unsupported'] },
  ],
  [
    'what contributes moves it',
    [placed('top', { keyResults: 0 }), placed('t', { team: 'x' })],
    [link('t', 'top')],
    {},
  ],
  [
    'a team without key results above nothing has both',
    [placed('t', { team: 'x', keyResults: 0 })],
    [],
    { t: ['orphan', 'unsupported'] },
  ],
];

for (const [name, objectives, links, found] of cases)
  test(name, () => assert.deepEqual(kinds(objectives, links), found));

test('the objectives of the team above all others are the organisation’s', () => {
  const objectives = [placed('top', { team: 'company' }), placed('t', { team: 'x' })];
  assert.deepEqual(kinds(objectives, [link('t', 'top')], 'company'), {});
  assert.deepEqual(kinds(objectives, [link('t', 'top')]), { top: ['orphan'] });
});

test('an orphan without any objective of the organisation is told so', () => {
  const [finding] = alignmentFindings([placed('t', { team: 'x' })], { links: [], company: undefined }).get(
    't',
  )!;
  assert.match(finding!.sentence, /the organisation has no objective in this cycle/);
});

test('the company is the one team above all others', () => {
  const team = (id: string, parent: string | null = null) => ({ id, parent });
  assert.equal(companyTeam([team('a'), team('b', 'a'), team('c', 'b')]), 'a');
  assert.equal(companyTeam([team('a'), team('b')]), undefined);
  assert.equal(companyTeam([team('a')]), undefined);
  assert.equal(companyTeam([]), undefined);
});

test('a link more never makes an orphan more, and no objective of the organisation is one', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const some = fc.record({
    objectives: fc.constant(
      ids.map((id, at) =>
        placed(id, { team: at % 2 ? 'x' : null, person: at === 4 ? 'mia' : null, keyResults: at % 3 }),
      ),
    ),
    pairs: fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.boolean()), { maxLength: 8 }),
  });
  fc.assert(
    fc.property(some, ({ objectives, pairs }) => {
      const links = pairs
        .filter(([a, b]) => a > b)
        .map(([a, b, counts]) => link(ids[a]!, ids[b]!, counts ? 'contributes to' : 'supports'));
      const orphans = (from: typeof links) =>
        Object.entries(kinds(objectives, from)).flatMap(([id, found]) =>
          found.includes('orphan') ? [id] : [],
        );
      const all = orphans(links);
      for (const id of all)
        assert.ok(objectives.some((each) => each.id === id && (each.team ?? each.person)));
      for (const id of all) assert.ok(orphans(links.slice(1)).includes(id));
    }),
  );
});
