import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hashOf, tokenParts } from '#app/people/secret.ts';
import { perform } from '#app/perform.ts';
import { type Input, type Name, operations } from '#contract/index.ts';
import { carriesBody, pathFields } from '#contract/operation.ts';
import { Refused, refusals } from '#contract/refused.ts';
import { type TestApp, testApp } from '../../test/app.ts';
import { inputsFor, type Known } from '../../test/arbitrary.ts';
import { feedPlace } from '../../test/examples/feed.ts';
import type { Scene } from '../../test/examples/step.ts';
import { steps } from '../../test/examples/walk.ts';
import { type MadeOrganisation, makeOrganisation } from '../../test/make.ts';

const feedTracker = `http://${feedPlace}`;
const feedIssue = `${feedTracker}/acme/app/-/issues/7`;
const feedAddress = `http://${feedPlace}/handling`;

/** A walk through everything, so that there are things of every kind and in every state. */
async function lived(app: TestApp, acme: MadeOrganisation): Promise<Scene> {
  const { id, owner, admin, member, viewer } = acme;
  const scene: Scene = {
    organisation: id,
    owner: owner.id,
    admin: admin.id,
    member: member.id,
    viewer: viewer.id,
  };
  for (const step of steps) {
    const person = step.as === 'nobody' ? undefined : acme[step.as];
    Object.assign(scene, step.keep((await app.as(person)(step.name, step.input(scene))) as never));
    await step.meanwhile(app);
  }
  const call = app.as(admin);
  const open = { cycle: scene.next!, owner: member.id };
  const measures = [
    { kind: 'move', baseline: 0, target: 10 },
    { kind: 'hold', bound: 'at least', level: 4, run: 2, cadence: 'monthly' },
    { kind: 'hit rate', planned: 3, cadence: 'weekly' },
    { kind: 'milestones', steps: [{ id: 'x', title: 'One' }] },
    { kind: 'done' },
  ] satisfies Input<'keyResults.create'>['measure'][];
  const keyResults = measures.map((measure) => ({
    title: measure.kind as string,
    measure,
    owner: member.id,
  }));
  const { id: active } = await call('objectives.create', { ...open, title: 'Under way', keyResults });
  await call('cycles.activate', { cycle: scene.next! });
  for (const each of await call('keyResults.list', { cycle: scene.next! }))
    scene[`active ${each.title}`] = each.id;
  const { id: planned } = await call('cycles.create', { starts: '2026-07-01' });
  const { id: draft } = await call('objectives.create', { cycle: planned, title: 'Planned', keyResults });
  const { id: connector } = await call('connectors.create', {
    kpi: 'nps',
    config: { kind: 'http-json', url: feedAddress, period: 'month', value: 'minutes' },
  });
  const { id: tracker } = await call('trackers.create', { kind: 'gitlab', address: feedTracker });
  for (const [index, link] of [feedIssue, feedIssue, feedIssue, 'https://example.org/todo'].entries()) {
    const work = { keyResult: scene['active done']!, title: 'Work', link };
    scene[`work ${index}`] = (await call('initiatives.create', work)).id;
  }
  return { ...scene, active, planned, draft, connector, tracker };
}

