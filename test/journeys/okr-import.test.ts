import assert from 'node:assert/strict';
import { test } from 'node:test';
import { served } from './served.ts';
import { until } from './until.ts';

const { app, organisation, open } = await served();
const call = app.as(organisation.admin);
const { id: cycle } = await call('cycles.create', { starts: '2031-01-01' });
await call('teams.create', { key: 'wards', name: 'Wards' });

const document = `# Hospital OKRs 2031
## Nursing
- Free the nurses from paperwork => Mostly
  - Hours of paperwork a shift from 2.5 to 1 => 1.4
  - Launch the new portal
  - Rating of the night shift reaches 4.5
\`\`\`
what is this`;

test('a document is pasted, corrected line by line and written into a cycle that is being planned', async (t) => {
  const page = await open(t, '/okrs/import');
  await page.getByLabel('The document').fill(document);
  await page.getByRole('button', { name: 'Read it' }).click();
  const lines = page.getByRole('list', { name: 'Lines of the document' });
  await lines.getByText('from 2.5 to 1.0', { exact: true }).waitFor();
  await until(() => lines.getByLabel('Line 7 is').inputValue(), 'not understood');
  await lines.getByText(/"Launch" is something to do/).waitFor();
  // What is work becomes an initiative of the key result above it.
  await lines.getByLabel('Line 5 is').selectOption('initiative');
  await lines.getByText(/"Launch" is something to do/).waitFor({ state: 'detached' });
  const rating = lines.getByRole('listitem').filter({ hasText: 'Rating of the night shift' });
  await rating.getByRole('button', { name: 'Measure it otherwise' }).click();
  await rating.getByLabel('From').fill('4.1');
  await rating.getByLabel('To', { exact: true }).fill('4.5');
  await rating.getByRole('button', { name: 'Move' }).click();
  await rating.getByText('from 4.1 to 4.5', { exact: true }).waitFor();
  await lines.getByRole('combobox', { name: 'Nursing' }).click();
  await page.getByRole('option', { name: 'Wards' }).click();
  await page.getByRole('button', { name: /^Write into / }).click();
  await page.getByText('1 objective and 2 key results were created.').waitFor();
  const [made] = await call('objectives.list', { cycle });
  const { keyResults, why, team } = await call('objectives.find', { objective: made!.id });
  assert.deepEqual(
    keyResults.map(({ measure }) => measure),
    [
      { kind: 'move', baseline: 2.5, target: 1 },
      { kind: 'move', baseline: 4.1, target: 4.5 },
    ],
  );
  assert.match(why, /Outcome: Mostly/);
  const work = await call('initiatives.list', { objective: made!.id });
  assert.deepEqual(
    work.map(({ title }) => title),
    ['Launch the new portal'],
  );
  assert.ok(team);
});
