import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Refused } from '#contract/refused.ts';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation, makePerson } from '../../../test/make.ts';

const app = await testApp();
const acme = await makeOrganisation(app);
const dee = await makePerson(app, acme, { name: 'Dee Park', email: 'dee@example.org' });
const call = app.as(acme.admin);
const wards = await call('teams.create', { key: 'wards', name: 'Wards' });

const text = `# Hospital OKRs
## Wards
- Free the nurses from paperwork => Mostly
  - Hours of paperwork a shift from 2.5 to 1 (owner: Dee Park) => 1.4
    - Dictate notes at the bedside
  - Launch the new portal
## Kitchen
- Patients ask for the recipe
  - CSAT at least 4.7 for three consecutive months`;

const cycle = (await call('cycles.create', { starts: '2030-01-01' })).id;

describe('an OKR document', () => {
  it('is previewed with its teams, owners, measures, what is there and what the coach finds', async () => {
    const seen = await call('okrDocuments.preview', { cycle, text });
    assert.equal(seen.lines.map((line) => line.text).join('\n'), text);
    assert.deepEqual(
      seen.teams.map(({ name, team }) => [name, team]),
      [
        ['Wards', wards.id],
        ['Kitchen', null],
      ],
    );
    assert.deepEqual(seen.counts, {
      objectives: 2,
      keyResults: 3,
      initiatives: 1,
      same: 0,
      outcomes: 2,
      notUnderstood: 0,
      problems: 2,
    });
    const [paperwork] = seen.objectives;
    const [hours, portal] = paperwork!.keyResults;
    assert.deepEqual(hours!.owner, { text: 'Dee Park', person: dee.id });
    assert.deepEqual(hours!.measure, { kind: 'move', baseline: 2.5, target: 1 });
    assert.ok(portal!.findings.some(({ rule, quote }) => rule === 'activity' && quote === 'Launch'));
    assert.match(paperwork!.why, /Outcome: Mostly\n\nHours of paperwork.*Outcome: 1\.4/s);
  });

  it('is written into the cycle as drafts, and the same document a second time writes nothing', async () => {
    const done = await call('okrDocuments.apply', { cycle, text });
    assert.deepEqual([done.objectives.length, done.keyResults, done.same], [2, 3, 0]);
    const made = await call('objectives.find', { objective: done.objectives[0]! });
    assert.deepEqual(
      [made.title, made.team, made.state],
      ['Free the nurses from paperwork', wards.id, 'draft'],
    );
    assert.deepEqual(
      made.keyResults.map(({ owner }) => owner),
      [dee.id, acme.admin.id],
    );
    const work = await call('initiatives.list', { keyResult: made.keyResults[0]!.id });
    assert.deepEqual(
      work.map(({ title, state, owner }) => [title, state, owner]),
      [['Dictate notes at the bedside', 'planned', dee.id]],
    );
    const again = await call('okrDocuments.apply', { cycle, text });
    assert.deepEqual(again, { cycle, objectives: [], keyResults: 0, initiatives: 0, same: 5 });
    const more = await call('okrDocuments.apply', {
      cycle,
      text: `${text}\n  - 70% of plates come back empty`,
    });
    assert.deepEqual([more.objectives, more.keyResults, more.same], [[], 1, 5]);
  });

  it('obeys what a person says of its lines and headings', async () => {
    const said = {
      lines: [
        { line: 6, kind: 'initiative' as const },
        { line: 9, title: 'Trays back empty from 40% to 70%' },
      ],
      teams: [{ line: 7, team: wards.id }],
    };
    const seen = await call('okrDocuments.preview', { cycle, text, ...said });
    assert.deepEqual(seen.objectives[0]!.keyResults.length, 1);
    assert.deepEqual(seen.objectives[1]!.team, wards.id);
    assert.deepEqual(seen.objectives[1]!.keyResults[0]!.measure, { kind: 'move', baseline: 40, target: 70 });
  });

  it('is refused as a whole when one line cannot be written, which is named', async () => {
    const bad = `- A calm night shift\n  - Calls answered from 3 to 9\n  - Rating above 4 for 9 consecutive quarters`;
    const seen = await call('okrDocuments.preview', { cycle, text: bad });
    assert.match(seen.objectives[0]!.keyResults[1]!.fault ?? '', /a run of 9 cannot happen/);
    await assert.rejects(
      call('okrDocuments.apply', { cycle, text: bad }),
      (fault) => fault instanceof Refused && /^Line 1: .*a run of 9/.test(fault.message),
    );
    const titles = (await call('objectives.list', { cycle })).map(({ title }) => title);
    assert.ok(!titles.includes('A calm night shift'));
  });

  it('of a member who leads nobody becomes theirs, and is not read into a cycle that runs', async () => {
    const asDee = app.as(dee);
    const own = '- Marta: Learn to weld (owner: Nobody Known)\n  - 4 of 5 seams hold';
    const [made] = (await asDee('okrDocuments.apply', { cycle, text: own })).objectives;
    assert.equal((await asDee('objectives.find', { objective: made! })).owner, dee.id);
    const now = (await call('cycles.create', {})).id;
    await call('cycles.activate', { cycle: now });
    assert.match(
      (await call('okrDocuments.preview', { cycle: now, text })).fault ?? '',
      /is active: a document is read into/,
    );
    await assert.rejects(call('okrDocuments.apply', { cycle: now, text }), /is active/);
  });

  const file = new URL('../../../../shared/data/okrs/okrs-fy21-q1.md', import.meta.url);
  it('of a company is applied whole', {
    skip: existsSync(file) ? false : '../shared is not there',
  }, async () => {
    const company = readFileSync(file, 'utf8');
    const done = await call('okrDocuments.apply', { cycle, text: company });
    assert.deepEqual([done.objectives.length, done.keyResults], [29, 73]);
    assert.equal((await call('okrDocuments.apply', { cycle, text: company })).same, 102);
  });
});
