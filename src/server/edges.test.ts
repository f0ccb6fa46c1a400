import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#app/id.ts';
import { plain } from '#cli/table.ts';
import { type Name, operations } from '#contract/index.ts';
import type { Refusal } from '#contract/refused.ts';
import { isKnownKind } from '#contract/stale.ts';
import { roles } from '#domain/access.ts';
import { type TestApp, testApp } from '../../test/app.ts';
import { type Edge, edges } from '../../test/edges.ts';
import type { Scene, Someone, Step } from '../../test/examples/step.ts';
import { founding, steps } from '../../test/examples/walk.ts';
import { idsIn, idsOf, invalidFor, replaced } from '../../test/examples/wrong.ts';
import { type MadeOrganisation, type MadePerson, makeOrganisation, makePerson } from '../../test/make.ts';

type People = Record<Exclude<Someone, 'nobody'>, MadePerson>;
type Walker = { app: TestApp; scene: Scene; people: People };

const direct = edges.get('the client')!;

async function peopled(app: TestApp, organisation: string): Promise<People> {
  const made = (role: Exclude<Someone, 'nobody'>, name: string) =>
    makePerson(app, { id: organisation }, { role, name, email: `${role}.${organisation}@example.org` });
  return {
    owner: await made('owner', 'Olga Owner'),
    admin: await made('admin', 'Adam Admin'),
    member: await made('member', 'Mia Member'),
    viewer: await made('viewer', 'Vera Viewer'),
  };
}

function sceneOf(people: People | MadeOrganisation, organisation: string): Scene {
  const { owner, admin, member, viewer } = people;
  return { organisation, owner: owner.id, admin: admin.id, member: member.id, viewer: viewer.id };
}

const tokenOf = ({ people }: Pick<Walker, 'people'>, someone: Someone, scope: 'read' | 'write' = 'write') =>
  someone === 'nobody' ? undefined : people[someone].tokens[scope];

/** Does one step at an edge, and gives its answer without what differs by chance. */
async function taken(walker: Walker, edge: Edge, step: Step): Promise<unknown> {
  const input = step.input(walker.scene) as Record<string, unknown>;
  const outcome = await edge(walker.app, tokenOf(walker, step.as), step.name, input);
  assert.ok('answer' in outcome, `${step.name}: ${JSON.stringify(outcome)} for ${JSON.stringify(input)}`);
  Object.assign(walker.scene, step.keep(outcome.answer as never));
  await step.meanwhile(walker.app);
  const comparable = named(outcome.answer, walker.scene);
  return step.unordered ? sorted(comparable) : comparable;
}

/** An answer with the names of the ids that the walk knows, and without secrets, digests and other ids. */
function named(answer: unknown, scene: Scene): unknown {
  const names = new Map(Object.entries(scene).map(([name, id]) => [id, `<${name}>`]));
  const text = JSON.stringify(answer)
    .replaceAll(/\btnd_[\w-]+|[\da-f]{32}-[\da-f]{32}-[\w-]{43}|\b[\da-f]{64}\b/g, '<secret>')
    .replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, (id) => names.get(id) ?? '<id>');
  return JSON.parse(text);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, sorted(each)]));
}

type Said = { code: string; message: string };

/** What all edges answer alike: the refusal, or nothing when the operation was done. */
async function said(
  walker: Walker,
  token: string | undefined,
  name: Name,
  input: Record<string, unknown>,
  why: string,
): Promise<Said | undefined> {
  const all: (Said | undefined)[] = [];
  for (const edge of edges.values()) {
    const outcome = await edge(walker.app, token, name, input);
    all.push(
      'refused' in outcome
        ? { code: outcome.refused.code, message: plain(outcome.refused.message) }
        : undefined,
    );
  }
  for (const each of all.slice(1)) assert.deepEqual(each, all[0], `${name}, ${why}: the edges differ`);
  return all[0];
}

test('every operation has an example, and every field for an id is filled in one of them', () => {
  const all = [...founding, ...steps];
  const shown = new Set(all.map(({ name }) => name));
  const missing = [...operations.keys()].filter((name) => !shown.has(name));
  assert.deepEqual(missing, [], 'add a step to test/examples for each of these');
  const scene = new Proxy({}, { get: () => newId() }) as Scene;
  const unfilled = [...operations].flatMap(([name, { input }]) => {
    const filled = new Set(
      all
        .filter((step) => step.name === name)
        .flatMap((step) => idsIn(step.input(scene)).map(({ path }) => path)),
    );
    return idsOf(input)
      .filter((path) => !filled.has(path))
      .map((path) => `${name} ${path}`);
  });
  assert.deepEqual(unfilled, [], 'give these fields an id in a step of test/examples');
});