/** Ids and keys that are there, by the fields that they go into; those of the other organisation may go anywhere. */
function knownOf(scene: Scene, strange: Scene): Known {
  const ids = (wanted: RegExp) =>
    Object.keys(scene)
      .filter((name) => wanted.test(name))
      .map((name) => scene[name]!);
  const kpis = [...ids(/^(csat|handling|calls|north)$/), 'csat', 'calls-north', 'nps'];
  const [people, teams] = [ids(/^(owner|admin|member|viewer|founder|invited)$/), ids(/^(team|field)$/)];
  const goals = ids(/^(objective|own|late|drafted|active|draft)$/);
  const periods = [
    '2025-06',
    '2025-12',
    '2026-01',
    '2026-02',
    '2026-02',
    '2026-03',
    '2026-01-01',
    '2026-W05',
  ];
  const days = ['2025-01-01', '2026-01-01', '2026-02-28', '2026-03-04', '2026-06-30'];
  return {
    any: [...Object.values(scene), ...Object.values(strange)],
    byField: {
      ...{
        kpi: kpis,
        kpis,
        parent: [...kpis, ...teams],
        counterMetrics: kpis,
        improves: kpis,
        guardrails: kpis,
        gapKpi: kpis,
      },
      ...{ owner: people, person: people, people, leads: people, team: [...teams, 'sales'], teams },
      ...{ objective: goals, keyResult: ids(/^(active |raised|reading|certified)/) },
      ...{ cycle: ids(/^(cycle|next|planned)$/), carryInto: ids(/^(next|planned)$/) },
      ...{ period: periods, from: [...periods, ...days], to: [...periods, ...days], day: days, until: days },
      ...{
        initiative: ids(/^work /),
        tracker: ids(/^tracker$/),
        address: [feedTracker, 'https://github.com'],
      },
      ...{ link: [...ids(/^link$/), feedIssue, 'https://linear.app/a/issue/A-1'], issue: [feedIssue] },
      ...{ connector: ids(/^connector$/), url: [feedAddress], host: [feedPlace, 'grafana.lan'] },
      ...{ phase: ids(/^phase$/), annotation: ids(/^annotation$/), token: ids(/^token$/) },
    },
  };
}