test('REST, the client, the command line and an assistant give the same answers', async (t) => {
  const walks = new Map<string, unknown[]>();
  for (const [name, edge] of edges) {
    const app = await testApp(t);
    const walker: Walker = { app, scene: {}, people: {} as People };
    const answers: unknown[] = [];
    for (const step of founding) answers.push(await taken(walker, edge, step));
    walker.people = await peopled(app, walker.scene.organisation!);
    Object.assign(walker.scene, sceneOf(walker.people, walker.scene.organisation!));
    for (const step of steps) answers.push(await taken(walker, edge, step));
    walks.set(name, answers);
    const { rows } = await app.database.owner.query<{ kind: string }>('select distinct kind from audit');
    const unknown = rows.filter(({ kind }) => !isKnownKind(kind));
    assert.deepEqual(unknown, [], 'src/contract/stale.ts does not say what these make stale');
    assert.deepEqual(
      app.logged.filter(({ bug }) => bug),
      [],
    );
  }
  const [wanted, ...compared] = [...walks];
  [...founding, ...steps].forEach((step, index) => {
    for (const [name, answers] of compared)
      assert.deepEqual(answers[index], wanted![1][index], `${step.name} answers otherwise through ${name}`);
  });
});

/** The refusals that a step meets for reasons that have nothing to do with what it names. */
async function refusalsAtTheDoor(walker: Walker, step: Step, input: Record<string, unknown>): Promise<void> {
  const { access, writes } = operations.get(step.name)!;
  const expect = async (
    token: string | undefined,
    given: Record<string, unknown>,
    code: Refusal,
    why: string,
  ) => assert.equal((await said(walker, token, step.name, given, why))?.code, code, `${step.name}, ${why}`);
  const wrong = invalidFor(step.name, input);
  if (wrong) await expect(tokenOf(walker, step.as), wrong, 'invalid', 'something that cannot be read');
  if (access === 'anyone') return;
  await expect(undefined, input, 'not_signed_in', 'nobody');
  await expect('tnd_nonsense', input, 'not_signed_in', 'a token that is none');
  const below = roles[roles.indexOf(access) + 1];
  if (below) await expect(tokenOf(walker, below), input, 'forbidden', `the role ${below}`);
  if (writes)
    await expect(tokenOf(walker, step.as, 'read'), input, 'forbidden', 'a token that may only read');
}

/** Puts the ids of another organisation, and ids of nothing at all, in each place of a step's input. */
async function strangersIds(
  walker: Walker,
  other: Walker,
  step: Step,
  input: Record<string, unknown>,
): Promise<void> {
  const theirs = new Map(Object.entries(walker.scene).map(([name, id]) => [id, other.scene[name]!]));
  for (const { path, id } of idsIn(input)) {
    const stranger = theirs.get(id)!;
    // Of the same moment, because lists go on after an id by its place in time.
    const nothing = stranger?.replace(/..$/, (end) => (end === '00' ? '11' : '00'));
    assert.ok(stranger, `${step.name}: the other organisation has nothing in the place of ${path}`);
    const answers: unknown[] = [];
    for (const wrong of [stranger, nothing]) {
      const given = replaced(input, path, wrong);
      const why = `${wrong === nothing ? 'an unknown id' : "another organisation's id"} in ${path}`;
      const refusal = await said(walker, tokenOf(walker, step.as), step.name, given, why);
      if (refusal) assert.equal(refusal.code, 'not_found', `${step.name}, ${why}: ${refusal.message}`);
      else assert.equal(operations.get(step.name)!.writes, false, `${step.name}, ${why}: it was done`);
      const outcome = await direct(walker.app, tokenOf(walker, step.as), step.name, given);
      answers.push(JSON.parse(JSON.stringify(outcome).replaceAll(wrong, '<id>')));
    }
    assert.deepEqual(
      answers[0],
      answers[1],
      `${step.name}, ${path}: an id of others is told from one of nobody`,
    );
  }
}

test('who may not come in, and the ids of others, are refused alike at every edge and change nothing', async (t) => {
  const app = await testApp(t);
  const walkers: Walker[] = [];
  for (const name of ['acme', 'other']) {
    const { id } = await makeOrganisation(app, name);
    const people = await peopled(app, id);
    walkers.push({ app, people, scene: sceneOf(people, id) });
  }
  const [walker, other] = walkers as [Walker, Walker];
  const audited = async () =>
    Number((await app.database.owner.query('select count(*) from audit')).rows[0].count);
  for (const step of steps) {
    const before = await audited();
    const input = step.input(walker.scene) as Record<string, unknown>;
    await refusalsAtTheDoor(walker, step, input);
    await strangersIds(walker, other, step, input);
    assert.equal(
      await audited(),
      before,
      `${step.name}: something that was refused left an entry in the audit log`,
    );
    for (const each of walkers) await taken(each, direct, step);
  }
  assert.deepEqual(
    app.logged.filter(({ bug }) => bug),
    [],
  );
});