/** What is stored in every table, as one number for each. */
async function stored(app: TestApp, tables: readonly string[]): Promise<Record<string, string>> {
  const sums = tables.map(
    (table) =>
      `select '${table}' as name, coalesce(sum(hashtext(t::text)::bigint), 0)::text as sum from ${table} t`,
  );
  const { rows } = await app.database.owner.query<{ name: string; sum: string }>(sums.join(' union all '));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

async function tablesOf(app: TestApp): Promise<string[]> {
  const { rows } = await app.database.owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'auth') order by 1`,
  );
  // Attempts with a password are counted also when they fail.
  return rows.map(({ name }) => name).filter((name) => name !== 'auth.rate_limit');
}

type Attempt = { name: Name; who: string; input: unknown; door: 'rest' | 'perform' };
type Ended = 'done' | 'refused' | 'broken';

/** Tries an operation by REST, or at the door itself, which takes what JSON cannot carry. */
async function tried(
  app: TestApp,
  token: string | undefined,
  { name, input, door }: Attempt,
): Promise<Ended> {
  if (door === 'rest') return asked(app, token, name, input);
  const parts = token && tokenParts(token);
  const caller = parts
    ? ({
        kind: 'token',
        organisation: parts.organisation,
        id: parts.id,
        secretHash: hashOf(parts.secret),
      } as const)
    : ({ kind: 'nobody' } as const);
  try {
    await perform(app.tandem, caller, name, input);
    return 'done';
  } catch (fault) {
    if (fault instanceof Refused && fault.code !== 'bug' && fault.code !== 'unavailable') return 'refused';
    throw fault;
  }
}

async function asked(app: TestApp, token: string | undefined, name: Name, input: unknown): Promise<Ended> {
  const operation = operations.get(name)!;
  const fields = { ...(input as Record<string, unknown>) };
  const inPath = pathFields(operation.path);
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, field) => encoded(fields[field]));
  const rest = Object.entries(fields).filter(([field]) => !inPath.includes(field));
  const query = new URLSearchParams(rest.map(([field, value]) => [field, text(value)]));
  const answer = await app.server.request(`/api${path}${carriesBody(operation) ? '' : `?${query}`}`, {
    method: operation.method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(carriesBody(operation) && {
      body: JSON.stringify(isFields(input) ? Object.fromEntries(rest) : input) ?? '',
    }),
  });
  const body = (await answer.json()) as { error?: { code: keyof typeof refusals; message: string } };
  if (answer.ok) return 'done';
  assert.ok(body.error && refusals[body.error.code] === answer.status, JSON.stringify(body));
  return answer.status < 500 ? 'refused' : 'broken';
}

const isFields = (input: unknown) => typeof input === 'object' && input !== null && !Array.isArray(input);
const text = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
const encoded = (value: unknown) => encodeURIComponent(text(value).toWellFormed());

// A fuzz test that changes by itself fails on somebody else's change: FUZZ_SEED and FUZZ_SECONDS look further.
const seed = Number(process.env.FUZZ_SEED ?? 20_260_304);
const seconds = Number(process.env.FUZZ_SECONDS ?? 15);

test('whatever is sent, nothing breaks, and what is refused or only read leaves no trace', async (t) => {
  const app = await testApp(t);
  const [acme, other] = [await makeOrganisation(app), await makeOrganisation(app, 'other')];
  const [scene, strange] = [await lived(app, acme), await lived(app, other)];
  const known = knownOf(scene, strange);
  const tables = await tablesOf(app);
  assert.ok(tables.length > 20, tables.join(', '));
  const tokens: Record<string, string | undefined> = {
    ...Object.fromEntries(
      (['owner', 'admin', 'member', 'viewer'] as const).map((role) => [role, acme[role].tokens.write]),
    ),
    'admin, to read only': acme.admin.tokens.read,
    'admin of another organisation': other.admin.tokens.write,
    nobody: undefined,
  };
  const attempts = fc.constantFrom(...operations.keys()).chain((name) =>
    fc.record<Attempt>({
      name: fc.constant(name),
      who: fc.constantFrom('admin', 'admin', 'owner', 'member', ...Object.keys(tokens)),
      input: inputsFor(operations.get(name)!.input, known),
      door: fc.constantFrom('rest', 'perform'),
    }),
  );
  const counts = { done: 0, refused: 0, broken: 0 };
  const done = new Set<Name>();
  let before = await stored(app, tables);
  await fc.assert(
    fc.asyncProperty(attempts, async (attempt) => {
      const ended = await tried(app, tokens[attempt.who], attempt);
      counts[ended]++;
      if (ended === 'done') done.add(attempt.name);
      const bugs = app.logged.splice(0).filter(({ bug }) => bug);
      assert.deepEqual(bugs, []);
      assert.notEqual(ended, 'broken');
      if (ended === 'done' && endings.test(attempt.name)) await restore(app, [acme, other], scene);
      const after = await stored(app, tables);
      if (ended === 'refused' || !operations.get(attempt.name)!.writes)
        assert.deepEqual(after, before, `it was ${ended}`);
      before = after;
    }),
    {
      seed,
      numRuns: 100_000,
      interruptAfterTimeLimit: seconds * 1_000,
      markInterruptAsFailure: false,
      endOnFailure: true,
    },
  );
  const never = [...operations.keys()].filter((name) => !done.has(name));
  t.diagnostic(
    `${counts.done} operations were done, ${counts.refused} refused; never done: ${never.join(' ') || 'none'}`,
  );
  assert.ok(counts.done > 20 && counts.refused > 20, JSON.stringify(counts));
  assert.equal((await app.server.request('/healthz')).status, 200);
});

const endings =
  /^(people\.change|tokens\.revoke|kpis\.archive|cycles\.(activate|startGrading|close)|\w+\.drop)$/;

/** Undoes what ends things for good: otherwise everybody is soon locked out, and everything closed. */
async function restore(
  app: TestApp,
  made: readonly MadeOrganisation[],
  { next, planned }: Scene,
): Promise<void> {
  const { owner } = app.database;
  await owner.query('update api_token set revoked_at = null');
  await owner.query('update kpi set archived_at = null');
  await owner.query('update key_result set dropped_at = null, drop_reason = null');
  await owner.query("update cycle set state = 'active', closed_at = null where id = $1", [next]);
  await owner.query("update cycle set state = 'planning', activated_at = null where id = $1", [planned]);
  for (const [cycle, state] of [
    [next, 'active'],
    [planned, 'draft'],
  ])
    await owner.query('update objective set state = $2, drop_reason = null where cycle = $1', [cycle, state]);
  for (const { owner: first, admin, member, viewer } of made)
    for (const { id, role } of [first, admin, member, viewer])
      await owner.query('update person set active = true, role = $2 where id = $1', [id, role]);
}
